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
        var term = CompoundTerm.Extend(parts, _terms.Read(parts, number, floor), _numbers, _terms);
        return Range(parts, term, floor) ?? WithOtherBound(parts, Single(parts, WithUnitOfOther(parts, term, floor), floor));
    }

    /// <summary>"from 5 to 6 percent": the first figure of a change has the unit that only the second one shows.</summary>
    private Term WithUnitOfOther(ReadOnlySpan<Token> parts, Term first, int floor) =>
        !first.HasUnit && first.End + 1 < parts.Length && IsChange(parts, first, floor) && _numbers.Read(parts, first.End + 1) is { Form: NumberForm.Digits or NumberForm.Words } number
            && _terms.Read(parts, number, first.End + 1) is { HasUnit: true, MoneyRule: null } second
            ? first with { Unit = second.Unit, Money = second.Money }
            : first;

    private Amount Single(ReadOnlySpan<Token> parts, Term term, int floor)
    {
        var start = term.Start;
        var end = term.End;
        var vague = term.Number.Form == NumberForm.Vague;
        var small = term.Number.Form is NumberForm.Words or NumberForm.Vague && term.Value < 10 && !term.HasUnit;
        var hedge = term.Number.Form == NumberForm.Ordinal ? null : Hedges.Stronger(_hedges.Before(parts, floor, ref start, small), term.Inner);
        if (term.Inner is null && _hedges.After(parts, end, out var behind) is > 0 and var length && term.Number.Form != NumberForm.Ordinal)
        {
            end += length;
            hedge = Hedges.Stronger(hedge, behind);
        }

        return new Amount(start, end, term, vague ? Bounds.OfVague(term.Value, hedge) : Bounds.Of(term.Value, hedge));
    }

    /// <summary>"more than 10 and fewer than 40": two bounds of one figure.</summary>
    private Amount WithOtherBound(ReadOnlySpan<Token> parts, Amount one)
    {
        if (one.Bounds.Relation is QuantityRelation.Exact or QuantityRelation.About || one.Term.Number.Form == NumberForm.Vague
            || one.End >= parts.Length || parts[one.End].Lower is not ("and" or "but" or ","))
        {
            return one;
        }

        for (var i = one.End + 2; i < Math.Min(one.End + 8, parts.Length); i++)
        {
            if (_numbers.Read(parts, i) is { Form: NumberForm.Digits or NumberForm.Words or NumberForm.Fraction } number)
            {
                var other = Single(parts, _terms.Read(parts, number, one.End + 1), one.End + 1);
                return other.Start == one.End + 1 && SameUnit(one.Term, other.Term) && Opposite(one.Bounds, other.Bounds) is { } bounds
                    ? new Amount(one.Start, other.End, other.Term.HasUnit ? other.Term : one.Term, bounds)
                    : one;
            }
        }

        return one;
    }

    private static Bounds? Opposite(Bounds one, Bounds other) =>
        (one.Low ?? other.Low) is { } low && (one.High ?? other.High) is { } high && low < high && (one.Low is null) != (other.Low is null) && (one.High is null) != (other.High is null)
            ? Bounds.Between(low, high)
            : null;

    /// <summary>"20 to 25", "between 20 and 25", "20–25 percent", "$12 million to $20 million", "two or three".</summary>
    private Amount? Range(ReadOnlySpan<Token> parts, Term first, int floor)
    {
        if (first.Number.Form is NumberForm.Ordinal or NumberForm.Vague or NumberForm.Fraction || first.Inner is not null)
        {
            return null;
        }

        var between = first.Start > floor && parts[first.Start - 1].Lower == "between";
        var ages = first.Start > floor + 1 && parts[first.Start - 1].Lower == "of" && parts[first.Start - 2].Lower == "ages";
        var connector = Connector(parts, first.End, between || ages);
        if (connector == 0 || _numbers.Read(parts, SecondStart(parts, first.End + connector)) is not { Form: not (NumberForm.Ordinal or NumberForm.Vague or NumberForm.Fraction) } number)
        {
            return null;
        }

        var second = _terms.Read(parts, number, first.End + connector);
        if (!SameUnit(first, second) || IsBesideAnother(first, second, parts[first.End]) || IsByAndTo(parts, first, second, floor) || IsChange(parts, first, floor) || !Ascends(ref first, second, parts[first.End].Lower))
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

    /// <summary>"fell 3.2 percent to 410": by how much, and to what.</summary>
    private static bool IsBesideAnother(Term first, Term second, Token connector) => connector.Lower == "to" && first.Unit is not null && !second.HasUnit;

    /// <summary>"climbed by 12 to 58": by how much, and to what; "cut by 10 to 15 percent" is a range.</summary>
    private static bool IsByAndTo(ReadOnlySpan<Token> parts, Term first, Term second, int floor) =>
        first.Start > floor && parts[first.Start - 1].Lower == "by" && parts[first.End].Lower == "to" && first.HasUnit == second.HasUnit && second.Number.Magnitude == first.Number.Magnitude && second.Value > 3 * first.Value;

    /// <summary>"rose from 5 to 6 percent": two figures of a change, not the ends of a range.</summary>
    private static bool IsChange(ReadOnlySpan<Token> parts, Term first, int floor) =>
        first.Start > floor && parts[first.Start - 1].Lower == "from" && parts[first.End].Lower == "to" && !IsRangeFrom(parts, first, floor);

    /// <summary>"ranging from 5 to 6", "a range from", "anywhere from".</summary>
    private static bool IsRangeFrom(ReadOnlySpan<Token> parts, Term first, int floor) =>
        first.Start > floor + 1 && parts[first.Start - 1].Lower == "from"
        && parts[first.Start - 2].Lower is "range" or "ranges" or "ranged" or "ranging" or "anywhere" or "vary" or "varies" or "varying" or "varied" or "somewhere";

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
