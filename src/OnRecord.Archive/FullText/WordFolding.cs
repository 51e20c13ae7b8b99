using System.Globalization;
using System.Text;

namespace OnRecord.Archive.FullText;

/// <summary>Words of a text as PostgreSQL is given them: runs of letters and digits in small letters, without accents. SQLite's tokenizer does the same by itself.</summary>
internal static class WordFolding
{
    /// <summary>A word in its text.</summary>
    /// <param name="Folded">In small letters, without accents.</param>
    /// <param name="Start">First UTF-16 code unit.</param>
    /// <param name="End">After the last.</param>
    public readonly record struct Word(string Folded, int Start, int End);

    /// <summary>The words of a text, in order.</summary>
    public static IEnumerable<Word> Words(string text)
    {
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            while (i < text.Length && IsOfWord(text, ref i))
            {
            }

            if (i > start && Folded(text[start..i]) is { Length: > 0 } folded)
            {
                yield return new Word(folded, start, i);
            }

            i = i > start ? i : i + 1;
        }
    }

    /// <summary>The words of a text with a blank between them.</summary>
    public static string Line(string text) => string.Join(' ', Words(text).Select(word => word.Folded));

    /// <summary>A text in small letters without accents, all other characters kept.</summary>
    public static string Folded(string text) => string.Concat(Storable(text).Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)).ToLowerInvariant();

    /// <summary>A text without U+0000 and lone surrogates: U+FFFD stands for each.</summary>
    public static string Storable(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\0' || (char.IsSurrogate(text[i]) && !(char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))))
            {
                return string.Concat(text.EnumerateRunes().Select(rune => rune.Value == 0 ? Rune.ReplacementChar.ToString() : rune.ToString()));
            }

            i += char.IsSurrogate(text[i]) ? 1 : 0;
        }

        return text;
    }

    /// <summary>Goes past a letter, a number or a mark upon one.</summary>
    private static bool IsOfWord(string text, ref int i)
    {
        if (Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var length) != System.Buffers.OperationStatus.Done || !(Rune.IsLetter(rune) || Rune.IsNumber(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark))
        {
            return false;
        }

        i += length;
        return true;
    }
}
