using System.Globalization;
using System.Text;

namespace OnRecord.App.Outputs;

/// <summary>What a page or a file's name may make a terminal show: no control character and no mark without a shape, which could give it orders, turn text around or forge a line.</summary>
internal static class TerminalText
{
    private const char Shown = '\uFFFD';

    /// <summary>The text on one line: white space is a blank, and what gives orders U+FFFD.</summary>
    public static string Line(string text) => Clean(text, keepsLines: false);

    /// <summary>The text with its lines and tabs; what gives orders is U+FFFD.</summary>
    public static string Lines(string text) => Clean(text, keepsLines: true);

    private static string Clean(string text, bool keepsLines)
    {
        var clean = new StringBuilder(text.Length);
        Span<char> chars = stackalloc char[2];
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t' && keepsLines)
            {
                clean.Append((char)rune.Value);
            }
            else if (rune.Value == '\r' && keepsLines)
            {
                // Before a line's end it says nothing; elsewhere it would write over the line.
            }
            else if (Rune.IsWhiteSpace(rune) && (!keepsLines || !Rune.IsControl(rune)))
            {
                clean.Append(' ');
            }
            else if (GivesOrders(rune))
            {
                clean.Append(Shown);
            }
            else
            {
                clean.Append(chars[..rune.EncodeToUtf16(chars)]);
            }
        }

        return clean.ToString();
    }

    private static bool GivesOrders(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
