using OnRecord.Language.Syntax;

namespace OnRecord.Attributions;

/// <summary>What the trees say of cues: the extent of each word's subtree, who does what a verb says, and where its clause ends.</summary>
/// <remarks>A tree may be wrong; whoever asks falls back on the order of the words.</remarks>
internal sealed class Subtrees
{
    /// <summary>How many clauses are climbed for a subject.</summary>
    private const int Climbs = 5;

    private readonly Analysis _analysis;
    private readonly DependencyTrees _trees;
    private readonly SubtreeExtents _extents;

    public Subtrees(Analysis analysis)
    {
        _analysis = analysis;
        (_trees, _extents) = (analysis.Syntax.Trees, analysis.Syntax.Extents);
    }

    /// <summary>First token of a word's subtree.</summary>
    public int First(int token) => _extents.First(token);

    /// <summary>One past the last token of a word's subtree.</summary>
    public int End(int token) => _extents.End(token);

    /// <summary>The dependents of a word in the order of the text.</summary>
    public ReadOnlySpan<int> Of(int token) => _trees.Of(token);

    /// <summary>Whether a word has this relation to its head, with any subtype.</summary>
    public bool Is(int token, string relation) => _trees.Is(token, relation);

    /// <summary>The first dependent with this relation; −1 where there is none.</summary>
    public int Dependent(int token, string relation) => _trees.First(token, relation);

    /// <summary>Whether a verb has a subject that acts, and no auxiliary of the passive.</summary>
    public bool IsActive(int verb) => Subject(verb) >= 0 && !_trees.Has(verb, "aux:pass");

    /// <summary>The active subject of a verb itself; −1 where it has none.</summary>
    public int Subject(int verb)
    {
        foreach (var dependent in _trees.Of(verb))
        {
            if (_analysis.Tokens[dependent].Relation is "nsubj" or "nsubj:outer")
            {
                return dependent;
            }
        }

        return -1;
    }

    /// <summary>Who acts in a verb that has no subject of its own: the subject, object or noun that it hangs on; −1 where the tree does not say.</summary>
    public int Actor(int verb)
    {
        for (var climb = 0; climb < Climbs; climb++)
        {
            var head = _analysis.Tokens[verb].Head;
            if (Subject(verb) is var own and >= 0)
            {
                return own;
            }

            if (head < 0)
            {
                return -1;
            }

            if (_trees.Is(verb, "acl"))
            {
                if (_analysis.Tokens[verb].Xpos == "VBG" && verb > 0 && _analysis.Tokens[verb - 1].Lower != ",")
                {
                    return head;
                }

                verb = Governor(head);
            }
            else if (_trees.Is(verb, "xcomp"))
            {
                var object_ = _trees.First(head, "obj");
                if (object_ >= 0 && object_ < verb)
                {
                    return object_;
                }

                verb = head;
            }
            else if (_trees.Is(verb, "conj") || _trees.Is(verb, "advcl") || _trees.Is(verb, "parataxis"))
            {
                verb = head;
            }
            else
            {
                return -1;
            }

            if (verb < 0)
            {
                return -1;
            }
        }

        return -1;
    }

    /// <summary>The verb that a noun depends on, through other nouns; −1 where there is none.</summary>
    public int Governor(int noun)
    {
        for (var climb = 0; climb < Climbs && noun >= 0; climb++)
        {
            noun = _analysis.Tokens[noun].Head;
            if (noun >= 0 && _analysis.Tokens[noun].Xpos.StartsWith("VB", StringComparison.Ordinal))
            {
                return noun;
            }
        }

        return -1;
    }

    /// <summary>The dependent of a word whose subtree holds another word; −1 where none does.</summary>
    public int Branch(int head, int inner)
    {
        for (var steps = 0; steps < NounPhrases.Reach && inner >= 0; steps++)
        {
            var next = _analysis.Tokens[inner].Head;
            if (next == head)
            {
                return inner;
            }

            inner = next;
        }

        return -1;
    }
}
