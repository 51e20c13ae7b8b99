namespace OnRecord;

/// <summary>A figure with its bounds.</summary>
public sealed record Quantity
{
    /// <summary>Where it stands, bound words included ("about 15,000").</summary>
    public required TextSpan Span { get; init; }

    /// <summary>What kind of figure.</summary>
    public required QuantityKind Kind { get; init; }

    /// <summary>Lower bound, inclusive; null = open.</summary>
    public decimal? Low { get; init; }

    /// <summary>Upper bound, inclusive; null = open.</summary>
    public decimal? High { get; init; }

    /// <summary>The figure the text names; null where it names none ("thousands of").</summary>
    public decimal? Best { get; init; }

    /// <summary>How the figure relates to what is counted.</summary>
    public required QuantityRelation Relation { get; init; }

    /// <summary>Unit (UCUM code where there is one, else its plain name), or null.</summary>
    public string? Unit { get; init; }

    /// <summary>ISO 4217 code, for money.</summary>
    public string? Currency { get; init; }

    /// <summary>The noun phrase counted, without the figure; null where there is none.</summary>
    public TextSpan? Counted { get; init; }

    /// <summary>For an amount given again in another unit or currency, the span of the amount that it converts; else null.</summary>
    public TextSpan? ConversionOf { get; init; }

    /// <summary>The part that the figure plays in a change ("fell 3.2 percent to 90"); null where the text tells of none.</summary>
    public QuantityChange? Change { get; init; }

    /// <summary>What happened to the people counted, where they were harmed or held; else null.</summary>
    public Casualty? Casualty { get; init; }

    /// <summary>Name of the rule that read it.</summary>
    public required string Rule { get; init; }
}

/// <summary>A figure's part in a change.</summary>
/// <param name="Role">Whether something changed by it, from it or to it.</param>
/// <param name="Direction">Which way; null where the text does not tell ("was revised to 40").</param>
public sealed record QuantityChange(ChangeRole Role, ChangeDirection? Direction);

/// <summary>What a figure is in a change.</summary>
public enum ChangeRole
{
    /// <summary>The difference: "rose by 40", "a 3 percent drop".</summary>
    By,

    /// <summary>What it was before: "from 560".</summary>
    From,

    /// <summary>What it is after: "to 600".</summary>
    To,
}

/// <summary>Which way a figure changed.</summary>
public enum ChangeDirection
{
    /// <summary>It grew.</summary>
    Up,

    /// <summary>It shrank.</summary>
    Down,
}

/// <summary>What happened to people who are counted.</summary>
public enum Casualty
{
    /// <summary>They died or were killed.</summary>
    Killed,

    /// <summary>They were hurt or wounded.</summary>
    Injured,

    /// <summary>They are missing.</summary>
    Missing,

    /// <summary>They were arrested, detained or abducted.</summary>
    Detained,

    /// <summary>They were driven from their homes.</summary>
    Displaced,
}

/// <summary>Kinds of figures.</summary>
public enum QuantityKind
{
    /// <summary>How many.</summary>
    Count,

    /// <summary>An amount of money.</summary>
    Money,

    /// <summary>A share in hundredths.</summary>
    Percent,

    /// <summary>A length, mass, temperature or the like.</summary>
    Measure,

    /// <summary>How old.</summary>
    Age,

    /// <summary>The place in an order.</summary>
    Ordinal,
}

/// <summary>How a named figure relates to what is counted.</summary>
public enum QuantityRelation
{
    /// <summary>Just so.</summary>
    Exact,

    /// <summary>Roughly.</summary>
    About,

    /// <summary>The figure or more.</summary>
    AtLeast,

    /// <summary>The figure or less.</summary>
    AtMost,

    /// <summary>More than the figure.</summary>
    MoreThan,

    /// <summary>Less than the figure.</summary>
    FewerThan,

    /// <summary>Between two figures.</summary>
    Between,
}
