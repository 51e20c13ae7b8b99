using System.Globalization;

namespace OnRecord.Quantities;

/// <summary>
/// Cuts a sentence into the parts that figures are made of: digits with their separators, words, prefixes of money, single
/// marks. It reads the text, not the tokens, so that "12m", "NT$12" and "20–25" come out the same however they were tokenized;
/// each part keeps the tag of the token that it lies in.
/// </summary>
internal static class FigureLexer
{
    /// <summary>Powers of ten with more digits than these hold no figure of a news page.</summary>
    private const int LongestExponent = 2;

    /// <summary>The parts of a sentence, as tokens of their own.</summary>
    public static Token[] Cut(Analysis analysis, Sentence sentence)
    {
        var text = analysis.Text;
        var parts = new List<Token>(sentence.EndToken - sentence.FirstToken + 8);
        var token = sentence.FirstToken;
        var at = sentence.Span.Start;
        var end = Math.Min(sentence.Span.End, text.Length);
        while (at < end)
        {
            if (char.IsWhiteSpace(text[at]) || char.IsControl(text[at]))
            {
                at++;
                continue;
            }

            while (token < sentence.EndToken - 1 && analysis.Tokens[token].Span.End <= at)
            {
                token++;
            }

            // Letters of money that the tokenizer cut off their number ("USD20", "RM5.50") end where their token ends.
            var length = PartLength(text.AsSpan(at, end - at), at > 0 ? text[at - 1] : ' ');
            var tokenEnd = token < sentence.EndToken ? analysis.Tokens[token].Span.End : end;
            length = tokenEnd > at && tokenEnd < at + length && char.IsLetter(text[at]) && IsDigit(text[tokenEnd]) ? tokenEnd - at : length;
            parts.Add(Part(analysis, token < sentence.EndToken ? token : -1, new TextSpan(at, at + length)));
            at += length;
        }

        return [.. parts];
    }

    /// <summary>Whether a part begins with a digit or is a fraction sign.</summary>
    public static bool IsDigits(Token part) => IsDigit(part.Form[0]) || part.Form[0] == '.' && part.Form.Length > 1 || IsVulgarFraction(part.Form[0]);

    /// <summary>½, ¼, ¾ and their like.</summary>
    public static bool IsVulgarFraction(char c) => c is '½' or '¼' or '¾' or (>= '⅐' and <= '⅞');

    private static Token Part(Analysis analysis, int token, TextSpan span)
    {
        var form = span.Of(analysis.Text);
        var whole = token >= 0 ? analysis.Tokens[token] : null;
        return new Token
        {
            Span = span,
            Form = form,
            Lower = form.ToLowerInvariant(),
            Sentence = whole?.Sentence ?? 0,
            Lemma = whole?.Lemma ?? "_",
            Upos = whole?.Upos ?? Upos.X,
            Xpos = whole?.Xpos ?? "_",
            SpaceAfter = span.End >= analysis.Text.Length || char.IsWhiteSpace(analysis.Text[span.End]),
        };
    }

    private static int PartLength(ReadOnlySpan<char> rest, char before)
    {
        if (IsDigit(rest[0]) || (rest[0] == '.' && rest.Length > 1 && IsDigit(rest[1]) && !char.IsLetterOrDigit(before) && before != '.'))
        {
            return DigitsLength(rest, IsCurrencySign(before));
        }

        if (IsCurrencySign(rest[0]) || !char.IsLetter(rest[0]))
        {
            return char.IsHighSurrogate(rest[0]) && rest.Length > 1 && char.IsLowSurrogate(rest[1]) ? 2 : 1;
        }

        return WordLength(rest);
    }

    /// <summary>A word; digits inside it stay ("A380", "G20"), and a sign of money at its end makes it a prefix ("US$").</summary>
    private static int WordLength(ReadOnlySpan<char> rest)
    {
        var i = 1;
        var digits = false;
        while (i < rest.Length && (char.IsLetter(rest[i]) || IsDigit(rest[i]) || char.GetUnicodeCategory(rest[i]) == UnicodeCategory.NonSpacingMark))
        {
            digits |= IsDigit(rest[i]);
            i++;
        }

        return !digits && i < rest.Length && i <= 3 && IsCurrencySign(rest[i]) ? i + 1 : i;
    }

    private static int DigitsLength(ReadOnlySpan<char> rest, bool isMoney)
    {
        var i = Run(rest, 0);
        var first = i;
        while (IsGroup(rest, i, first, i > first))
        {
            i = Run(rest, i + 1);
        }

        // A point is a decimal point only where one run of digits follows it: "1.2.3" is a version, and stays one part.
        while (i + 1 < rest.Length && rest[i] == '.' && IsDigit(rest[i + 1]))
        {
            i = Run(rest, i + 1);
        }

        i = i == first && IsDecimalComma(rest, i, isMoney) ? Run(rest, i + 1) : i;
        return i + PowerLength(rest[i..], rest[..i].Contains('.'));
    }

    /// <summary>"€3,5 million", "€12,50": one or two digits behind a comma, of money or in millions; "1,3" may be a list.</summary>
    private static bool IsDecimalComma(ReadOnlySpan<char> rest, int at, bool isMoney)
    {
        if (at >= rest.Length || rest[at] != ',' || Run(rest, at + 1) - at - 1 is not (1 or 2))
        {
            return false;
        }

        var behind = rest[Run(rest, at + 1)..].TrimStart(' ');
        return behind.StartsWith("million", StringComparison.Ordinal) || behind.StartsWith("billion", StringComparison.Ordinal)
            || (isMoney && (behind.IsEmpty || behind[0] is not (',' or '–' or '-') && !IsDigit(behind[0])));
    }

    /// <summary>The length of a power of ten behind digits: <c>e6</c>, <c>E-4</c>, <c>x10^6</c>, <c> × 10^-4</c>, <c>×10−30</c>; 0 where there is none.</summary>
    private static int PowerLength(ReadOnlySpan<char> rest, bool decimals)
    {
        var i = rest is ['e' or 'E', ..] ? 1 : 0;
        if (i == 0)
        {
            i += rest is [' ', '×' or 'x', ' ', ..] ? 3 : rest is ['×' or 'x', ..] ? 1 : 0;
            if (i == 0 || !rest[i..].StartsWith("10", StringComparison.Ordinal))
            {
                return 0;
            }

            // Without a mark only a sign tells that the digits stood higher: "×10−30".
            var marked = rest[i..] is ['1', '0', '^', ..];
            if (!marked && !(rest[i..] is ['1', '0', '-' or '−', ..]))
            {
                return 0;
            }

            i += marked ? 3 : 2;
        }

        // "7e7" is a name: a bare letter needs decimals before it, a sign, or an exponent of two digits.
        var signed = i < rest.Length && rest[i] is '-' or '−' or '+';
        i += signed ? 1 : 0;
        var end = Run(rest, i);
        return end == i || (i == 1 && end - i == 1 && !decimals) || end - i > LongestExponent || (end < rest.Length && (char.IsLetterOrDigit(rest[end]) || rest[end] is '-' or '_')) ? 0 : end;
    }

    /// <summary>A separator and a group of two or three digits: 1,200; 1,50,000; 12 000 (only round figures and several groups take a plain space).</summary>
    private static bool IsGroup(ReadOnlySpan<char> rest, int at, int firstLength, bool grouped)
    {
        if (at >= rest.Length || firstLength > 3)
        {
            return false;
        }

        var length = Run(rest, at + 1) - at - 1;
        var follows = at + 1 + length < rest.Length ? rest[at + 1 + length] : ' ';
        return rest[at] switch
        {
            ',' => length == 3 || (length == 2 && follows == ','),
            '\u00A0' or '\u202F' or '\u2009' or '\'' or '’' => length == 3 && !char.IsLetter(follows),
            ' ' => length == 3 && IsBorder(follows) && (grouped || rest[(at + 2)..(at + 4)] is "00" || (at + 8 <= rest.Length && rest[at + 4] == ' ' && Run(rest, at + 5) == at + 8 && (at + 8 == rest.Length || IsBorder(rest[at + 8])))),
            _ => false,
        };
    }

    private static bool IsBorder(char c) => !char.IsLetterOrDigit(c) && c != '-';

    private static int Run(ReadOnlySpan<char> rest, int from)
    {
        var i = from;
        while (i < rest.Length && IsDigit(rest[i]))
        {
            i++;
        }

        return Math.Max(i, from);
    }

    internal static bool IsDigit(char c) => c is >= '0' and <= '9';

    private static bool IsCurrencySign(char c) => char.GetUnicodeCategory(c) == UnicodeCategory.CurrencySymbol;
}
