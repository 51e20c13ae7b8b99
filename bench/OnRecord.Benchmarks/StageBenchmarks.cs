using BenchmarkDotNet.Attributes;
using OnRecord.Attributions;
using OnRecord.Claims;
using OnRecord.Data;
using OnRecord.Language;
using OnRecord.Names;
using OnRecord.Pages;
using OnRecord.Quantities;
using OnRecord.Times;

namespace OnRecord.Benchmarks;

/// <summary>Each stage alone, on what the stages before it gave: its share of a reading, and how it grows with the text.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class StageBenchmarks
{
    private static readonly ReadOptions Options = new() { Plain = true };

    private readonly DataFolder _data = DataFolder.English();
    private Reading _reading = null!;
    private PageReader _pages = null!;
    private EnglishAnalyzer _analyzer = null!;
    private NameFinder _names = null!;
    private TimeFinder _times = null!;
    private QuantityFinder _quantities = null!;
    private AttributionFinder _attributions = null!;
    private ClaimFinder _claims = null!;
    private Page _page = null!;
    private Document _document = null!;
    private Analysis _analysis = null!;
    private Record _record = null!;
    private NameFindings _named = null!;

    /// <summary>Paragraphs of about 100 words.</summary>
    [Params(7, 28, 112)]
    public int Paragraphs { get; set; }

    [GlobalSetup]
    public void Open()
    {
        _reading = new Reading(_data);
        _pages = new PageReader(_data);
        _analyzer = new EnglishAnalyzer(_data);
        _names = new NameFinder(_data);
        _times = new TimeFinder(_data);
        _quantities = new QuantityFinder(_data);
        _attributions = new AttributionFinder(_data);
        _claims = new ClaimFinder(_data);
        _page = Article.Of(Paragraphs);
        _document = _pages.Read(_page, Options)[0] with { Language = "en" };
        _analysis = _analyzer.Analyze(_document);
        _named = _names.Find(_analysis);
        _record = _reading.Read(_document);
    }

    [Benchmark(Baseline = true)]
    public object Whole() => _reading.Read(_page, Options);

    [Benchmark]
    public object Pages() => _pages.Read(_page, ReadOptions.Default);

    [Benchmark]
    public object Language() => _analyzer.Analyze(_document);

    [Benchmark]
    public object Names() => _names.Find(_analysis);

    [Benchmark]
    public object Times() => _times.Find(_analysis);

    [Benchmark]
    public object Quantities() => _quantities.Find(_analysis, _record.Times);

    [Benchmark]
    public object Attributions() => _attributions.Find(_analysis, _named);

    [Benchmark]
    public object Claims() => _claims.Find(_analysis, _named, _record.Attributions, _record.Times, _record.Quantities);

    [Benchmark]
    public object Json() => RecordJson.Write(_record);
}
