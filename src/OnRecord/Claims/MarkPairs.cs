using System.Collections.Immutable;

namespace OnRecord.Claims;

/// <summary>Keeps quotation marks and brackets together: a clause that holds one of a pair takes in the other, where it stands at its border.</summary>
internal static class MarkPairs
{
    /// <summary>A closing mark may stand behind a comma or a stop.</summary>
    private const int Reach = 2;

    /// <summary>The clause with the marks that its borders cut off.</summary>
    public static (int First, int End) Complete(ImmutableArray<Token> tokens, int first, int end, Sentence sentence)
    {
        if (Unmatched(tokens, first, end, opening: true) is { } closing)
        {
            for (var i = end; i < sentence.EndToken && i < end + Reach && tokens[i].Upos is Upos.PUNCT; i++)
            {
                if (tokens[i].Lower == closing)
                {
                    end = i + 1;
                    break;
                }
            }
        }

        if (first > sentence.FirstToken && Unmatched(tokens, first, end, opening: false) is { } before && tokens[first - 1].Lower == before)
        {
            first--;
        }

        return (first, end);
    }

    /// <summary>The partner of the first mark whose partner is not in the range; null where all are paired.</summary>
    private static string? Unmatched(ImmutableArray<Token> tokens, int first, int end, bool opening)
    {
        for (var i = first; i < end; i++)
        {
            if (Partner(tokens[i].Lower, opening) is { } partner && !Holds(tokens, partner, opening ? i + 1 : first, opening ? end : i))
            {
                return partner;
            }
        }

        return null;
    }

    private static bool Holds(ImmutableArray<Token> tokens, string mark, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (tokens[i].Lower == mark)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Straight marks are not told apart, and so are left alone.</summary>
    private static string? Partner(string mark, bool opening) => (mark, opening) switch
    {
        ("“", true) => "”",
        ("”", false) => "“",
        ("‘", true) => "’",
        ("(", true) => ")",
        (")", false) => "(",
        ("[", true) => "]",
        ("]", false) => "[",
        ("«", true) => "»",
        ("»", false) => "«",
        _ => null,
    };
}
