namespace OnRecord.Quantities;

/// <summary>Joins a unit with its part: "5 feet 2 inches", "3 dollars and 50 cents". The figure is told in the larger unit.</summary>
internal static class CompoundTerm
{
    private const int Decimals = 6;
    private const decimal InchesInFoot = 12;
    private const decimal MinorInMajor = 100;

    /// <summary>The term with the part behind it; the same term where there is none.</summary>
    public static Term Extend(ReadOnlySpan<Token> parts, Term term, NumberParser numbers, TermReader terms)
    {
        var at = term.End;
        if (term.Rate is not null || at >= parts.Length || !(term.Unit?.Code == "[ft_i]" || term.Money is { Minor: null }) || term.Value < 0)
        {
            return term;
        }

        at += parts[at].Lower is "and" or "," ? 1 : 0;
        if (numbers.Read(parts, at) is not { Form: NumberForm.Digits or NumberForm.Words, Magnitude: 1 } number || terms.Read(parts, number, at) is var part && part.Start != at)
        {
            return term;
        }

        if (term.Unit is not null)
        {
            var inches = part.Unit?.Code == "[in_i]" || (part.Unit is null && part.Money is null && part.End < parts.Length && parts[part.End].Lower == "in" && parts[at - 1].Lower == "ft");
            return inches && part.Value < InchesInFoot
                ? term with { End = part.Unit is null ? part.End + 1 : part.End, Value = Math.Round(term.Value + (part.Value / InchesInFoot), Decimals) }
                : term;
        }

        var minor = part.Money is { Minor: "cent" or "pence" or "penny" } || (!part.HasUnit && part.Value >= 10 && EndsClause(parts, part.End) && term.MoneyRule != "money-by-symbol");
        return minor && part.Value < MinorInMajor && term.Number.Magnitude == 1 && decimal.IsInteger(term.Value)
            ? term with { End = part.End, Value = term.Value + (part.Value / MinorInMajor) }
            : term;
    }

    /// <summary>"It costs 15 dollars 50.": a bare number that counts nothing.</summary>
    private static bool EndsClause(ReadOnlySpan<Token> parts, int at) => at >= parts.Length || parts[at].Form is "." or "," or ";" or ")" or "!" or "?";
}
