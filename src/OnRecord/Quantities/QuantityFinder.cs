using System.Collections.Immutable;
using OnRecord.Data;

namespace OnRecord.Quantities;

/// <summary>Finds figures with their bounds, units and what they count. The conventions are told in <c>docs/quantities.md</c>.</summary>
public sealed class QuantityFinder
{
    private readonly NumberWords _words;
    private readonly NumberParser _numbers;
    private readonly AmountReader _amounts;
    private readonly AgeReader _ages;
    private readonly NotFigures _notFigures;
    private readonly CountedNoun _counted;
    private readonly ChangeReader _changes;
    private readonly CasualtyReader _casualties;

    /// <summary>Opens the lexicons of numbers and units.</summary>
    /// <exception cref="DataFileException">A lexicon is missing or damaged.</exception>
    public QuantityFinder(DataFolder data)
    {
        _words = new NumberWords(data);
        _numbers = new NumberParser(_words);
        var hedges = new Hedges(data);
        var moneyCues = data.Lexicon("money-cues").Rows.Select(row => row["word"]).ToHashSet(StringComparer.Ordinal);
        var terms = new TermReader(_words, new UnitLexicon(data), new CurrencyLexicon(data), hedges, moneyCues);
        _amounts = new AmountReader(_numbers, terms, hedges);
        _ages = new AgeReader(_words, data.Lexicon("age-groups").Rows.Select(row => row["word"]).ToHashSet(StringComparer.Ordinal), People(data));
        _notFigures = new NotFigures(data);
        _counted = new CountedNoun(data);
        _changes = new ChangeReader(data);
        _casualties = new CasualtyReader(data);
    }

    /// <summary>The names that <see cref="Quantity.Rule"/> can have.</summary>
    public static IReadOnlyList<string> RuleNames { get; } =
    [
        "age-after-being", "age-after-name", "age-after-now", "age-after-person", "age-after-turn", "age-after-word", "age-decade-of-life", "age-in-series", "age-of-group", "age-years-old",
        "count-alone", "count-before-noun", "count-in-compound", "count-of-group",
        "fraction-of-whole", "magnitude-of-quake", "measure",
        "money-by-code", "money-by-name", "money-by-symbol",
        "ordinal-in-digits", "ordinal-in-words", "percent", "percentage-points", "pounds-as-money", "vague-few", "vague-plural",
    ];

    /// <summary>The figures in a text; digits inside an expression of time are none, but for ages and amounts with a unit.</summary>
    public Findings<Quantity> Find(Analysis analysis, ImmutableArray<TimeExpression> times)
    {
        var drafts = new List<Draft>();
        var open = new List<Unresolved>();
        var page = new Context(analysis, new TimeSpans(times), drafts, open);
        var sentences = analysis.Sentences.Select(sentence => FigureLexer.Cut(analysis, sentence)).ToList();
        sentences.ForEach(parts => page.Names.Remember(parts, _notFigures, page.IsFree));
        sentences.ForEach(parts => ReadSentence(page, parts));

        var found = MoneyResolver.Resolve(analysis.Document, drafts, open).Sort((one, other) => one.Span.CompareTo(other.Span));
        found = PronounCounted.Resolve(analysis, found, open);
        found = [.. found.Select(quantity => quantity with { Casualty = _casualties.Of(analysis, quantity) })];
        return new Findings<Quantity>(_changes.Read(analysis, found), [.. open.OrderBy(unresolved => unresolved.Span)]);
    }

    private void ReadSentence(Context page, Token[] parts)
    {
        page.Analysis.Cancellation.ThrowIfCancellationRequested();
        var floor = 0;
        for (var i = 0; i < parts.Length;)
        {
            var end = CanBegin(parts[i]) ? ReadAt(page, parts, i, floor) : 0;
            floor = end > i ? end : floor;
            i = Math.Max(i + 1, end);
        }
    }

    private bool CanBegin(Token part) => FigureLexer.IsDigits(part) || part.Lower is "a" or "an" || _words.Knows(part.Lower);

    /// <summary>Reads what begins at a part; the index behind what it used, 0 where it is no number.</summary>
    private int ReadAt(Context page, Token[] parts, int at, int floor)
    {
        if (_ages.Decade(parts, at) is { } decade)
        {
            page.Add(new Quantity
            {
                Span = Span(parts, at, decade.End),
                Kind = QuantityKind.Age,
                Low = decade.Low,
                High = decade.Low + 9,
                Relation = QuantityRelation.Between,
                Unit = "a",
                Rule = "age-decade-of-life",
            });
            return decade.End;
        }

        if (_numbers.Read(parts, at) is not { } number)
        {
            return 0;
        }

        if (number.TooLarge)
        {
            page.Open.Add(new Unresolved(Span(parts, number.Start, number.End), "quantity", "numberTooLarge"));
            return number.End;
        }

        return NotFigures.IsEnumerator(parts, number) || _notFigures.IsIdiom(parts, number)
            ? number.End
            : Read(page, parts, number, _amounts.Read(parts, number, floor));
    }

    private int Read(Context page, Token[] parts, NumberReading number, Amount amount)
    {
        // What the number took with it (unit, range, hedge) is what can stand against it being a name or a date.
        var term = amount.Term;
        var isRange = amount.Bounds.Relation == QuantityRelation.Between;
        if (NotFigures.IsCode(page.Text, parts, number with { End = isRange || term.HasUnit ? Math.Max(number.End, term.End) : number.End }, CodeStart(parts, term, number)))
        {
            return number.End;
        }

        if (_ages.Read(parts, amount) is { } age)
        {
            page.Add(Build(parts, amount with { Start = age.Start, End = age.End }, QuantityKind.Age, age.Rule) with { Unit = age.Unit });
            return age.End;
        }

        var span = Span(parts, number.Start, term.HasUnit ? Math.Max(term.Number.End, number.End) : number.End);
        var timeLike = term.Money is null && !TermReader.IsShare(term.Unit) && term.Unit is null or { Dimension: "time" };
        var isRepeated = number.End < parts.Length && parts[number.End].Lower == "times" && !term.HasUnit;
        if (timeLike && !isRepeated && page.Times.Overlap(span))
        {
            return amount.End;
        }

        if (number.Form == NumberForm.Ordinal)
        {
            return ReadOrdinal(page, parts, number, amount);
        }

        if (!term.HasUnit && IsNoFigure(page, parts, number, amount))
        {
            return number.End;
        }

        return term.HasUnit ? ReadWithUnit(page, parts, amount) : ReadCount(page, parts, amount);
    }

    /// <summary>Where what must not be glued to something else begins: at the money, or at the "minus" of "minus-130".</summary>
    private static int CodeStart(ReadOnlySpan<Token> parts, Term term, NumberReading number) =>
        term.Money is null && parts[term.Start].Lower is not ("minus" or "negative") ? number.Start : Math.Min(term.Start, number.Start);

    private static HashSet<string> People(DataFolder data) =>
        data.Lexicon("noun-kinds").Rows.Where(row => row["type"] == "person").Select(row => row["noun"]).ToHashSet(StringComparer.Ordinal);

    private bool IsNoFigure(Context page, Token[] parts, NumberReading number, Amount amount) =>
        (amount.Bounds.Relation is QuantityRelation.Exact or QuantityRelation.Between && page.Names.Says(parts, number))
        || amount.Term.Value > 0 && NotFigures.IsPronounOne(parts, amount.Bounds.Relation == QuantityRelation.Between ? amount.Term.Number : number)
        || (amount.Bounds.Relation == QuantityRelation.Exact && _notFigures.IsName(parts, number, page.IsFree))
        || (amount.Bounds.Relation == QuantityRelation.Exact && (_notFigures.IsHouse(parts, number) || NotFigures.IsModelBehindCount(parts, number)))
        || (amount.Bounds.Relation == QuantityRelation.Exact && NotFigures.IsCapitalInside(parts, number))
        || NotFigures.IsYearLike(parts, amount);

    private int ReadOrdinal(Context page, Token[] parts, NumberReading number, Amount amount)
    {
        var digits = FigureLexer.IsDigits(parts[number.Start]);
        var last = parts[number.End - 1];
        var isPlace = digits || (last.Upos is Upos.ADJ or Upos.NUM or Upos.X && !(number.Start == 0 && number.End < parts.Length && parts[number.End].Form == ","));
        isPlace &= last.Lower != "second" || !IsMoment(parts, number);
        if (isPlace && !_notFigures.IsName(parts, number, page.IsFree) && !NotFigures.IsCapitalInside(parts, number))
        {
            page.Add(Build(parts, amount, QuantityKind.Ordinal, digits ? "ordinal-in-digits" : "ordinal-in-words"));
        }

        return number.End;
    }

    /// <summary>"wait a second": no noun follows the article's "second".</summary>
    private static bool IsMoment(Token[] parts, NumberReading number) =>
        number.Start > 0 && parts[number.Start - 1].Lower is "a" or "every" or "per" or "split"
        && (number.End >= parts.Length || parts[number.End].Upos is not (Upos.NOUN or Upos.PROPN or Upos.ADJ or Upos.NUM or Upos.VERB));

    private static int ReadWithUnit(Context page, Token[] parts, Amount amount)
    {
        var term = amount.Term;
        if (term.Money is { } money)
        {
            page.Add(Build(parts, amount, QuantityKind.Money, term.MoneyRule!) with { Unit = money.Minor ?? term.Rate }, money);
        }
        else if (TermReader.IsShare(term.Unit))
        {
            var points = term.Unit!.Dimension == "points";
            page.Add(Build(parts, amount, QuantityKind.Percent, points ? "percentage-points" : "percent") with { Unit = term.Unit.Code });
        }
        else
        {
            page.Add(Build(parts, amount, QuantityKind.Measure, "measure") with { Unit = term.Unit!.Code + term.Rate });
        }

        return amount.End;
    }

    private int ReadCount(Context page, Token[] parts, Amount amount)
    {
        if (IsMagnitudeOfQuake(parts, amount, out var start, out var end))
        {
            page.Add(Build(parts, amount with { Start = start, End = end }, QuantityKind.Measure, "magnitude-of-quake") with { Unit = "magnitude" });
            return end;
        }

        var counted = _counted.Find(parts, amount.End, page.IsFree);
        if (counted is { } thing && _notFigures.NamesOneThing(parts, amount, thing))
        {
            return amount.End;
        }

        var fraction = amount.Term.Number.Form == NumberForm.Fraction;
        var rule = fraction ? "fraction-of-whole"
            : amount.Term.Number.Form == NumberForm.Vague ? IsPlural(parts, amount) ? "vague-plural" : "vague-few"
            : counted is not { } phrase ? "count-alone"
            : phrase.Joined ? "count-in-compound"
            : phrase.AfterOf ? "count-of-group"
            : "count-before-noun";
        var quantity = Build(parts, amount, QuantityKind.Count, rule) with { Unit = fraction ? "share" : null };
        if (counted is { } noun)
        {
            quantity = quantity with { Counted = Span(parts, noun.Start, noun.End) };
            if (noun.IsPronoun)
            {
                page.Open.Add(new Unresolved(quantity.Counted.Value, "counted", "pronounCounted"));
            }
        }

        page.Add(quantity);
        return amount.End;
    }

    /// <summary>"dozens", "thousands"; not "several hundred".</summary>
    private bool IsPlural(Token[] parts, Amount amount) => _words.Is(parts[amount.Term.Number.Start].Lower, NumberPart.Vague);

    /// <summary>"magnitude 7.1", "a 7.1-magnitude quake".</summary>
    private static bool IsMagnitudeOfQuake(Token[] parts, Amount amount, out int start, out int end)
    {
        (start, end) = (amount.Start, amount.End);
        var next = NumberParser.OverJoin(parts, end);
        if (next < parts.Length && parts[next].Lower == "magnitude")
        {
            end = next + 1;
            return true;
        }

        var before = start - 1 - (start > 1 && (parts[start - 1].Form == "-" || parts[start - 1].Lower == "of") ? 1 : 0);
        if (before >= 0 && parts[before].Lower == "magnitude" && amount.Term.Value is > 0 and < 11)
        {
            start = before;
            return true;
        }

        return false;
    }

    private static Quantity Build(Token[] parts, Amount amount, QuantityKind kind, string rule) => new()
    {
        Span = Span(parts, amount.Start, amount.End),
        Kind = kind,
        Low = Plain(amount.Bounds.Low),
        High = Plain(amount.Bounds.High),
        Best = Plain(amount.Bounds.Best),
        Relation = amount.Bounds.Relation,
        Rule = rule,
    };

    /// <summary>The same value without zeros at the end of its decimals: 16400000, not 16400000.0.</summary>
    private static decimal? Plain(decimal? value) => value is { } some ? some / 1.0000000000000000000000000000m : null;

    private static TextSpan Span(Token[] parts, int start, int end) => new(parts[start].Span.Start, parts[end - 1].Span.End);

    /// <summary>What one reading of a document carries along.</summary>
    private sealed record Context(Analysis Analysis, TimeSpans Times, List<Draft> Drafts, List<Unresolved> Open)
    {
        public string Text => Analysis.Text;

        public NameNumbers Names { get; } = new();

        public bool IsFree(Token part) => !Times.Overlap(part.Span);

        public void Add(Quantity quantity, MoneyName? money = null) => Drafts.Add(new Draft(quantity, money));
    }
}
