using System.Collections.Immutable;

namespace OnRecord.Attributions;

/// <summary>Pairs quotation marks: the outermost quotations of a text, in its order.</summary>
/// <remarks>
/// Works on characters, paragraph by paragraph, in one pass. A paragraph that ends inside a quotation is taken on by the
/// next one when that begins with an opening mark (the convention of English print); otherwise the quotation runs to the
/// end of its paragraph. Apostrophes open nothing.
/// </remarks>
internal static class QuoteFinder
{
    /// <summary>Paragraphs of one quotation: nobody speaks longer, and a mark that is never closed does not take a whole text along.</summary>
    private const int MostParts = 50;

    private enum Mark
    {
        None,
        Double,
        Single,
        Guillemet,
    }

    public static ImmutableArray<Quotation> Find(string text, ImmutableArray<Block> blocks)
    {
        var found = ImmutableArray.CreateBuilder<Quotation>();
        var open = ImmutableArray.CreateBuilder<TextSpan>();
        foreach (var block in blocks)
        {
            if (!block.Role.IsRunningText())
            {
                continue;
            }

            var start = SkipBlanks(text, block.Span);
            if (open.Count == MostParts || (open.Count > 0 && OpeningAt(text, start, block.Span, out _) == Mark.None))
            {
                found.Add(new Quotation(open.ToImmutable(), false));
                open.Clear();
            }

            ReadParagraph(text, new TextSpan(Math.Min(start, block.Span.End), block.Span.End), found, open);
        }

        if (open.Count > 0)
        {
            found.Add(new Quotation(open.ToImmutable(), false));
        }

        return found.ToImmutable();
    }

    private static void ReadParagraph(string text, TextSpan span, ImmutableArray<Quotation>.Builder found, ImmutableArray<TextSpan>.Builder open)
    {
        var at = span.Start;
        while (at < span.End)
        {
            var mark = OpeningAt(text, at, span, out var width);
            if (mark == Mark.None)
            {
                at++;
                continue;
            }

            var end = ClosingBehind(text, at + width, span, mark);
            if (end < 0 && mark == Mark.Single)
            {
                // An unpaired single mark is an apostrophe: ’Tis, ’90s, rock ’n’ roll.
                at += width;
                continue;
            }

            open.Add(new TextSpan(at, end < 0 ? TrimEnd(text, at, span.End) : end));
            if (end < 0)
            {
                return;
            }

            found.Add(new Quotation(open.ToImmutable(), true));
            open.Clear();
            at = end;
        }
    }

    /// <summary>The kind of mark that opens a quotation at a place, and how many characters it has.</summary>
    private static Mark OpeningAt(string text, int at, TextSpan span, out int width)
    {
        width = 1;
        if (at >= span.End)
        {
            return Mark.None;
        }

        switch (text[at])
        {
            case '“' or '„':
                return Mark.Double;
            case '«':
                return Mark.Guillemet;
            case '"':
                return Opens(text, at, at + 1, span) ? Mark.Double : Mark.None;
            case '`' or '\'' when at + 1 < span.End && text[at + 1] == text[at]:
                width = 2;
                return Opens(text, at, at + 2, span) ? Mark.Double : Mark.None;
            case '‘' or '\'':
                return Opens(text, at, at + 1, span) && !IsElision(text, at, span) ? Mark.Single : Mark.None;
            default:
                return Mark.None;
        }
    }

    /// <summary>One past the mark that closes a quotation of this kind; −1 where the paragraph has none.</summary>
    private static int ClosingBehind(string text, int from, TextSpan span, Mark mark)
    {
        for (var i = from; i < span.End; i++)
        {
            var width = mark switch
            {
                Mark.Double => DoubleCloses(text, i, from, span),
                Mark.Guillemet => text[i] == '»' ? 1 : 0,
                _ => SingleCloses(text, i, from, span) ? 1 : 0,
            };
            if (width > 0)
            {
                return i + width;
            }

            if (mark == Mark.Single && i - from > LongestSingle)
            {
                return -1;
            }
        }

        return -1;
    }

    /// <summary>Beyond this many characters a single mark is not looked for: keeps apostrophes in long paragraphs linear.</summary>
    private const int LongestSingle = 1_000;

    private static int DoubleCloses(string text, int i, int from, TextSpan span)
    {
        if (text[i] == '”')
        {
            return 1;
        }

        if (text[i] == '"')
        {
            return i > from && !Opens(text, i, i + 1, span) ? 1 : 0;
        }

        var twice = text[i] is '\'' or '’' && i + 1 < span.End && text[i + 1] == text[i];
        return twice && i > from && !Opens(text, i, i + 2, span) ? 2 : 0;
    }

    private static bool SingleCloses(string text, int i, int from, TextSpan span)
    {
        if (text[i] is not ('’' or '\'') || i == from || char.IsWhiteSpace(text[i - 1]))
        {
            return false;
        }

        // Between letters, or behind the s of a plural before another word, it is an apostrophe.
        var next = i + 1 < span.End ? text[i + 1] : ' ';
        var possessive = text[i - 1] == 's' && char.IsWhiteSpace(next) && i + 2 < span.End && char.IsLower(text[i + 2]);
        return !char.IsLetterOrDigit(next) && !possessive;
    }

    /// <summary>Whether a mark that looks the same on both sides opens: blank or bracket before it, none behind it.</summary>
    private static bool Opens(string text, int at, int behind, TextSpan span)
    {
        var before = at == span.Start || char.IsWhiteSpace(text[at - 1]) || text[at - 1] is '(' or '[' or '—' or '–' or '-' or '“' or '"' or '‘' or '/' or ':';
        return before && behind < span.End && !char.IsWhiteSpace(text[behind]) && text[behind] is not (',' or '.' or ')' or ';' or '?' or '!');
    }

    /// <summary>’90s, ’em, ’tis: a mark before a digit or a short clipped word with no partner is not a quotation.</summary>
    private static bool IsElision(string text, int at, TextSpan span) =>
        at + 1 < span.End && char.IsAsciiDigit(text[at + 1]) && at + 3 < span.End && text[at + 3] == 's';

    private static int SkipBlanks(string text, TextSpan span)
    {
        var at = span.Start;
        while (at < span.End && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }

    private static int TrimEnd(string text, int start, int end)
    {
        while (end > start + 1 && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return end;
    }
}
