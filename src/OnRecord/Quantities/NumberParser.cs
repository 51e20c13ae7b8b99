using System.Globalization;

namespace OnRecord.Quantities;

/// <summary>Reads numbers, written in digits, in words or in both, from the parts of a sentence. Knows nothing of units.</summary>
internal sealed class NumberParser(NumberWords words)
{
    /// <summary>Longer numbers than this many parts are not written in prose; the bound keeps the work linear.</summary>
    private const int MaxParts = 40;

    private readonly NumberWords _words = words;

    /// <summary>The longest number that begins at a part, or null.</summary>
    public NumberReading? Read(ReadOnlySpan<Token> parts, int at)
    {
        parts = parts[..Math.Min(parts.Length, at + MaxParts)];
        if (at >= parts.Length)
        {
            return null;
        }

        return FigureLexer.IsDigits(parts[at]) ? Digits(parts, at) : Fractions.Read(_words, this, parts, at) ?? Vague(parts, at) ?? Words(parts, at);
    }

    /// <summary>A whole number in digits or words without anything behind it: the number of its parts and its value, or null.</summary>
    internal (int Length, decimal Value)? Whole(ReadOnlySpan<Token> parts, int at)
    {
        parts = parts[..Math.Min(parts.Length, at + MaxParts)];
        if (at >= parts.Length)
        {
            return null;
        }

        if (FigureLexer.IsDigits(parts[at]))
        {
            return Literal(parts[at].Form) is { } literal && decimal.IsInteger(literal) ? (1, literal) : null;
        }

        return parts[at].Lower is not ("a" or "an") && Cardinal(parts, at, at, false, out var sum, out _) is var end && end > at && sum is { IsOrdinal: false, Value: { } value } ? (end - at, value) : null;
    }

    /// <summary>Whether a part is a hyphen that joins two words without blanks.</summary>
    internal static bool IsJoin(ReadOnlySpan<Token> parts, int at) =>
        at > 0 && at + 1 < parts.Length && parts[at].Form is "-" or "‐" or "‑" && !parts[at - 1].SpaceAfter && !parts[at].SpaceAfter;

    /// <summary>The next part, over a joining hyphen.</summary>
    internal static int OverJoin(ReadOnlySpan<Token> parts, int at) => IsJoin(parts, at) ? at + 1 : at;

    private NumberReading? Digits(ReadOnlySpan<Token> parts, int at)
    {
        var form = parts[at].Form;
        if (Literal(form) is not { } literal)
        {
            return form.Count(FigureLexer.IsDigit) > 20 && form.All(c => FigureLexer.IsDigit(c) || c is ',' or '.')
                ? new NumberReading(at, at + 1, 0, NumberForm.Digits) { TooLarge = true }
                : null;
        }

        var reading = new NumberReading(at, at + 1, literal, NumberForm.Digits) { Mantissa = literal, Grouped = form.Contains(',') };
        if (OrdinalSuffix(parts, at))
        {
            return reading with { End = at + 2, Form = NumberForm.Ordinal };
        }

        reading = Fractions.AfterDigits(_words, this, reading, parts);
        return reading.Form == NumberForm.Fraction ? reading : Fractions.AfterWords(_words, WithSmaller(WithMagnitude(reading, parts), parts), parts);
    }

    /// <summary>"4 thousand 3 hundred", "3 hundred and 21": a smaller part in digits behind a magnitude in a word.</summary>
    private NumberReading WithSmaller(NumberReading reading, ReadOnlySpan<Token> parts)
    {
        while (reading is { Magnitude: >= 100, LetterMagnitude: false } && reading.End < parts.Length)
        {
            var hundred = reading.Magnitude == 100;
            var at = reading.End + (hundred && parts[reading.End].Lower == "and" ? 1 : 0);
            if (at >= parts.Length || !(FigureLexer.IsDigits(parts[at]) || _words.Is(parts[at].Lower, NumberPart.Unit)) || Plain(parts, at) is not { } plain || plain == 0)
            {
                return reading;
            }

            var part = WithMagnitude(new NumberReading(at, at + 1, plain, NumberForm.Digits) { Mantissa = plain }, parts);
            if (part.Value >= reading.Magnitude || (part.Magnitude == 1 && !hundred))
            {
                return reading;
            }

            reading = reading with { End = part.End, Value = reading.Value + part.Value, Mantissa = reading.Value + part.Value, Magnitude = part.Magnitude };
        }

        return reading;
    }

    private decimal? Plain(ReadOnlySpan<Token> parts, int at) =>
        FigureLexer.IsDigits(parts[at]) ? Literal(parts[at].Form) is { } value && decimal.IsInteger(value) ? value : null : _words.Value(parts[at].Lower, NumberPart.Unit);

    /// <summary>"1.15 billion", "3bn", "12-million", "2 dozen", "three hundred thousand" behind a mantissa.</summary>
    private NumberReading WithMagnitude(NumberReading reading, ReadOnlySpan<Token> parts)
    {
        var multiplied = true;
        while (multiplied)
        {
            multiplied = false;
            var next = OverJoin(parts, reading.End);
            if (next >= parts.Length)
            {
                break;
            }

            var word = parts[next].Lower;
            var glued = next == reading.End && !parts[next - 1].SpaceAfter;
            var factor = _words.Value(word, NumberPart.Magnitude) ?? _words.Value(word, NumberPart.Hundred) ?? _words.Value(word, NumberPart.Group);
            var letters = false;
            if (factor is null && reading.Magnitude == 1 && (glued || word.Length > 1) && _words.Value(word, NumberPart.Suffix) is { } suffix && parts[next].Form != "mm")
            {
                factor = suffix;
                letters = word.Length == 1;
            }

            if (factor is { } times && Multiply(reading.Value, times) is { } value)
            {
                reading = reading with { End = next + 1, Value = value, Magnitude = reading.Magnitude * times, LetterMagnitude = letters };
                multiplied = !letters;
            }
        }

        return reading;
    }

    private NumberReading? Words(ReadOnlySpan<Token> parts, int at)
    {
        var article = parts[at].Lower is "a" or "an";
        var first = article ? OverJoin(parts, at + 1) : at;
        if (first >= parts.Length || !_words.Knows(parts[first].Lower))
        {
            return null;
        }

        if (article && !(IsMagnitude(parts[first].Lower) || _words.Is(parts[first].Lower, NumberPart.Group) || IsOrdinalHead(parts[first].Lower)))
        {
            return null;
        }

        // "hundred thousand dollars" is said without its article.
        var bare = !article && _words.Is(parts[first].Lower, NumberPart.Hundred) && first + 1 < parts.Length && _words.Is(parts[first + 1].Lower, NumberPart.Magnitude);
        var end = Cardinal(parts, at, first, article || bare, out var sum, out var joint);
        if (end == first || sum.Value is not { } value)
        {
            return null;
        }

        var reading = new NumberReading(at, end, value, sum.IsOrdinal ? NumberForm.Ordinal : NumberForm.Words)
        {
            Mantissa = sum.Mantissa,
            Magnitude = sum.LastMagnitude,
        };
        if (reading.Form == NumberForm.Ordinal)
        {
            return reading;
        }

        reading = Fractions.OfCardinal(_words, reading, joint, parts) ?? DecimalWords.After(_words, reading, parts) ?? reading;
        return Fractions.AfterWords(_words, reading.Form == NumberForm.Words && reading.End > end ? WithMagnitude(reading, parts) : reading, parts);
    }

    /// <summary>Adds up a cardinal or ordinal in words; its end, and what it was before its last "and".</summary>
    private int Cardinal(ReadOnlySpan<Token> parts, int at, int first, bool startsWithOne, out CardinalSum sum, out NumberReading? joint)
    {
        sum = new CardinalSum(_words, startsWithOne);
        joint = null;
        var i = first;
        var end = first;
        while (i < parts.Length && sum.Add(parts[i].Lower))
        {
            end = i + 1;
            i = OverJoin(parts, end);
            if (sum.IsOrdinal)
            {
                break;
            }

            // "fifty - two": treebanks part a hyphen from its words.
            if (i < parts.Length - 1 && parts[i].Form == "-" && _words.Is(parts[i - 1].Lower, NumberPart.Ten) && _words.Is(parts[i + 1].Lower, NumberPart.Unit))
            {
                i++;
            }

            if (i < parts.Length - 1 && parts[i].Lower == "and" && sum.TakesAnd && sum.CanAddAfterAnd(parts[i + 1].Lower))
            {
                joint = sum.Value is { } before ? new NumberReading(at, end, before, NumberForm.Words) { Mantissa = sum.Mantissa, Magnitude = sum.LastMagnitude } : null;
                i++;
            }
        }

        return end;
    }

    /// <summary>"dozens", "tens of thousands", "several hundred", "a few", "a handful": no figure, only the least that it can be.</summary>
    private NumberReading? Vague(ReadOnlySpan<Token> parts, int at)
    {
        var start = at;
        if (parts[at].Lower is "a" or "an" && at + 1 < parts.Length && (_words.Is(parts[at + 1].Lower, NumberPart.Some) || _words.Is(parts[at + 1].Lower, NumberPart.Pair)))
        {
            at++;
        }

        var word = parts[at].Lower;
        if (_words.Value(word, NumberPart.Pair) is { } pair)
        {
            return start < at && at + 1 < parts.Length && parts[at + 1].Lower == "of" ? new NumberReading(start, at + 1, pair, NumberForm.Words) : null;
        }

        if (_words.Value(word, NumberPart.Some) is { } some)
        {
            var bare = start == at && word != "several";
            return bare ? null : Multiplied(new NumberReading(start, at + 1, some, NumberForm.Vague), parts);
        }

        return _words.Value(word, NumberPart.Vague) is { } vague ? VaguePlural(parts, at, vague) : null;
    }

    private NumberReading? VaguePlural(ReadOnlySpan<Token> parts, int at, decimal value)
    {
        var end = at + 1;
        if (parts[at].Lower is "scores" or "tens" && (end >= parts.Length || parts[end].Lower != "of"))
        {
            // "she scores", "two tens"
            return null;
        }

        // "tens of thousands", "hundreds of millions": at least two of the first, of the second.
        while (end + 1 < parts.Length && parts[end].Lower == "of" && _words.Value(parts[end + 1].Lower, NumberPart.Vague) is { } next && Multiply(value, next) is { } product)
        {
            value = product;
            end += 2;
        }

        // "hundreds and hundreds" says no more than "hundreds".
        if (end + 1 < parts.Length && parts[end].Lower is "and" or "or" && _words.Is(parts[end + 1].Lower, NumberPart.Vague))
        {
            end += 2;
        }

        return Multiply(value, 2) is { } least ? new NumberReading(at, end, least, NumberForm.Vague) : null;
    }

    private NumberReading Multiplied(NumberReading reading, ReadOnlySpan<Token> parts)
    {
        while (OverJoin(parts, reading.End) is var next && next < parts.Length
            && (_words.Value(parts[next].Lower, NumberPart.Hundred) ?? _words.Value(parts[next].Lower, NumberPart.Magnitude) ?? _words.Value(parts[next].Lower, NumberPart.Group)) is { } factor
            && Multiply(reading.Value, factor) is { } value)
        {
            reading = reading with { End = next + 1, Value = value };
        }

        return reading;
    }

    /// <summary>"3,5": fewer than three digits behind the only comma.</summary>
    private static bool IsDecimalComma(string form) => form.IndexOf(',') is > 0 and var comma && comma == form.LastIndexOf(',') && form.Length - comma is 2 or 3;

    /// <summary>"1.234.567": groups of three behind two points or more; four of them may be an address of a network.</summary>
    private static bool ArePointsGroups(string form)
    {
        const int MostOfAddress = 3;
        if (form.AsSpan().Count('.') < 2)
        {
            return false;
        }

        var groups = form.Split('.');
        return groups.Length != MostOfAddress + 1 && groups[0].Length is > 0 and <= 3 && groups[0][0] != '0' && groups[1..].All(group => group.Length == 3 && group.All(FigureLexer.IsDigit));
    }

    private bool IsMagnitude(string word) => _words.Is(word, NumberPart.Hundred) || _words.Is(word, NumberPart.Magnitude);

    private bool IsOrdinalHead(string word) => _words.Is(word, NumberPart.OrdinalHundred) || _words.Is(word, NumberPart.OrdinalMagnitude);

    private static bool OrdinalSuffix(ReadOnlySpan<Token> parts, int at)
    {
        if (parts[at].SpaceAfter || at + 1 >= parts.Length || parts[at].Form.Contains('.'))
        {
            return false;
        }

        var last = parts[at].Form[^1];
        var teen = parts[at].Form.Length > 1 && parts[at].Form[^2] == '1';
        var suffix = teen ? "th" : last switch { '1' => "st", '2' => "nd", '3' => "rd", _ => "th" };
        return parts[at + 1].Lower == suffix;
    }

    /// <summary>The value of digits; null where they are no plain number (1.2.3) or have more digits than a decimal holds.</summary>
    private static decimal? Literal(string form)
    {
        if (form.Length == 1 && FigureLexer.IsVulgarFraction(form[0]))
        {
            return Math.Round((decimal)char.GetNumericValue(form[0]), 6);
        }

        if (form.AsSpan().IndexOfAny('e', 'E') is var letter && form.AsSpan().IndexOfAny('x', '×') is var sign && Math.Max(letter, sign) > 0)
        {
            // Behind the sign stand a ten and perhaps a "^".
            var exponent = letter > 0 ? form.AsSpan(letter + 1) : form.AsSpan(form.IndexOf("10", sign, StringComparison.Ordinal) + 2).TrimStart('^');
            var mantissa = form.AsSpan(0, Math.Max(letter, sign)).Trim();
            var minus = exponent[0] is '-' or '−' ? "-" : "";
            return decimal.TryParse($"{mantissa.ToString().Replace(",", "", StringComparison.Ordinal)}E{minus}{exponent.TrimStart("-−+")}", NumberStyles.Float, CultureInfo.InvariantCulture, out var scaled) ? scaled : null;
        }

        Span<char> plain = stackalloc char[40];
        var length = 0;
        var (isDecimalComma, arePointsGroups) = (IsDecimalComma(form), ArePointsGroups(form));
        foreach (var one in form)
        {
            var c = isDecimalComma && one == ',' ? '.' : one;
            if (FigureLexer.IsDigit(c) || (c == '.' && !arePointsGroups))
            {
                if (length == plain.Length)
                {
                    return null;
                }

                plain[length++] = c;
            }
        }

        return length <= 28 && decimal.TryParse(plain[..length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    /// <summary>The product; null where a decimal does not hold it.</summary>
    internal static decimal? Multiply(decimal left, decimal right) =>
        left == 0 || Math.Abs(right) < decimal.MaxValue / Math.Max(1, Math.Abs(left)) ? left * right : null;
}
