using System.IO.Hashing;
using System.Text;

namespace OnRecord.Archive.Families;

/// <summary>
/// A text as a set of hashes of five words in a row, of which those are kept that four divides (Broder, On the resemblance and containment of documents, 1997).
/// </summary>
/// <remarks>The same four-fold choice is made in every text, so shared shingles stay comparable. Words are runs of letters and digits, in small letters.</remarks>
internal static class Shingles
{
    /// <summary>Words in a shingle.</summary>
    public const int Words = 5;

    /// <summary>One shingle in so many is kept.</summary>
    public const int Kept = 4;

    /// <summary>The kept shingles of a text, in order.</summary>
    public static long[] Of(string text)
    {
        var words = new List<byte[]>();
        foreach (var word in WordsOf(text))
        {
            words.Add(Encoding.UTF8.GetBytes(word));
        }

        var kept = new SortedSet<long>();
        var hash = new XxHash3();
        for (var i = 0; i + Words <= words.Count; i++)
        {
            hash.Reset();
            for (var j = i; j < i + Words; j++)
            {
                hash.Append(words[j]);
                hash.Append([(byte)' ']);
            }

            var value = hash.GetCurrentHashAsUInt64();
            if (value % Kept == 0)
            {
                kept.Add((long)(value >> 1));
            }
        }

        return [.. kept];
    }

    /// <summary>Words of a text, in small letters.</summary>
    public static IEnumerable<string> WordsOf(string text)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var isWord = i < text.Length && char.IsLetterOrDigit(text[i]);
            if (isWord && start < 0)
            {
                start = i;
            }
            else if (!isWord && start >= 0)
            {
                yield return text[start..i].ToLowerInvariant();
                start = -1;
            }
        }
    }
}
