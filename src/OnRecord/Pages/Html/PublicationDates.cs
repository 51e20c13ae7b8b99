using System.Collections.Immutable;
using NodaTime;
using OnRecord.Pages.Stated;

namespace OnRecord.Pages.Html;

/// <summary>Decides when an HTML page was published and when it was changed.</summary>
/// <remarks>
/// Published: given; in the page's data, in the order of <see cref="HeadDates"/>; a date line or byline; the address; a key in a script; a line that says "updated";
/// the date of change, which is reported. Stated days that lie further apart than zones explain are reported too.
/// </remarks>
internal sealed class PublicationDates(DateLines lines, ScriptDates scripts)
{
    /// <summary>Days between two statements that zones alone may explain.</summary>
    private const int ZoneDays = 1;

    /// <summary>The document with its dates; its <see cref="Document.Unresolved"/> are those about dates alone.</summary>
    public Document Of(Document document, HtmlPage page, ReadOptions options)
    {
        var head = page.Head;
        var modified = head.Modified.Length > 0 ? Metadata(head.Modified[0]) : null;
        var shown = lines.Of(document.Text, document.Blocks.Where(block => block.Role is BlockRole.Dateline or BlockRole.Byline && block.Source?.Path is not null).Select(block => block.Span));
        var published = options.Published is { } given ? new PublishedDate(given, DateBasis.Given)
            : head.Published.Length > 0 ? Metadata(head.Published[0])
            : shown.Published
            ?? (head.AddressDay is { } named ? new PublishedDate(named, DateBasis.Url)
            : scripts.Find(page.Scan.Html) is { } script ? Metadata(script)
            : shown.Changed);
        var start = new TextSpan(0, 0);
        var unresolved = ImmutableArray.CreateBuilder<Unresolved>();
        if (published is null && modified is not null)
        {
            published = modified;
            unresolved.Add(new Unresolved(start, "published", "onlyModificationDate"));
        }

        if (head.Published.Length > 1 && head.Published.Any(date => Period.DaysBetween(head.Published[0].Day, date.Day) is < -ZoneDays or > ZoneDays))
        {
            unresolved.Add(new Unresolved(start, "published", "conflictingDates"));
        }

        return document with { Published = published, Modified = modified, Unresolved = unresolved.ToImmutable() };
    }

    private static PublishedDate Metadata(HeadDate date) => new(date.Day, DateBasis.Metadata, Time: date.Time);
}
