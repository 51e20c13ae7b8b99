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

    /// <summary>How many words it holds, each of a phrase counted.</summary>
    public int Count => Groups.SelectMany(group => group).Concat(Without).Sum(term => WordFolding.Words(term.Text).Count());

    /// <summary>The same query with each term, and each group, once: what is asked twice finds nothing else.</summary>
    public WordQuery Distinct() => new(
        [.. Groups.Select(Once).DistinctBy(group => string.Join('|', group.Select(Key).Order(StringComparer.Ordinal)), StringComparer.Ordinal)],
        Once(Without));

    private static ImmutableArray<Term> Once(ImmutableArray<Term> terms) => [.. terms.DistinctBy(Key, StringComparer.Ordinal)];

    /// <summary>What two terms have in common that find the same.</summary>
    private static string Key(Term term) => WordFolding.Line(term.Text) + (term.IsPrefix ? "*" : "");
}

/// <summary>A word, the beginning of one, or a phrase.</summary>
/// <param name="Text">As the user wrote it; holds a letter or digit.</param>
/// <param name="IsPrefix">Whether its last word may go on.</param>
internal readonly record struct Term(string Text, bool IsPrefix);
