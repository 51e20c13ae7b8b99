using Spectre.Console;
using Spectre.Console.Rendering;

namespace OnRecord.App.Outputs.Report;

/// <summary>How reports put things: titles, cut quotations, text that may be printed.</summary>
internal static class Wording
{
    /// <summary>Rows of a section; the record itself has them all.</summary>
    public const int MostRows = 40;

    public static readonly Style Faint = new(Color.Grey);
    public static readonly Style Strong = new(decoration: Decoration.Bold);
    public static readonly Style Doubt = new(Color.Yellow);

    /// <summary>The title of a section.</summary>
    public static IRenderable Title(string title, int count) =>
        new Paragraph("\n").Append(title, new Style(Color.Aqua, decoration: Decoration.Bold)).Append($"  {count}\n", Faint);

    /// <summary>Rows without lines: columns of these widths, indented, then one that takes the rest of the line.</summary>
    public static Grid Rows(params ReadOnlySpan<int> widths)
    {
        var grid = new Grid { Expand = true };
        var indent = 2;
        foreach (var width in widths)
        {
            grid.AddColumn(new GridColumn { Width = width, Padding = new Padding(indent, 0, 2, 0) });
            indent = 0;
        }

        return grid.AddColumn(new GridColumn { Padding = new Padding(indent, 0, 0, 0) });
    }

    /// <summary>The words around a span, up to a number of characters, the span itself in bold.</summary>
    public static Paragraph Around(Record record, TextSpan span, int most)
    {
        var text = record.Document.Text;
        var home = record.Sentences.FirstOrDefault(sentence => sentence.Contains(span));
        var bounds = home.IsEmpty ? span : home;
        var room = Math.Max(0, most - span.Length);
        var start = WordStart(text, Math.Max(bounds.Start, span.Start - room / 2), bounds.Start);
        var end = WordEnd(text, Math.Min(bounds.End, span.End + room - (span.Start - start)), bounds.End);
        return new Paragraph()
            .Append((start > bounds.Start ? "… " : "") + Printable(text[start..span.Start]), Faint)
            .Append(Printable(span.Of(text)), Strong)
            .Append(Printable(text[span.End..Math.Max(end, span.End)]) + (end < bounds.End ? " …" : ""), Faint);
    }

    /// <summary>A span's text, cut at a word where it is longer than <paramref name="most"/>.</summary>
    public static string Cut(string text, TextSpan span, int most)
    {
        if (span.Length <= most)
        {
            return Printable(span.Of(text));
        }

        var end = WordEnd(text, span.Start + most, span.End);
        return Printable(text[span.Start..Math.Min(end, span.Start + most + 20)]) + " …";
    }

    /// <summary>A text on one line, cut at a word where it is longer than <paramref name="most"/>.</summary>
    public static string Cut(string text, int most) => Cut(text, new TextSpan(0, text.Length), most);

    /// <summary>The text as a terminal may show it, on one line.</summary>
    public static string Printable(string text) => TerminalText.Line(text);

    /// <summary>A line that says how many rows were left out, or nothing.</summary>
    public static IEnumerable<IRenderable> Rest(int count) =>
        count > MostRows ? [new Padder(new Text($"… and {count - MostRows} more; --format jsonl has all", Faint), new Padding(2, 0, 0, 0))] : [];

    private static int WordStart(string text, int at, int least)
    {
        while (at > least && !char.IsWhiteSpace(text[at - 1]))
        {
            at--;
        }

        return at;
    }

    private static int WordEnd(string text, int at, int most)
    {
        while (at < most && !char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }
}
