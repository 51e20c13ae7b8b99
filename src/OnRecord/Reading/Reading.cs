using System.Collections.Immutable;
using OnRecord.Attributions;
using OnRecord.Claims;
using OnRecord.Data;
using OnRecord.Events;
using OnRecord.Language;
using OnRecord.Names;
using OnRecord.Pages;
using OnRecord.Quantities;
using OnRecord.Times;

namespace OnRecord;

/// <summary>A page in, its records out: the list of steps. Opened once, then safe to use from many threads.</summary>
public sealed class Reading
{
    private const string TooManyTokens = "tooManyTokens";

    private readonly PageReader _pages;
    private readonly LanguageDetector _languages;
    private readonly EnglishAnalyzer _analyzer;
    private readonly NameFinder _names;
    private readonly TimeFinder _times;
    private readonly QuantityFinder _quantities;
    private readonly AttributionFinder _attributions;
    private readonly ClaimFinder _claims;
    private readonly EventFinder _events;

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
        _attributions = new AttributionFinder(data, _names.NounKinds);
        _claims = new ClaimFinder(data, _names.NounKinds);
        _events = new EventFinder(data, _names.NounKinds);
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
        var left = options.Limits;
        foreach (var document in _pages.Read(page, options))
        {
            cancellation.ThrowIfCancellationRequested();
            var (record, tokens) = ReadWithin(left, document, cancellation);
            records.Add(record);
            left = left with { MaxTokens = left.MaxTokens - tokens, MaxFindings = left.MaxFindings - Findings(record) };
        }

        return records.ToImmutable();
    }

    /// <summary>The sentences and tokens of a document, as the reading sees them.</summary>
    /// <param name="document">The document.</param>
    /// <param name="limits">What may be read of it; null for <see cref="ReadLimits.Default"/>.</param>
    /// <param name="cancellation">Ends the analysis before it is done.</param>
    /// <exception cref="OperationCanceledException">The analysis was ended.</exception>
    public Analysis Analyze(Document document, ReadLimits? limits = null, CancellationToken cancellation = default) =>
        _analyzer.Analyze(document, (limits ?? ReadLimits.Default).MaxTokens, cancellation);

    /// <summary>Reads a document that has already been separated from its page.</summary>
    /// <param name="document">The document; where its text tells its language, that counts more than what the page declares.</param>
    /// <param name="limits">What may be read of it; null for <see cref="ReadLimits.Default"/>.</param>
    /// <param name="cancellation">Ends the reading before it is done.</param>
    /// <exception cref="OperationCanceledException">The reading was ended.</exception>
    public Record Read(Document document, ReadLimits? limits = null, CancellationToken cancellation = default) =>
        ReadWithin(limits ?? ReadLimits.Default, document, cancellation).Record;

    /// <summary>The record, and how many tokens were read. A text with more findings than may be is read again in its first half, until they fit.</summary>
    private (Record Record, int Tokens) ReadWithin(ReadLimits limits, Document document, CancellationToken cancellation)
    {
        document = document with { Language = _languages.Choose(document.Language, document.Text), Unresolved = [.. document.Unresolved.OrderBy(open => open.Span)] };
        var analysis = _analyzer.Analyze(document, limits.MaxTokens, cancellation);
        while (true)
        {
            // Nothing but the number is kept: an analysis is many times its text.
            var tokens = analysis.Tokens.Length;
            var record = Finish(document, analysis);
            if (Findings(record) <= limits.MaxFindings || tokens == 0)
            {
                return (record, tokens);
            }

            var shorter = _analyzer.Analyze(document, tokens / 2, cancellation);
            analysis = shorter with
            {
                Unresolved = [.. shorter.Unresolved.Select(open => open.Why == TooManyTokens ? open with { Why = "tooManyFindings" } : open)],
            };
        }
    }

    private static int Findings(Record record) =>
        record.Mentions.Length + record.Times.Length + record.Quantities.Length + record.Attributions.Length + record.Claims.Length;

    /// <summary>The steps, in their order.</summary>
    private Record Finish(Document document, Analysis analysis)
    {
        var names = _names.Find(analysis);
        analysis = analysis.WithoutView(Views.Names);
        analysis.Cancellation.ThrowIfCancellationRequested();
        var times = _times.Find(analysis);
        analysis.Cancellation.ThrowIfCancellationRequested();
        var quantities = _quantities.Find(analysis, times.Found);
        analysis.Cancellation.ThrowIfCancellationRequested();
        var attributions = _attributions.Find(analysis, names);
        analysis.Cancellation.ThrowIfCancellationRequested();
        var claims = _claims.Find(analysis, names, attributions.Found, times.Found, quantities.Found);
        analysis.Cancellation.ThrowIfCancellationRequested();
        var events = _events.Find(analysis, names, attributions.Found, claims.Found);
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
            Events = events.Found,
            Unresolved =
            [
                .. document.Unresolved
                    .Concat(analysis.Unresolved)
                    .Concat(names.Unresolved)
                    .Concat(times.Unresolved)
                    .Concat(quantities.Unresolved)
                    .Concat(attributions.Unresolved)
                    .Concat(claims.Unresolved)
                    .Concat(events.Unresolved)
                    .OrderBy(open => open.Span),
            ],
        };
    }
}
