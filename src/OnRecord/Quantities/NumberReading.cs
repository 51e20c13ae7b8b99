namespace OnRecord.Quantities;

/// <summary>What kind of number was read.</summary>
internal enum NumberForm
{
    /// <summary>Digits, with or without a magnitude word.</summary>
    Digits,

    /// <summary>A cardinal in words.</summary>
    Words,

    /// <summary>A part of a whole.</summary>
    Fraction,

    /// <summary>A place in an order.</summary>
    Ordinal,

    /// <summary>A plural that names no figure; the value is the least that it can mean.</summary>
    Vague,
}

/// <summary>A number read from the parts of a sentence.</summary>
/// <param name="Start">Index of its first part.</param>
/// <param name="End">One past the index of its last part.</param>
/// <param name="Value">Its value.</param>
/// <param name="Form">How it is written.</param>
internal readonly record struct NumberReading(int Start, int End, decimal Value, NumberForm Form)
{
    /// <summary>The number before its magnitude word: 1.2 in "1.2 million".</summary>
    public decimal Mantissa { get; init; }

    /// <summary>The magnitude that multiplies the mantissa; 1 where there is none.</summary>
    public decimal Magnitude { get; init; } = 1;

    /// <summary>Whether the digits are grouped with separators.</summary>
    public bool Grouped { get; init; }

    /// <summary>Whether it has more digits than a decimal holds; the value is then 0.</summary>
    public bool TooLarge { get; init; }

    /// <summary>Whether the magnitude is a single letter that could be a unit as well ("12m").</summary>
    public bool LetterMagnitude { get; init; }
}
