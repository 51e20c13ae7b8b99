using System.Text;

namespace OnRecord.Lab.Pages;

/// <summary>Word-level precision, recall and F1 as WCXB's <c>evaluate.py</c> counts them: multisets of <c>\w+</c> in lower case.</summary>
internal static class WordMeasure
{
    public static (double Precision, double Recall, double F1) Of(string predicted, string reference)
    {
        var found = Words(predicted);
        var gold = Words(reference);
        if (gold.Count == 0)
        {
            return found.Count == 0 ? (1, 1, 1) : (0, 0, 0);
        }

        if (found.Count == 0)
        {
            return (0, 0, 0);
        }

        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var word in gold)
        {
            counts[word] = counts.GetValueOrDefault(word) + 1;
        }

        var overlap = 0;
        foreach (var word in found)
        {
            if (counts.GetValueOrDefault(word) is > 0 and var left)
            {
                counts[word] = left - 1;
                overlap++;
            }
        }

        var precision = (double)overlap / found.Count;
        var recall = (double)overlap / gold.Count;
        return (precision, recall, precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0);
    }

    /// <summary>Share of snippets that occur in the text, case folded; 1 where there is none.</summary>
    public static double Snippets(string text, string[] snippets)
    {
        var lower = text.ToLowerInvariant();
        return snippets.Length == 0 ? 1 : (double)snippets.Count(snippet => lower.Contains(snippet.ToLowerInvariant(), StringComparison.Ordinal)) / snippets.Length;
    }

    /// <summary>Runs of letters, digits, marks and underscores of any script, in lower case.</summary>
    public static List<string> Words(string text)
    {
        var words = new List<string>();
        var start = -1;
        for (var i = 0; i < text.Length;)
        {
            var isRune = Rune.TryGetRuneAt(text, i, out var rune);
            var inside = isRune && (Rune.IsLetterOrDigit(rune) || rune.Value == '_' || Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.OtherNumber or System.Globalization.UnicodeCategory.LetterNumber);
            if (inside && start < 0)
            {
                start = i;
            }
            else if (!inside && start >= 0)
            {
                words.Add(text[start..i].ToLowerInvariant());
                start = -1;
            }

            i += isRune ? rune.Utf16SequenceLength : 1;
        }

        if (start >= 0)
        {
            words.Add(text[start..].ToLowerInvariant());
        }

        return words;
    }

    /// <summary>The text with white space folded to single blanks.</summary>
    public static string Fold(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
