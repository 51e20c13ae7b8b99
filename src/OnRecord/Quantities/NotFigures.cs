using OnRecord.Data;

namespace OnRecord.Quantities;

/// <summary>Tells numbers that are names, codes, scores or idioms from figures.</summary>
internal sealed class NotFigures
{
    private const int LongestIdiom = 5;

    /// <summary>How far a web address or a code is looked for around digits.</summary>
    private const int ChunkReach = 80;

    /// <summary>More digits than these without a separator are an identifier; a reader could not take them in.</summary>
    private const int MostPlainDigits = 12;

    private readonly PhraseTable<bool> _idioms = new();
    private readonly HashSet<string> _samePlural;
    private readonly HashSet<string> _streets;
    private readonly Dictionary<string, bool> _designators = new(StringComparer.Ordinal);

    /// <exception cref="DataFileException">A lexicon is missing or damaged.</exception>
    public NotFigures(DataFolder data)
    {
        foreach (var row in data.Lexicon("number-idioms").Rows)
        {
            _idioms.Add(row["phrase"], true);
        }

        _samePlural = data.Lexicon("same-plurals").Rows.Select(row => row["word"]).ToHashSet(StringComparer.Ordinal);
        _streets = data.Lexicon("street-words").Rows.Select(row => row["word"]).ToHashSet(StringComparer.Ordinal);
        foreach (var row in data.Lexicon("number-designators").Rows)
        {
            _designators[row["word"]] = row["written"] switch
            {
                "any" => true,
                "name" => false,
                _ => throw row.Error($"'{row["written"]}' is neither any nor name."),
            };
        }
    }

    /// <summary>Whether a number is part of a longer code, an address, a clock time or a word: "F-16", "555-1234", "2010-05-12", "5G".</summary>
    /// <param name="text">The document's text.</param>
    /// <param name="parts">The sentence.</param>
    /// <param name="number">The number with its unit, if it has one.</param>
    /// <param name="start">The first part of the amount, sign and money included.</param>
    public static bool IsCode(string text, ReadOnlySpan<Token> parts, NumberReading number, int start)
    {
        if (!FigureLexer.IsDigits(parts[number.Start]))
        {
            // "no-one", "mid-twenties", "back-to-one": a word inside a longer compound.
            return number.Start > 1 && NumberParser.IsJoin(parts, number.Start - 1) && char.IsLetter(parts[number.Start - 2].Form[0]);
        }

        return (parts[number.Start].Form.Length > MostPlainDigits && !parts[number.Start].Form.AsSpan().ContainsAny(",. \u00A0\u202F\u2009")) || GluedBefore(parts, start) || GluedBehind(parts, number.End) || LeadingZero(parts[number.Start].Form) || InAddress(text, parts[number.Start].Span);
    }

    /// <summary>"one day", "at first", "nine to five".</summary>
    public bool IsIdiom(ReadOnlySpan<Token> parts, NumberReading number)
    {
        for (var at = Math.Max(0, number.Start - LongestIdiom); at <= number.Start; at++)
        {
            if (_idioms.Longest(parts, at, out _) is var length && at + length > number.Start)
            {
                return true;
            }
        }

        // "a third-party seller": the phrase begins behind the article.
        for (var at = number.Start + 1; at < number.End; at++)
        {
            if (_idioms.Longest(parts, at, out _) is var length && at + length > number.End)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Article 5", "page 3", "No. 10", "Boeing 747", "World War Two", "Seventh Fleet".</summary>
    public bool IsName(ReadOnlySpan<Token> parts, NumberReading number, Func<Token, bool> isFree)
    {
        var digits = FigureLexer.IsDigits(parts[number.Start]);
        if (number.Form == NumberForm.Ordinal)
        {
            return (digits || IsCapital(parts[number.Start])) && number.End < parts.Length && isFree(parts[number.End])
                && (parts[number.End].Upos == Upos.PROPN || (parts[number.End].Upos == Upos.NOUN && IsCapital(parts[number.End]) && !IsTitle(parts)));
        }

        if (number.Start == 0 || number.Grouped || number.Magnitude != 1 || number.Form is NumberForm.Vague or NumberForm.Fraction)
        {
            return false;
        }

        var before = number.Start - 1;
        before -= parts[before].Form is "." or "#" && before > 0 ? 1 : 0;
        if (parts[number.Start - 1].Form == "#" || (digits && IsDesignator(parts, before, number)))
        {
            return true;
        }

        var previous = parts[number.Start - 1];
        if (previous.Upos != Upos.PROPN || !previous.Form.Any(char.IsUpper) || !isFree(previous))
        {
            return false;
        }

        return digits ? !StartsClause(parts, number) : IsCapital(parts[number.Start]) && !IsTitle(parts);
    }

    /// <summary>"2134 Karsk Place", "1119 Eighth St.": the number of a house; not "300 Harbour Road residents".</summary>
    public bool IsHouse(ReadOnlySpan<Token> parts, NumberReading number)
    {
        const int LongestStreet = 5;
        if (number is not { Form: NumberForm.Digits, Grouped: false, Magnitude: 1 })
        {
            return false;
        }

        for (var i = number.End; i < Math.Min(parts.Length, number.End + LongestStreet) && (IsCapital(parts[i]) || parts[i].Form == "." || FigureLexer.IsDigits(parts[i])); i++)
        {
            if (i > number.End && _streets.Contains(parts[i].Lower.TrimEnd('.')))
            {
                return i + 1 >= parts.Length || parts[i + 1].Xpos != "NNS";
            }
        }

        return false;
    }

    /// <summary>"two new 737 Max jets": what is counted already is not counted again; the second number is a name.</summary>
    public static bool IsModelBehindCount(ReadOnlySpan<Token> parts, NumberReading number)
    {
        const int ShortestModel = 3;
        if (number is not { Form: NumberForm.Digits, Grouped: false, Magnitude: 1 } || parts[number.Start].Form.Length < ShortestModel
            || number.End >= parts.Length || !IsCapital(parts[number.End]) || IsTitle(parts))
        {
            return false;
        }

        var at = number.Start - 1;
        while (at > 0 && number.Start - at <= ShortestModel && parts[at].Upos is Upos.ADJ or Upos.PROPN)
        {
            at--;
        }

        return at >= 0 && parts[at].Upos == Upos.NUM && char.IsLetterOrDigit(parts[at].Form[0]);
    }

    /// <summary>A number word with a capital inside a sentence belongs to a name: "the Five Star Movement", "the Chicago Seven".</summary>
    public static bool IsCapitalInside(ReadOnlySpan<Token> parts, NumberReading number) =>
        number.Start > 0 && number.Form is NumberForm.Words or NumberForm.Ordinal && char.IsUpper(parts[number.Start].Form[0])
        && parts[number.Start - 1].Form[0] is not ('"' or '“' or ':' or '(' or '‘' or '\'' or '—' or '–' or '.' or '•') && !IsTitle(parts);

    /// <summary>"2010 elections", "1984": four digits that can be a year, with nothing that makes them a figure.</summary>
    public static bool IsYearLike(ReadOnlySpan<Token> parts, Amount amount)
    {
        var number = amount.Term.Number;
        return number is { Form: NumberForm.Digits, Grouped: false, Magnitude: 1 } && number.Value is >= 1800 and <= 2099 && parts[number.Start].Form.Length == 4
            && amount.Bounds.Relation is QuantityRelation.Exact or QuantityRelation.Between
            && (number.End >= parts.Length || parts[number.End].Xpos != "NNS" || (number.Start > 0 && parts[number.Start - 1].Upos is Upos.DET or Upos.ADJ or Upos.ADP or Upos.PRON or Upos.PART));
    }

    /// <summary>"1." or "(2)" at the head of a line, "[3]" behind a sentence.</summary>
    public static bool IsEnumerator(ReadOnlySpan<Token> parts, NumberReading number)
    {
        var end = number.End;
        var behind = end < parts.Length ? parts[end].Form : "";
        var before = number.Start > 0 ? parts[number.Start - 1].Form : "";
        return (before == "[" && behind == "]") || (number is { Form: NumberForm.Digits, Value: < 100 }
            && ((number.Start == 0 && behind is "." or ")" && end + 1 <= parts.Length) || (number.Start == 1 && before == "(" && behind == ")")));
    }

    /// <summary>"one of them", "the one who", "no one", "this one": a pronoun, unless a noun follows.</summary>
    public static bool IsPronounOne(ReadOnlySpan<Token> parts, NumberReading number)
    {
        if (number is not { Form: NumberForm.Words, Value: 1 } || number.End - number.Start != 1 || parts[number.Start].Lower != "one")
        {
            return false;
        }

        var determined = number.Start > 0 && (parts[number.Start - 1].Upos is Upos.DET or Upos.ADJ || parts[number.Start - 1].Lower is "this" or "that" or "which" or "or" or "another");
        var noun = number.End < parts.Length && (parts[number.End].Upos is Upos.NOUN or Upos.PROPN || (parts[number.End].Upos == Upos.ADJ && parts[number.End].Xpos == "JJ"));
        return determined || !noun;
    }

    /// <summary>
    /// "its 777 airliner", "the new 787 Dreamliner": English counts plurals, so a number before a single thing is its name.
    /// Short numbers are left alone, and nouns that are their own plural ("200 aircraft").
    /// </summary>
    public bool NamesOneThing(ReadOnlySpan<Token> parts, Amount amount, CountedNoun.Phrase phrase)
    {
        var number = amount.Term.Number;
        var head = parts[phrase.End - 1];
        if (number is not { Form: NumberForm.Digits, Grouped: false, Magnitude: 1 } || parts[number.Start].Form.Length < 3 || phrase.AfterOf || phrase.Joined
            || amount.Bounds.Relation is not (QuantityRelation.Exact or QuantityRelation.Between) || head.Lower.EndsWith('s') || _samePlural.Contains(head.Lower))
        {
            return false;
        }

        var afterModel = amount.Start > 0 && parts[amount.Start - 1].Upos is Upos.ADJ or Upos.DET or Upos.PRON or Upos.PART;
        return head.Xpos == "NN" || (head.Xpos == "NNP" && afterModel);
    }

    private bool IsDesignator(ReadOnlySpan<Token> parts, int before, NumberReading number)
    {
        if (!_designators.TryGetValue(parts[before].Lower, out var anyCase) || !(anyCase || IsCapital(parts[before])))
        {
            return false;
        }

        // "No" without its stop is the answer no: "No 20 people came" is not said, "no 10" is.
        return parts[before].Lower != "no" || number.End >= parts.Length || parts[number.End].Xpos != "NNS" || parts[before + 1].Form == ".";
    }

    /// <summary>"In Gaza 12 people died", "leads Brown 3 points to 1": a plural is counted, but "Boeing 737 jets" is a name.</summary>
    private static bool StartsClause(ReadOnlySpan<Token> parts, NumberReading number) =>
        number.End < parts.Length && parts[number.End].Xpos == "NNS"
        && (parts[number.Start].Form.Length < 3 || (number.Start > 1 && parts[number.Start - 2].Upos == Upos.ADP));

    private static bool GluedBefore(ReadOnlySpan<Token> parts, int start)
    {
        if (start == 0 || parts[start - 1].SpaceAfter)
        {
            return false;
        }

        var before = parts[start - 1].Form;
        if (before is "-" or "‐" or "‑" or "–" or "−")
        {
            // A hyphen on a word makes a name or compound, on digits a code; alone it is a sign.
            return start > 1 && !parts[start - 2].SpaceAfter && before is not "–" && char.IsLetterOrDigit(parts[start - 2].Form[^1]) && parts[start - 2].Lower is not ("magnitude" or "sub");
        }

        if (before is "'" or "’" && parts[start].Form.Length == 2 && FigureLexer.IsDigits(parts[start]) && (start + 1 >= parts.Length || parts[start + 1].Xpos != "NNS"))
        {
            // "iLife '11", "the class of '98".
            return true;
        }

        if (before == ",")
        {
            // "1,3" and "22,24": a decimal comma or a list, and no figure that begins behind the comma.
            return start > 1 && !parts[start - 2].SpaceAfter && FigureLexer.IsDigits(parts[start - 2]) && FigureLexer.IsDigits(parts[start]);
        }

        return before is "/" or "\\" or ":" or "#" or "@" or "_" or "." or "=" or "&" or "’" or "*" or "^" || (before == "'" && start > 1 && !parts[start - 2].SpaceAfter) || char.IsLetterOrDigit(before[^1]);
    }

    private static bool GluedBehind(ReadOnlySpan<Token> parts, int end)
    {
        if (end >= parts.Length || parts[end - 1].SpaceAfter)
        {
            return false;
        }

        var next = parts[end].Form;
        var digitsNext = end + 1 < parts.Length && !parts[end].SpaceAfter && FigureLexer.IsDigits(parts[end + 1]);
        var afterDigits = FigureLexer.IsDigit(parts[end - 1].Form[^1]);
        if (next == "(" && end + 1 < parts.Length && !parts[end].SpaceAfter && char.IsLetter(parts[end + 1].Form[0]))
        {
            // "401(k)"
            return true;
        }

        return (digitsNext && afterDigits && next is ":" or "/" or "-" or "." or "," or "_" or "@" or "–" or "." or "−" or "‑") || next is "@" or "_" or "#" or "^" || (char.IsLetter(next[0]) && next.Length > 0) || char.IsDigit(next[0]);
    }

    private static bool LeadingZero(string form) => form.Length > 1 && form[0] == '0' && FigureLexer.IsDigit(form[1]);

    private static bool InAddress(string text, TextSpan span)
    {
        var start = span.Start;
        while (start > 0 && span.Start - start < ChunkReach && !char.IsWhiteSpace(text[start - 1]))
        {
            start--;
        }

        var end = span.End;
        while (end < text.Length && end - span.End < ChunkReach && !char.IsWhiteSpace(text[end]))
        {
            end++;
        }

        var chunk = text.AsSpan(start, end - start);
        return chunk.Contains("://", StringComparison.Ordinal) || chunk.StartsWith("www.", StringComparison.OrdinalIgnoreCase) || chunk.Contains('@');
    }

    private static bool IsCapital(Token part) => char.IsUpper(part.Form[0]);

    /// <summary>Whether most longer words begin with a capital: a headline in title case, whose capitals say nothing.</summary>
    private static bool IsTitle(ReadOnlySpan<Token> parts)
    {
        int words = 0, capitals = 0;
        foreach (var part in parts[..Math.Min(parts.Length, 40)])
        {
            if (part.Form.Length > 3 && char.IsLetter(part.Form[0]))
            {
                words++;
                capitals += IsCapital(part) ? 1 : 0;
            }
        }

        return words > 0 && capitals * 10 >= words * 7;
    }
}
