using System.Collections.Immutable;

namespace OnRecord.Claims;

/// <summary>Gives each time and each figure to the smallest claim that holds it.</summary>
internal sealed class ClaimLinks
{
    private readonly ImmutableArray<int>.Builder?[] _times;
    private readonly ImmutableArray<int>.Builder?[] _quantities;

    public ClaimLinks(List<TextSpan> claims, ImmutableArray<TimeExpression> times, ImmutableArray<Quantity> quantities)
    {
        _times = Link(claims, [.. times.Select(time => time.Span)]);
        _quantities = Link(claims, [.. quantities.Select(quantity => quantity.Span)]);
    }

    /// <summary>Indexes of a claim's times.</summary>
    public ImmutableArray<int> TimesOf(int claim) => _times[claim]?.ToImmutable() ?? [];

    /// <summary>Indexes of a claim's figures.</summary>
    public ImmutableArray<int> QuantitiesOf(int claim) => _quantities[claim]?.ToImmutable() ?? [];

    /// <summary>Sweeps over both lists from left to right; the claims that are open at a finding are those of its sentence.</summary>
    private static ImmutableArray<int>.Builder?[] Link(List<TextSpan> claims, ImmutableArray<TextSpan> findings)
    {
        var links = new ImmutableArray<int>.Builder?[claims.Count];
        var order = Enumerable.Range(0, claims.Count).OrderBy(i => claims[i].Start).ToList();
        var open = new List<int>();
        var next = 0;
        for (var finding = 0; finding < findings.Length; finding++)
        {
            while (next < order.Count && claims[order[next]].Start <= findings[finding].Start)
            {
                open.Add(order[next++]);
            }

            open.RemoveAll(claim => claims[claim].End <= findings[finding].Start);
            var holding = open.Where(claim => claims[claim].Contains(findings[finding])).ToList();
            if (holding.Count > 0)
            {
                var smallest = holding.MinBy(claim => (claims[claim].Length, claim));
                (links[smallest] ??= ImmutableArray.CreateBuilder<int>()).Add(finding);
            }
        }

        return links;
    }
}
