namespace OnRecord.Quantities;

/// <summary>A figure as a dataset's coding rules want it, and the name of the rule that made it.</summary>
/// <param name="Low">Low estimate; null where the text gives none.</param>
/// <param name="Best">The one figure to code; null where the text gives none.</param>
/// <param name="High">High estimate; null where the text gives none.</param>
/// <param name="Rule">Name of the coding rule.</param>
public readonly record struct CodedFigure(decimal? Low, decimal? Best, decimal? High, string Rule);

/// <summary>
/// Codes a figure in the manner of ACLED's codebook: one number, the lowest that the text supports; dozens = 12, hundreds =
/// 100, several = 3. Not ACLED's data, and no judgement of sources: it is one rule, made explicit.
/// </summary>
public static class AcledStyle
{
    /// <summary>What "several", "a few" and "a handful" are coded as where nothing else is asked for.</summary>
    public const decimal Several = 3;

    /// <summary>The names that <see cref="CodedFigure.Rule"/> can have.</summary>
    public static IReadOnlyList<string> RuleNames { get; } = ["acled-figure", "acled-lowest-of-range", "acled-no-lowest", "acled-once-the-plural", "acled-several"];

    /// <summary>Codes a figure.</summary>
    /// <param name="quantity">The figure.</param>
    /// <param name="several">What "several" is coded as; ACLED uses 3 or 10, by the context.</param>
    public static CodedFigure Code(Quantity quantity, decimal several = Several) => quantity switch
    {
        { Rule: "vague-plural", Low: { } low } => Only(low / 2, "acled-once-the-plural"),
        { Rule: "vague-few", Low: { } low } => Only(low < several ? several : low, "acled-several"),
        { Relation: QuantityRelation.Between, Low: { } low } => Only(low, "acled-lowest-of-range"),
        { Relation: QuantityRelation.AtMost or QuantityRelation.FewerThan } or { Best: null } => new CodedFigure(null, null, null, "acled-no-lowest"),
        _ => Only(quantity.Best!.Value, "acled-figure"),
    };

    private static CodedFigure Only(decimal value, string rule) => new(value, value, value, rule);
}

/// <summary>
/// Codes a figure in the manner of UCDP's codebook: low, best and high. The text's own bounds are kept; the best estimate is
/// the figure named, and of a range its low end.
/// </summary>
public static class UcdpStyle
{
    /// <summary>The names that <see cref="CodedFigure.Rule"/> can have.</summary>
    public static IReadOnlyList<string> RuleNames { get; } = ["ucdp-figure", "ucdp-lower-bound", "ucdp-range", "ucdp-upper-bound"];

    /// <summary>Codes a figure.</summary>
    public static CodedFigure Code(Quantity quantity) => quantity.Relation switch
    {
        QuantityRelation.Between => new CodedFigure(quantity.Low, quantity.Low, quantity.High, "ucdp-range"),
        QuantityRelation.AtLeast or QuantityRelation.MoreThan => new CodedFigure(quantity.Low, quantity.Low, null, "ucdp-lower-bound"),
        QuantityRelation.AtMost or QuantityRelation.FewerThan => new CodedFigure(null, null, quantity.High, "ucdp-upper-bound"),
        _ => new CodedFigure(quantity.Best, quantity.Best, quantity.Best, "ucdp-figure"),
    };
}
