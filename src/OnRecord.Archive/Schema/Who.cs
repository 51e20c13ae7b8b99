using System.Collections.Frozen;
using OnRecord.Archive.FullText;
using OnRecord.Data;

namespace OnRecord.Archive.Schema;

/// <summary>By what people, organisations and other sources are one across documents.</summary>
/// <remarks>
/// An entity's key without its country: a document that tells the country and one that does not may mean the same one, and two countries under one name are shown and asked for apart.
/// A source without a name is compared by its words. Between names there is a slash, which words never have.
/// </remarks>
internal static class Who
{
    private static readonly Lazy<FrozenSet<string>> Pronouns = new(() => DataFolder.English().Lexicon("claim-pronouns").Rows.Select(row => row["word"]).ToFrozenSet(StringComparer.Ordinal));

    private static readonly FrozenSet<string> Articles = new[] { "a", "an", "the" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Of an entity with a name: <c>person/dana-orlo</c>, and <c>person/orlo</c>, which is nobody's key, where a single name is all that is told; null where nothing is left of the name.</summary>
    /// <param name="type">Type of the entity, as the record writes it.</param>
    /// <param name="compared">The name under which documents are compared.</param>
    /// <param name="key">Its key; null where it has none.</param>
    public static string? Named(string type, string compared, string? key) => key is not null && key.LastIndexOf('/') is > 0 and var end
        ? key[..end]
        : WordFolding.Line(compared).Replace(' ', '-') is { Length: > 0 } name ? $"{type}/{name}" : null;

    /// <summary>Of the words that name a source: in small letters, without an article; null where they are pronouns and tell nobody.</summary>
    public static string? InWords(string? source)
    {
        var words = WordFolding.Words(source ?? "").Select(word => word.Folded).SkipWhile(Articles.Contains).ToList();
        return words.TrueForAll(Pronouns.Value.Contains) ? null : string.Join(' ', words);
    }

    /// <summary>Whether it is the name of somebody or something, and no words for it.</summary>
    public static bool IsNamed(string who) => who.Contains('/', StringComparison.Ordinal);

    /// <summary>Whether a single name of a person is all that is told: documents that say it need not mean the same one.</summary>
    public static bool IsSingle(string who) => who.StartsWith("person/", StringComparison.Ordinal) && !who.Contains('-', StringComparison.Ordinal);
}
