using OnRecord.Language.Syntax;

namespace OnRecord.Claims;

/// <summary>What a clause is embedded under: complements of verbs, adjectives and nouns, adverbial and coordinated clauses.</summary>
internal sealed partial class StatusReader
{
    private Verdict? Embedded(Clause clause)
    {
        var token = _trees.Analysis.Tokens[clause.Head];
        if (token.Head < 0)
        {
            return null;
        }

        if (DependencyTrees.Is(token.Relation, "xcomp") || DependencyTrees.Is(token.Relation, "ccomp") || DependencyTrees.Is(token.Relation, "csubj"))
        {
            return UnderGovernor(clause, token.Head);
        }

        if (DependencyTrees.Is(token.Relation, "advcl"))
        {
            return IsComplementOfObject(clause, token.Head) ? UnderGovernor(clause, token.Head) : Adverbial(clause, token.Head);
        }

        if (DependencyTrees.Is(token.Relation, "acl"))
        {
            return OfNoun(clause, token.Head);
        }

        return DependencyTrees.Is(token.Relation, "conj") && _clauses.TryGetValue(token.Head, out var first) ? Coordinated(clause, first) : null;
    }

    /// <summary>"forced hundreds to leave": what the object does is as real as the verb, though the tree may have it as a purpose.</summary>
    private bool IsComplementOfObject(Clause clause, int governor) =>
        clause.IsInfinitive(_trees) && _trees.First(governor, "obj") is var thing && thing > governor && thing < clause.Head
        && _words.Governor("verb", _trees.Analysis.Tokens[governor].Lemma.ToLowerInvariant()) is { Positive: null };

    /// <summary>A coordinated verb stands under the same governor as the first; a bare one shares the first one's mood as well.</summary>
    private Verdict? Coordinated(Clause clause, Clause first)
    {
        if (FirstOfCoordination(clause) is null)
        {
            return Embedded(first);
        }

        var shared = Of(first);
        return shared.Status is ClaimStatus.Asserted or ClaimStatus.Denied or ClaimStatus.NotStated ? null : shared;
    }

    /// <summary>The complement of a verb, adjective or noun: what the lexicon says of the governor, under what holds of the governor itself.</summary>
    private Verdict? UnderGovernor(Clause clause, int governor)
    {
        var word = _trees.Analysis.Tokens[governor];
        var kind = word.Upos is Upos.ADJ ? "adjective" : word.Upos is Upos.NOUN ? "noun" : "verb";
        if (clause.IsInfinitive(_trees) && AsksHow(clause.Head))
        {
            return new Verdict(ClaimStatus.Hypothetical, StatusRules.NounInfinitive);
        }

        if (IsSaying(word) && IsWrongToSay(governor))
        {
            return new Verdict(ClaimStatus.Denied, StatusRules.Falsehood);
        }

        var effect = (kind == "verb" && clause.IsInfinitive(_trees) ? _words.Governor("verb-to", word.Lemma.ToLowerInvariant()) : null)
            ?? FromEffect(clause, governor)
            ?? _words.Governor(kind, Phrasals.Lemma(_trees, governor))
            ?? _words.Governor(kind, word.Lemma.ToLowerInvariant())
            ?? OfObject(clause, governor);
        var negated = IsNegated(governor) || IsOfNothing(governor) || (_clauses.TryGetValue(governor, out var governing) && _polarity.HasNegativePhrase(governing) && !HasNegativeObject(governor));
        if (effect is null && negated && _words.Silence(word.Lemma.ToLowerInvariant()) is { Kind: "said" })
        {
            return new Verdict(ClaimStatus.Hypothetical, StatusRules.UnderSilence);
        }

        if (kind == "adjective" && clause.IsInfinitive(_trees) && _refutations.IsTooMuch(governor))
        {
            return new Verdict(ClaimStatus.Denied, StatusRules.TooFor);
        }

        // "claimed to have shot", "was found to have lied": what is over cannot be a plan.
        if (effect is null && kind == "verb" && _trees.Is(clause.Head, "xcomp") && clause.IsInfinitive(_trees) && clause.Group is not { Perfect: true })
        {
            return new Verdict(ClaimStatus.Planned, StatusRules.Purpose);
        }

        var status = effect is null ? ClaimStatus.Asserted : negated ? effect.Negative : effect.Positive;
        if (status == ClaimStatus.Planned && clause.Group is { Finite: true, Tense: VerbTense.Past, Modal: null })
        {
            // "ensured the bridge was safe": what was so is no plan.
            status = null;
        }

        if (status == ClaimStatus.Planned && IsOfFew(governor))
        {
            return new Verdict(ClaimStatus.Possible, StatusRules.Governor);
        }

        if (status is null or ClaimStatus.Asserted && _clauses.TryGetValue(governor, out var outer) && !IsSaying(word))
        {
            var above = Of(outer).Status;
            status = above is ClaimStatus.Asserted or ClaimStatus.NotStated || (above == ClaimStatus.Denied && negated) ? status ?? ClaimStatus.Asserted : above;
        }

        return status is ClaimStatus.Asserted or null ? null : new Verdict(status.Value, StatusRules.Under(StatusRules.Governor, negated));
    }

    /// <summary>"The plan is to sell the ferries": what the noun says of its infinitive; an aim where the noun is not listed. "The key is to start early" only says which. Null where the clause is none such.</summary>
    private ClaimStatus? AimOf(Clause clause) =>
        clause.IsInfinitive(_trees) && _trees.First(clause.Head, "cop") is var copula and >= 0 && _trees.HasTo(clause.Head) && copula < _trees.First(clause.Head, "mark")
            && _trees.First(clause.Head, "nsubj") is var noun and >= 0 && _trees.Analysis.Tokens[noun].Upos is Upos.NOUN
            ? NounEffect(noun)?.Positive ?? (_words.IsGist(_trees.Analysis.Tokens[noun].Lemma.ToLowerInvariant()) ? ClaimStatus.Asserted : ClaimStatus.Planned)
            : null;

    /// <summary>"knows [how to mend it]": nobody has.</summary>
    private bool AsksHow(int infinitive) => _trees.First(infinitive, "advmod") is var how and >= 0 && how < infinitive && _trees.Analysis.Tokens[how].Xpos == "WRB";

    /// <summary>"stopped it from leaving" is another thing than "stopped leaving".</summary>
    private Effect? FromEffect(Clause clause, int governor) =>
        _trees.Marker(clause.Head) is var from and >= 0 && _trees.Analysis.Tokens[from].Lower == "from"
            ? _words.Governor("verb-from", _trees.Analysis.Tokens[governor].Lemma.ToLowerInvariant())
            : null;

    /// <summary>"nothing to suggest that it leaks".</summary>
    private bool IsOfNothing(int verb) =>
        _trees.Is(verb, "acl") && _trees.Analysis.Tokens[verb].Head is var noun and >= 0 && _polarity.IsNegative(noun);

    /// <summary>"Few analysts expect that it will rain"; "a few" do.</summary>
    private bool IsOfFew(int verb)
    {
        var tokens = _trees.Analysis.Tokens;
        var subject = _trees.First(verb, "nsubj");
        var few = subject < 0 ? -1 : tokens[subject].Lower == "few" ? subject : _trees.Leftmost(subject);
        return few >= 0 && tokens[few].Lower == "few" && !(few > 0 && tokens[few - 1].Lower is "a" or "the" or "quite");
    }

    /// <summary>"It would be wrong to say that the treaty ended the war": what may not be said is not so.</summary>
    private bool IsWrongToSay(int saying)
    {
        var tokens = _trees.Analysis.Tokens;
        return tokens[saying].Xpos == "VB" && _trees.HasTo(saying) && tokens[saying].Head is var wrong and >= 0 && tokens[wrong].Upos is Upos.ADJ
            && _words.Governor("adjective-to-say", tokens[wrong].Lemma.ToLowerInvariant()) is { Positive: ClaimStatus.Denied } && !IsNegated(wrong);
    }

    /// <summary>"gave no order to leave": the noun, not the verb, says so.</summary>
    private bool HasNegativeObject(int verb) => _trees.First(verb, "obj") is var noun and >= 0 && _polarity.IsNegative(noun);

    /// <summary>"raised fears that it leaks": a plain verb whose object is the governor.</summary>
    private Effect? OfObject(Clause clause, int governor) =>
        _trees.First(governor, "obj") is var noun and >= 0 && noun < clause.Head ? NounEffect(noun) : null;

    private Effect? NounEffect(int noun) => _words.Governor("noun", _trees.Analysis.Tokens[noun].Lemma.ToLowerInvariant());

    private Effect? VerbEffect(int verb)
    {
        var lemma = _trees.Analysis.Tokens[verb].Lemma.ToLowerInvariant();
        return _trees.Analysis.Tokens[verb].Upos is Upos.VERB ? _words.OverInfinitive(lemma) : null;
    }

    /// <summary>A verb of saying hands its content on as its source puts it, however the saying itself is put.</summary>
    private bool IsSaying(Token word) => _words.Silence(word.Lemma.ToLowerInvariant()) is { Kind: "said" };

    private Verdict? Adverbial(Clause clause, int main)
    {
        // "called on the king to step down" and "prevented it from sailing": trees hang some complements as adverbials.
        var isInfinitive = clause.IsInfinitive(_trees);
        if ((isInfinitive || _trees.Analysis.Tokens[clause.Head].Xpos == "VBG") && MarkOf(clause.Head) is null && (FromEffect(clause, main) ?? VerbEffect(main)) is { Positive: not null })
        {
            return UnderGovernor(clause, main);
        }

        // "dismissed calls by Seoul to restart talks": the noun says what becomes of it, though the tree hangs it on the verb.
        if (isInfinitive && OfObject(clause, main) is { Positive: { } ofObject })
        {
            return new Verdict(ofObject, StatusRules.Governor);
        }

        if (isInfinitive && _refutations.IsTooMuch(main))
        {
            return new Verdict(ClaimStatus.Denied, StatusRules.TooFor);
        }

        if (isInfinitive)
        {
            return new Verdict(ClaimStatus.Planned, StatusRules.Purpose);
        }

        if (!_clauses.TryGetValue(main, out var outer))
        {
            return null;
        }

        var above = Of(outer).Status;
        if (MarkOf(clause.Head) == "time" && clause.Group is { Tense: VerbTense.Present })
        {
            return above is ClaimStatus.Planned or ClaimStatus.Hypothetical ? new Verdict(above, StatusRules.TimeOfPlan) : null;
        }

        var isOpen = above is ClaimStatus.Planned or ClaimStatus.Possible or ClaimStatus.Hypothetical;
        return isOpen && (clause.Group is null or { Finite: false }) ? new Verdict(above, StatusRules.SharedTense) : null;
    }

    private Verdict? OfNoun(Clause clause, int noun)
    {
        var token = _trees.Analysis.Tokens[clause.Head];
        var effect = NounEffect(noun);
        var verb = _trees.Analysis.Tokens[noun].Head;
        if (effect is not null && IsContent(clause.Head) && !clause.IsInfinitive(_trees) && _refutations.IsFalse(noun, verb))
        {
            return new Verdict(ClaimStatus.Denied, StatusRules.Falsehood);
        }

        var isNegative = _polarity.IsNegative(noun) || (_trees.Has(noun, "cop") && IsNegated(noun));
        if (effect is { Negative: { } without } && isNegative && (clause.IsInfinitive(_trees) || _trees.Has(clause.Head, "mark") || IsContent(clause.Head)))
        {
            return new Verdict(without, StatusRules.Under(StatusRules.Governor, true));
        }

        if (clause.IsInfinitive(_trees) && clause.Group is { Passive: true } && clause.First > 0 && _trees.Analysis.Tokens[clause.First - 1].Lower == ",")
        {
            // "the summit, to be held in May".
            return new Verdict(ClaimStatus.Planned, StatusRules.Participle);
        }

        if (clause.IsInfinitive(_trees) && effect is null && _trees.Is(noun, "obj") && VerbEffect(verb) is { Positive: not null })
        {
            return UnderGovernor(clause, verb);
        }

        if (clause.IsInfinitive(_trees))
        {
            return effect?.Positive is { } status ? new Verdict(status, StatusRules.Governor) : new Verdict(ClaimStatus.Hypothetical, StatusRules.NounInfinitive);
        }

        if (token.Relation == "acl" && token.Xpos == "VBN" && _words.Governor("verb", token.Lemma.ToLowerInvariant()) is { Positive: ClaimStatus.Planned })
        {
            return new Verdict(ClaimStatus.Planned, StatusRules.Participle);
        }

        if (token.Relation == "acl" && token.Xpos is "VBG" or "VBN" && effect is null && verb >= 0 && _clauses.TryGetValue(verb, out var around) && around.Head < clause.Head
            && Of(around) is { Status: ClaimStatus.Planned or ClaimStatus.Hypothetical } open && open.Rule != StatusRules.Question)
        {
            // "The board will sign a contract [naming the firm]": what is yet to be has yet to name it.
            return new Verdict(open.Status, StatusRules.SharedTense);
        }

        return IsContent(clause.Head) && effect?.Positive is { } content and not ClaimStatus.Asserted && _trees.Has(clause.Head, "mark") ? new Verdict(content, StatusRules.Governor) : null;
    }

    /// <summary>"the rumor that he fled": a clause that says what its noun is; trees call some of them relative.</summary>
    private bool IsContent(int head)
    {
        var tokens = _trees.Analysis.Tokens;
        var noun = tokens[head].Head;
        var isCase = noun >= 0 && _trees.Has(noun, "cop") && _trees.First(noun, "nsubj") is var it and >= 0 && tokens[it].Lower == "it";
        // "the report that the king had died": nothing is missing where the verb takes no object.
        var isWhole = noun >= 0 && NounEffect(noun) is not null && _refutations.IsFalse(noun, tokens[noun].Head);
        return tokens[head].Relation == "acl" || isCase || isWhole || (_trees.First(head, "mark") is var mark and >= 0 && tokens[mark].Upos is Upos.SCONJ);
    }
}
