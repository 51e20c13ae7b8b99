using System.CommandLine;
using OnRecord.Data;
using OnRecord.Lab.Quantities;
using OnRecord.Lab.Scoring;
using OnRecord.Lab.Times;
using OnRecord.Language;
using OnRecord.Names;

namespace OnRecord.Lab.Names;

/// <summary><c>score-names</c>: exact span and type of persons, organisations and places (countries among them) on UNER EWT dev, WikiGold and MEANTIME.</summary>
/// <remarks>The tagger was trained on the first two, so there the rules are scored alone; the trainer's cross-validation tells what both together reach.</remarks>
internal static class ScoreNames
{
    private static readonly string[] Types = ["PER", "ORG", "LOC"];

    public static Command Command()
    {
        var lower = new Option<bool>("--allow-lower") { Description = "Let floors fall." };
        var errors = new Option<string?>("--errors") { Description = "Print every miss and false find of this gold: uner, wikigold or meantime." };
        var command = new Command("score-names", "Scores names on MEANTIME, and rules alone on UNER EWT dev and WikiGold.") { lower, errors };
        command.SetAction(parse => Run(parse.GetValue(lower), parse.GetValue(errors)) ? 0 : 1);
        return command;
    }

    private static bool Run(bool allowLower, string? errors)
    {
        var data = DataFolder.English();
        var (finder, floors) = (new NameFinder(data), new Floors());
        var (analyzer, rulesOnly) = (new EnglishAnalyzer(data), new EnglishAnalyzer(data, []));
        var good = true;
        var (uner, wiki) = (NameGold.Uner(), NameGold.WikiGold());
        foreach (var (name, documents, paths, reader) in new[]
        {
            ("uner-ewt-dev", uner.Documents, [uner.Path], rulesOnly),
            ("wikigold", wiki.Documents, [wiki.Path], rulesOnly),
            ("meantime", MeantimeNames.Documents(), MeantimeReader.Files().ToList(), analyzer),
        })
        {
            var scores = new NameScores();
            var print = errors is not null && name.StartsWith(errors, StringComparison.Ordinal);
            foreach (var document in documents)
            {
                scores.Add(document, finder.Find(reader.Analyze(document.Document)).Mentions, print);
            }

            scores.Print(name, print);
            // MEANTIME's spans take in titles and appositions: only what is joined there is held.
            good &= name == "meantime" || floors.Hold($"names/{name}/f1", scores.All.F1, GoldDocuments.Fingerprint(paths), allowLower);
            if (scores.Joins.Gold > 0)
            {
                good &= floors.Hold($"names/{name}/joins-f1", scores.Joins.F1, GoldDocuments.Fingerprint(paths), allowLower);
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

            foreach (var type in Types)
            {
                var score = new Score(right.Count(name => name.Type == type), found.Count(one => one.Type == type), gold.Names.Count(name => name.Type == type));
                _byType[type] += score;
                All += score;
            }

            Untyped += new Score(found.Count(one => gold.Names.Any(name => name.Span == one.Span)), found.Count, gold.Names.Count);
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
