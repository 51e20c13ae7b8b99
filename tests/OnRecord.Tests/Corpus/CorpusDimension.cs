using OnRecord.Data;
using OnRecord.Language;

namespace OnRecord.Tests.Corpus;

/// <summary>A finding as the corpus writes it, and the name of the rule that made it.</summary>
public readonly record struct CorpusFinding(TextSpan Span, string Value, string Rule);

/// <summary>How one dimension's findings are read from a sentence and written in the notation of its corpus files.</summary>
/// <param name="Name">Folder below <c>corpus/</c>.</param>
/// <param name="Find">Reads a document that holds one corpus line.</param>
/// <param name="Rules">Names of all rules of the dimension; each must fire on some line.</param>
public sealed record CorpusDimension(string Name, Func<Analysis, IEnumerable<CorpusFinding>> Find, Func<IEnumerable<string>> Rules)
{
    private static readonly Lazy<EnglishAnalyzer> Analyzer = new(() => new EnglishAnalyzer(DataFolder.English()));

    private readonly Lazy<IReadOnlyList<CorpusLine>> _lines = new(() => [.. CorpusLine.ReadAll(Name)]);

    /// <summary>Where the marked lines of the dimension stand: a test case each.</summary>
    public TheoryData<string> Places => [.. _lines.Value.Select(line => line.Place)];

    /// <summary>Fails where the promise of the line at a place is broken.</summary>
    public void Holds(string place) => CorpusAssert.Holds(this, _lines.Value.Single(line => line.Place == place));

    /// <summary>The rules that fire on lines that show something.</summary>
    /// <param name="counts">Which findings of a line count; null for all.</param>
    public IReadOnlySet<string> Fired(Func<CorpusLine, CorpusFinding, bool>? counts = null) => _lines.Value.Where(line => line.Mark == '=')
        .SelectMany(line => Read(line).Where(finding => counts?.Invoke(line, finding) ?? true))
        .Select(finding => finding.Rule).ToHashSet();

    /// <summary>The findings in a corpus line.</summary>
    public IReadOnlyList<CorpusFinding> Read(CorpusLine line) => [.. Find(Analyzer.Value.Analyze(TextDocument.Of(line.Text, line.Published)))];
}
