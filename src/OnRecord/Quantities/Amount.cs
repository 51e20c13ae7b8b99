namespace OnRecord.Quantities;

/// <summary>A figure with its bounds and unit, before what it counts is known.</summary>
/// <param name="Start">Index of its first part, hedges included.</param>
/// <param name="End">One past its last part.</param>
/// <param name="Term">The term that it is made of; of a range, the one that has the unit.</param>
/// <param name="Bounds">Its bounds.</param>
internal readonly record struct Amount(int Start, int End, Term Term, Bounds Bounds);

/// <summary>The bounds of a figure; the conventions are told in <c>docs/quantities.md</c>.</summary>
internal readonly record struct Bounds(decimal? Low, decimal? High, decimal? Best, QuantityRelation Relation)
{
    /// <summary>The bounds that a hedge makes of a figure.</summary>
    public static Bounds Of(decimal value, Hedge? hedge) => (hedge?.Relation ?? QuantityRelation.Exact) switch
    {
        QuantityRelation.About => new(null, hedge!.Value.Capped ? value : null, value, QuantityRelation.About),
        QuantityRelation.AtLeast => new(value, null, value, QuantityRelation.AtLeast),
        QuantityRelation.MoreThan => new(value, null, value, QuantityRelation.MoreThan),
        QuantityRelation.AtMost => new(null, value, value, QuantityRelation.AtMost),
        QuantityRelation.FewerThan => new(null, value, value, QuantityRelation.FewerThan),
        _ => new(value, value, value, QuantityRelation.Exact),
    };

    /// <summary>The bounds of a word that names no figure, "dozens": its least, unless a hedge caps it ("up to several hundred").</summary>
    public static Bounds OfVague(decimal least, Hedge? hedge) =>
        hedge?.Relation is QuantityRelation.AtMost or QuantityRelation.FewerThan
            ? new(null, null, null, hedge.Value.Relation)
            : new(least, null, null, QuantityRelation.AtLeast);

    /// <summary>Between two figures, either way round.</summary>
    public static Bounds Between(decimal one, decimal other) => new(Math.Min(one, other), Math.Max(one, other), null, QuantityRelation.Between);
}
