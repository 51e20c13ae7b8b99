using System.Collections.Immutable;
using OnRecord.Language.Syntax;

namespace OnRecord.Claims;

/// <summary>Finds the clauses of a text in its trees: one for each predicate.</summary>
/// <remarks>
/// A clause covers what depends on its predicate, save what is said by a clause of its own beside it: adverbial clauses,
/// coordinated clauses, parentheses, and relative clauses that only add (behind a comma). What is embedded — complement
/// clauses, infinitives, relative clauses that tell which — is part of it, and a clause of its own as well.
/// </remarks>
internal sealed class ClauseFinder(DependencyTrees trees, ImmutableArray<VerbGroup> groups, ClaimWords words)
{
    private readonly ImmutableArray<Token> _tokens = trees.Analysis.Tokens;

    /// <summary>All clauses, in the order of their predicates.</summary>
    public List<Clause> Find()
    {
        var clauses = new List<Clause>();
        for (var token = 0; token < _tokens.Length; token++)
        {
            if (IsPredicate(token))
            {
                var (first, end) = Extent(token);
                clauses.Add(new Clause(token, first, end, GroupOf(token)));
            }
        }

        return clauses;
    }

    /// <summary>Whether a token heads a clause.</summary>
    public bool IsPredicate(int token)
    {
        var relation = _tokens[token].Relation;
        var isVerb = _tokens[token].Upos is Upos.VERB || (_tokens[token].Upos is Upos.AUX && relation == "root");
        if (!isVerb)
        {
            return trees.Has(token, "cop") ? IsClausal(relation)
                : relation is "root" or "ccomp" && trees.Has(token, "nsubj") && _tokens[token].Upos is not Upos.PUNCT;
        }

        return IsClausal(relation) && !IsBareGerund(token, relation);
    }

    /// <summary>The verb group that holds a predicate, or its copula.</summary>
    private VerbGroup? GroupOf(int token)
    {
        // "The truth is that the ferry would sail": the clause behind the copula has a verb of its own.
        var copula = _tokens[token].Upos is Upos.VERB ? -1 : trees.First(token, "cop");
        return VerbGroups.At(groups, copula >= 0 ? copula : token);
    }

    private static bool IsClausal(string relation) =>
        relation is "root" or "xcomp" || DependencyTrees.Is(relation, "ccomp") || DependencyTrees.Is(relation, "advcl") || DependencyTrees.Is(relation, "acl")
        || DependencyTrees.Is(relation, "conj") || DependencyTrees.Is(relation, "parataxis") || DependencyTrees.Is(relation, "csubj");

    /// <summary>"in countering threats", "speaking is hard": an -ing form that names what is done, not that it was done.</summary>
    private bool IsBareGerund(int token, string relation)
    {
        if (_tokens[token].Xpos != "VBG" || trees.Has(token, "aux") || trees.Has(token, "nsubj"))
        {
            return false;
        }

        if (DependencyTrees.Is(relation, "csubj"))
        {
            return true;
        }

        var mark = trees.Marker(token);
        return mark >= 0 && words.Mark(_tokens[mark].Lower) is not ("gerund" or "absence" or "condition" or "time") && !IsGoverned(token);
    }

    /// <summary>"prevented it from sailing", "accused of stealing": the verb before decides what becomes of the -ing form.</summary>
    private bool IsGoverned(int gerund) =>
        _tokens[gerund].Head is var governor and >= 0 && _tokens[governor].Upos is Upos.VERB && (words.Governor("verb", _tokens[governor].Lemma.ToLowerInvariant()) is { Positive: not null }
            || (trees.Marker(gerund) is var from and >= 0 && _tokens[from].Lower == "from" && words.Governor("verb-from", _tokens[governor].Lemma.ToLowerInvariant()) is not null));

    private (int First, int End) Extent(int head)
    {
        var (first, last) = (head, head);
        var pending = new Stack<int>();
        pending.Push(head);
        while (pending.TryPop(out var token))
        {
            (first, last) = (Math.Min(first, token), Math.Max(last, token));
            foreach (var dependent in trees.Of(token))
            {
                if (_tokens[dependent].Upos is not Upos.PUNCT && (token != head || IsOwn(dependent, head)))
                {
                    pending.Push(dependent);
                }
            }
        }

        return MarkPairs.Complete(_tokens, first, last + 1, trees.Analysis.Sentences[_tokens[head].Sentence]);
    }

    private bool IsOwn(int dependent, int head)
    {
        var relation = _tokens[dependent].Relation;
        if (relation is "cc" or "discourse" or "vocative" or "mark" || DependencyTrees.Is(relation, "cc"))
        {
            return relation == "mark" && _tokens[dependent].Xpos == "TO";
        }

        if (DependencyTrees.Is(relation, "parataxis"))
        {
            return false;
        }

        return !(DependencyTrees.Is(relation, "conj") || IsAdverbial(dependent) || (relation == "acl:relcl" && dependent > head && IsBehindComma(dependent)))
            || !IsPredicate(dependent) || IsIndirectQuestion(dependent);
    }

    /// <summary>An adverbial clause that is not the complement of its verb ("aimed at expanding ties").</summary>
    private bool IsAdverbial(int clause) => trees.Is(clause, "advcl") && !(_tokens[clause].Xpos == "VBG" && IsGoverned(clause));

    /// <summary>"… the missiles, or where they were tested": coordinated with a complement, whatever the tree hangs it on.</summary>
    private bool IsIndirectQuestion(int clause)
    {
        if (!trees.Is(clause, "conj"))
        {
            return false;
        }

        var joint = trees.Leftmost(clause);
        return _tokens[joint].Xpos == "CC" && joint + 1 < clause && _tokens[joint + 1].Xpos is "WRB" or "WP" or "WDT";
    }

    private bool IsBehindComma(int clause)
    {
        var first = trees.Leftmost(clause);
        return first > 0 && (_tokens[first].Lower == "," || _tokens[first - 1].Lower == ",");
    }
}
