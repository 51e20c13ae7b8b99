using System.Collections.Frozen;
using System.Collections.Immutable;
using OnRecord.Names;

namespace OnRecord.Claims;

/// <summary>Reads what a claim carries: figures, times, sources, names, its place in the document and in the headline.</summary>
internal sealed class FactReader
{
    /// <summary>How many words of the headline a statement must have, and how long a word must be to count.</summary>
    private const int SharedWords = 2;
    private const int ShortestWord = 4;

    private readonly Analysis _analysis;
    private readonly ImmutableArray<Attribution> _attributions;
    private readonly ImmutableArray<Quantity> _quantities;
    private readonly Voices _voices;
    private readonly HashSet<int> _named;
    private readonly FrozenSet<string> _headline;

    public FactReader(Analysis analysis, NameFindings names, ImmutableArray<Attribution> attributions, ImmutableArray<Quantity> quantities, Voices voices)
    {
        (_analysis, _attributions, _quantities, _voices) = (analysis, attributions, quantities, voices);
        _named = [.. names.Mentions.Where(mention => mention.Form == MentionForm.Name).Select(mention => analysis.TokenAt(mention.Span.Start))];
        _headline = analysis.Document.First(BlockRole.Headline) is { } headline ? Words(headline.Span.Of(analysis.Text)) : [];
    }

    /// <summary>The facts of a claim.</summary>
    public ClaimFacts Of(ClaimDraft draft, ImmutableArray<int> times, ImmutableArray<int> quantities, bool isNested)
    {
        var voices = _voices.Of(draft.Plan.Inner.Head);
        var figures = quantities.Select(place => _quantities[place]).Where(quantity => quantity.Kind is not QuantityKind.Ordinal and not QuantityKind.Age).ToList();
        return new ClaimFacts
        {
            HasFigure = figures.Count > 0,
            HasTime = times.Length > 0,
            HasCasualties = figures.Exists(figure => figure.Casualty is not null),
            IsAttributed = voices.Length > 0,
            IsNested = isNested,
            NamesSomebody = draft.Statement.Parts.Any(part => part.Entity is not null) || draft.Statement.Ranges.Any(range => Enumerable.Range(range.First, range.Length).Any(_named.Contains)),
            Source = voices is [.., var last] ? _attributions[last].Source?.Kind : null,
            Place = (double)draft.Statement.Hull.Start / Math.Max(1, _analysis.Text.Length),
            IsInHeadline = _headline.Count > 0 && Words(draft.Statement.Words).Count(_headline.Contains) >= Math.Min(SharedWords, _headline.Count),
        };
    }

    private static FrozenSet<string> Words(string text) =>
        text.Split([' ', ',', '.', ':', ';', '“', '”', '"', '[', ']', '’', '\''], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word.Length >= ShortestWord)
            .Select(word => word.ToLowerInvariant())
            .ToFrozenSet(StringComparer.Ordinal);
}
