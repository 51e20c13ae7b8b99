using System.Collections.Immutable;
using OnRecord.Language.Syntax;

namespace OnRecord.Claims.Statements;

/// <summary>Gives a relative clause its antecedent: "the quarry [that poisoned the river]" becomes "the quarry poisoned the river".</summary>
internal sealed class Relatives(DependencyTrees trees, NounPhrases phrases, Func<int, EntityType?> typeOf)
{
    private readonly ImmutableArray<Token> _tokens = trees.Analysis.Tokens;

    /// <summary>The plan with the antecedent in its place; as a fragment where the antecedent names nobody.</summary>
    public ClausePlan Complete(ClausePlan plan)
    {
        var head = plan.Clause.Head;
        var noun = _tokens[head].Head;
        if (noun < 0 || !Names(noun, plan.Clause))
        {
            return plan with { Use = ClauseUse.Fragment };
        }

        var subject = trees.First(head, "nsubj");
        var pronoun = Relative(plan.Clause, plan.Inner);
        if (pronoun > 0 && _tokens[pronoun].Lower is "who" or "what" && _tokens[pronoun - 1].Upos is Upos.ADP)
        {
            // "an opinion on who will win": asked, not said of the opinion.
            return plan with { Use = ClauseUse.Fragment };
        }

        if (pronoun >= 0 && _tokens[pronoun].Lower is "who" or "whom")
        {
            noun = Person(noun, pronoun, plan.Clause);
        }
        else if (pronoun >= 0 && _tokens[pronoun].Lower == "which")
        {
            noun = Thing(noun);
        }

        var isAround = noun == _tokens[head].Head || (pronoun >= 0 && _tokens[pronoun].Lower == "which");
        noun = Agreeing(Whole(noun, plan.Clause), plan.Clause, pronoun);

        if (noun < 0)
        {
            return plan with { Use = ClauseUse.Fragment };
        }

        var bearer = Bearer(noun);
        isAround &= bearer == noun;
        noun = bearer;
        var antecedent = ImmutableArray.Create(isAround && noun < head ? phrases.Before(noun, head) : Lent(noun, _tokens[head].Head));
        if (pronoun >= 0 && pronoun == subject)
        {
            return plan with { Before = antecedent, Subject = noun, LeftOut = [pronoun] };
        }

        if (subject < 0)
        {
            return plan with { Use = ClauseUse.Fragment };
        }

        plan = plan with { Subject = subject };
        if (pronoun < 0)
        {
            // "the sense she is interested": where nothing is missing, the clause says what the noun is.
            // "a letter the council sent the mayor" has an object, and lacks one nevertheless: which, the tree does not tell.
            return trees.Has(plan.Inner.Head, "obj") ? plan with { Use = ClauseUse.Fragment } : IsWhole(plan) ? plan : Object(plan, antecedent, noun, plan.Inner.Head);
        }

        if (trees.Is(pronoun, "nmod:poss"))
        {
            return plan with { Possessive = pronoun, Possessor = noun, Subject = subject };
        }

        if (_tokens[pronoun].Xpos == "WRB")
        {
            // "on Friday, when it fell": with the preposition that the antecedent has. Without one the clause has lost where or when;
            // "one of 45 states where" would have it that it happened "of 45 states".
            var (preposition, left) = (trees.First(noun, "case"), ImmutableArray.Create(pronoun));
            return preposition >= 0 && _tokens[preposition].Lower == "of" ? plan with { Use = ClauseUse.Fragment, LeftOut = left }
                : preposition >= 0
                ? plan with { Behind = [new TokenRange(preposition, preposition + 1), .. antecedent], LeftOut = left }
                : plan with { LeftOut = left };
        }

        var of = trees.First(pronoun, "case");
        return of >= 0
            ? plan with { Behind = [new TokenRange(of, of + 1), .. antecedent], LeftOut = [of, pronoun] }
            : IsWhole(plan) && (!trees.Is(pronoun, "obj") || trees.Has(plan.Inner.Head, "nsubj:pass")) ? plan with { LeftOut = [pronoun] }
            : Object(plan with { LeftOut = [pronoun] }, antecedent, noun, LacksObject(plan, pronoun) ? plan.Inner.Head : _tokens[pronoun].Head);
    }

    /// <summary>Whether the antecedent is the object of the innermost predicate, though the tree hangs its pronoun elsewhere: "tales that she hopes [to sell]".</summary>
    private bool LacksObject(ClausePlan plan, int pronoun) => _tokens[pronoun].Head < plan.Clause.Head || (_tokens[pronoun].Head == plan.Clause.Head && !IsWhole(plan));

    /// <summary>Another's words: with "from the Netherlands", where the clause stands behind that.</summary>
    private TokenRange Lent(int noun, int tree)
    {
        var range = phrases.Named(noun);
        return trees.First(tree, "case") == noun + 1 ? range with { End = Math.Max(range.End, tree + 1) } : range;
    }

    /// <summary>"Celeski is a footballer who plays", "Bruno, a swan that lives on the pond": said of him who is called so.</summary>
    private int Bearer(int noun)
    {
        var isIndefinite = trees.First(noun, "det") is var determiner && (determiner < 0 ? _tokens[noun].Upos is Upos.NOUN : _tokens[determiner].Lower is "a" or "an");
        if (!isIndefinite)
        {
            return noun;
        }

        var bearer = trees.Has(noun, "cop") ? trees.First(noun, "nsubj") : trees.Is(noun, "appos") ? _tokens[noun].Head : -1;
        var isNamed = bearer >= 0 && (_tokens[bearer].Upos is Upos.PROPN || (_tokens[bearer].Upos is Upos.NOUN && (trees.Has(noun, "cop") || IsDefinite(bearer))));
        return isNamed ? bearer : noun;
    }

    private bool IsDefinite(int noun) => trees.Has(noun, "nmod:poss") || (trees.First(noun, "det") is var determiner and >= 0 && _tokens[determiner].Lower == "the");

    /// <summary>"the plan of the candidate, Ada Holm, which …": nobody is a "which".</summary>
    private int Thing(int noun)
    {
        var at = noun;
        while (typeOf(at) is EntityType.Person && _tokens[at].Relation is "appos" or "nmod" && _tokens[at].Head < at)
        {
            at = _tokens[at].Head;
        }

        return typeOf(at) is EntityType.Person ? noun : at;
    }

    /// <summary>"one of the clerks who was dismissed": one, where the verb is of one.</summary>
    private int Agreeing(int noun, Clause clause, int pronoun)
    {
        var isOfOne = noun >= 0 && pronoun >= 0 && clause.Group is { } group && (_tokens[group.Start].Xpos == "VBZ" || _tokens[group.Start].Lower == "was") && trees.Is(pronoun, "nsubj");
        var above = isOfOne ? _tokens[noun].Head : -1;
        return isOfOne && above >= 0 && _tokens[noun].Xpos is "NNS" && trees.Is(noun, "nmod") && _tokens[above].Upos is Upos.NOUN or Upos.NUM or Upos.PRON && _tokens[above].Xpos is not "NNS" ? above : noun;
    }

    /// <summary>"Hanne Oster and Ada Holm, who are …", "the recession and crisis that …": both, where the verb or a shared article shows it; −1 where who they are is not clear.</summary>
    private int Whole(int noun, Clause clause)
    {
        var first = _tokens[noun].Head;
        if (!trees.Is(noun, "conj") || first < 0 || _tokens[first].Upos is not (Upos.NOUN or Upos.PROPN))
        {
            return noun;
        }

        var isPlural = phrases.IsSingular(noun) && clause.Group is { } group && (_tokens[group.Start].Xpos == "VBP" || _tokens[group.Start].Lower == "were");
        var isShared = _tokens[noun].Upos is Upos.NOUN && trees.Has(first, "det") && phrases.IsSingular(noun) && !trees.Has(noun, "det") && !trees.Has(noun, "nmod:poss");
        return isPlural && trees.Is(first, "nmod") ? -1 : isPlural || isShared ? first : noun;
    }

    /// <summary>"A tourist from the Netherlands who …", "the leadership of Ada Holm, who …": only somebody is a "who", whatever the tree has it on.</summary>
    private int Person(int noun, int pronoun, Clause clause)
    {
        var type = typeOf(noun);
        if (type is EntityType.Person)
        {
            return noun;
        }

        var last = pronoun - 1;
        while (last > noun && _tokens[last].Upos is Upos.PUNCT)
        {
            last--;
        }

        if (last != noun && typeOf(last) is EntityType.Person)
        {
            while (_tokens[last].Relation is "flat" or "compound" or "goeswith" && _tokens[last].Head > noun)
            {
                last = _tokens[last].Head;
            }

            return last;
        }

        // The noun before its preposition, wherever the tree hangs that.
        var above = trees.First(noun, "case") - 1;
        var isNobody = type is EntityType.Place or EntityType.Country or EntityType.Organization or EntityType.Event or EntityType.Work;
        return isNobody && above >= 0 && above < noun && _tokens[above].Upos is Upos.NOUN && Names(above, clause) ? above : noun;
    }

    /// <summary>The antecedent as the object, behind the verb; behind a preposition that was left at the end.</summary>
    private ClausePlan Object(ClausePlan plan, ImmutableArray<TokenRange> antecedent, int noun, int verb)
    {
        var particle = trees.First(verb, "compound:prt");
        var isStranded = plan.Clause.End > plan.Clause.First && _tokens[plan.Clause.End - 1].Upos is Upos.ADP;
        return plan with { Behind = antecedent, BehindToken = isStranded ? -1 : Math.Max(verb, particle), LentObject = isStranded || verb != plan.Inner.Head ? -1 : noun };
    }

    /// <summary>Whether a predicate lacks no object: it has one, is a passive, or is no verb.</summary>
    private bool IsWhole(ClausePlan plan)
    {
        var head = plan.Inner.Head;
        return _tokens[head].Upos is not Upos.VERB || trees.Has(head, "obj") || trees.Has(head, "ccomp") || (trees.Has(head, "nsubj:pass") && _tokens[plan.Clause.End - 1].Upos is not Upos.ADP);
    }

    /// <summary>The relative pronoun or adverb; −1 where there is none ("the bridge she opened").</summary>
    private int Relative(Clause clause, Clause inner)
    {
        // It stands at the head of the clause: in front of its subject and its verb.
        for (var at = clause.First; at < inner.Head; at++)
        {
            if (_tokens[at].Xpos is "WDT" or "WP" or "WP$" or "WRB" || (_tokens[at].Lower == "that" && _tokens[at].Upos is Upos.PRON))
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>Whether an antecedent tells of whom or what: "those who", "anyone who" and "people who" do not, but where the clause tells what happened.</summary>
    private bool Names(int noun, Clause clause)
    {
        var token = _tokens[noun];
        if (token.Upos is Upos.PROPN)
        {
            return true;
        }

        if (token.Upos is not (Upos.NOUN or Upos.NUM or Upos.SYM))
        {
            return false;
        }

        var determiner = trees.First(noun, "det");
        if (determiner >= 0)
        {
            return _tokens[determiner].Lower is "the" or "a" or "an" or "this" or "these" or "that" or "those" or "another" or "some" or "several" or "both";
        }

        return trees.Has(noun, "nummod") || trees.Has(noun, "nmod:poss") || clause.Group is { Tense: VerbTense.Past };
    }
}
