using System.Collections.Immutable;

namespace OnRecord.Archive.FullText;

/// <summary>The words of a query: of each group one must occur, and none of those left out.</summary>
/// <param name="Groups">Groups of words or phrases, in the order of the query.</param>
/// <param name="Without">Words or phrases that must not occur.</param>
internal sealed record WordQuery(ImmutableArray<ImmutableArray<Term>> Groups, ImmutableArray<Term> Without)
{
    /// <summary>No words.</summary>
    public static readonly WordQuery None = new([], []);

    /// <summary>Whether it asks for no words.</summary>
    public bool IsEmpty => Groups.IsEmpty;
}

/// <summary>A word, the beginning of one, or a phrase.</summary>
/// <param name="Text">As the user wrote it; holds a letter or digit.</param>
/// <param name="IsPrefix">Whether its last word may go on.</param>
internal readonly record struct Term(string Text, bool IsPrefix);
