using System.Collections.Frozen;
using System.Globalization;
using OnRecord.Data;

namespace OnRecord.Archive.Stories;

/// <summary>How rare a word is in news, by a fixed table: what is in an archive, and in which order it came, does not change it.</summary>
internal sealed class DocumentFrequencies
{
    /// <summary>The lexicon's name.</summary>
    public const string Lexicon = "document-frequencies";

    /// <summary>What stands for the number of all documents: no word is written so.</summary>
    public const string All = "*";

    /// <summary>Documents that a word must be in to be listed; any other counts as one of nearly so many, since how often rarer words come is chance.</summary>
    public const int Fewest = 5;

    private static readonly Lazy<DocumentFrequencies> Shipped = new(() => new DocumentFrequencies(DataFolder.English()));

    private readonly FrozenDictionary<string, int> _documents;

    /// <exception cref="DataFileException">The lexicon is missing or damaged.</exception>
    public DocumentFrequencies(DataFolder data) => _documents = data.Lexicon(Lexicon).Rows.ToFrozenDictionary(
        row => row["word"], row => int.TryParse(row["documents"], CultureInfo.InvariantCulture, out var count) && count >= Fewest ? count : throw row.Error("documents is no number"), StringComparer.Ordinal);

    /// <summary>Of the data that travel beside the program.</summary>
    /// <exception cref="DataFileException">They are missing or damaged.</exception>
    public static DocumentFrequencies English => Shipped.Value;

    /// <summary>Inverse document frequency (Spärck Jones, 1972): 0 for a word of every document.</summary>
    public double Rarity(string term) => Math.Log(_documents[All] / (double)_documents.GetValueOrDefault(term, Fewest - 1));

    /// <summary>The form in which a folded word is counted and compared: a regular plural as its singular.</summary>
    public static string TermOf(string word) =>
        word.Length > 4 && word.EndsWith("ies", StringComparison.Ordinal) ? word[..^3] + "y"
        : word.Length > 3 && word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i') ? word[..^1]
        : word;
}
