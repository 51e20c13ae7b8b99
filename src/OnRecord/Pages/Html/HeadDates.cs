using System.Collections.Immutable;
using AngleSharp.Dom;
using NodaTime;
using OnRecord.Pages.Stated;

namespace OnRecord.Pages.Html;

/// <summary>A date that the page's data state.</summary>
/// <param name="Day">Its day, in the zone in which it is written.</param>
/// <param name="Time">Day and time with the zone; null where a day alone is stated.</param>
/// <param name="Stated">What was written, and where.</param>
internal sealed record HeadDate(LocalDate Day, string? Time, Stated Stated);

/// <summary>The dates that a page's data state.</summary>
/// <remarks>
/// Order: JSON-LD, <c>meta</c> in the order of the lexicon, microdata, <c>time</c> elements marked as publication, the first <c>time</c> element outside of
/// menus. What the text shows under the headline, the address, and keys in scripts come after these.
/// </remarks>
internal sealed record HeadDates(ImmutableArray<HeadDate> Published, ImmutableArray<HeadDate> Modified)
{
    public static HeadDates Of(HtmlTree tree, List<MetaFact> meta, JsonLdArticle? json, string html) => new(
        [.. Stated(json?.Published, json, "datePublished"), .. Meta(meta, "published"), .. Elements(tree, html)],
        [.. Stated(json?.Modified, json, "dateModified"), .. Meta(meta, "modified"), .. Microdata(tree, html, "dateModified")]);

    private static IEnumerable<HeadDate> Stated(string? text, JsonLdArticle? json, string property) =>
        Read(text is null ? null : new Stated(text, json!.Script, "JSON-LD " + property));

    private static IEnumerable<HeadDate> Meta(List<MetaFact> meta, string fact) => meta.Where(row => row.Fact == fact).SelectMany(row => Read(row.Stated));

    private static IEnumerable<HeadDate> Read(Stated? stated) =>
        stated is not null && DayReader.Read(stated.Text) is { } day ? [new HeadDate(day, StatedTime.Read(stated.Text), stated)] : [];

    private static IEnumerable<HeadDate> Elements(HtmlTree tree, string html)
    {
        var times = tree.Marked.Where(marked => marked.Element.LocalName == "time").ToArray();
        var published = times.Where(marked => marked.Element.HasAttribute("pubdate") || SaysPublished(marked.Element));

        // The first time element stands under the headline as a rule; one in a list of other stories does not.
        var first = times.Where(marked => !marked.Unread && !IsOfComment(marked.Element) && (marked.Run >= tree.Runs.Length || (tree.Runs[marked.Run].Box.Places & (Place.Nav | Place.Aside | Place.Footer | Place.List)) == 0)).Take(1);
        return
        [
            .. Microdata(tree, html, "datePublished"),
            .. published.Concat(first).Distinct().SelectMany(marked => DateOf(marked, html)),
        ];
    }

    private static IEnumerable<HeadDate> Microdata(HtmlTree tree, string html, string property) => tree.Marked
        .Where(marked => marked.Element.GetAttribute("itemprop")?.Contains(property, StringComparison.OrdinalIgnoreCase) == true)
        .SelectMany(marked => DateOf(marked, html));

    /// <summary>Whether it stands among readers' comments, by the names of the elements around it.</summary>
    private static bool IsOfComment(IElement element)
    {
        const int Levels = 12;
        var around = element;
        for (var level = 0; level < Levels && around is not null; level++, around = around.ParentElement)
        {
            if (SaysComment(around.Id) || SaysComment(around.ClassName))
            {
                return true;
            }
        }

        return false;
    }

    private static bool SaysComment(string? names) =>
        names is not null && (names.Contains("comment", StringComparison.OrdinalIgnoreCase) || names.Contains("disqus", StringComparison.OrdinalIgnoreCase) || names.Contains("repl", StringComparison.OrdinalIgnoreCase));

    private static bool SaysPublished(IElement time) =>
        time.GetAttribute("class") is { } names && (names.Contains("publi", StringComparison.OrdinalIgnoreCase) || names.Contains("entry-date", StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<HeadDate> DateOf(MarkedElement marked, string html)
    {
        foreach (var text in (string?[])[marked.Element.GetAttribute("datetime"), marked.Element.GetAttribute("content"), HeadText.Clean(marked.Element.TextContent)])
        {
            if (DayReader.Read(text) is { } day)
            {
                var name = marked.Element.GetAttribute("itemprop") is { } property ? "itemprop " + property : marked.Element.LocalName + " element";
                yield return new HeadDate(day, StatedTime.Read(text), new Stated(text!.Trim(), HeadReader.SourceOf(marked, html), name));
                yield break;
            }
        }
    }
}
