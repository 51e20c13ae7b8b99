using System.Globalization;
using System.Net;
using System.Text;
using NodaTime;

namespace OnRecord.Pages.Containers;

/// <summary>What a feed says of an item, and the page that it is read as.</summary>
/// <param name="Title">Headline as HTML, or null.</param>
/// <param name="Html">Content, or where there is none the summary, as HTML; null where there is neither.</param>
/// <param name="Uri">Address of the article, or null.</param>
/// <param name="Published">Day of publication in the zone that the feed writes it in, or null.</param>
internal sealed record FeedItem(string? Title, string? Html, string? Uri, LocalDate? Published)
{
    /// <summary>
    /// The item as a page of its own: its title as headline, then its content. The page's bytes, hash and byte ranges are of that page,
    /// which holds nothing that the feed does not say. An item of a title alone is a page of one linked headline, which is read as a teaser.
    /// </summary>
    public static ContainedPage ToPage(FeedItem item, string place)
    {
        if (string.IsNullOrWhiteSpace(item.Html) && string.IsNullOrWhiteSpace(item.Title))
        {
            return ContainedPage.Fault(place, "the item has neither title nor content nor summary; it is skipped");
        }

        var page = new StringBuilder("<!doctype html>\n<meta charset=\"utf-8\">\n<article>\n");
        if (string.IsNullOrWhiteSpace(item.Html))
        {
            page.Append(CultureInfo.InvariantCulture, $"<h1><a href=\"{WebUtility.HtmlEncode(item.Uri)}\">{item.Title}</a></h1>\n</article>\n");
        }
        else
        {
            page.Append(string.IsNullOrWhiteSpace(item.Title) ? "" : $"<h1>{item.Title}</h1>\n");

            // A summary without any element is a paragraph.
            page.Append(item.Html.Contains('<', StringComparison.Ordinal) ? $"<div>{item.Html}</div>" : $"<p>{item.Html}</p>").Append("\n</article>\n");
        }

        return ContainedPage.Of(place, new Page
        {
            Bytes = Encoding.UTF8.GetBytes(page.ToString()),
            Uri = item.Uri,
            MediaType = "text/html",
            Charset = "utf-8",
            Published = item.Published,
        });
    }

    /// <summary>Bare text as HTML.</summary>
    public static string? Escaped(string? text) => text is null ? null : WebUtility.HtmlEncode(text);
}
