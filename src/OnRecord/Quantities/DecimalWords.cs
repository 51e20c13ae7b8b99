namespace OnRecord.Quantities;

/// <summary>Reads decimals in words: "two point five million", "nought point zero three".</summary>
internal static class DecimalWords
{
    /// <summary>More decimals than these are not said.</summary>
    private const int MostDigits = 9;

    /// <summary>The number with its decimals; null where none follow it.</summary>
    public static NumberReading? After(NumberWords words, NumberReading reading, ReadOnlySpan<Token> parts)
    {
        if (reading.End + 1 >= parts.Length || parts[reading.End].Lower != "point" || !decimal.IsInteger(reading.Value))
        {
            return null;
        }

        var at = reading.End + 1;
        decimal decimals = 0, place = 1;
        for (var digits = 0; digits < MostDigits && at < parts.Length && words.Value(parts[at].Lower, NumberPart.Unit) is { } digit; digits++, at++)
        {
            place /= 10;
            decimals += digit * place;
        }

        if (place == 1 && (words.Value(parts[at].Lower, NumberPart.Teen) ?? words.Value(parts[at].Lower, NumberPart.Ten)) is { } two)
        {
            // "point eleven", "point seventy-one": two digits in one.
            var ones = NumberParser.OverJoin(parts, at + 1);
            var more = two >= 20 && ones < parts.Length ? words.Value(parts[ones].Lower, NumberPart.Unit) : null;
            (place, decimals, at) = (0.01m, (two + (more ?? 0)) / 100, more is null ? at + 1 : ones + 1);
        }

        return place == 1 ? null : reading with { End = at, Value = reading.Value + decimals, Mantissa = reading.Value + decimals, Magnitude = 1 };
    }
}
