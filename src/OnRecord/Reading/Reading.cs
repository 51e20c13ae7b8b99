using System.Collections.Immutable;
using OnRecord.Attributions;
using OnRecord.Claims;
using OnRecord.Data;
using OnRecord.Language;
using OnRecord.Names;
using OnRecord.Pages;
using OnRecord.Quantities;
using OnRecord.Times;

namespace OnRecord;

/// <summary>A page in, its records out: the list of steps. Opened once, then safe to use from many threads.</summary>
public sealed class Reading
{
    private readonly PageReader _pages;
    private readonly LanguageDetector _languages;
    private readonly EnglishAnalyzer _analyzer;
    private readonly NameFinder _names;
    private readonly TimeFinder _times;
    private readonly QuantityFinder _quantities;
    private readonly AttributionFinder _attributions;
    private readonly ClaimFinder _claims;

    /// <summary>Opens the lexicons and models in <paramref name="data"/>.</summary>
    /// <exception cref="DataFileException">A lexicon or model is missing or damaged.</exception>
    public Reading(DataFolder data)
    {
        _pages = new PageReader(data);
        _languages = new LanguageDetector(data);
        _analyzer = new EnglishAnalyzer(data);
        _names = new NameFinder(data);
        _times = new TimeFinder(data);
        _quantities = new QuantityFinder(data);
        _attributions = new AttributionFinder(data);
        _claims = new ClaimFinder(data);
    }

    /// <summary>Opens the data that travel beside the program.</summary>
    /// <exception cref="DataFileException">A lexicon or model is missing or damaged.</exception>
    public static Reading Open() => new(DataFolder.English());

    /// <summary>Reads a page: one record for each article, teaser or listing on it, in the order of the page.</summary>
    /// <remarks>Any bytes are read without an exception; what cannot be read is said in the record's <c>unresolved</c>.</remarks>
    /// <param name="page">The page.</param>
    /// <param name="options">What the user knows about it.</param>
    /// <param name="cancellation">Ends the reading before it is done.</param>
    /// <exception cref="OperationCanceledException">The reading was ended; nothing of the page is given.</exception>
    public ImmutableArray<Record> Read(Page page, ReadOptions options, CancellationToken cancellation = default)
    {
        var records = ImmutableArray.CreateBuilder<Record>();
        foreach (var document in _pages.Read(page, options))
        {
            cancellation.ThrowIfCancellationRequested();
            records.Add(Read(document));
        }

        return records.ToImmutable();
    }

    /// <summary>The sentences and tokens of a document, as the reading sees them.</summary>
    public Analysis Analyze(Document document) => _analyzer.Analyze(document);

    /// <summary>Reads a document that has already been separated from its page.</summary>
    /// <remarks>Where the text tells its language, that counts more than what the page declares.</remarks>
    public Record Read(Document document)
    {
        document = document with { Language = _languages.Choose(document.Language, document.Text), Unresolved = [.. document.Unresolved.OrderBy(open => open.Span)] };
        var analysis = _analyzer.Analyze(document);
        var names = _names.Find(analysis);
        var times = _times.Find(analysis);
        var quantities = _quantities.Find(analysis, times.Found);
        var attributions = _attributions.Find(analysis, names);
        var claims = _claims.Find(analysis, names, attributions.Found, times.Found, quantities.Found);
        return new Record
        {
            Document = document,
            Sentences = [.. analysis.Sentences.Select(sentence => sentence.Span)],
            Mentions = names.Mentions,
            Entities = names.Entities,
            Times = times.Found,
            Quantities = quantities.Found,
            Attributions = attributions.Found,
            Claims = claims.Found,
            Unresolved =
            [
                .. document.Unresolved
                    .Concat(analysis.Unresolved)
                    .Concat(names.Unresolved)
                    .Concat(times.Unresolved)
                    .Concat(quantities.Unresolved)
                    .Concat(attributions.Unresolved)
                    .Concat(claims.Unresolved)
                    .OrderBy(open => open.Span),
            ],
        };
    }
}
