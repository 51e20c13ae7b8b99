namespace OnRecord.Language.Parsing;

/// <summary>What the network sees of a word: the word itself, its beginnings and endings, and its shape.</summary>
internal static class WordFeatures
{
    /// <summary>Number of features of a word.</summary>
    public const int Count = 9;

    /// <summary>Room that a feature needs at most, in UTF-16 units, beyond the word's own length.</summary>
    public const int Margin = 1;

    /// <summary>A run of the same class of characters counts up to this in the shape.</summary>
    private const int LongestRun = 3;

    /// <summary>Longest word that is looked at; the rest of a longer one changes nothing.</summary>
    public const int LongestWord = 48;

    /// <summary>One feature of a word.</summary>
    /// <param name="kind">Number of the feature, from 0: the word, beginnings of 2 and 3 letters, endings of 1 to 5, the shape.</param>
    /// <param name="form">The word as it stands, at most <see cref="LongestWord"/> long.</param>
    /// <param name="lower">The word in lower case.</param>
    /// <param name="buffer">Room for <see cref="LongestWord"/> + <see cref="Margin"/>.</param>
    public static ReadOnlySpan<char> Of(int kind, ReadOnlySpan<char> form, ReadOnlySpan<char> lower, Span<char> buffer) => kind switch
    {
        0 => Normal(lower, buffer),
        1 => Beginning(lower, 2, buffer),
        2 => Beginning(lower, 3, buffer),
        8 => Shape(form, buffer),
        _ => Ending(lower, kind - 2, buffer),
    };

    /// <summary>The word with the quotation marks and dashes of one kind.</summary>
    public static ReadOnlySpan<char> Normal(ReadOnlySpan<char> lower, Span<char> buffer)
    {
        for (var i = 0; i < lower.Length; i++)
        {
            buffer[i] = lower[i] switch
            {
                '“' or '”' or '„' or '«' or '»' => '"',
                '‘' or '’' or '`' or '´' => '\'',
                '–' or '—' or '―' or '‐' or '‑' => '-',
                _ => lower[i],
            };
        }

        return buffer[..lower.Length];
    }

    private static ReadOnlySpan<char> Beginning(ReadOnlySpan<char> lower, int length, Span<char> buffer)
    {
        if (lower.Length > length)
        {
            return lower[..length];
        }

        lower.CopyTo(buffer);
        buffer[lower.Length] = '$';
        return buffer[..(lower.Length + 1)];
    }

    private static ReadOnlySpan<char> Ending(ReadOnlySpan<char> lower, int length, Span<char> buffer)
    {
        if (lower.Length > length)
        {
            return lower[^length..];
        }

        buffer[0] = '^';
        lower.CopyTo(buffer[1..]);
        return buffer[..(lower.Length + 1)];
    }

    private static ReadOnlySpan<char> Shape(ReadOnlySpan<char> form, Span<char> buffer)
    {
        var (length, last, run) = (0, '\0', 0);
        foreach (var c in form)
        {
            var shape = char.IsUpper(c) ? 'X' : char.IsLower(c) ? 'x' : char.IsDigit(c) ? 'd' : c;
            run = shape == last ? run + 1 : 1;
            last = shape;
            if (run <= LongestRun)
            {
                buffer[length++] = shape;
            }
        }

        return buffer[..length];
    }
}
