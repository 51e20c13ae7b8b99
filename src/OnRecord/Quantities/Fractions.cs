namespace OnRecord.Quantities;

/// <summary>Reads parts of a whole: "two-thirds", "a quarter of", "half a million", "one in five", "2 1/2", "two and a half".</summary>
internal static class Fractions
{
    /// <summary>Decimals kept of a fraction, so that equal fractions have equal values.</summary>
    private const int Decimals = 6;

    /// <summary>Below this a rounded fraction would have lost its first digits.</summary>
    private const decimal Tiny = 0.001m;

    /// <summary>The finest part that is added to a whole: "and a thirtieth".</summary>
    private const decimal MostOfSum = 30;

    /// <summary>A fraction in words that begins at a part, or null.</summary>
    public static NumberReading? Read(NumberWords words, NumberParser parser, ReadOnlySpan<Token> parts, int at)
    {
        var start = at;
        decimal numerator = 1;
        if (parts[at].Lower is "a" or "an" or "one" && at + 1 < parts.Length)
        {
            at = NumberParser.OverJoin(parts, at + 1);
        }
        else if ((words.Value(parts[at].Lower, NumberPart.Unit) ?? words.Value(parts[at].Lower, NumberPart.Ten)) is { } unit && unit > 1)
        {
            numerator = unit;
            at = NumberParser.OverJoin(parts, at + 1);
        }

        // "five - eighths": treebanks part a hyphen from its words.
        if (at + 1 < parts.Length && at > start && parts[at].Form == "-" && parts[at].SpaceAfter && words.Is(parts[at + 1].Lower, NumberPart.Part))
        {
            at++;
        }

        if (at < parts.Length && Compound(words, parts, start, ref at, numerator) is { } fine)
        {
            var share = Rounded(numerator / fine);
            return new NumberReading(start, at + 1, share, NumberForm.Fraction) { Mantissa = share };
        }

        if (at >= parts.Length || words.Value(parts[at].Lower, NumberPart.Part) is not { } denominator || !IsPart(parts, start, at, numerator))
        {
            return InEvery(words, parser, parts, start);
        }

        var value = Rounded(numerator / denominator);
        return OfMagnitude(words, parts, new NumberReading(start, at + 1, value, NumberForm.Fraction) { Mantissa = value });
    }

    /// <summary>"One twenty-fifth", "three twenty-firsts": a denominator in two words; moves to its last. "A twenty-first" is a place.</summary>
    private static decimal? Compound(NumberWords words, ReadOnlySpan<Token> parts, int start, ref int at, decimal numerator)
    {
        var last = at + 1 < parts.Length ? NumberParser.OverJoin(parts, at + 1) : parts.Length;
        if (last >= parts.Length || at == start || parts[start].Lower is "a" or "an" || words.Value(parts[at].Lower, NumberPart.Ten) is not { } ten)
        {
            return null;
        }

        var word = parts[last].Lower;
        var plural = word.EndsWith('s');
        if (plural != numerator > 1 || words.Value(plural ? word[..^1] : word, NumberPart.OrdinalUnit) is not { } unit)
        {
            return null;
        }

        at = last;
        return ten + unit;
    }

    /// <summary>"1/2", "2 1/2", "2½", "3 in 10" behind digits.</summary>
    public static NumberReading AfterDigits(NumberWords words, NumberParser parser, NumberReading reading, ReadOnlySpan<Token> parts)
    {
        var i = reading.End;
        if (i < parts.Length && parts[i].Form.Length == 1 && FigureLexer.IsVulgarFraction(parts[i].Form[0]))
        {
            return reading with { End = i + 1, Value = reading.Value + Sign(parts[i]), Mantissa = reading.Value + Sign(parts[i]) };
        }

        if (Slash(parts, reading.Start) is { } plain)
        {
            return reading with { End = reading.Start + 3, Value = plain, Mantissa = plain, Form = NumberForm.Fraction };
        }

        if (Slash(parts, i) is { } added && parts[i - 1].SpaceAfter && decimal.IsInteger(reading.Value))
        {
            return reading with { End = i + 3, Value = reading.Value + added, Mantissa = reading.Value + added };
        }

        return AfterWords(words, InEvery(words, parser, parts, reading.Start) ?? reading, parts);
    }

    /// <summary>"two and a half", "three and a quarter million" behind a cardinal.</summary>
    public static NumberReading AfterWords(NumberWords words, NumberReading reading, ReadOnlySpan<Token> parts)
    {
        var i = reading.End;
        if (reading.Form == NumberForm.Fraction || i + 2 >= parts.Length || parts[i].Lower != "and" || Numerator(words, parts[i + 1].Lower) is not { } numerator
            || words.Value(parts[NumberParser.OverJoin(parts, i + 2)].Lower, NumberPart.Part) is not { } denominator || denominator > MostOfSum
            || (numerator > 1) != parts[NumberParser.OverJoin(parts, i + 2)].Lower.EndsWith('s'))
        {
            return reading;
        }

        var part = numerator / denominator;
        var end = NumberParser.OverJoin(parts, i + 2) + 1;
        if (reading.Magnitude > 1 && end < parts.Length && words.Value(parts[end].Lower, NumberPart.Magnitude) is { } smaller && smaller < reading.Magnitude)
        {
            // "one billion and a half million": the part has a magnitude of its own.
            var both = reading.Value + (part * smaller);
            return reading with { End = end + 1, Value = both, Mantissa = both, Magnitude = 1 };
        }

        var sum = reading.Value + Math.Round(part * reading.Magnitude, Decimals);
        var value = reading with { End = end, Value = sum, Mantissa = sum, Magnitude = 1 };
        return OfMagnitude(words, parts, value);
    }

    /// <summary>
    /// "Twenty-three fifths", "one hundred and three quarters": a cardinal that turns out to be a numerator, or a whole number and
    /// a part; what stands behind its last "and" is the numerator where it is smaller than the denominator.
    /// </summary>
    public static NumberReading? OfCardinal(NumberWords words, NumberReading cardinal, NumberReading? joint, ReadOnlySpan<Token> parts)
    {
        var at = NumberParser.OverJoin(parts, cardinal.End);
        var numerator = cardinal.Value - (joint?.Value ?? 0);
        if (at >= parts.Length || words.Value(parts[at].Lower, NumberPart.Part) is not { } denominator || parts[at].Lower.EndsWith('s') == (joint is not null && numerator == 1))
        {
            return null;
        }

        if (joint is { } whole && numerator < denominator)
        {
            if (at + 1 < parts.Length && words.Value(parts[at + 1].Lower, NumberPart.Magnitude) is { } smaller && smaller < whole.Magnitude)
            {
                // "one billion and three quarters million": the part has a magnitude of its own.
                var both = whole.Value + (numerator / denominator * smaller);
                return whole with { End = at + 2, Value = both, Mantissa = both, Magnitude = 1 };
            }

            // "two million and one third parties" counts parties.
            if (numerator == 1 && at + 1 < parts.Length && char.IsLetter(parts[at + 1].Form[0]))
            {
                return null;
            }

            var sum = whole.Value + Rounded(numerator / denominator * whole.Magnitude);
            return whole with { End = at + 1, Value = sum, Mantissa = sum, Magnitude = 1 };
        }

        // "twelve quarters", "thirty halves" are more often times and games than parts.
        return parts[at].Lower is "quarters" or "halves" ? null : new NumberReading(cardinal.Start, at + 1, Rounded(cardinal.Value / denominator), NumberForm.Fraction);
    }

    /// <summary>Six decimals, and all that a decimal holds of what would vanish so ("a billionth").</summary>
    private static decimal Rounded(decimal value) => Math.Abs(value) < Tiny ? value : Math.Round(value, Decimals);

    private static decimal? Numerator(NumberWords words, string word) => word is "a" or "an" or "one" ? 1 : words.Value(word, NumberPart.Unit);

    /// <summary>A denominator is one after a numerator ("two-thirds"), or, for half and quarter, alone; "the third" is a place.</summary>
    private static bool IsPart(ReadOnlySpan<Token> parts, int start, int at, decimal numerator)
    {
        var word = parts[at].Lower;
        if (word == "half")
        {
            return true;
        }

        if (start == at)
        {
            // "quarter million", but "the third million".
            return parts[at].Lower == "quarter" && at + 1 < parts.Length && parts[at + 1].Lower is "million" or "billion";
        }

        var plural = word.EndsWith('s') || word == "halves";
        if (numerator > 1)
        {
            // "three quarters of" is a share, "for two quarters" is time.
            var time = parts[at].Lower is "quarters" or "halves" or "seconds";
            return plural && (!time || NumberParser.IsJoin(parts, at - 1) || (at + 1 < parts.Length && parts[at + 1].Lower is "of" or "the" or "full" or "million" or "billion" or "trillion"));
        }

        // "a third of voters" is a share; "a third man" is a place.
        return !plural && (at + 1 >= parts.Length || parts[at + 1].Lower is "of" or "the" or "less" or "more" || parts[start].Lower == "one" || word == "quarter" || !char.IsLetter(parts[at + 1].Form[0]));
    }

    /// <summary>"half a million", "three-quarters of a million", "half-dozen".</summary>
    private static NumberReading OfMagnitude(NumberWords words, ReadOnlySpan<Token> parts, NumberReading reading)
    {
        var i = NumberParser.OverJoin(parts, reading.End);
        if (i < parts.Length && parts[i].Lower == "of")
        {
            i++;
        }

        if (i < parts.Length && parts[i].Lower is "a" or "an")
        {
            i = NumberParser.OverJoin(parts, i + 1);
        }

        if (i < parts.Length
            && (words.Value(parts[i].Lower, NumberPart.Magnitude) ?? words.Value(parts[i].Lower, NumberPart.Group) ?? words.Value(parts[i].Lower, NumberPart.Hundred)) is { } factor
            && NumberParser.Multiply(reading.Value, factor) is { } value)
        {
            return reading with { End = i + 1, Value = value, Magnitude = factor, Form = NumberForm.Words };
        }

        return reading;
    }

    /// <summary>"one in five", "three out of four", "9 in 10", "1 over 20".</summary>
    private static NumberReading? InEvery(NumberWords words, NumberParser parser, ReadOnlySpan<Token> parts, int at)
    {
        if (Small(words, parts, at) is not { } share)
        {
            return null;
        }

        var i = at + 1;
        var outOf = i + 1 < parts.Length && parts[i].Lower == "out" && parts[i + 1].Lower == "of";
        var over = i < parts.Length && parts[i].Lower == "over";
        if (!outOf && !over && (i >= parts.Length || parts[i].Lower != "in"))
        {
            return null;
        }

        i += outOf ? 2 : 1;
        i += i < parts.Length && parts[i].Lower == "every" ? 1 : 0;
        var inBare = !outOf && !over && parts[i - 1].Lower == "in";
        if (parser.Whole(parts, i) is not var (length, whole) || whole <= share || (inBare && !IsWhole(parts[i], share, whole)))
        {
            return null;
        }

        // Behind a number "over" bounds no figure; but "one over 20 years" counts the years.
        if (over && i + length < parts.Length && parts[i + length].Form is not ("." or "," or ";" or ":" or ")" or "?" or "!"))
        {
            return null;
        }

        var value = Rounded(share / whole);
        return new NumberReading(at, i + length, value, NumberForm.Fraction) { Mantissa = value };
    }

    /// <summary>"One in five people" and "one in 4,000" are shares; "two in 2008" and "three in one" are not.</summary>
    private static bool IsWhole(Token part, decimal share, decimal whole) =>
        whole >= 3 && (whole <= 100 || (share == 1 && !(part.Form.Length == 4 && whole is > 1000 and < 2100)));

    private static decimal? Small(NumberWords words, ReadOnlySpan<Token> parts, int at)
    {
        if (at >= parts.Length)
        {
            return null;
        }

        var word = parts[at].Lower;
        var spelled = words.Value(word, NumberPart.Unit) ?? words.Value(word, NumberPart.Teen) ?? words.Value(word, NumberPart.Ten);
        return spelled ?? (word.Length <= 3 && word.All(FigureLexer.IsDigit) ? decimal.Parse(word, System.Globalization.CultureInfo.InvariantCulture) : null);
    }

    private static decimal Sign(Token part) => Math.Round((decimal)char.GetNumericValue(part.Form[0]), Decimals);

    private static decimal? Slash(ReadOnlySpan<Token> parts, int at)
    {
        if (at + 2 >= parts.Length || parts[at + 1].Form is not ("/" or "⁄") || parts[at].SpaceAfter || parts[at + 1].SpaceAfter
            || parts[at].Form.Length > 2 || parts[at + 2].Form.Length > 4 || (at + 3 < parts.Length && parts[at + 3].Form == "/")
            || !decimal.TryParse(parts[at].Form, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var numerator)
            || !decimal.TryParse(parts[at + 2].Form, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var denominator))
        {
            return null;
        }

        // Halves, thirds and so on; 9/11 and 24/7 are no fractions in prose.
        return numerator < denominator && numerator > 0 && denominator is 2 or 3 or 4 or 5 or 8 or 10 or 16 or 32 or 64 or 100 or 128 or 256 or 500 or 1000
            ? Math.Round(numerator / denominator, Decimals)
            : null;
    }
}
