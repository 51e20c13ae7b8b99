namespace OnRecord.Language;

/// <summary>How a sentence uses capitals: a word's capital means little in a headline and nothing in a line of capitals.</summary>
internal enum CaseStyle
{
    /// <summary>Capitals begin sentences and names.</summary>
    Sentence,

    /// <summary>Nearly every letter is a capital.</summary>
    Capitals,

    /// <summary>Nearly every long word has a capital.</summary>
    Headline,

    /// <summary>No capitals at all.</summary>
    Lower,
}

/// <summary>What the tagger looks at in one word, as hashes.</summary>
internal readonly record struct WordFacts(
    uint Word, uint Lower, uint Suffix1, uint Suffix2, uint Suffix3, uint Suffix4, uint Prefix1, uint Prefix2, uint Prefix3, uint Shape, uint Class);

/// <summary>
/// The features of the tagger, as 32-bit hashes: the word, its affixes and shape, its neighbours, and the tags given before.
/// The Lab trains with this same code.
/// </summary>
internal static class TaggerFeatures
{
    /// <summary>Features that rest on words alone.</summary>
    public const int OfWords = 29;

    /// <summary>Features that rest on the two tags before as well.</summary>
    public const int OfTags = 8;

    /// <summary>Features of one word.</summary>
    public const int Count = OfWords + OfTags;

    /// <summary>Words of padding on each side of a sentence in an array of facts.</summary>
    public const int Margin = 2;

    /// <summary>The tag before the first word.</summary>
    public const byte NoTag = 255;

    private const uint Seed = 2166136261;

    private static readonly WordFacts Outside = new(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0);

    /// <summary>Fills <paramref name="facts"/> with the words, between <see cref="Margin"/> outside words on each side.</summary>
    public static void Describe(ReadOnlySpan<string> words, Span<WordFacts> facts, TagClasses classes)
    {
        var style = StyleOf(words);
        facts[..Margin].Fill(Outside);
        facts[(words.Length + Margin)..(words.Length + (2 * Margin))].Fill(Outside);
        for (var i = 0; i < words.Length; i++)
        {
            facts[i + Margin] = Describe(words[i], style, i == 0, classes);
        }
    }

    /// <summary>The features of word <paramref name="i"/> that rest on words alone.</summary>
    public static void FillWords(ReadOnlySpan<WordFacts> facts, int i, Span<uint> features)
    {
        ref readonly var two = ref facts[i + Margin - 2];
        ref readonly var before = ref facts[i + Margin - 1];
        ref readonly var word = ref facts[i + Margin];
        ref readonly var after = ref facts[i + Margin + 1];
        ref readonly var next = ref facts[i + Margin + 2];
        features[0] = Mix(1, word.Word);
        features[1] = Mix(2, word.Lower);
        features[2] = Mix(3, word.Suffix1);
        features[3] = Mix(4, word.Suffix2);
        features[4] = Mix(5, word.Suffix3);
        features[5] = Mix(6, word.Suffix4);
        features[6] = Mix(7, word.Prefix1);
        features[7] = Mix(8, word.Prefix2);
        features[8] = Mix(9, word.Prefix3);
        features[9] = Mix(10, word.Shape);
        features[10] = Mix(11, before.Lower);
        features[11] = Mix(12, after.Lower);
        features[12] = Mix(13, two.Lower);
        features[13] = Mix(14, next.Lower);
        features[14] = Mix(15, before.Lower, word.Lower);
        features[15] = Mix(16, word.Lower, after.Lower);
        features[16] = Mix(17, before.Suffix3);
        features[17] = Mix(18, after.Suffix3);
        features[18] = Mix(19, after.Suffix2, word.Shape);
        features[19] = Mix(20, before.Shape, word.Shape);
        features[20] = Mix(21, word.Shape, after.Shape);
        features[21] = Mix(22, word.Class);
        features[22] = Mix(23, after.Class, word.Lower);
        features[23] = Mix(24, after.Class, word.Class);
        features[24] = Mix(25, next.Class, after.Class);
        features[25] = Mix(26, before.Class, word.Suffix2);
        features[26] = Mix(27, word.Shape, word.Suffix3);
        features[27] = Mix(28, before.Lower, after.Lower);
        features[28] = Mix(29, word.Suffix2, after.Class);
    }

    /// <summary>The features of word <paramref name="i"/> that rest on the tags of the two words before it.</summary>
    public static void FillTags(ReadOnlySpan<WordFacts> facts, int i, byte beforeTag, byte twoTag, Span<uint> features)
    {
        ref readonly var word = ref facts[i + Margin];
        ref readonly var after = ref facts[i + Margin + 1];
        var both = ((uint)twoTag << 8) | beforeTag;
        features[0] = Mix(40, beforeTag);
        features[1] = Mix(41, both);
        features[2] = Mix(42, beforeTag, word.Lower);
        features[3] = Mix(43, both, word.Class);
        features[4] = Mix(44, beforeTag, after.Class);
        features[5] = Mix(45, beforeTag, word.Suffix3);
        features[6] = Mix(46, both, word.Shape);
        features[7] = Mix(47, beforeTag, after.Lower);
    }

    /// <summary>Hash of a word for look-ups: lower case, figures alike.</summary>
    public static uint LowerHash(string word)
    {
        var hash = Seed;
        foreach (var c in word)
        {
            hash = Step(hash, Fold(c));
        }

        return hash;
    }

    private static WordFacts Describe(string word, CaseStyle style, bool isFirst, TagClasses classes)
    {
        var lower = LowerHash(word);
        var length = word.Length;
        return new WordFacts(
            style == CaseStyle.Capitals ? lower : WordHash(word),
            lower,
            Affix(word, length - 1, length),
            Affix(word, Math.Max(0, length - 2), length),
            Affix(word, Math.Max(0, length - 3), length),
            Affix(word, Math.Max(0, length - 4), length),
            Affix(word, 0, 1),
            Affix(word, 0, Math.Min(2, length)),
            Affix(word, 0, Math.Min(3, length)),
            Mix((uint)style + (isFirst ? 8u : 0u), ShapeOf(word)),
            classes.Of(lower));
    }

    private static uint WordHash(string word)
    {
        var hash = Seed;
        foreach (var c in word)
        {
            hash = Step(hash, char.IsDigit(c) ? '0' : c is '’' ? '\'' : c);
        }

        return hash;
    }

    private static uint Affix(string word, int start, int end)
    {
        var hash = Seed;
        for (var i = start; i < end; i++)
        {
            hash = Step(hash, Fold(word[i]));
        }

        return hash;
    }

    private static char Fold(char c) => char.IsDigit(c) ? '0' : c is '’' ? '\'' : char.ToLowerInvariant(c);

    /// <summary>Letters and figures by kind, runs shortened: Xx, XX, x-x, 0.0, X.X.</summary>
    private static uint ShapeOf(string word)
    {
        var hash = Seed;
        var last = '\0';
        var repeats = 0;
        foreach (var c in word)
        {
            var kind = char.IsUpper(c) ? 'X' : char.IsLetter(c) ? 'x' : char.IsDigit(c) ? '0' : c is '’' ? '\'' : c;
            repeats = kind == last ? repeats + 1 : 0;
            last = kind;
            if (repeats < 2)
            {
                hash = Step(hash, kind);
            }
        }

        return hash;
    }

    private static CaseStyle StyleOf(ReadOnlySpan<string> words)
    {
        int upper = 0, lower = 0, longWords = 0, capitals = 0;
        foreach (var word in words)
        {
            foreach (var c in word)
            {
                upper += char.IsUpper(c) ? 1 : 0;
                lower += char.IsLower(c) ? 1 : 0;
            }

            if (word.Length >= 4 && char.IsLetter(word[0]))
            {
                longWords++;
                capitals += char.IsUpper(word[0]) ? 1 : 0;
            }
        }

        if (upper >= 6 && upper >= 9 * lower)
        {
            return CaseStyle.Capitals;
        }

        if (upper == 0 && longWords >= 2)
        {
            return CaseStyle.Lower;
        }

        return longWords >= 4 && capitals * 5 >= longWords * 4 ? CaseStyle.Headline : CaseStyle.Sentence;
    }

    private static uint Step(uint hash, char c) => (hash ^ c) * 16777619;

    private static uint Mix(uint template, uint value)
    {
        var hash = (value + (template * 0x9E3779B9)) * 0x85EBCA6B;
        hash ^= hash >> 15;
        hash *= 0xC2B2AE35;
        return hash ^ (hash >> 13);
    }

    private static uint Mix(uint template, uint first, uint second) => Mix(template, Mix(template + 100, first) ^ (second * 0x27D4EB2F));
}
