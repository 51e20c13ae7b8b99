using System.Xml.Linq;
using OnRecord.Lab.Times;

namespace OnRecord.Lab.Names;

/// <summary>
/// Named mentions of MEANTIME, Apple and Airbus, in sentences 0 to 5: persons, organisations and places, articles left out,
/// each with the entity that it refers to.
/// </summary>
internal static class MeantimeNames
{
    public static IReadOnlyList<NamedDocument> Documents() => [.. MeantimeReader.Files().Select(Read)];

    private static NamedDocument Read(string path)
    {
        var root = XDocument.Load(path).Root!;
        var (text, spans) = MeantimeReader.Text(root);
        var entities = root.Descendants("ENTITY").ToDictionary(entity => entity.Attribute("m_id")!.Value);
        var refersTo = root.Descendants("REFERS_TO")
            .SelectMany(link => link.Elements("source").Select(source => (Mention: source.Attribute("m_id")!.Value, Entity: link.Element("target")!.Attribute("m_id")!.Value)))
            .ToLookup(link => link.Mention, link => link.Entity);
        var names = new Dictionary<GoldName, string>();
        foreach (var mention in root.Descendants("ENTITY_MENTION").Where(mention => mention.Attribute("syntactic_type")?.Value is "NAM" or "PRE.NAM"))
        {
            var target = refersTo[mention.Attribute("m_id")!.Value].Select(id => entities.GetValueOrDefault(id)).FirstOrDefault(entity => entity is not null);
            var anchors = mention.Elements("token_anchor").Select(anchor => anchor.Attribute("t_id")!.Value).ToList();
            if (target?.Attribute("ent_type")?.Value is "PER" or "ORG" or "LOC" && anchors.TrueForAll(spans.ContainsKey))
            {
                var cover = anchors.Select(id => spans[id]).Aggregate((one, other) => one.Cover(other));
                names[new GoldName(WithoutArticle(text, cover), target.Attribute("ent_type")!.Value)] = target.Attribute("m_id")!.Value;
            }
        }

        return new NamedDocument(GoldDocuments.Make(text, MeantimeReader.Lines(text), null), names.Keys.ToHashSet()) { EntityOf = names };
    }

    private static TextSpan WithoutArticle(string text, TextSpan span) =>
        span.Of(text).StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? new TextSpan(span.Start + 4, span.End) : span;
}
