using OnRecord.Language.Syntax;

namespace OnRecord.Language.Roles;

/// <summary>The range of tokens that each token's subtree covers, and ranges without the marks at their edges.</summary>
internal sealed class SubtreeRanges(Analysis analysis)
{
    private readonly SubtreeExtents _extents = analysis.Syntax.Extents;

    /// <summary>First token of a subtree.</summary>
    public int First(int token) => _extents.First(token);

    /// <summary>One past the last token of a subtree.</summary>
    public int End(int token) => _extents.End(token);

    /// <summary>
    /// A range without the marks at its edges, unless they are a pair of brackets or quotation marks, or close one that opens inside. A quotation with its comma
    /// or stop is direct speech, whose marks belong to the sentence around it.
    /// </summary>
    public (int First, int End) Trim(int first, int end)
    {
        while (end > first && IsMark(end - 1) && !(Closes(end - 1) && Pairs(first, end - 1) && !EndsSpeech(first, end - 1)))
        {
            end--;
        }

        while (first < end && IsMark(first) && !(Opens(first) && Partner(first, end) >= 0))
        {
            first++;
        }

        return (first, end);
    }

    private bool EndsSpeech(int first, int close) => IsQuote(analysis.Tokens[close].Form) && close > first && IsMark(close - 1) && !Closes(close - 1);

    private bool IsMark(int token) => analysis.Tokens[token].Upos == Upos.PUNCT;

    private static bool IsQuote(string form) => form is "\"" or "''" or "``" or "“" or "”" or "'" or "‘" or "’";

    private bool Opens(int token) => analysis.Tokens[token].Form is "(" or "[" or "“" or "``" or "\"" or "‘" or "'";

    private bool Closes(int token) => analysis.Tokens[token].Form is ")" or "]" or "”" or "''" or "\"" or "’" or "'";

    /// <summary>Where a bracket or quotation closes that opens here; −1 where it does not in the range.</summary>
    private int Partner(int open, int end)
    {
        for (var i = open + 1; i < end; i++)
        {
            if (Matches(open, i))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Whether what closes here opens in the range.</summary>
    private bool Pairs(int first, int close)
    {
        var open = false;
        for (var i = first; i < close; i++)
        {
            if (open ? Closes(i) && IsQuote(analysis.Tokens[i].Form) == IsQuote(analysis.Tokens[close].Form) : Matches(i, close))
            {
                open = !open;
            }
        }

        return open;
    }

    private bool Matches(int open, int close) => (analysis.Tokens[open].Form, analysis.Tokens[close].Form) is
        ("(", ")") or ("[", "]") or ("“", "”") or ("``", "''") or ("\"", "\"") or ("‘", "’") or ("'", "'");
}
