using System.Collections.Immutable;
using OnRecord.Data;

namespace OnRecord.Quantities;

/// <summary>Finds figures with their bounds, units and what they count.</summary>
public sealed class QuantityFinder
{
    /// <summary>Opens the lexicons of numbers and units.</summary>
    /// <exception cref="DataFileException">A lexicon is missing or damaged.</exception>
    public QuantityFinder(DataFolder data)
    {
        _ = data;
    }

    /// <summary>The figures in a text; digits inside an expression of time are none.</summary>
    public Findings<Quantity> Find(Analysis analysis, ImmutableArray<TimeExpression> times) => Findings<Quantity>.None;
}
