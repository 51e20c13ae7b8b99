using System.CommandLine;
using OnRecord.Data;
using OnRecord.Lab.Quantities;
using OnRecord.Lab.Scoring;
using OnRecord.Lab.Times;
using OnRecord.Language;
using OnRecord.Names;

namespace OnRecord.Lab.Names;

/// <summary>
/// <c>score-names</c>: exact span and type of persons, organisations and places (countries among them) on UNER EWT dev, Worldwide Newswire dev, the fifth of WikiGold that the
/// tagger has not learned from, and MEANTIME; of groups on the newswire.
/// </summary>
internal static class ScoreNames
{
    private static readonly string[] Types = ["PER", "ORG", "LOC"];

    public static Command Command()
    {
        var lower = new Option<bool>("--allow-lower") { Description = "Let floors fall." };
        var errors = new Option<string?>("--errors") { Description = "Print every miss and false find of this gold: uner, worldwide, wikigold or meantime." };
        var rules = new Option<bool>("--rules") { Description = "Score the rules alone, without the tagger; no floor is held." };
        var command = new Command("score-names", "Scores names on UNER EWT dev, Worldwide Newswire dev, a fifth of WikiGold and MEANTIME.") { lower, errors, rules };
        command.SetAction(parse => Run(parse.GetValue(lower), parse.GetValue(errors), parse.GetValue(rules)) ? 0 : 1);
        return command;
    }

    private static bool Run(bool allowLower, string? errors, bool rulesAlone)
    {
        var data = DataFolder.English();
        var (finder, floors) = (new NameFinder(data), new Floors());
        var analyzer = rulesAlone ? new EnglishAnalyzer(data, []) : new EnglishAnalyzer(data);
        var good = true;
        var (uner, worldwide, wiki) = (NameGold.Uner(), WorldwideNames.Read("dev"), NameGold.WikiGold());
        foreach (var (name, documents, paths) in new (string, IEnumerable<NamedDocument>, List<string>)[]
        {
            ("uner-ewt-dev", uner.Documents, [uner.Path]),
            ("worldwide-dev", worldwide.Documents, [worldwide.Path]),
            ("wikigold-fifth", wiki.Documents.Where((_, i) => i % NameGold.WikiGoldParts == 0), [wiki.Path]),
            ("meantime", MeantimeNames.Documents(), [.. MeantimeReader.Files()]),
        })
        {
            var scores = new NameScores();
            var print = errors is not null && name.StartsWith(errors, StringComparison.Ordinal);
            foreach (var document in documents)
            {
                scores.Add(document, finder.Find(analyzer.Analyze(document.Document)).Mentions, print);
            }

            scores.Print(name, print);
            var gold = GoldDocuments.Fingerprint(paths);
            foreach (var (what, score) in scores.Held.Where(held => !rulesAlone && held.Score.Gold > 0))
            {
                good &= floors.Hold($"names/{name}/{what}", score.F1, gold, allowLower);
            }
        }

        return good;
    }

    /// <summary>Counts over documents, by type, and by the rule that found a wrong name.</summary>
    private sealed class NameScores
    {
        private readonly Dictionary<string, Score> _byType = Types.ToDictionary(type => type, _ => default(Score));
        private readonly SortedDictionary<string, (int Right, int Wrong)> _byRule = new(StringComparer.Ordinal);

        public Score All { get; private set; }

        /// <summary>Pairs of names found right that name the same entity.</summary>
        public Score Joins { get; private set; }

        /// <summary>Nationalities and other groups, where the gold marks them.</summary>
        public Score Groups { get; private set; }

        /// <summary>What no change may lower.</summary>
        public IEnumerable<(string Name, Score Score)> Held => [("f1", All), ("groups-f1", Groups), ("joins-f1", Joins)];

        private Score Untyped { get; set; }

        public void Add(NamedDocument gold, IEnumerable<Mention> mentions, bool print)
        {
            var all = mentions.ToList();
            AddJoins(gold, all, print);
            var found = all.Where(IsFlatName).Select(mention => (mention.Span, Type: TypeOf(mention.Type), mention.Rule)).Where(one => one.Type is not null).ToList();
            var right = new HashSet<GoldName>();
            foreach (var (span, type, rule) in found)
            {
                var isRight = gold.Names.Contains(new GoldName(span, type!));
                if (isRight)
                {
                    right.Add(new GoldName(span, type!));
                }

                var (good, bad) = _byRule.GetValueOrDefault(rule);
                _byRule[rule] = isRight ? (good + 1, bad) : (good, bad + 1);
                ScoreQuantities.Tell(print && !isRight, gold.Document, "EXTRA", span, $"{type} {rule}");
            }

            foreach (var missed in gold.Names.Where(name => !right.Contains(name)))
            {
                ScoreQuantities.Tell(print, gold.Document, "MISS ", missed.Span, missed.Type);
            }

            AddGroups(gold, all, print);
            foreach (var type in Types)
            {
                var score = new Score(right.Count(name => name.Type == type), found.Count(one => one.Type == type), gold.Names.Count(name => name.Type == type));
                _byType[type] += score;
                All += score;
            }

            Untyped += new Score(found.Count(one => gold.Names.Any(name => name.Span == one.Span)), found.Count, gold.Names.Count);
        }

        private void AddGroups(NamedDocument gold, List<Mention> mentions, bool print)
        {
            var marked = gold.Others.Where(name => name.Type == OtherNames.Group).Select(name => name.Span).ToHashSet();
            if (gold.Others.Count == 0)
            {
                return;
            }

            var found = mentions.Where(mention => IsFlatName(mention) && mention.Type == EntityType.Group).ToList();
            found.Where(mention => !marked.Contains(mention.Span)).ToList().ForEach(mention => ScoreQuantities.Tell(print, gold.Document, "EXTRA", mention.Span, $"NORP {mention.Rule}"));
            marked.Where(span => !found.Exists(mention => mention.Span == span)).ToList().ForEach(span => ScoreQuantities.Tell(print, gold.Document, "MISS ", span, "NORP"));
            Groups += new Score(found.Count(mention => marked.Contains(mention.Span)), found.Count, marked.Count);
        }

        private void AddJoins(NamedDocument gold, List<Mention> mentions, bool print)
        {
            if (gold.EntityOf is not { } entityOf)
            {
                return;
            }

            var both = mentions.Where(IsFlatName)
                .Select(mention => (mention.Span, mention.Entity, Gold: entityOf.GetValueOrDefault(new GoldName(mention.Span, TypeOf(mention.Type) ?? "")))).Where(one => one.Gold is not null).ToList();
            for (var i = 0; i < both.Count; i++)
            {
                for (var j = i + 1; j < both.Count; j++)
                {
                    var (joined, same) = (both[i].Entity is { } id && id == both[j].Entity, both[i].Gold == both[j].Gold);
                    Joins += new Score(joined && same ? 1 : 0, joined ? 1 : 0, same ? 1 : 0);
                    if (print && joined != same)
                    {
                        Console.WriteLine($"JOIN  {(joined ? "wrong" : "missed")}: {both[i].Span.Of(gold.Document.Text)} / {both[j].Span.Of(gold.Document.Text)}");
                    }
                }
            }
        }

        public void Print(string name, bool rules)
        {
            Console.WriteLine($"{name,-13} all  {All}");
            Console.WriteLine($"{"",-13} span {Untyped}");
            foreach (var (type, score) in _byType)
            {
                Console.WriteLine($"{"",-13} {type}  {score}");
            }

            if (Groups.Gold > 0)
            {
                Console.WriteLine($"{"",-13} NORP {Groups}");
            }

            if (Joins.Gold > 0)
            {
                Console.WriteLine($"{"",-13} joined pairs  {Joins}");
            }

            foreach (var (rule, (right, wrong)) in rules ? _byRule : [])
            {
                Console.WriteLine($"   {rule,-28} right {right,5} wrong {wrong,5}");
            }
        }

        /// <summary>The gold has no pronouns, no noun phrases, and no names inside names.</summary>
        private static bool IsFlatName(Mention mention) => mention.Form == MentionForm.Name && mention.Rule != NameRules.InsideName;

        private static string? TypeOf(EntityType type) => type switch
        {
            EntityType.Person => "PER",
            EntityType.Organization => "ORG",
            EntityType.Country or EntityType.Place => "LOC",
            _ => null,
        };
    }
}
