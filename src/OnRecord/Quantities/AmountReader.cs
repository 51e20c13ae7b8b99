namespace OnRecord.Quantities;

/// <summary>Reads ranges and hedges around terms.</summary>
internal sealed class AmountReader(NumberParser numbers, TermReader terms, Hedges hedges)
{
    private readonly NumberParser _numbers = numbers;
    private readonly TermReader _terms = terms;
    private readonly Hedges _hedges = hedges;

    /// <summary>The amount around a number.</summary>
    public Amount Read(ReadOnlySpan<Token> parts, NumberReading number, int floor)
    {
        var term = _terms.Read(parts, number, floor);
        return Range(parts, term, floor) ?? Single(parts, term, floor);
    }

    private Amount Single(ReadOnlySpan<Token> parts, Term term, int floor)
    {
        var start = term.Start;
        var end = term.End;
        var vague = term.Number.Form == NumberForm.Vague;
        var small = term.Number.Form is NumberForm.Words or NumberForm.Vague && term.Value < 10 && !term.HasUnit;
        var hedge = term.Number.Form == NumberForm.Ordinal ? null : _hedges.Before(parts, floor, ref start, small) ?? term.Inner;
        if (term.Inner is null && _hedges.After(parts, end, out var behind) is > 0 and var length && term.Number.Form != NumberForm.Ordinal)
        {
            end += length;
            hedge = hedge is null || hedge.Value.Relation == QuantityRelation.About ? behind : hedge;
        }

        return new Amount(start, end, term, vague ? Bounds.OfVague(term.Value, hedge) : Bounds.Of(term.Value, hedge));
    }

    /// <summary>"20 to 25", "between 20 and 25", "20–25 percent", "$12 million to $20 million", "two or three".</summary>
    private Amount? Range(ReadOnlySpan<Token> parts, Term first, int floor)
    {
        if (first.Number.Form is NumberForm.Ordinal or NumberForm.Vague or NumberForm.Fraction || first.Inner is not null)
        {
            return null;
        }

        var between = first.Start > floor && parts[first.Start - 1].Lower == "between";
        var connector = Connector(parts, first.End, between);
        if (connector == 0 || _numbers.Read(parts, SecondStart(parts, first.End + connector)) is not { Form: not (NumberForm.Ordinal or NumberForm.Vague or NumberForm.Fraction) } number)
        {
            return null;
        }

        var second = _terms.Read(parts, number, first.End + connector);
        if (!SameUnit(first, second) || IsChange(parts, first, floor) || !Ascends(ref first, second, parts[first.End].Lower))
        {
            return null;
        }

        var start = first.Start - (between ? 1 : IsRangeFrom(parts, first, floor) ? 1 : 0);
        _hedges.Before(parts, floor, ref start, smallWord: false);
        var unit = second.HasUnit ? second : first with { End = second.End };
        return new Amount(start, second.End, unit, Bounds.Between(first.Value, second.Value));
    }

    /// <summary>The parts between two ends of a range: 0 where there are none.</summary>
    private static int Connector(ReadOnlySpan<Token> parts, int at, bool between)
    {
        if (at + 1 >= parts.Length)
        {
            return 0;
        }

        if (parts[at].Form is "-" or "–" or "—" or "‑" or "~" or "−")
        {
            var tight = !parts[at - 1].SpaceAfter && !parts[at].SpaceAfter;
            var loose = parts[at - 1].SpaceAfter && parts[at].SpaceAfter && parts[at].Form != "—";
            // "50-to-60": a hyphen on either side of the word.
            return (tight || loose) && parts[at + 1].Lower is "to" or "or" && at + 2 < parts.Length ? parts[at + 2].Form == "-" ? 3 : 2 : tight || loose ? 1 : 0;
        }

        return parts[at].Lower is "to" or "through" or "or" || (between && parts[at].Lower == "and") ? 1 : 0;
    }

    /// <summary>The second number may have its money before it.</summary>
    private int SecondStart(ReadOnlySpan<Token> parts, int at)
    {
        for (var i = at; i < Math.Min(at + 3, parts.Length); i++)
        {
            if (FigureLexer.IsDigits(parts[i]))
            {
                return i;
            }

            if (char.IsLetter(parts[i].Form[0]) && parts[i].Form[^1] != '$' && i == at && parts[i].Form.Length > 3)
            {
                return at;
            }
        }

        return at;
    }

    private static bool SameUnit(Term first, Term second) =>
        !first.HasUnit || !second.HasUnit || (first.Unit == second.Unit && first.Money?.Family == second.Money?.Family);

    /// <summary>"rose from 5 to 6 percent": two figures of a change, not the ends of a range.</summary>
    private static bool IsChange(ReadOnlySpan<Token> parts, Term first, int floor) =>
        first.Start > floor && parts[first.Start - 1].Lower == "from" && parts[first.End].Lower == "to" && !IsRangeFrom(parts, first, floor);

    /// <summary>"ranging from 5 to 6", "a range from", "anywhere from".</summary>
    private static bool IsRangeFrom(ReadOnlySpan<Token> parts, Term first, int floor) =>
        first.Start > floor + 1 && parts[first.Start - 1].Lower == "from"
        && parts[first.Start - 2].Lower is "range" or "ranges" or "ranged" or "ranging" or "anywhere" or "vary" or "varies" or "varying" or "varied" or "somewhere" or "is";

    /// <summary>Whether the ends stand in order, once the first has taken the magnitude of the second ("12 to 15 million").</summary>
    private static bool Ascends(ref Term first, Term second, string connector)
    {
        if (first.Number.Magnitude == 1 && second.Number.Magnitude >= 1000 && first.Value < second.Number.Mantissa && first.Value < 1000
            && NumberParser.Multiply(first.Value, second.Number.Magnitude) is { } raised)
        {
            first = first with { Value = raised };
        }

        return first.Value < second.Value && (connector != "or" || second.Value <= first.Value * 3);
    }
}
