using System.Collections.Frozen;
using System.Collections.Immutable;
using OnRecord.Data;

namespace OnRecord.Quantities;

/// <summary>
/// Tells what part a figure plays in a change, from its preposition and the word that governs it in the tree: by ("fell 3.2 percent",
/// "a rise of 40"), to ("to 600") or from ("from 560"), and whether it went up or down.
/// </summary>
internal sealed class ChangeReader
{
    /// <summary>Words between a preposition and its figure: "to a record 600".</summary>
    private const int MostBetween = 3;

    /// <summary>A figure this many characters behind another of the same change belongs to it: "by 40, to 600".</summary>
    private const int MostApart = 40;

    private readonly FrozenDictionary<(string Word, string Class), ChangeDirection?> _words;

    // Verbs that tell of a change only with a particle: "edged up", but "moved to Elm Street".
    private readonly FrozenSet<string> _needParticle;

    /// <exception cref="DataFileException">The lexicon is missing or damaged.</exception>
    public ChangeReader(DataFolder data)
    {
        _words = data.Lexicon("change-words").Rows.ToFrozenDictionary(row => (row["word"], row["class"]), row => row["direction"] switch
        {
            "up" => ChangeDirection.Up,
            "down" => ChangeDirection.Down,
            "" or "either" => (ChangeDirection?)null,
            _ => throw row.Error($"'{row["direction"]}' is no direction."),
        });
        _needParticle = data.Lexicon("change-words").Rows.Where(row => row["direction"].Length == 0).Select(row => row["word"]).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>The figures with their changes; each is looked at once, beside the one before it.</summary>
    public ImmutableArray<Quantity> Read(Analysis analysis, ImmutableArray<Quantity> quantities)
    {
        var found = ImmutableArray.CreateBuilder<Quantity>(quantities.Length);
        foreach (var quantity in quantities)
        {
            var before = found.Count > 0 && quantity.Span.Start - found[^1].Span.End is >= 0 and < MostApart ? found[^1] : null;
            var read = quantity.Kind is QuantityKind.Ordinal or QuantityKind.Age ? quantity : quantity with { Change = Of(analysis, quantity, before) };
            if (before is { Change: null } && read is { Change: null } && IsFromTo(analysis, before, read))
            {
                ChangeDirection? direction = before.Best < read.Best ? ChangeDirection.Up : before.Best > read.Best ? ChangeDirection.Down : null;
                (found[^1], read) = (before with { Change = new QuantityChange(ChangeRole.From, direction) }, read with { Change = new QuantityChange(ChangeRole.To, direction) });
            }

            found.Add(read);
        }

        return found.MoveToImmutable();
    }

    /// <summary>"went from 5 to 6 percent": whatever the verb, both ends of a change; the figures tell which way.</summary>
    private static bool IsFromTo(Analysis analysis, Quantity one, Quantity other)
    {
        var before = analysis.TokenAt(one.Span.Start) - 1;
        return one.Kind == other.Kind && one.Unit == other.Unit && one.Currency == other.Currency
            && before >= 0 && analysis.Tokens[before].Lower == "from"
            && analysis.Text.AsSpan(one.Span.End, Math.Max(0, other.Span.Start - one.Span.End)).Trim() is "to";
    }

    private QuantityChange? Of(Analysis analysis, Quantity quantity, Quantity? before)
    {
        var tree = FigureTree.Of(analysis, quantity);
        if (tree.Node < 0)
        {
            return null;
        }

        var tokens = analysis.Tokens;
        var first = analysis.Sentences[tokens[tree.First].Sentence].FirstToken;
        var preposition = Preposition(tokens, tree.First, first);
        var governor = Governor(tokens, tree, preposition);
        if (preposition is "to" or "from" or "by" && ParticleBefore(tokens, tree.First, first) is { } particle)
        {
            return new QuantityChange(RoleOf(preposition), particle);
        }

        var role = Role(tokens, tree, preposition, governor, first);
        if (role is { } known && (governor is not null || preposition is null))
        {
            return governor is not { } word ? new QuantityChange(known, Beside(tokens, tree, first))
                : (word.Direction ?? ByParticle(tokens, word.Word)) is { } direction ? new QuantityChange(known, direction)
                : _needParticle.Contains(tokens[word.Word].Lemma) ? null
                : new QuantityChange(known, null);
        }

        if (before is not null && IsSaidAgain(analysis.Text, before, quantity))
        {
            return before.Change;
        }

        // "rose by 40, to 600 from 560": the tree may hang the later figures on the first.
        return before?.Change is { } same && Later(preposition) is { } later && tokens[analysis.TokenAt(before.Span.Start)].Sentence == tokens[tree.First].Sentence
            ? new QuantityChange(later, same.Direction)
            : null;
    }

    /// <summary>"120 points, or 1.1 percent": the same difference in another unit.</summary>
    private static bool IsSaidAgain(string text, Quantity first, Quantity again)
    {
        var end = Math.Max(first.Span.End, first.Counted?.End ?? 0);
        return end < again.Span.Start && text.AsSpan(end, again.Span.Start - end).Trim() is ", or" or "or" or "(" or "(or";
    }

    private static ChangeRole RoleOf(string preposition) => preposition switch { "to" => ChangeRole.To, "from" => ChangeRole.From, _ => ChangeRole.By };

    /// <summary>"up from 14", "down to 90": the particle before the preposition of a figure.</summary>
    private ChangeDirection? ParticleBefore(ImmutableArray<Token> tokens, int at, int first)
    {
        for (var i = at - 1; i > Math.Max(first, at - MostBetween); i--)
        {
            if (tokens[i].Lower is "to" or "from" or "by")
            {
                return _words.GetValueOrDefault((tokens[i - 1].Lower, "particle"));
            }
        }

        return null;
    }

    private static ChangeRole? Later(string? preposition) => preposition switch
    {
        "to" => ChangeRole.To,
        "from" => ChangeRole.From,
        _ => null,
    };

    /// <summary>The part of a figure by its preposition; of a figure without one, by what it hangs on.</summary>
    private ChangeRole? Role(ImmutableArray<Token> tokens, FigureTree tree, string? preposition, (int Word, string Class, ChangeDirection? Direction)? governor, int first)
    {
        switch (preposition)
        {
            case "to":
                return ChangeRole.To;
            case "from":
                return ChangeRole.From;
            case "by" when tokens[tree.Node].Relation != "obl:agent" || tree.Node < tree.End:
                return ChangeRole.By;
            case "of" when governor is { Class: "noun" }:
                return ChangeRole.By;
            case not null:
                return null;
        }

        if (Beside(tokens, tree, first) is not null)
        {
            return ChangeRole.By;
        }

        return governor switch
        {
            { Class: "noun" } noun when tree.Node < noun.Word || tree.End <= noun.Word => ChangeRole.By,
            { Class: "verb" } verb when verb.Word < tree.First && tokens[tree.Node].Head == verb.Word && IsExtent(tokens[tree.Node].Relation) => ChangeRole.By,
            _ => null,
        };
    }

    private static bool IsExtent(string relation) =>
        relation is "obj" or "dep" or "advmod" or "xcomp" || relation.StartsWith("obl", StringComparison.Ordinal);

    /// <summary>"up 3 percent", "down 40 points", "3 percent higher": the direction of the word beside a figure.</summary>
    private ChangeDirection? Beside(ImmutableArray<Token> tokens, FigureTree tree, int first)
    {
        if (tree.First > first && _words.GetValueOrDefault((tokens[tree.First - 1].Lower, "particle")) is { } before)
        {
            return before;
        }

        var next = tree.End;
        return next < tokens.Length && tokens[next].Sentence == tokens[tree.First].Sentence && IsShareOrMeasure(tokens[tree.End - 1])
            ? _words.GetValueOrDefault((tokens[next].Lower, "comparative"))
            : null;
    }

    // "40 more people" are further people, "3 percent more" is a change.
    private static bool IsShareOrMeasure(Token last) => last.Form == "%" || last.Upos is Upos.NOUN or Upos.SYM;

    /// <summary>The word of change that governs a figure: a verb or noun above it in the tree.</summary>
    private (int Word, string Class, ChangeDirection? Direction)? Governor(ImmutableArray<Token> tokens, FigureTree tree, string? preposition)
    {
        foreach (var above in tree.Above(tokens))
        {
            var token = tokens[above];
            var kind = token.Upos switch { Upos.VERB => "verb", Upos.NOUN => "noun", Upos.ADV or Upos.ADP or Upos.ADJ => "particle", _ => "" };
            if (above >= tree.First && above < tree.End)
            {
                continue;
            }

            if (_words.TryGetValue((kind == "particle" ? token.Lower : token.Lemma, kind), out var direction))
            {
                return (above, kind, direction);
            }

            // A figure with "to", "from" or "by" may hang on another figure of the change; any other only on the word itself.
            if (preposition is null or "of" || token.Upos == Upos.VERB)
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>"edged up", "went down": the particle of a verb that has no direction of its own.</summary>
    private ChangeDirection? ByParticle(ImmutableArray<Token> tokens, int verb)
    {
        for (var i = verb + 1; i < Math.Min(tokens.Length, verb + 3); i++)
        {
            if (_words.GetValueOrDefault((tokens[i].Lower, "particle")) is { } direction)
            {
                return direction;
            }
        }

        return verb > 0 ? _words.GetValueOrDefault((tokens[verb - 1].Lower, "particle")) : null;
    }

    private static string? Preposition(ImmutableArray<Token> tokens, int at, int first)
    {
        for (var i = at - 1; i >= Math.Max(first, at - MostBetween); i--)
        {
            if (tokens[i].Upos is Upos.ADP or Upos.SCONJ || tokens[i].Lower is "to" or "than")
            {
                return tokens[i].Lower is "up" or "down" or "off" ? null : tokens[i].Lower;
            }

            if (tokens[i].Upos is not (Upos.DET or Upos.ADJ or Upos.ADV))
            {
                return null;
            }
        }

        return null;
    }
}
