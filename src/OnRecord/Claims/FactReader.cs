using System.Collections.Frozen;
using System.Collections.Immutable;
using OnRecord.Language.Syntax;
using OnRecord.Names;

namespace OnRecord.Claims;

/// <summary>Reads what a claim carries: figures, times, sources, names, its place in the document and in the headline.</summary>
internal sealed class FactReader
{
    /// <summary>How many words of the headline a statement must have, and how long a word must be to count.</summary>
    private const int SharedWords = 2;
    private const int ShortestWord = 4;

    /// <summary>Claims in the first part of a document open it.</summary>
    private const double Opening = 0.15;

    /// <summary>A statement of fewer tokens is short.</summary>
    private const int FewTokens = 7;

    /// <summary>Counts up to here, in letters, say little: "one of them", "the two".</summary>
    private const int FewCounted = 2;

    private readonly Analysis _analysis;
    private readonly ImmutableArray<Attribution> _attributions;
    private readonly ImmutableArray<Quantity> _quantities;
    private readonly Voices _voices;
    private readonly ClaimWords _words;
    private readonly HashSet<int> _named;
    private readonly FrozenSet<string> _headline;

    public FactReader(Analysis analysis, NameFindings names, ImmutableArray<Attribution> attributions, ImmutableArray<Quantity> quantities, Voices voices, ClaimWords words)
    {
        (_analysis, _attributions, _quantities, _voices, _words) = (analysis, attributions, quantities, voices, words);
        _named = [.. names.Mentions.Where(mention => mention.Form == MentionForm.Name).Select(mention => analysis.TokenAt(mention.Span.Start))];
        _headline = analysis.Document.First(BlockRole.Headline) is { } headline ? Words(headline.Span.Of(analysis.Text)) : [];
    }

    /// <summary>The facts of a claim.</summary>
    public ClaimFacts Of(ClaimDraft draft, ImmutableArray<int> times, ImmutableArray<int> quantities, bool isNested)
    {
        var (plan, statement) = (draft.Plan, draft.Statement);
        var last = _voices.Of(plan.Inner.Head) is [.., var index] ? _attributions[index] : null;
        var figures = quantities.Select(place => _quantities[place]).Where(quantity => quantity.Kind is not QuantityKind.Ordinal and not QuantityKind.Age).ToList();
        var tokens = statement.Ranges.SelectMany(range => Enumerable.Range(range.First, range.Length)).ToList();
        return new ClaimFacts
        {
            HasFigure = figures.Count > 0,
            HasTellingFigure = figures.Exists(Tells),
            HasTime = times.Length > 0,
            IsAttributed = last is not null,
            IsNested = isNested,
            NamesSomebody = statement.Parts.Any(part => part.Entity is not null) || tokens.Exists(_named.Contains),
            NamesObject = tokens.Exists(token => token > plan.Inner.Head && _named.Contains(token)),
            Source = last?.Source?.Kind,
            IsQuotation = last?.Speech == Speech.Direct,
            HasFirstPerson = tokens.Exists(token => _words.Pronoun(_analysis.Tokens[token].Lower) is "speaker" && !statement.IsReplaced(_analysis.Tokens[token].Span)),
            IsInOpening = (double)statement.Hull.Start / Math.Max(1, _analysis.Text.Length) < Opening,
            IsInHeadline = _headline.Count > 0 && Words(statement.Words).Count(_headline.Contains) >= Math.Min(SharedWords, _headline.Count),
            IsPast = plan.Inner.Group is { Copular: false } group && (group.Tense == VerbTense.Past || group.Perfect),
            IsDeed = IsDeed(plan.Inner.Head) || (plan.Governor >= 0 && IsDeed(plan.Governor)),
            IsGoverned = plan.Governor >= 0,
            IsShort = tokens.Count < FewTokens,
        };
    }

    private bool Tells(Quantity figure) =>
        figure.Kind is QuantityKind.Money or QuantityKind.Percent || (figure.Best ?? figure.Low ?? figure.High) > FewCounted || figure.Span.Of(_analysis.Text).Any(char.IsAsciiDigit);

    private bool IsDeed(int token) => _words.IsDeed(_analysis.Tokens[token].Lemma.ToLowerInvariant());

    private static FrozenSet<string> Words(string text) =>
        text.Split([' ', ',', '.', ':', ';', '“', '”', '"', '[', ']', '’', '\''], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word.Length >= ShortestWord)
            .Select(word => word.ToLowerInvariant())
            .ToFrozenSet(StringComparer.Ordinal);
}
