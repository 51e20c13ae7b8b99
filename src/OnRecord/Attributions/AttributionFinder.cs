using OnRecord.Data;
using OnRecord.Names;

namespace OnRecord.Attributions;

/// <summary>Finds who says what.</summary>
public sealed class AttributionFinder
{
    /// <summary>Opens the lexicons of attribution.</summary>
    /// <exception cref="DataFileException">A lexicon is missing or damaged.</exception>
    public AttributionFinder(DataFolder data)
    {
        _ = data;
    }

    /// <summary>The attributions in a text.</summary>
    public Findings<Attribution> Find(Analysis analysis, NameFindings names) => Findings<Attribution>.None;
}
