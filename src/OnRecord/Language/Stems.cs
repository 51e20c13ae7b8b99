using System.Collections.Frozen;
using OnRecord.Data;

namespace OnRecord.Language;

/// <summary>Gives back to the stem before -ed, -ing, -er and -est the letters that English spelling takes or adds.</summary>
internal sealed class Stems
{
    private readonly FrozenDictionary<string, string> _kinds;

    /// <exception cref="DataFileException">The lexicon is missing or damaged.</exception>
    public Stems(DataFolder data) =>
        _kinds = data.Lexicon("lemma-stems").Rows
            .DistinctBy(row => row["stem"])
            .ToFrozenDictionary(row => row["stem"], row => row["kind"], StringComparer.Ordinal);

    /// <summary>The base form of the verb: <c>mak</c> → make, <c>stopp</c> → stop, <c>visit</c> → visit.</summary>
    public string Base(string stem) => stem.Length < 2 ? stem : Listed(stem) ?? (IsDoubled(stem) ? stem[..^1] : TakesE(stem) ? stem + "e" : stem);

    /// <summary>The positive of a comparative or superlative in -er, -est.</summary>
    public string Positive(string word)
    {
        var stem = word.EndsWith("est", StringComparison.Ordinal) && word.Length > 4 ? word[..^3]
            : word.EndsWith("er", StringComparison.Ordinal) && word.Length > 4 ? word[..^2]
            : word;
        if (stem == word || stem.Length < 2)
        {
            return word;
        }

        if (stem[^1] == 'i')
        {
            return stem[..^1] + "y";
        }

        return Listed(stem) ?? (IsDoubled(stem) ? stem[..^1] : stem[^1] is 'v' or 'c' || EndsInConsonantAndL(stem) ? stem + "e" : stem);
    }

    private string? Listed(string stem)
    {
        var kind = _kinds.GetValueOrDefault(stem);

        // A prefix changes nothing: uninvit, redelet.
        for (var cut = 2; kind is null && cut <= 5 && stem.Length - cut >= 4; cut++)
        {
            kind = _kinds.GetValueOrDefault(stem[cut..]) is "with-e" or "without-e" && stem.Length - cut >= 4 ? _kinds[stem[cut..]] : null;
        }

        return kind switch
        {
            "with-e" => stem + "e",
            "single" => stem[..^1],
            "without-e" or "double" => stem,
            _ => null,
        };
    }

    private static bool IsDoubled(string stem) => stem[^1] == stem[^2] && stem[^1] is not ('l' or 's' or 'z' or 'f' or 'e' or 'o') && stem.Length > 3;

    private static bool IsVowel(string word, int at) => at >= 0 && word[at] is 'a' or 'e' or 'i' or 'o' or 'u';

    private static bool EndsInConsonantAndL(string stem) => stem.Length > 2 && stem[^1] == 'l' && !IsVowel(stem, stem.Length - 2) && stem[^2] is not ('l' or 'r' or 'w');

    private static bool TakesE(string stem)
    {
        var last = stem[^1];
        var before = stem[^2];
        if (last is 'v' or 'u')
        {
            return true;
        }

        if (last is 'c')
        {
            return true;
        }

        if (last is 'z')
        {
            return before is not ('z' or 't');
        }

        if (last is 's')
        {
            return before != 's';
        }

        if (last == 'l')
        {
            return EndsInConsonantAndL(stem) || (IsSingleVowel(stem) && before is 'i' or 'y' or 'u' && IsSingleVowel(stem));
        }

        if (last == 'g')
        {
            return before is 'd' or 'r' or 'l' || (before is 'a' or 'e' or 'i' or 'o' or 'u' && IsSingleVowel(stem));
        }

        return IsSingleVowel(stem) && Ending(before, last, stem);
    }

    /// <summary>One vowel before the last consonant, with a consonant (or nothing, or qu-) before it.</summary>
    private static bool IsSingleVowel(string stem)
    {
        if (!IsVowel(stem, stem.Length - 2) && stem[^2] != 'y')
        {
            return false;
        }

        return stem.Length < 3 || !IsVowel(stem, stem.Length - 3) || (stem.Length > 3 && stem[^3] == 'u' && stem[^4] == 'q')
            || (stem[^2] is 'a' && stem[^3] is 'i' or 'u') || (stem[^3] is 'i' && stem[^2] is 'o');
    }

    /// <summary>Whether words in this vowel and consonant end in a silent e as a rule.</summary>
    private static bool Ending(char vowel, char last, string stem) => last switch
    {
        't' => vowel is 'a' or 'u' or 'o',
        'd' => vowel is 'a' or 'i' or 'o' or 'u' || (vowel == 'e' && stem.Length > 4),
        'r' => vowel is 'a' or 'i' or 'u',
        'n' => vowel is 'i' or 'u' || (vowel == 'a' && stem.Length < 4),
        'm' => vowel is 'a' or 'i' or 'u' || (vowel == 'o' && stem.EndsWith("com", StringComparison.Ordinal)),
        'k' => vowel is 'a' or 'i' or 'o' or 'u',
        'p' => vowel is 'a' or 'i' or 'o' or 'y' or 'u',
        'b' => vowel is 'i' or 'o' or 'u' or 'a',
        'f' => vowel is 'a',
        _ => false,
    };
}
