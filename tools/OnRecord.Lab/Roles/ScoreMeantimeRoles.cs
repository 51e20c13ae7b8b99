using System.CommandLine;
using System.Xml.Linq;
using OnRecord.Data;
using OnRecord.Lab.Scoring;
using OnRecord.Lab.Times;
using OnRecord.Language;
using OnRecord.Language.Roles;

namespace OnRecord.Lab.Roles;

/// <summary>
/// <c>score-meantime-roles</c>: who takes part in an event, on MEANTIME (Wikinews). Events and mentions of entities are the corpus's; a mention takes part where it
/// holds the head of an argument of the event's word. A report: the gold marks entities alone, so whatever else we find does not count.
/// </summary>
internal static class ScoreMeantimeRoles
{
    public static Command Command()
    {
        var errors = new Option<bool>("--errors") { Description = "Print what is missed and what is too much." };
        var command = new Command("score-meantime-roles", "Scores who takes part in an event on MEANTIME.") { errors };
        command.SetAction(parse => Run(parse.GetValue(errors)));
        return command;
    }

    private static void Run(bool errors)
    {
        var data = DataFolder.English();
        var (analyzer, labeller) = (new EnglishAnalyzer(data), RoleLabeller.Open(data));
        var (pairs, labelled) = (default(Score), default(Score));
        foreach (var gold in MeantimeReader.Files().Select(Read))
        {
            var analysis = analyzer.Analyze(GoldDocuments.Make(gold.Text, MeantimeReader.Lines(gold.Text), null));
            var ours = Links(analysis, labeller.Find(analysis), gold).ToHashSet();
            labelled += new Score(ours.Intersect(gold.Links).Count(), ours.Count, gold.Links.Count);
            var (plain, plainGold) = (ours.Select(WithoutRole).ToHashSet(), gold.Links.Select(WithoutRole).ToHashSet());
            pairs += new Score(plain.Intersect(plainGold).Count(), plain.Count, plainGold.Count);
            foreach (var link in errors ? ours.Except(gold.Links).Concat(gold.Links.Except(ours)) : [])
            {
                Console.WriteLine($"{(ours.Contains(link) ? "ours" : "gold")} {link.Role} [{link.Event.Of(gold.Text)}] ← [{link.Mention.Of(gold.Text)}]");
            }
        }

        Console.WriteLine($"who takes part  {pairs}");
        Console.WriteLine($"  and as what   {labelled}");
    }

    private static IEnumerable<Link> Links(Analysis analysis, IEnumerable<PredicateFrame> frames, GoldEvents gold)
    {
        foreach (var frame in frames)
        {
            var word = analysis.Tokens[frame.Predicate].Span;
            foreach (var one in gold.Events.Where(one => one.Overlaps(word)))
            {
                foreach (var argument in frame.Arguments.Where(argument => argument.Label.StartsWith("ARG", StringComparison.Ordinal)))
                {
                    var head = analysis.Tokens[argument.Head].Span;
                    var mentions = gold.Mentions.Where(mention => mention.Overlaps(head)).ToList();
                    if (mentions.Count > 0)
                    {
                        yield return new Link(one, mentions.MinBy(mention => mention.Length), Role(argument.Label));
                    }
                }
            }
        }
    }

    /// <summary>The corpus has Arg0 to Arg4, Argm-LOC and Argm-OTHER.</summary>
    private static string Role(string label) => label switch
    {
        "ARGM-LOC" => "Argm-LOC",
        _ when char.IsAsciiDigit(label[^1]) => "Arg" + label[^1],
        _ => "Argm-OTHER",
    };

    private static (TextSpan Event, TextSpan Mention) WithoutRole(Link link) => (link.Event, link.Mention);

    private static GoldEvents Read(string path)
    {
        var root = XDocument.Load(path).Root!;
        var (text, spans) = MeantimeReader.Text(root);
        Dictionary<string, TextSpan> Spans(string kind) => root.Descendants(kind)
            .Select(mention => (Id: mention.Attribute("m_id")!.Value, Anchors: mention.Elements("token_anchor").Select(anchor => anchor.Attribute("t_id")!.Value).ToList()))
            .Where(mention => mention.Anchors.Count > 0 && mention.Anchors.TrueForAll(spans.ContainsKey))
            .ToDictionary(mention => mention.Id, mention => mention.Anchors.Select(id => spans[id]).Aggregate((one, other) => one.Cover(other)));
        var (events, mentions) = (Spans("EVENT_MENTION"), Spans("ENTITY_MENTION"));
        var links = new HashSet<Link>();
        foreach (var link in root.Descendants("HAS_PARTICIPANT"))
        {
            if (events.TryGetValue(End("source"), out var one) && mentions.TryGetValue(End("target"), out var mention))
            {
                links.Add(new Link(one, mention, link.Attribute("sem_role")!.Value));
            }

            string End(string name) => link.Element(name)!.Attribute("m_id")!.Value;
        }

        return new GoldEvents(text, [.. events.Values], [.. mentions.Values], links);
    }

    private readonly record struct Link(TextSpan Event, TextSpan Mention, string Role);

    private sealed record GoldEvents(string Text, IReadOnlyList<TextSpan> Events, IReadOnlyList<TextSpan> Mentions, HashSet<Link> Links);
}
