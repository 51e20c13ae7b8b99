using System.Text;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace OnRecord.App.Outputs.Report;

/// <summary>What could not be resolved, and why, one line for each reason.</summary>
internal static class UnresolvedSection
{
    private const int ReasonWidth = 40;
    private const int MostExamples = 6;
    private const int MostCharacters = 40;

    public static IEnumerable<IRenderable> Of(Record record)
    {
        if (record.Unresolved.IsEmpty)
        {
            return [];
        }

        var table = Wording.Rows(ReasonWidth);
        foreach (var reason in record.Unresolved.GroupBy(open => (open.What, open.Why)).OrderByDescending(group => group.Count()).ThenBy(group => group.Key))
        {
            table.AddRow(new Text($"{reason.Key.What}: {InWords(reason.Key.Why)}", Wording.Doubt), new Text(Examples(record, [.. reason]), Wording.Faint));
        }

        return [Wording.Title("Not resolved", record.Unresolved.Length), table];
    }

    private static string Examples(Record record, IReadOnlyList<Unresolved> open)
    {
        var text = record.Document.Text;
        var shown = open.Where(one => one.Span.Length < text.Length).Take(MostExamples).Select(one => $"“{Wording.Cut(text, one.Span, MostCharacters)}”");
        return string.Join(", ", shown) + (open.Count > MostExamples ? $" … {open.Count} in all" : "");
    }

    /// <summary>A code such as <c>noPublicationDate</c> as words.</summary>
    private static string InWords(string code)
    {
        var words = new StringBuilder();
        foreach (var c in code)
        {
            words.Append(char.IsAsciiLetterUpper(c) ? $" {char.ToLowerInvariant(c)}" : c.ToString());
        }

        return words.ToString();
    }
}
