using System.Collections.Immutable;

namespace OnRecord.Times;

/// <summary>What a piece is made of.</summary>
internal enum PieceKind
{
    /// <summary>Letters.</summary>
    Word,

    /// <summary>ASCII digits.</summary>
    Number,

    /// <summary>One other character.</summary>
    Mark,
}

/// <summary>
/// A run of letters, a run of digits, or a mark. Dates are written in so many ways ("8:30p.m.", "mid-2019", "1990s") that
/// rules over pieces are simpler than rules over tokens, and do not hang on where a tokenizer cuts.
/// </summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Lower">Its characters in lower case; dashes as <c>-</c>, apostrophes as <c>'</c>.</param>
/// <param name="Kind">What it is made of.</param>
/// <param name="Tight">Whether it follows the piece before it without a blank.</param>
/// <param name="Capital">Whether it begins with a capital letter.</param>
/// <param name="Token">Index of its token.</param>
internal readonly record struct Piece(TextSpan Span, string Lower, PieceKind Kind, bool Tight, bool Capital, int Token)
{
    /// <summary>Cuts the tokens of a sentence into pieces.</summary>
    public static ImmutableArray<Piece> Cut(Analysis analysis, Sentence sentence)
    {
        var pieces = ImmutableArray.CreateBuilder<Piece>(sentence.EndToken - sentence.FirstToken);
        var end = -1;
        for (var token = sentence.FirstToken; token < sentence.EndToken; token++)
        {
            var span = analysis.Tokens[token].Span;
            for (var start = span.Start; start < span.End;)
            {
                var kind = KindOf(analysis.Text[start]);
                var stop = start + 1;
                while (kind != PieceKind.Mark && stop < span.End && KindOf(analysis.Text[stop]) == kind)
                {
                    stop++;
                }

                if (!char.IsWhiteSpace(analysis.Text[start]))
                {
                    pieces.Add(Make(analysis.Text, new TextSpan(start, stop), kind, end == start, token));
                    end = stop;
                }

                start = stop;
            }
        }

        return pieces.ToImmutable();
    }

    private static Piece Make(string text, TextSpan span, PieceKind kind, bool tight, int token)
    {
        var first = text[span.Start];
        var lower = kind switch
        {
            PieceKind.Word => span.Of(text).ToLowerInvariant(),
            PieceKind.Number => span.Of(text),
            _ => Mark(first),
        };
        return new Piece(span, lower, kind, tight, char.IsUpper(first), token);
    }

    private static string Mark(char mark) => mark switch
    {
        '‐' or '‑' or '–' or '—' or '−' => "-",
        '’' or '‘' or '´' => "'",
        _ => mark.ToString(),
    };

    private static PieceKind KindOf(char c) =>
        char.IsAsciiDigit(c) ? PieceKind.Number : char.IsLetter(c) ? PieceKind.Word : PieceKind.Mark;
}
