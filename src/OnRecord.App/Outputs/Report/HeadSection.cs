using Spectre.Console;
using Spectre.Console.Rendering;

namespace OnRecord.App.Outputs.Report;

/// <summary>What the document is: kind, headline, who printed it and when.</summary>
internal static class HeadSection
{
    private const int LeadCharacters = 160;

    public static IEnumerable<IRenderable> Of(string name, Record record)
    {
        var document = record.Document;
        var kind = document.Kind.ToString().ToUpperInvariant() + (document.Truncated ? " (cut off)" : "");
        yield return new Rule(Markup.Escape($"{kind} · {Wording.Printable(name)}")) { Justification = Justify.Left, Style = new Style(Color.Aqua) };
        if (document.First(BlockRole.Kicker) is { } kicker)
        {
            yield return new Text(Wording.Printable(kicker.Span.Of(document.Text)) + "\n", Wording.Faint);
        }

        var title = document.First(BlockRole.Headline) ?? document.First(BlockRole.Standfirst) ?? document.First(BlockRole.Paragraph);
        var words = title is null ? "(no text)" : Wording.Cut(document.Text, title.Span, LeadCharacters);
        yield return new Text(words + "\n", Wording.Strong);
        yield return new Text(string.Join(" · ", Facts(record)) + "\n", Wording.Faint);
    }

    private static IEnumerable<string> Facts(Record record)
    {
        var document = record.Document;
        if (document.Publisher is { } publisher)
        {
            yield return Wording.Printable(publisher);
        }

        if (document.Bylines.Length > 0)
        {
            yield return "by " + string.Join(", ", document.Bylines.Select(byline => Wording.Printable(byline.Name)));
        }

        yield return document.Published is { } published
            ? $"published {Dates.Day(published.Value)} ({Basis(published.Basis)})"
            : "day of publication not known";
        yield return $"{record.Sentences.Length} sentences";
        yield return $"{record.Claims.Count(claim => claim.Level != ClaimLevel.Fragment)} claims";
        yield return $"{record.Entities.Count(entity => entity.Named)} names";
    }

    private static string Basis(DateBasis basis) => basis switch
    {
        DateBasis.Given => "as given",
        DateBasis.Metadata => "from the page's metadata",
        DateBasis.Url => "from the address",
        _ => "from the text",
    };
}
