using OnRecord.Language.Parsing;

namespace OnRecord.Language;

/// <summary>What the sentence around a word says about its lemma.</summary>
[Flags]
internal enum LemmaContext
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>It begins the sentence, where a capital says nothing.</summary>
    First = 1,

    /// <summary>Most words of the sentence are in capitals.</summary>
    Shouted = 2,

    /// <summary>The word before or behind it is in capitals, and too long for initials.</summary>
    BesideCapitals = 4,

    /// <summary>It is the auxiliary of a participle in the active: "she's left".</summary>
    Perfect = 8,
}

/// <summary>Reads the contexts of the words of a sentence.</summary>
internal static class LemmaContexts
{
    /// <summary>Words in capitals up to this length may be initials.</summary>
    private const int LongestInitials = 3;

    /// <summary>Whether most words of a sentence are in capitals.</summary>
    public static bool IsShouted(IReadOnlyList<string> words)
    {
        var (capitals, all) = (0, 0);
        foreach (var word in words)
        {
            if (word.Length > 1 && char.IsLetter(word[0]))
            {
                all++;
                capitals += IsUpper(word) ? 1 : 0;
            }
        }

        return all > 1 && capitals * 2 > all;
    }

    /// <summary>The context of word <paramref name="i"/>.</summary>
    /// <param name="words">Forms of the sentence.</param>
    /// <param name="i">Number of the word in the sentence.</param>
    /// <param name="parse">Tags and tree of the sentence.</param>
    /// <param name="isShouted">What <see cref="IsShouted"/> says of it.</param>
    public static LemmaContext Of(IReadOnlyList<string> words, int i, Parse parse, bool isShouted)
    {
        var head = parse.Heads[i];
        var isPerfect = parse.Relations[i] == "aux" && head >= 0 && parse.Xpos[head] == "VBN";
        return AmongCapitals(words, i, isShouted) | (isPerfect ? LemmaContext.Perfect : LemmaContext.None);
    }

    /// <summary>The part of the context that the forms alone give.</summary>
    public static LemmaContext AmongCapitals(IReadOnlyList<string> words, int i, bool isShouted)
    {
        var context = i == 0 ? LemmaContext.First : LemmaContext.None;
        context |= isShouted ? LemmaContext.Shouted : LemmaContext.None;
        var beside = (i > 0 && IsLongAndUpper(words[i - 1])) || (i + 1 < words.Count && IsLongAndUpper(words[i + 1]));
        return context | (beside ? LemmaContext.BesideCapitals : LemmaContext.None);
    }

    /// <summary>Whether the word is of capital letters only.</summary>
    public static bool IsUpper(string word)
    {
        foreach (var c in word)
        {
            if (!char.IsUpper(c))
            {
                return false;
            }
        }

        return word.Length > 0;
    }

    private static bool IsLongAndUpper(string word) => word.Length > LongestInitials && IsUpper(word);
}
