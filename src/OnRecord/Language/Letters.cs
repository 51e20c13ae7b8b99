using System.Globalization;
using System.Text;

namespace OnRecord.Language;

/// <summary>Classes of characters as the tokenizer needs them; surrogate pairs are read as one character.</summary>
internal static class Letters
{
    /// <summary>Most letters of a word that are looked at to find it in a list of short words.</summary>
    public const int LongestRead = 16;

    /// <summary>Whether a word can be made of the character: letters, marks, figures, joiners.</summary>
    public static bool IsWordPart(string text, int at) => char.IsAscii(text[at])
        ? char.IsAsciiLetterOrDigit(text[at]) || text[at] == '_'
        : CategoryOf(text, at) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.NonSpacingMark
            or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark or UnicodeCategory.DecimalDigitNumber
            or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber or UnicodeCategory.Format;

    /// <summary>Length of the character at <paramref name="at"/> in UTF-16 code units: 2 for a whole surrogate pair.</summary>
    public static int Width(string text, int at, int end) =>
        at + 1 < end && char.IsSurrogatePair(text[at], text[at + 1]) ? 2 : 1;

    /// <summary>The letters from <paramref name="start"/> on, no more than <see cref="LongestRead"/>.</summary>
    public static ReadOnlySpan<char> From(string text, int start, int end)
    {
        var at = start;
        var limit = Math.Min(end, start + LongestRead);
        while (at < limit && char.IsLetter(text[at]))
        {
            at++;
        }

        return text.AsSpan(start, at - start);
    }

    /// <summary>An apostrophe, or a mark that is used as one.</summary>
    public static bool IsApostrophe(char c) => c is '\'' or '’' or 'ʼ' or '`' or '´';

    /// <summary>A hyphen that joins words (not a dash).</summary>
    public static bool IsHyphen(char c) => c is '-' or '\u2010' or '\u2011';

    /// <summary>A mark that opens a quotation or bracket, or may open one.</summary>
    public static bool IsOpener(char c) => c is '“' or '‘' or '«' or '‹' or '„' or '‚' or '(' or '[' or '{' or '"' or '\'' or '`';

    /// <summary>A mark that closes a quotation or bracket, or may close one.</summary>
    public static bool IsCloser(char c) => c is '”' or '’' or '»' or '›' or ')' or ']' or '}' or '"' or '\'';

    /// <summary>Unicode category of the character; lone surrogates are their own.</summary>
    public static UnicodeCategory CategoryOf(string text, int at) =>
        char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1])
            ? Rune.GetUnicodeCategory(new Rune(text[at], text[at + 1]))
            : CharUnicodeInfo.GetUnicodeCategory(text[at]);
}
