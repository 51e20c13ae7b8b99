namespace OnRecord.Quantities;

/// <summary>A number with its unit, before bounds, ranges and what is counted are known.</summary>
/// <param name="Start">Index of its first part, sign or prefix of money included.</param>
/// <param name="End">One past its last part, unit included.</param>
/// <param name="Number">The number.</param>
internal readonly record struct Term(int Start, int End, NumberReading Number)
{
    /// <summary>Its value, with the sign.</summary>
    public decimal Value { get; init; }

    /// <summary>The unit of measure or share; null for money and plain numbers.</summary>
    public Unit? Unit { get; init; }

    /// <summary>The money it is an amount of, or null.</summary>
    public MoneyName? Money { get; init; }

    /// <summary>Whether the money stands before the number, or is written as a code.</summary>
    public string? MoneyRule { get; init; }

    /// <summary>Unit of time of a rate ("/d"), or null.</summary>
    public string? Rate { get; init; }

    /// <summary>A hedge between number and unit ("50-plus", "20-odd").</summary>
    public Hedge? Inner { get; init; }

    /// <summary>Whether it has a unit of any sort.</summary>
    public bool HasUnit => Unit is not null || Money is not null;
}
