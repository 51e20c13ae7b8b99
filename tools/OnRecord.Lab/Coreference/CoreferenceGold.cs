using System.Text.RegularExpressions;
using System.Xml.Linq;
using OnRecord.Lab.Language;
using OnRecord.Lab.Times;

namespace OnRecord.Lab.Coreference;

/// <summary>A mention in the gold.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Entity">What it refers to.</param>
/// <param name="Type">The corpus' type of that.</param>
internal sealed record GoldMention(TextSpan Span, string Entity, string Type);

/// <summary>A document with all its gold mentions.</summary>
internal sealed record CoreferenceDocument(string Name, Document Document, IReadOnlyList<GoldMention> Mentions)
{
    /// <summary>Whether all mentions are annotated, and not those of the first sentences alone.</summary>
    public bool IsWhole { get; init; }
}

/// <summary>Reads coreference: MEANTIME's sentences 0 to 5, and GUM's <c>Entity=</c>.</summary>
internal static partial class CoreferenceGold
{
    /// <summary>MEANTIME, Apple and Airbus: mentions of every syntactic type that refer to an entity.</summary>
    public static IEnumerable<CoreferenceDocument> Meantime() => MeantimeReader.Files().Select(path =>
    {
        var root = XDocument.Load(path).Root!;
        var (text, spans) = MeantimeReader.Text(root);
        var types = root.Descendants("ENTITY").ToDictionary(entity => entity.Attribute("m_id")!.Value, entity => entity.Attribute("ent_type")!.Value);
        var refersTo = root.Descendants("REFERS_TO")
            .SelectMany(link => link.Elements("source").Select(source => (Mention: source.Attribute("m_id")!.Value, Entity: link.Element("target")!.Attribute("m_id")!.Value)))
            .Where(link => types.ContainsKey(link.Entity)).ToLookup(link => link.Mention, link => link.Entity);
        var mentions = from mention in root.Descendants("ENTITY_MENTION")
                       from entity in refersTo[mention.Attribute("m_id")!.Value].Take(1)
                       let anchors = mention.Elements("token_anchor").Select(anchor => anchor.Attribute("t_id")!.Value).ToList()
                       where anchors.Count > 0 && anchors.TrueForAll(spans.ContainsKey)
                       select new GoldMention(anchors.Select(id => spans[id]).Aggregate((one, other) => one.Cover(other)), entity, types[entity]);
        return new CoreferenceDocument(Path.GetFileName(path), GoldDocuments.Make(text, MeantimeReader.Lines(text), null), [.. mentions]);
    });

    /// <summary>GUM's documents of a genre.</summary>
    public static IEnumerable<CoreferenceDocument> Gum(string part, string genre) => Treebank.Read(Treebank.Gum(part, genre)).Select(text =>
    {
        var (mentions, open) = (new List<GoldMention>(), new List<(string Group, string Type, TextSpan First)>());
        foreach (var word in text.Sentences.SelectMany(sentence => sentence))
        {
            var cell = word.Misc.Split('|').FirstOrDefault(part => part.StartsWith("Entity=", StringComparison.Ordinal)) ?? "";
            foreach (Match bracket in Bracket().Matches(cell))
            {
                if (bracket.Groups["type"].Success)
                {
                    open.Add((bracket.Groups["group"].Value, bracket.Groups["type"].Value, word.Span));
                }

                if (bracket.Groups["close"].Success)
                {
                    // A part of a mention in pieces ("5[1/2]") closes as a mention of its own.
                    var group = bracket.Groups["group"].Success ? bracket.Groups["group"].Value : bracket.Groups["closed"].Value;
                    var at = open.FindLastIndex(one => one.Group == group);
                    if (at >= 0)
                    {
                        mentions.Add(new GoldMention(open[at].First.Cover(word.Span), group, open[at].Type));
                        open.RemoveAt(at);
                    }
                }
            }
        }

        return new CoreferenceDocument(text.Name, Treebank.DocumentOf(text.Text), mentions) { IsWhole = true };
    });

    [GeneratedRegex(@"\((?<group>\d+)(?:\[\d+/\d+\])?-(?<type>[a-z]+)-[^()]*(?<close>\))?|(?<closed>\d+)(?:\[\d+/\d+\])?(?<close>\))")]
    private static partial Regex Bracket();
}
