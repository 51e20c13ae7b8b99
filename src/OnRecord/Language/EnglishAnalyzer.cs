using OnRecord.Data;

namespace OnRecord.Language;

/// <summary>Splits a document's running text into sentences and tokens, and tags them.</summary>
public sealed class EnglishAnalyzer
{
    /// <summary>Opens the lexicons and models of the analysis.</summary>
    /// <exception cref="DataFileException">A lexicon or model is missing or damaged.</exception>
    public EnglishAnalyzer(DataFolder data)
    {
        _ = data;
    }

    /// <summary>Analyzes the blocks of running text.</summary>
    public Analysis Analyze(Document document) => new(document, [], []);
}
