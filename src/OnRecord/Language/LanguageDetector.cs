using System.Collections.Frozen;
using OnRecord.Data;

namespace OnRecord.Language;

/// <summary>Tells the language of a text from its letters and its most frequent words.</summary>
/// <remarks>
/// It exists to keep the English finders away from text that they cannot read, so it names a language only where the evidence is
/// plain: a script that one language owns, or short words that one language uses far more than the others. All else is <c>und</c>.
/// </remarks>
internal sealed class LanguageDetector
{
    /// <summary>The tag of a text whose language nothing tells (BCP 47).</summary>
    public const string Undetermined = "und";

    /// <summary>Longest part of a text that is looked at, in UTF-16 units.</summary>
    private const int LongestSample = 20_000;

    /// <summary>With fewer words the shares say nothing.</summary>
    private const int FewestWords = 12;

    /// <summary>Least share of a language's frequent words. In English news they are about 40% of all words, in tables and lists few.</summary>
    private const double LeastShare = 0.12;

    /// <summary>How much more often than those of English the words of another language must stand.</summary>
    private const double Lead = 1.5;

    private readonly FrozenDictionary<string, string[]>.AlternateLookup<ReadOnlySpan<char>> _languagesOf;

    /// <exception cref="DataFileException">The lexicon is missing or damaged.</exception>
    public LanguageDetector(DataFolder data) =>
        _languagesOf = data.Lexicon("languages").Rows
            .SelectMany(row => row["words"].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => (Word: word, Language: row["language"])))
            .GroupBy(pair => pair.Word, pair => pair.Language)
            .ToFrozenDictionary(group => group.Key, group => group.Distinct().ToArray(), StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>BCP 47 tag of a text's language; <c>und-Cyrl</c> and the like where only the script is plain, <c>und</c> where nothing is.</summary>
    public string Detect(ReadOnlySpan<char> text)
    {
        var sample = text[..Math.Min(text.Length, LongestSample)];
        return Scripts.LanguageOf(sample) ?? FromWords(sample);
    }

    /// <summary>The declared language with its region where the text does not speak against it, else the text's own.</summary>
    /// <param name="declared">BCP 47 tag that the page gives itself, or what it wrote in its place.</param>
    /// <param name="text">The text.</param>
    public string Choose(string declared, ReadOnlySpan<char> text)
    {
        var found = Detect(text);
        var isTag = declared.Length >= 2 && declared.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') && Primary(declared).Length is 2 or 3 && !declared.StartsWith("utf", StringComparison.OrdinalIgnoreCase);
        if (!isTag || declared == Undetermined)
        {
            return found;
        }

        // A script alone does not name a language, but it tells that a text is not English.
        var agrees = found == Undetermined || Primary(found).Equals(Primary(declared), StringComparison.OrdinalIgnoreCase)
            || (Primary(found) is Undetermined && Primary(declared) is not "en");
        return agrees ? declared : found;
    }

    private static ReadOnlySpan<char> Primary(ReadOnlySpan<char> tag) => tag.IndexOf('-') is var end and >= 0 ? tag[..end] : tag;

    private string FromWords(ReadOnlySpan<char> sample)
    {
        var hits = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var words = 0;
        for (var at = 0; at < sample.Length;)
        {
            var end = at;
            while (end < sample.Length && char.IsLetter(sample[end]))
            {
                end++;
            }

            if (end == at)
            {
                at++;
                continue;
            }

            words++;
            if (_languagesOf.TryGetValue(sample[at..end], out var languages))
            {
                foreach (var language in languages)
                {
                    hits[language] = hits.GetValueOrDefault(language) + 1;
                }
            }

            at = end;
        }

        return Decide(hits, words);
    }

    private static string Decide(SortedDictionary<string, int> hits, int words)
    {
        if (words < FewestWords || hits.Count == 0)
        {
            return Undetermined;
        }

        var english = hits.GetValueOrDefault("en");
        var best = hits.MaxBy(pair => pair.Value);
        var (language, count) = best.Value > english * Lead ? (best.Key, best.Value) : ("en", english);
        return count >= words * LeastShare ? language : Undetermined;
    }
}
