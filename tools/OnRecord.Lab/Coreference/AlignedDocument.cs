namespace OnRecord.Lab.Coreference;

/// <summary>Gold and found mentions of a document, brought together by their heads.</summary>
internal sealed class AlignedDocument
{
    private readonly Analysis _analysis;
    private readonly Dictionary<Spot, GoldMention> _gold = [];
    private readonly Dictionary<Spot, Mention> _found = [];

    public AlignedDocument(CoreferenceDocument document, Analysis analysis, IEnumerable<Mention> mentions)
    {
        _analysis = analysis;
        Name = document.Name;
        // The smallest of several mentions with one head is the noun phrase itself.
        foreach (var mention in document.Mentions.OrderBy(mention => mention.Span.Length))
        {
            _gold.TryAdd(Head(mention.Span), mention);
        }

        foreach (var mention in mentions.Where(mention => mention.Entity is not null).OrderBy(mention => mention.Span.Length))
        {
            _found.TryAdd(Head(mention.Span), mention);
        }
    }

    public string Name { get; }

    /// <summary>Found mentions that a rule joined, and whether some earlier mention of the same entity is one in the gold: null where the gold has no such mention.</summary>
    public IEnumerable<(Mention Mention, bool? IsRight)> Joins()
    {
        foreach (var (spot, mention) in _found.Where(one => one.Value.Join is not null))
        {
            if (_gold.GetValueOrDefault(spot) is not { } gold)
            {
                yield return (mention, null);
                continue;
            }

            yield return (mention, _found.Any(other => other.Key != spot && other.Value.Entity == mention.Entity && _gold.GetValueOrDefault(other.Key)?.Entity == gold.Entity));
        }
    }

    /// <summary>What a gold calls a type of the record; products, works, laws and events are none of those that are scored by themselves.</summary>
    private static string GoldTypeOf(EntityType type) => type switch
    {
        EntityType.Person or EntityType.Group => "person",
        EntityType.Organization => "organization",
        EntityType.Country or EntityType.Place => "place",
        _ => "thing",
    };

    /// <summary>Scores entities that have at least <paramref name="least"/> mentions, of the gold's types that <paramref name="isScored"/> takes; what is found on a gold mention of another type, or as another type, is left out.</summary>
    public CoreferenceScores Score(Func<string, bool> isScored, int least)
    {
        var gold = Clusters(_gold.Where(one => isScored(one.Value.Type)).Select(one => (one.Key, one.Value.Entity)), least);
        var found = Clusters(_found.Where(one => isScored(_gold.TryGetValue(one.Key, out var same) ? same.Type : GoldTypeOf(one.Value.Type))).Select(one => (one.Key, one.Value.Entity!)), least);
        return CoreferenceScores.Of(gold, found);
    }

    /// <summary>The gold's entity of the mention with this head; null where it has none.</summary>
    public string? EntityAt(int head) => (_gold.GetValueOrDefault(new Spot(head, false)) ?? _gold.GetValueOrDefault(new Spot(head, true)))?.Entity;

    public void Print()
    {
        Console.WriteLine($"== {Name}");
        Console.WriteLine(_analysis.Text);
        foreach (var cluster in _gold.GroupBy(one => one.Value.Entity).Where(cluster => cluster.Count() > 1))
        {
            Console.WriteLine($"GOLD  {cluster.First().Value.Type} " + string.Join(" | ", cluster.OrderBy(one => one.Key.Head).Select(one => $"{Text(one.Value.Span)} [{_found.GetValueOrDefault(one.Key)?.Entity?[..5] ?? "-"}]")));
        }

        foreach (var cluster in _found.GroupBy(one => one.Value.Entity).Where(cluster => cluster.Count() > 1))
        {
            Console.WriteLine($"FOUND {cluster.Key![..5]} {cluster.First().Value.Type} " + string.Join(" | ", cluster.OrderBy(one => one.Key.Head).Select(one => $"{Text(one.Value.Span)} [{one.Value.Join}; {_gold.GetValueOrDefault(one.Key)?.Entity ?? "-"}]")));
        }
    }

    private string Text(TextSpan span) => span.Of(_analysis.Text).Replace('\n', ' ');

    private static List<IReadOnlySet<Spot>> Clusters(IEnumerable<(Spot Spot, string Entity)> mentions, int least) =>
        [.. mentions.GroupBy(one => one.Entity, one => one.Spot).Where(cluster => cluster.Count() >= least).Select(IReadOnlySet<Spot> (cluster) => cluster.ToHashSet())];

    /// <summary>The first word that hangs outside the span; a coordination has another spot than its first part.</summary>
    private Spot Head(TextSpan span)
    {
        var first = _analysis.TokenAt(span.Start);
        var head = first;
        for (var i = first; i < _analysis.Tokens.Length && _analysis.Tokens[i].Span.Start < span.End; i++)
        {
            var up = _analysis.Tokens[i].Head;
            if (_analysis.Tokens[i].Upos != Upos.PUNCT && (up < 0 || !span.Overlaps(_analysis.Tokens[up].Span)))
            {
                head = i;
                break;
            }
        }

        var isSeveral = false;
        for (var i = head + 1; i < _analysis.Tokens.Length && _analysis.Tokens[i].Span.Start < span.End; i++)
        {
            isSeveral |= _analysis.Tokens[i].Relation == "conj" && _analysis.Tokens[i].Head == head;
        }

        return new Spot(head, isSeveral);
    }

    private readonly record struct Spot(int Head, bool IsSeveral);
}

/// <summary>How often each rule that joins was right.</summary>
internal sealed class JoinTable
{
    private readonly SortedDictionary<string, (int Right, int Wrong, int Unknown)> _rules = new(StringComparer.Ordinal);

    public void Add(AlignedDocument document)
    {
        foreach (var (mention, isRight) in document.Joins())
        {
            var (right, wrong, unknown) = _rules.GetValueOrDefault(mention.Join!);
            _rules[mention.Join!] = isRight switch
            {
                true => (right + 1, wrong, unknown),
                false => (right, wrong + 1, unknown),
                null => (right, wrong, unknown + 1),
            };
        }
    }

    public void Print()
    {
        foreach (var (rule, (right, wrong, unknown)) in _rules)
        {
            Console.WriteLine($"   {rule,-28} right {right,5} wrong {wrong,5} no mention in the gold {unknown,5}");
        }
    }
}
