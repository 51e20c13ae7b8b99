using System.Collections.Immutable;

namespace OnRecord.Claims;

/// <summary>
/// Gives each time and each figure to the claims whose statement holds it: where these stand in each other, to the smallest that reads alone; and to those that
/// took it from elsewhere with a shared subject or an antecedent.
/// </summary>
internal sealed class ClaimLinks
{
    private readonly ImmutableArray<int>.Builder?[] _times;
    private readonly ImmutableArray<int>.Builder?[] _quantities;

    public ClaimLinks(Analysis analysis, List<ClaimDraft> claims, ImmutableArray<TimeExpression> times, ImmutableArray<Quantity> quantities)
    {
        // Claims by sentence: findings and claims lie in one sentence each, so that no list grows with the text.
        var bySentence = Enumerable.Range(0, claims.Count).ToLookup(claim => analysis.Tokens[claims[claim].Plan.Clause.Head].Sentence);
        _times = Link(analysis, claims, bySentence, [.. times.Select(time => time.Span)]);
        _quantities = Link(analysis, claims, bySentence, [.. quantities.Select(quantity => quantity.Span)]);
    }

    /// <summary>Indexes of a claim's times.</summary>
    public ImmutableArray<int> TimesOf(int claim) => _times[claim]?.ToImmutable() ?? [];

    /// <summary>Indexes of a claim's figures.</summary>
    public ImmutableArray<int> QuantitiesOf(int claim) => _quantities[claim]?.ToImmutable() ?? [];

    private static ImmutableArray<int>.Builder?[] Link(Analysis analysis, List<ClaimDraft> claims, ILookup<int, int> bySentence, ImmutableArray<TextSpan> findings)
    {
        var links = new ImmutableArray<int>.Builder?[claims.Count];
        for (var finding = 0; finding < findings.Length; finding++)
        {
            var span = findings[finding];
            var token = analysis.TokenAt(span.Start);
            if (token >= analysis.Tokens.Length)
            {
                continue;
            }

            var holding = bySentence[analysis.Tokens[token].Sentence].Where(claim => Holds(analysis, claims[claim], span)).ToList();
            var own = holding.FindAll(claim => claims[claim].Statement.Hull.Contains(span));
            var smallest = own.Count == 0 ? -1 : own.MinBy(claim => (claims[claim].Plan.Use == Statements.ClauseUse.Fragment, claims[claim].Statement.Hull.Length, claim));
            foreach (var claim in holding)
            {
                if (claim == smallest || !claims[claim].Statement.Hull.Contains(span))
                {
                    (links[claim] ??= ImmutableArray.CreateBuilder<int>()).Add(finding);
                }
            }
        }

        return links;
    }

    private static bool Holds(Analysis analysis, ClaimDraft claim, TextSpan span) =>
        claim.Statement.Ranges.Any(range => analysis.SpanOf(range.First, range.End).Contains(span));
}
