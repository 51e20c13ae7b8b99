using System.Collections.Immutable;

namespace OnRecord.Archive.Accounts;

/// <summary>Puts the figures of one thing in one story into a series, and finds those that exclude each other.</summary>
internal static class FigureFinder
{
    /// <summary>Figures of a series with which another is compared before it joins.</summary>
    private const int MostCompared = 50;

    /// <summary>Most series of a story: the longest ones.</summary>
    private const int MostSeries = 24;

    /// <summary>Most rows of a series.</summary>
    private const int MostRows = 200;

    /// <summary>A source's figure, as long as it stays the same.</summary>
    private sealed record Row(StoryFigure Figure, int? Revises, List<Telling> Repeated);

    /// <summary>Series of figures, the one with most rows first, and what in them is contradicted.</summary>
    /// <param name="figures">Figures in the order of days.</param>
    public static (ImmutableArray<FigureSeries> Series, ImmutableArray<Contradiction> Contradictions) Find(IEnumerable<StoryFigure> figures)
    {
        var series = figures.GroupBy(figure => figure.Thing, StringComparer.Ordinal).SelectMany(Parts).Select(Rows)
            .Where(rows => rows.Count > 1 || rows[0].Repeated.Count > 0 || rows[0].Figure.Quantity.Casualty is not null)
            .OrderByDescending(rows => rows.Count).ThenByDescending(rows => rows.Sum(row => row.Repeated.Count)).ThenBy(rows => rows[0].Figure.Thing, StringComparer.Ordinal).Take(MostSeries).ToList();
        return ([.. series.Select(Told)], [.. series.SelectMany(Contradictions).Take(AccountMaker.MostContradictions)]);
    }

    /// <summary>Figures of one thing apart where they are of others, or elsewhere.</summary>
    private static List<List<StoryFigure>> Parts(IEnumerable<StoryFigure> figures)
    {
        var all = figures.ToList();
        var apart = Subsets(all);
        var parts = new List<List<StoryFigure>>();
        foreach (var figure in all)
        {
            var part = parts.Find(part => part.Take(MostCompared).All(other => IsOfOneNoun(figure.Noun, other.Noun, apart) && figure.IsComparable(other)));
            if (part is not null)
            {
                part.Add(figure);
            }
            else
            {
                parts.Add([figure]);
            }
        }

        return parts;
    }

    private static bool IsOfOneNoun(string? noun, string? other, HashSet<string> apart) =>
        noun == other || (noun is null && !apart.Contains(other!)) || (other is null && !apart.Contains(noun!));

    /// <summary>Nouns that a source counts beside all, with another figure: "12 people, three of them children" and "three children".</summary>
    private static HashSet<string> Subsets(List<StoryFigure> figures)
    {
        var apart = new HashSet<string>(StringComparer.Ordinal);
        foreach (var report in figures.GroupBy(figure => figure.Telling.Report))
        {
            var whole = report.Where(figure => figure.Noun is null).ToList();
            apart.UnionWith(report.Where(figure => figure.Noun is not null && whole.Exists(other => other.Telling.Voice == figure.Telling.Voice && other.Excludes(figure))).Select(figure => figure.Noun!));
        }

        // Soldiers and civilians are not the same dead, though both are people: only the most frequent noun stands for all.
        apart.UnionWith(figures.Select(figure => figure.Noun).OfType<string>().CountBy(noun => noun).OrderByDescending(noun => noun.Value).ThenBy(noun => noun.Key, StringComparer.Ordinal).Skip(1).Select(noun => noun.Key));
        return apart;
    }

    private static List<Row> Rows(List<StoryFigure> figures)
    {
        var (rows, last) = (new List<Row>(), new Dictionary<string, int>(StringComparer.Ordinal));
        foreach (var figure in figures)
        {
            int? before = last.TryGetValue(figure.Telling.Voice, out var place) ? place : null;
            if (before is { } same && rows[same].Figure.IsSame(figure))
            {
                rows[same].Repeated.Add(figure.Telling);
                continue;
            }

            if (rows.Count == MostRows)
            {
                break;
            }

            last[figure.Telling.Voice] = rows.Count;
            rows.Add(new Row(figure, before, []));
        }

        return rows;
    }

    private static FigureSeries Told(List<Row> rows)
    {
        var first = rows[0].Figure;
        var noun = rows.Select(row => row.Figure.Noun).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return new FigureSeries(
            first.Thing,
            noun.Count == 1 && rows.TrueForAll(row => row.Figure.Noun is not null) ? noun[0] : null,
            first.Quantity.Currency ?? first.Quantity.Unit,
            [.. rows.Select(row => Told(row))]);
    }

    private static ToldFigure Told(Row row)
    {
        var (telling, quantity) = (row.Figure.Telling, row.Figure.Quantity);
        return new ToldFigure(
            telling.Told(quantity.Span), Telling.WordsOf(new CodePointMap(telling.Report.Names.Text), quantity.Span), quantity.Low, quantity.High, quantity.Best,
            ContractNames<QuantityRelation>.Of(quantity.Relation), row.Revises, [.. row.Repeated.Distinct().Select(other => other.Told())]);
    }

    /// <summary>Figures that two voices give on one day and that exclude each other.</summary>
    private static IEnumerable<Contradiction> Contradictions(List<Row> rows)
    {
        foreach (var day in rows.Where(row => row.Figure.Telling.Report.Day is not null).GroupBy(row => row.Figure.Telling.Report.Day))
        {
            var said = day.ToList();
            for (var i = 0; i < said.Count; i++)
            {
                foreach (var other in said.Skip(i + 1).Where(other => AreContrary(said[i].Figure, other.Figure)))
                {
                    yield return ContradictionFinder.Of(
                        ContradictionKind.Figure, $"said on one day of one thing ({said[i].Figure.Thing}), and exclude each other", null,
                        [said[i].Figure.Telling.Told(said[i].Figure.Quantity.Span)], [other.Figure.Telling.Told(other.Figure.Quantity.Span)]);
                }
            }
        }
    }

    private static bool AreContrary(StoryFigure one, StoryFigure other) =>
        one.Telling.Voice != other.Telling.Voice && one.Excludes(other) && (one.Quantity.Casualty is not null || one.IsOfOneDeed(other)) && !one.Telling.IsOfAnotherDay(other.Telling) && one.Telling.Claim.Status == other.Telling.Claim.Status;
}
