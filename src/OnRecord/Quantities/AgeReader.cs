namespace OnRecord.Quantities;

/// <summary>Tells ages from other figures: "40-year-old", "aged 12", "Honnold, 40,", "in her 30s".</summary>
internal sealed class AgeReader(NumberWords words, IReadOnlySet<string> groups, IReadOnlySet<string> people)
{
    private const decimal OldestPerson = 120;

    private readonly NumberWords _words = words;
    private readonly IReadOnlySet<string> _groups = groups;
    private readonly IReadOnlySet<string> _people = people;

    /// <summary>An age that was found around a number.</summary>
    /// <param name="Start">Index of its first part.</param>
    /// <param name="End">One past its last part.</param>
    /// <param name="Unit">UCUM code of its unit of time.</param>
    /// <param name="Rule">Name of the rule.</param>
    internal readonly record struct Age(int Start, int End, string Unit, string Rule);

    /// <summary>The age that an amount tells, or null.</summary>
    public Age? Read(ReadOnlySpan<Token> parts, Amount amount)
    {
        if (amount.Term.Number.Form is NumberForm.Ordinal or NumberForm.Fraction || amount.Term.Money is not null || TermReader.IsShare(amount.Term.Unit))
        {
            return null;
        }

        return YearsOld(parts, amount) ?? AfterWord(parts, amount) ?? AfterTurn(parts, amount) ?? AfterNow(parts, amount) ?? AfterBeing(parts, amount)
            ?? AfterName(parts, amount) ?? AfterPerson(parts, amount) ?? InSeries(parts, amount) ?? BeforeYearsOld(parts, amount) ?? OfGroup(parts, amount);
    }

    /// <summary>"in her 30s", "in his early fifties": ten years of a life; null where the part begins none.</summary>
    public (int End, decimal Low)? Decade(ReadOnlySpan<Token> parts, int at)
    {
        var owner = at - 1;
        owner -= owner > 0 && parts[owner].Lower is "early" or "mid" or "late" ? 1 : owner > 1 && parts[owner].Form == "-" && parts[owner - 1].Lower == "mid" ? 2 : 0;
        if (owner < 0 || parts[owner].Lower is not ("his" or "her" or "their" or "my" or "our" or "your"))
        {
            return null;
        }

        if (_words.Value(parts[at].Lower, NumberPart.Decade) is { } spelled)
        {
            return (at + 1, spelled);
        }

        var digits = parts[at].Form;
        var plural = at + 1 < parts.Length && !parts[at].SpaceAfter && parts[at + 1].Lower == "s";
        return plural && digits.Length == 2 && digits[1] == '0' && digits[0] is >= '2' and <= '9' ? (at + 2, (digits[0] - '0') * 10) : null;
    }

    /// <summary>"five years old", "40-year-old", "six months of age", "87 yo".</summary>
    private static Age? YearsOld(ReadOnlySpan<Token> parts, Amount amount)
    {
        var end = amount.End;
        if (amount.Term.Unit is not { Dimension: "time" } unit)
        {
            var yo = end < parts.Length && parts[end].Lower is "yo" or "y.o." && amount.Term.Unit is null;
            return yo ? new Age(amount.Start, end + 1, "a", "age-years-old") : null;
        }

        var next = NumberParser.OverJoin(parts, end);
        if (next < parts.Length && parts[next].Lower is "old" or "olds")
        {
            return new Age(amount.Start, next + 1, unit.Code, "age-years-old");
        }

        return end + 1 < parts.Length && parts[end].Lower == "of" && parts[end + 1].Lower == "age" ? new Age(amount.Start, end + 2, unit.Code, "age-years-old") : null;
    }

    /// <summary>"aged 12", "at the age of 9", "ages 5 to 12".</summary>
    private static Age? AfterWord(ReadOnlySpan<Token> parts, Amount amount)
    {
        var before = amount.Start - 1;
        var of = before > 0 && parts[before].Lower == "of" ? 1 : 0;
        before -= of;
        if (before < 0 || (amount.Term.HasUnit && amount.Term.Unit?.Dimension != "time") || !PersonsAge(amount))
        {
            return null;
        }

        var word = parts[before].Lower;
        var named = of == 1 ? word is "age" or "ages" : word is "aged" or "age" or "ages";
        return named ? new Age(amount.Start, amount.End, amount.Term.Unit?.Code ?? "a", "age-after-word") : null;
    }

    /// <summary>"Honnold, 40, climbed": a bare number between commas behind a name.</summary>
    private static Age? AfterName(ReadOnlySpan<Token> parts, Amount amount)
    {
        var start = amount.Start;
        if (start < 2 || parts[start - 1].Form != "," || !IsName(parts, start - 2) || amount.Term.HasUnit || !PersonsAge(amount)
            || amount.End - amount.Start != 1 || !FigureLexer.IsDigits(parts[start]) || amount.End >= parts.Length)
        {
            return null;
        }

        var closed = parts[amount.End].Form is "," or ")" or ";" && !(amount.End + 1 < parts.Length && FigureLexer.IsDigits(parts[amount.End + 1]));
        return closed ? new Age(start, amount.End, "a", "age-after-name") : null;
    }

    /// <summary>"will turn 18", "turned forty in May", but not "turned 20 heads".</summary>
    private static Age? AfterTurn(ReadOnlySpan<Token> parts, Amount amount)
    {
        var start = amount.Start;
        var behind = amount.End >= parts.Length || parts[amount.End].Lower is "last" or "next" ? Upos.PUNCT : parts[amount.End].Upos;
        return start > 0 && parts[start - 1].Lower is "turn" or "turns" or "turned" or "turning" && !amount.Term.HasUnit && PersonsAge(amount)
            && behind is not (Upos.NOUN or Upos.ADJ or Upos.PROPN or Upos.NUM or Upos.SYM)
            ? new Age(start, amount.End, "a", "age-after-turn")
            : null;
    }

    /// <summary>"Holm, now 66, left": a bare number behind "now", between commas.</summary>
    private static Age? AfterNow(ReadOnlySpan<Token> parts, Amount amount) =>
        amount.Start > 1 && IsBareAge(parts, amount) && parts[amount.Start - 1].Lower is "now" or "then" && parts[amount.Start - 2].Form is "," or "(" && amount.End < parts.Length && parts[amount.End].Form is "," or ")"
            ? new Age(amount.Start, amount.End, "a", "age-after-now")
            : null;

    /// <summary>"was 24 when he joined", "was 61.": what somebody was, with nothing counted; of persons, so "he", "she" or a name must stand before it.</summary>
    private static Age? AfterBeing(ReadOnlySpan<Token> parts, Amount amount)
    {
        const int FarthestName = 6;
        var start = amount.Start;
        if (start < 2 || !IsBareAge(parts, amount) || amount.Term.Value < 5 || parts[start - 1].Lower is not ("was" or "is" or "were" or "be" or "been"))
        {
            return null;
        }

        // "The score was 24" is none: a person is, and behind the number stands when.
        var ends = amount.End >= parts.Length || parts[amount.End].Form is "." or "," || parts[amount.End].Lower is "when" or "at";
        var isWhen = amount.End < parts.Length && parts[amount.End].Lower == "when";
        var person = parts[start - 2].Lower is "he" or "she" or "who" or "i";
        for (var i = start - 2; isWhen && !person && i >= Math.Max(0, start - FarthestName); i--)
        {
            person = IsName(parts, i);
        }

        return ends && person ? new Age(start, amount.End, "a", "age-after-being") : null;
    }

    /// <summary>"were 17 and 63 years old": the first of two has the unit of the second.</summary>
    private static Age? BeforeYearsOld(ReadOnlySpan<Token> parts, Amount amount) =>
        IsBareAge(parts, amount) && amount.End + 3 < parts.Length && parts[amount.End].Lower is "and" or "or" && IsAgeDigits(parts[amount.End + 1])
            && NumberParser.OverJoin(parts, amount.End + 2) is var unit && parts[unit].Lower is "year" or "years" && NumberParser.OverJoin(parts, unit + 1) is var old && old < parts.Length && parts[old].Lower is "old" or "olds"
            ? new Age(amount.Start, amount.End, "a", "age-years-old")
            : null;

    private bool IsPerson(string noun) => _people.Contains(noun) || _groups.Contains(noun + "s");

    /// <summary>"A woman, 27, and her son (3) were hurt", "a girl of 12": a bare number between commas or in brackets behind one person.</summary>
    private Age? AfterPerson(ReadOnlySpan<Token> parts, Amount amount)
    {
        var start = amount.Start;
        if (start < 2 || !IsBareAge(parts, amount) || !IsPerson(parts[start - 2].Lower) || amount.End >= parts.Length)
        {
            return null;
        }

        var behind = parts[amount.End].Form;
        var closed = (parts[start - 1].Form == "," && (behind is "," or ")" or ";" || (behind == "." && amount.End + 1 == parts.Length)))
            || (parts[start - 1].Form == "(" && behind == ")")
            || (parts[start - 1].Lower == "of" && parts[amount.End].Upos is not (Upos.NOUN or Upos.ADJ or Upos.PROPN or Upos.NUM or Upos.SYM));
        var listed = amount.End + 1 < parts.Length && FigureLexer.IsDigits(parts[amount.End + 1]);
        return closed && !listed ? new Age(start, amount.End, "a", "age-after-person") : null;
    }

    /// <summary>"Two children, 6 and 9, were hurt": as many ages as a list behind persons has numbers.</summary>
    private Age? InSeries(ReadOnlySpan<Token> parts, Amount amount)
    {
        if (!IsBareAge(parts, amount))
        {
            return null;
        }

        const int MostListed = 8;
        var (first, end) = (amount.Start, amount.End);
        for (var i = 0; i < MostListed && first > 2 && IsListJoint(parts[first - 1]) && IsAgeDigits(parts[first - 2]); i++)
        {
            first -= 2;
        }

        var joined = false;
        for (var i = 0; i < MostListed && end + 1 < parts.Length && IsListJoint(parts[end]) && IsAgeDigits(parts[end + 1]); i++)
        {
            end += 2;
        }

        for (var i = first; i < end; i++)
        {
            joined |= parts[i].Lower == "and";
        }

        var isSeries = first > 1 && parts[first - 1].Form == "," && parts[first - 2].Xpos == "NNS" && IsPerson(parts[first - 2].Lemma);
        var isNamedAges = first > 0 && parts[first - 1].Lower is "ages" or "aged";
        return joined && (isSeries || isNamedAges)
            && end < parts.Length && parts[end].Form is "," or ")" or ";" or "."
            ? new Age(amount.Start, amount.End, "a", "age-in-series")
            : null;
    }

    private static bool IsBareAge(ReadOnlySpan<Token> parts, Amount amount) =>
        !amount.Term.HasUnit && PersonsAge(amount) && amount.End - amount.Start == 1 && FigureLexer.IsDigits(parts[amount.Start]);

    private static bool IsListJoint(Token part) => part.Form == "," || part.Lower == "and";

    private static bool IsAgeDigits(Token part) => part.Form.Length <= 2 && FigureLexer.IsDigits(part);

    /// <summary>"children under 12", "those over 65": a bare bound behind people.</summary>
    private Age? OfGroup(ReadOnlySpan<Token> parts, Amount amount)
    {
        var start = amount.Start;
        var bound = amount.Bounds.Relation is QuantityRelation.MoreThan or QuantityRelation.FewerThan && parts[start].Lower is "over" or "under" or "above" or "below";
        var behind = amount.End < parts.Length ? parts[amount.End].Upos : Upos.PUNCT;
        return bound && start > 0 && _groups.Contains(parts[start - 1].Lower) && !amount.Term.HasUnit && PersonsAge(amount) && !amount.Term.Number.Grouped
            && behind is not (Upos.NOUN or Upos.ADJ or Upos.PROPN or Upos.NUM)
            ? new Age(start, amount.End, "a", "age-of-group")
            : null;
    }

    private static bool IsName(ReadOnlySpan<Token> parts, int at) =>
        parts[at].Upos == Upos.PROPN || (at > 0 && char.IsUpper(parts[at].Form[0]) && char.IsUpper(parts[at - 1].Form[0]));

    private static bool PersonsAge(Amount amount) => (amount.Bounds.High ?? amount.Bounds.Low ?? amount.Bounds.Best) is > 0 and <= OldestPerson;
}
