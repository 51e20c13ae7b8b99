using System.Collections.Immutable;

namespace OnRecord.Quantities;

/// <summary>
/// Decides what currency a shared name or sign means ("$", "pesos") from the other amounts of the document, and ties an
/// amount given again in brackets to the first.
/// </summary>
internal static class MoneyResolver
{
    /// <summary>More characters than these never stand between an amount and its conversion: " (about ".</summary>
    private const int MostBetween = 14;

    /// <summary>Country domains whose pages mean their own dollar by a bare sign.</summary>
    private static readonly ImmutableArray<string> DollarDomains = [".au", ".bs", ".bz", ".ca", ".fj", ".gy", ".hk", ".jm", ".nz", ".sg", ".tt", ".tw"];

    /// <summary>The figures with their currencies and conversions; what stays open is added to <paramref name="open"/>.</summary>
    public static ImmutableArray<Quantity> Resolve(Document document, List<Draft> drafts, List<Unresolved> open)
    {
        var named = drafts.Where(draft => draft.Money?.Code is not null)
            .Select(draft => (draft.Money!.Family, Code: draft.Money.Code!))
            .Distinct()
            .ToLookup(money => money.Family, money => money.Code, StringComparer.Ordinal);
        var ownDollar = document.Page.Uri is { } uri && IsDollarDomain(uri);
        var found = ImmutableArray.CreateBuilder<Quantity>(drafts.Count);
        foreach (var draft in drafts)
        {
            var quantity = draft.Quantity;
            var converted = found.Count > 0 ? Converted(document.Text, found[^1], quantity) : null;
            if (draft.Money is { } money)
            {
                var isConversion = converted is not null;
                quantity = quantity with { Currency = money.Code ?? Shared(money, named[money.Family].ToList(), ownDollar, isConversion) };
                if (quantity.Currency is null)
                {
                    open.Add(new Unresolved(quantity.Span, "currency", "ambiguousCurrency"));
                }
            }

            found.Add(converted is { } first && IsOther(first, quantity) ? quantity with { ConversionOf = first.Span } : quantity);
        }

        return found.ToImmutable();
    }

    /// <summary>A shared name means the one currency that the document spells out, else its default; two that could be meant leave it open.</summary>
    private static string? Shared(MoneyName money, List<string> named, bool ownDollar, bool isConversion)
    {
        var fallback = money.Family == "dollar" && ownDollar && named.Count == 0 ? null : money.Default;
        if (money.Family == "dollar" && isConversion && named.All(code => code != "USD"))
        {
            return money.Default;
        }

        return named.Count switch
        {
            0 => fallback,
            // One dollar spelled out beside a bare one tells two apart, unless it is the same default one.
            1 => money.Default is null || named[0] == money.Default ? named[0] : money.Family == "dollar" ? null : named[0],
            _ => null,
        };
    }

    /// <summary>The figure that this one gives again: the one before it, where only an opening bracket or "or" stands between.</summary>
    private static Quantity? Converted(string text, Quantity first, Quantity second)
    {
        var length = second.Span.Start - first.Span.End;
        if (first.Kind != second.Kind || first.Kind is not (QuantityKind.Money or QuantityKind.Measure) || length is <= 0 or > MostBetween)
        {
            return null;
        }

        var between = text.AsSpan(first.Span.End, length).Trim();
        return between is "(" or "[" or ", or" or "(or" or "(i.e." or "; " or "(approx." or "—" or "(that is" ? first : null;
    }

    private static bool IsOther(Quantity first, Quantity second) =>
        first.ConversionOf is null && (first.Currency != second.Currency || first.Unit != second.Unit);

    private static bool IsDollarDomain(string uri) =>
        Uri.TryCreate(uri, UriKind.Absolute, out var parsed) && DollarDomains.Any(domain => parsed.Host.EndsWith(domain, StringComparison.OrdinalIgnoreCase));
}
