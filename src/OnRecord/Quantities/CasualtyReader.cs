using System.Collections.Frozen;
using System.Collections.Immutable;
using OnRecord.Data;

namespace OnRecord.Quantities;

/// <summary>Tells what happened to the people that a figure counts, from the noun, the verb or the adjective that it hangs on.</summary>
internal sealed class CasualtyReader
{
    private readonly FrozenDictionary<(string Word, string Role), Casualty?> _words;

    /// <exception cref="DataFileException">The lexicon is missing or damaged.</exception>
    public CasualtyReader(DataFolder data)
    {
        _words = data.Lexicon("casualty-words").Rows.ToFrozenDictionary(
            row => (row["word"], row["role"]),
            row => row["kind"].Length == 0 ? (Casualty?)null
                : Enum.TryParse<Casualty>(row["kind"], ignoreCase: true, out var kind) ? kind
                : throw row.Error($"'{row["kind"]}' is no kind of casualty."));
    }

    /// <summary>What happened to the people counted; null where the text tells of no harm.</summary>
    public Casualty? Of(Analysis analysis, Quantity quantity)
    {
        if (quantity.Kind != QuantityKind.Count || FigureTree.Of(analysis, quantity) is not { Node: >= 0 } tree)
        {
            return null;
        }

        var tokens = analysis.Tokens;
        var counted = quantity.Counted is { } span ? analysis.TokenAt(span.End - 1) : -1;
        if (counted >= 0 && (_words.GetValueOrDefault((tokens[counted].Lower, "word")) ?? _words.GetValueOrDefault((tokens[counted].Lemma, "noun"))) is { } named)
        {
            return named;
        }

        // "killed 12, injured 40": the verb governs the figure itself; "12 people were killed": its noun.
        var node = tree.Node;
        if (counted >= 0 && tokens[node].Head == counted)
        {
            node = counted;
        }

        // "killed seven, wounded 12": a verb right before the figure, whatever the tree makes of the list.
        var before = tree.First > 0 && tokens[tree.First - 1].Sentence == tokens[tree.First].Sentence && tokens[tree.First - 1].Xpos is "VBD" or "VBN" or "VBG" or "VBZ"
            ? _words.GetValueOrDefault((tokens[tree.First - 1].Lemma, "object"))
            : null;
        return before ?? Governed(tokens, node) ?? Said(tokens, node, Math.Max(tree.End, counted + 1)) ?? Toll(tokens, node);
    }

    private Casualty? Governed(ImmutableArray<Token> tokens, int node)
    {
        var relation = tokens[node].Relation;
        if (tokens[node].Head is var head and >= 0 && tokens[head].Upos is Upos.VERB or Upos.ADJ)
        {
            var verb = tokens[head];
            var found = relation switch
            {
                "obj" or "nsubj:pass" => _words.GetValueOrDefault((verb.Lemma, "object")),
                "nsubj" when verb.Xpos == "VBN" && !HasOwnObject(tokens, head) => _words.GetValueOrDefault((verb.Lemma, "object")) ?? _words.GetValueOrDefault((verb.Lemma, "subject")),
                "nsubj" => _words.GetValueOrDefault((verb.Lemma, "subject")) ?? _words.GetValueOrDefault((verb.Lower, "adjective")),
                _ => null,
            };
            return found;
        }

        return null;
    }

    private static bool HasOwnObject(ImmutableArray<Token> tokens, int verb)
    {
        for (var i = verb + 1; i < Math.Min(tokens.Length, verb + 6); i++)
        {
            if (tokens[i].Head == verb && tokens[i].Relation == "obj")
            {
                return true;
            }
        }

        return false;
    }

    // "12 people killed in the fire", "left 12 people dead": what follows hangs on the noun, or on the verb of both.
    private Casualty? Said(ImmutableArray<Token> tokens, int node, int next)
    {
        for (var i = next; i < Math.Min(tokens.Length, next + 2) && tokens[i].Sentence == tokens[node].Sentence; i++)
        {
            if (tokens[i].Upos is Upos.ADV)
            {
                continue;
            }

            var token = tokens[i];
            return token.Xpos == "VBN" && token.Relation.StartsWith("acl", StringComparison.Ordinal) ? _words.GetValueOrDefault((token.Lemma, "object"))
                : token.Head == node || token.Head == tokens[node].Head ? _words.GetValueOrDefault((token.Lower, "adjective"))
                : null;
        }

        return null;
    }

    // "the death toll rose to 12", "the number of wounded reached 45".
    private Casualty? Toll(ImmutableArray<Token> tokens, int node)
    {
        var head = tokens[node].Head;
        var hangs = tokens[node].Relation is "obj" or "xcomp" || tokens[node].Relation.StartsWith("obl", StringComparison.Ordinal);
        for (var i = head - 1; hangs && i >= Math.Max(0, head - 12); i--)
        {
            if (tokens[i].Lower is "number" or "count" or "total" && tokens[i].Head == head && i + 3 < tokens.Length && tokens[i + 1].Lower == "of")
            {
                return _words.GetValueOrDefault((tokens[i + 2].Lower, "word")) ?? _words.GetValueOrDefault((tokens[i + 2].Lemma, "noun"))
                    ?? _words.GetValueOrDefault((tokens[i + 3].Lower, "word"));
            }

            if (tokens[i].Lower == "toll" && tokens[i].Head == head)
            {
                return i > 0 && _words.GetValueOrDefault((tokens[i - 1].Lemma, "noun")) is { } kind ? kind : Casualty.Killed;
            }
        }

        return null;
    }
}
