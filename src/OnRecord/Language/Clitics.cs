namespace OnRecord.Language;

/// <summary>Cuts the clitics off a word: <c>do n't</c>, <c>Kim 's</c>, <c>she 'll</c>.</summary>
internal static class Clitics
{
    /// <summary>Words with more clitics than this do not exist ("shouldn't've").</summary>
    private const int Most = 3;

    /// <summary>Whether the letters behind an apostrophe are a clitic.</summary>
    public static bool IsClitic(ReadOnlySpan<char> rest) => rest.Length switch
    {
        1 => rest[0] is 's' or 'S' or 'm' or 'M' or 'd' or 'D',
        2 => rest.Equals("ll", StringComparison.OrdinalIgnoreCase)
            || rest.Equals("re", StringComparison.OrdinalIgnoreCase)
            || rest.Equals("ve", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    /// <summary>Adds the word in <c>text[start..end]</c>, with its clitics as tokens of their own.</summary>
    public static void Cut(string text, int start, int end, List<TextSpan> tokens)
    {
        Span<int> cuts = stackalloc int[Most];
        var count = 0;
        var last = end;
        while (count < Most && CutBefore(text, start, last) is var cut && cut > start)
        {
            cuts[count++] = cut;
            last = cut;
        }

        tokens.Add(new TextSpan(start, last));
        for (var i = count - 1; i >= 0; i--)
        {
            var until = i == 0 ? end : cuts[i - 1];
            tokens.Add(new TextSpan(cuts[i], until));
        }
    }

    /// <summary>Where the last clitic of <c>text[start..end]</c> begins; <paramref name="start"/> where there is none.</summary>
    private static int CutBefore(string text, int start, int end)
    {
        for (var length = 2; length <= 3 && end - length > start; length++)
        {
            var apostrophe = end - length;
            if (!Letters.IsApostrophe(text[apostrophe]))
            {
                continue;
            }

            var rest = text.AsSpan(apostrophe + 1, length - 1);
            if (length == 2 && rest[0] is 't' or 'T' && text[apostrophe - 1] is 'n' or 'N')
            {
                return apostrophe - 1;
            }

            // 1990's is a decade, one token; 2008's is a possessive.
            var isDecade = rest[0] is 's' && text[apostrophe - 1] == '0' && apostrophe - 2 >= start && char.IsAsciiDigit(text[apostrophe - 2]);
            return IsClitic(rest) && !isDecade ? apostrophe : start;
        }

        return start;
    }
}
