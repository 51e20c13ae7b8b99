using OnRecord.Data;

namespace OnRecord.Quantities;

/// <summary>What the words around a figure make of it.</summary>
/// <param name="Relation">How the figure relates to what is counted.</param>
/// <param name="Capped">Whether it is also not above the figure ("nearly 200").</param>
internal readonly record struct Hedge(QuantityRelation Relation, bool Capped);

/// <summary>Finds the words that bound or soften a figure: "about", "at least", "up to", "or more".</summary>
internal sealed class Hedges
{
    private const int LongestPhrase = 6;

    /// <summary>"from at least about some": more hedges than this do not stand before one figure.</summary>
    private const int MostHedges = 3;

    private readonly PhraseTable<(Hedge Hedge, string Also)> _before = new();
    private readonly PhraseTable<(Hedge Hedge, string Also)> _after = new();
    private readonly HashSet<string> _topicWords;

    /// <exception cref="DataFileException">A lexicon is missing or names an unknown side or relation.</exception>
    public Hedges(DataFolder data)
    {
        foreach (var row in data.Lexicon("hedges").Rows)
        {
            var table = row["side"] switch
            {
                "before" => _before,
                "after" => _after,
                _ => throw row.Error($"'{row["side"]}' is neither before nor after."),
            };
            var nearly = row["relation"] == "nearly";
            var relation = nearly ? QuantityRelation.About
                : Enum.TryParse<QuantityRelation>(row["relation"], ignoreCase: true, out var parsed) ? parsed
                : throw row.Error($"'{row["relation"]}' is no relation.");
            table.Add(row["phrase"], (new Hedge(relation, nearly), row["also"]));
        }

        _topicWords = data.Lexicon("topic-words").Rows.Select(row => row["word"]).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The hedges that end where a figure begins; <paramref name="start"/> moves to the first of their words.</summary>
    /// <param name="parts">The sentence.</param>
    /// <param name="floor">Parts before this index belong to an earlier figure.</param>
    /// <param name="start">Where the figure begins.</param>
    /// <param name="smallWord">Whether the figure is a small number in words without a unit: "over two islands".</param>
    public Hedge? Before(ReadOnlySpan<Token> parts, int floor, ref int start, bool smallWord)
    {
        Hedge? found = null;
        for (var n = 0; n < MostHedges && OneBefore(parts, floor, start, smallWord) is { } one; n++)
        {
            found = Stronger(found, one.Hedge);
            start = one.Start;
        }

        return found;
    }

    /// <summary>A bound says more than a softener: "at least about 200" is at least.</summary>
    public static Hedge? Stronger(Hedge? one, Hedge? other) => one is null || (one.Value.Relation == QuantityRelation.About && other is not null) ? other : one;

    /// <summary>A hedge behind a figure ("or more", "-odd", "+"); the number of its parts, 0 where there is none.</summary>
    public int After(ReadOnlySpan<Token> parts, int end, out Hedge hedge)
    {
        var length = _after.Longest(parts, end, out var value);
        hedge = value.Hedge;
        var joined = length > 0 && parts[end].Form is "-" or "‐" or "‑" or "+";
        // "200 or greater than 190": the words belong to the figure behind them.
        var taken = end + length < parts.Length && parts[end + length].Lower == "than";
        return taken || (joined && (end == 0 || parts[end - 1].SpaceAfter)) ? 0 : length;
    }

    private (int Start, Hedge Hedge)? OneBefore(ReadOnlySpan<Token> parts, int floor, int start, bool smallWord)
    {
        for (var length = Math.Min(LongestPhrase, start - floor); length > 0; length--)
        {
            var at = start - length;
            if (_before.Longest(parts[..start], at, out var value) == length)
            {
                return IsPreposition(parts, at, value.Also, smallWord) ? null : (at, value.Hedge);
            }
        }

        return null;
    }

    private bool IsPreposition(ReadOnlySpan<Token> parts, int at, string also, bool smallWord) => at > 0 && also switch
    {
        "topic" => _topicWords.Contains(parts[at - 1].Lower),
        "place" => smallWord && parts[at - 1].Upos is Upos.NOUN or Upos.PROPN,
        _ => false,
    };
}
