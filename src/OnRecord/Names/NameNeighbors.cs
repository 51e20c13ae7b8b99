using System.Collections.Frozen;
using OnRecord.Data;

namespace OnRecord.Names;

/// <summary>Words beside a name that tell what it names.</summary>
internal sealed class NameNeighbors(Lexicon lexicon)
{
    private readonly FrozenSet<string> _places = Words(lexicon, "place");
    private readonly FrozenSet<string> _organizations = Words(lexicon, "organization");

    /// <summary>Before a title in quotation marks: titled, the novel, the film.</summary>
    public FrozenSet<string> Works { get; } = Words(lexicon, "work");

    /// <summary>Lemmas of what persons do.</summary>
    public FrozenSet<string> PersonVerbs { get; } = Words(lexicon, "verb");

    /// <summary>Nouns for those who belong to an organisation: members, staff.</summary>
    public FrozenSet<string> Members { get; } = Words(lexicon, "member");

    /// <summary>Prepositions that stand before places.</summary>
    public FrozenSet<string> PlacePrepositions { get; } = Words(lexicon, "place-before");

    /// <summary>What the common noun says that the name beside it names: a town, a company; null where it says nothing.</summary>
    public EntityType? TypeOf(string noun) =>
        _places.Contains(noun) ? EntityType.Place : _organizations.Contains(noun) ? EntityType.Organization : null;

    private static FrozenSet<string> Words(Lexicon lexicon, string type) =>
        lexicon.Rows.Where(row => row["type"] == type).Select(row => row["word"]).ToFrozenSet(StringComparer.Ordinal);
}
