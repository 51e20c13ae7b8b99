namespace OnRecord.Quantities;

/// <summary>Joins a number with the sign, money or unit beside it.</summary>
internal sealed class TermReader(NumberWords numbers, UnitLexicon units, CurrencyLexicon currencies, Hedges hedges, IReadOnlySet<string> moneyCues)
{
    /// <summary>How far around "pounds" a word of money is looked for, in parts.</summary>
    private const int CueReach = 15;

    private const decimal Million = 1_000_000;

    private readonly NumberWords _numbers = numbers;
    private readonly UnitLexicon _units = units;
    private readonly CurrencyLexicon _currencies = currencies;
    private readonly Hedges _hedges = hedges;
    private readonly IReadOnlySet<string> _moneyCues = moneyCues;

    /// <summary>The term around a number.</summary>
    /// <param name="parts">The sentence.</param>
    /// <param name="number">The number.</param>
    /// <param name="floor">Parts before this index belong to an earlier figure.</param>
    public Term Read(ReadOnlySpan<Token> parts, NumberReading number, int floor)
    {
        var term = new Term(number.Start, number.End, number) { Value = number.Value };
        term = WithSign(parts, WithPrefix(parts, term, floor), floor);
        var inner = _hedges.After(parts, term.End, out var hedge);
        if (inner > 0 && !IsUnitSoon(parts, term.End))
        {
            term = term with { End = term.End + inner, Inner = hedge };
        }

        term = WithMagnitudeBehind(parts, term.Money is null ? WithUnit(parts, term) : WithMoneyBehind(parts, term));
        if (term.HasUnit && !IsShare(term.Unit) && term.Unit?.Dimension != "time" && _units.Rate(parts, term.End, out var rate) is > 0 and var length)
        {
            term = term with { End = term.End + length, Rate = "/" + rate };
        }

        return term;
    }

    /// <summary>Whether a unit counts shares, not things.</summary>
    public static bool IsShare(Unit? unit) => unit?.Dimension is "percent" or "points";

    private Term WithPrefix(ReadOnlySpan<Token> parts, Term term, int floor)
    {
        var at = term.Start - 1;
        if (at < floor || term.Number.Form is NumberForm.Ordinal or NumberForm.Fraction)
        {
            return term;
        }

        if (parts[at].Form == "." && at > floor && parts[at - 1].Form is "Rs" or "Rp")
        {
            at--;
        }

        if (at > floor && parts[at].Form is "$" or "£" or "¥" or "€" && _currencies.Symbol(parts[at - 1].Form + parts[at].Form) is { Code: not null } spaced)
        {
            return Prefixed(term, at - 1, spaced, "money-by-symbol");
        }

        if (at > floor && parts[at].Form == "$" && parts[at - 1].Form is "c" or "hk" or "nt" or "us" or "nz" or "au" && _currencies.Symbol(parts[at - 1].Form.ToUpperInvariant() + "$") is { } small)
        {
            return Prefixed(term, at - 1, small, "money-by-symbol");
        }

        if (at > floor && parts[at - 1].Form == "$" && !parts[at - 1].SpaceAfter && _currencies.Symbol(parts[at].Form + "$") is { Code: not null } behind)
        {
            return Prefixed(term, at - 1, behind, "money-by-symbol");
        }

        var isSum = term.Number.Magnitude >= 1000 || term.Number.Grouped;
        if ((parts[at].SpaceAfter ? _currencies.Symbol(parts[at].Form) ?? (isSum ? _currencies.SmallCode(parts[at].Form) : null) : _currencies.Glued(parts[at].Form)) is { } money)
        {
            // "USD 12", "GBP 20.1bn", but also "GB £20": a country's letters before the sign are part of it.
            var code = money.Code is { } iso && iso.Equals(parts[at].Form, StringComparison.OrdinalIgnoreCase);
            return Prefixed(term, at, money, code ? "money-by-code" : "money-by-symbol");
        }

        return term;
    }

    /// <summary>"75 USD million": a magnitude behind the money.</summary>
    private Term WithMagnitudeBehind(ReadOnlySpan<Token> parts, Term term)
    {
        if (term.Money is not { Minor: null } || term.Number.Magnitude != 1 || term.End == term.Number.End || term.End >= parts.Length
            || _numbers.Value(parts[term.End].Lower, NumberPart.Magnitude) is not { } factor || NumberParser.Multiply(term.Value, factor) is not { } value)
        {
            return term;
        }

        return term with { End = term.End + 1, Value = value, Number = term.Number with { Magnitude = factor } };
    }

    /// <summary>"30 MUSD": business papers' million before the code.</summary>
    private Term? InMillions(ReadOnlySpan<Token> parts, Term term) =>
        term.End < parts.Length && term.Money is null && term.Number is { Magnitude: 1, Form: not NumberForm.Ordinal } && parts[term.End].Form is ['M', _, _, _] form
            && _currencies.Code(form[1..]) is { } money && NumberParser.Multiply(term.Value, Million) is { } value
            ? term with { End = term.End + 1, Value = value, Number = term.Number with { Magnitude = Million }, Money = money, MoneyRule = "money-by-code" }
            : null;

    private static Term Prefixed(Term term, int at, MoneyName money, string rule) => term with { Start = at, Money = money, MoneyRule = rule };

    private static Term WithSign(ReadOnlySpan<Token> parts, Term term, int floor)
    {
        var at = term.Start - 1;
        if (at < floor || term.Number.Form is NumberForm.Ordinal or NumberForm.Vague)
        {
            return term;
        }

        var dash = parts[at].Form is "-" or "−" or "–" && !parts[at].SpaceAfter && (at == 0 || parts[at - 1].SpaceAfter || parts[at - 1].Form is "(" or ">" or "<");
        if (NumberParser.IsJoin(parts, at) && at > floor && parts[at - 1].Lower is "minus" or "negative")
        {
            // "minus-130 degrees": headlines' hyphen, not a second sign.
            at--;
            dash = false;
        }

        // "plus or minus 3" is a margin, not a negative figure.
        var word = parts[at].Lower is "minus" or "negative" && (at == 0 || parts[at - 1].Lower != "or");
        return dash || word ? term with { Start = at, Value = -term.Value } : term;
    }

    private Term WithUnit(ReadOnlySpan<Token> parts, Term term)
    {
        if (InMillions(parts, term) is { } millions)
        {
            return millions;
        }

        var at = NumberParser.OverJoin(parts, term.End);
        var glued = at == term.End && at > 0 && at < parts.Length && !parts[at - 1].SpaceAfter;
        if (at >= parts.Length || term.Number.Form == NumberForm.Ordinal)
        {
            return term;
        }

        if (at == term.End && parts[at].Lower == "of" && term.Number.Form is NumberForm.Vague or NumberForm.Words && term.Number.Magnitude != 1 | term.Number.Form == NumberForm.Vague)
        {
            // "millions of dollars", "hundreds of kilometers", "half a million tons".
            at++;
        }

        if (at < parts.Length && MoneyName(parts, at, glued, term.Number.Magnitude) is var (length, money) && length > 0 && !(money is { Code: null, Family: "pound", Minor: null } && !TellsMoney(parts, term)))
        {
            if (money is { Code: null, Family: "pound", Minor: null })
            {
                return term with { End = at + length, Money = money, MoneyRule = "pounds-as-money" };
            }

            return term with { End = at + length, Money = money, MoneyRule = "money-by-name" };
        }

        // A letter that was read as a magnitude is a unit where the context says so ("a 12m-high wave").
        if (term.Number.LetterMagnitude && at < parts.Length && parts[at].Lower is "high" or "long" or "tall" or "wide" or "deep" or "race" or "final" or "sprint" or "freestyle"
            && parts[term.Number.End - 1].Form == "m")
        {
            return term with { Unit = new Unit("m", "length"), Value = term.Value / term.Number.Magnitude };
        }

        if (term.Number.LetterMagnitude && parts[term.Number.End - 1].Form == "m" && IsLengthAgain(parts, at))
        {
            return term with { Unit = new Unit("m", "length"), Value = term.Value / term.Number.Magnitude };
        }

        var units = _units.Longest(parts, at, glued, out var unit);
        var quote = units > 0 && parts[at].Form is "\"" or "'";
        return units > 0 && (units > 1 || !IsVerb(parts[at])) && !(quote && !IsInchMark(parts, term, at)) ? term with { End = at + units, Unit = unit } : term;
    }

    /// <summary>"37m (121ft)": a length is told again in brackets, so the letter before them is no million.</summary>
    private bool IsLengthAgain(ReadOnlySpan<Token> parts, int at) =>
        at + 2 < parts.Length && parts[at].Form == "(" && FigureLexer.IsDigits(parts[at + 1])
        && _units.Longest(parts, NumberParser.OverJoin(parts, at + 2), glued: !parts[at + 1].SpaceAfter, out var again) > 0 && again.Dimension == "length";

    /// <summary>"$249 USD", "$9.99 US dollars", "US$23 billion dollar", "$20 Canadian".</summary>
    private Term WithMoneyBehind(ReadOnlySpan<Token> parts, Term term)
    {
        var at = NumberParser.OverJoin(parts, term.End);
        if (at >= parts.Length)
        {
            return term;
        }

        var (length, money) = MoneyName(parts, at, glued: false, term.Number.Magnitude);
        var dollars = term.Money!.Family == "dollar";
        if (length == 0 && dollars && term.Money.Code is null)
        {
            // "$20 US", but not "a $20 US Army contract".
            length = _currencies.DollarCountry(parts, at, out money!);
            length = at + length < parts.Length && parts[at + length].Upos is Upos.NOUN or Upos.ADJ or Upos.PROPN ? 0 : length;
        }

        if (length == 0 || money.Family != term.Money.Family || (money.Code is { } code && term.Money.Code is { } known && code != known))
        {
            return term;
        }

        return term with { End = at + length, Money = term.Money.Code is null ? money : term.Money };
    }

    private (int Length, MoneyName Money) MoneyName(ReadOnlySpan<Token> parts, int at, bool glued, decimal magnitude)
    {
        if (at >= parts.Length)
        {
            return (0, null!);
        }

        var length = _currencies.Name(parts, at, out var name);
        if (length > 0)
        {
            // "20 won awards", "5 real people": a verb or an adjective is no money, unless there are thousands of it or its country stands before it.
            return length == 1 && magnitude < 1000 && parts[at + length - 1].Upos is Upos.VERB or Upos.ADJ or Upos.AUX ? (0, null!) : (length, name);
        }

        if (_currencies.Symbol(parts[at].Form) is { } symbol && (glued || parts[at].Form.Length > 1 || parts[at].Form is "€") && !IsNumberNext(parts, at))
        {
            return (1, symbol);
        }

        return glued && parts[at].Form == "p" ? (1, new MoneyName("GBP", "pound", "pence", null)) : (0, null!);
    }

    /// <summary>Whether "pounds" is money here: a sum in millions, or a word of money nearby.</summary>
    private bool TellsMoney(ReadOnlySpan<Token> parts, Term term)
    {
        if (term.Number.Magnitude >= 1_000_000)
        {
            return true;
        }

        for (var i = Math.Max(0, term.Start - CueReach); i < Math.Min(parts.Length, term.End + CueReach); i++)
        {
            if (_moneyCues.Contains(parts[i].Lower))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsNumberNext(ReadOnlySpan<Token> parts, int at) => at + 1 < parts.Length && FigureLexer.IsDigits(parts[at + 1]);

    /// <summary>A quotation mark behind short digits is an inch only where it closes no quotation.</summary>
    private static bool IsInchMark(ReadOnlySpan<Token> parts, Term term, int at)
    {
        if (!FigureLexer.IsDigits(parts[term.Number.Start]) || parts[term.Number.Start].Form.Length > 4 || term.Number.End - term.Number.Start > 1)
        {
            return false;
        }

        var open = 0;
        foreach (var part in parts[Math.Max(0, at - CueReach)..at])
        {
            open += part.Form == parts[at].Form || part.Form is "“" or "`" ? 1 : 0;
        }

        return open % 2 == 0;
    }

    private static bool IsVerb(Token part) => part.Upos is Upos.VERB or Upos.AUX && part.Lower is not ("feet" or "miles" or "tons");

    /// <summary>"30 or more percent" keeps its hedge; "15 or 20" is no hedge. Only a unit in the hedge's place forbids it.</summary>
    private bool IsUnitSoon(ReadOnlySpan<Token> parts, int at) => _units.Longest(parts, at, false, out _) > 0;
}
