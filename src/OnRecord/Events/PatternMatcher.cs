using OnRecord.Language.Syntax;

namespace OnRecord.Events;

/// <summary>A pattern found at a trigger.</summary>
/// <param name="Pattern">The pattern.</param>
/// <param name="Object">Head of the noun that the pattern takes as object; −1 where it takes none.</param>
internal sealed record PatternMatch(EventPattern Pattern, int Object);

/// <summary>Finds what a verb with its particle, preposition and object tells.</summary>
internal sealed class PatternMatcher(Analysis analysis, Participants participants, EventWords words)
{
    private readonly DependencyTrees _trees = analysis.Syntax.Trees;

    /// <summary>The patterns that fit, the narrowest first.</summary>
    public IEnumerable<PatternMatch> Matches(Trigger trigger) =>
        words.Patterns(analysis.Tokens[trigger.Token].Lemma.ToLowerInvariant()).Select(pattern => Match(trigger, pattern)).OfType<PatternMatch>();

    /// <summary>The indirect object, then the nouns behind some prepositions, at the verb or at the noun that it acts on.</summary>
    public IEnumerable<int> Behind(Trigger trigger, int noun, IEnumerable<string> prepositions)
    {
        if (trigger.Indirect >= 0 && participants.Preposition(trigger.Indirect).Length == 0)
        {
            yield return trigger.Indirect;
        }

        foreach (var preposition in prepositions)
        {
            foreach (var at in (int[])[trigger.Token, noun])
            {
                if (at >= 0 && Behind(at, preposition) is var found and >= 0)
                {
                    yield return found;
                }
            }
        }
    }

    private PatternMatch? Match(Trigger trigger, EventPattern pattern)
    {
        var acted = trigger.Object;
        if (pattern.Word.Length > 0 && !HasParticle(trigger.Token, pattern.Word))
        {
            acted = Behind(trigger.Token, pattern.Word);
            if (acted < 0)
            {
                return null;
            }
        }

        return Fits(trigger, acted, pattern.Object) is { } noun ? new PatternMatch(pattern, noun) : null;
    }

    /// <summary>The noun that is of this kind, −1 where none is wanted; null where it does not fit.</summary>
    private int? Fits(Trigger trigger, int acted, string kind)
    {
        switch (kind)
        {
            case EventPattern.Clause:
                return trigger.Content is not null ? acted : null;
            case EventPattern.Infinitive:
                return trigger.Content is { } content && _trees.HasTo(content.Token) ? acted : null;
            case EventPattern.Nothing:
                return acted < 0 && trigger.Content is null ? -1 : null;
        }

        if (acted < 0)
        {
            return null;
        }

        var noun = participants.Counted(acted);
        return kind switch
        {
            EventPattern.Anything => noun,
            EventPattern.Somebody => participants.Of(acted).Count > 0 ? acted : null,
            _ when participants.Is(noun, kind) => noun,
            _ => Coordinated(noun, kind),
        };
    }

    private int? Coordinated(int noun, string kind)
    {
        foreach (var dependent in _trees.Of(noun))
        {
            if (_trees.Is(dependent, "conj") && participants.Is(dependent, kind))
            {
                return dependent;
            }
        }

        return null;
    }

    private bool HasParticle(int verb, string word)
    {
        foreach (var dependent in _trees.Of(verb))
        {
            if (analysis.Tokens[dependent].Lower == word && (_trees.Is(dependent, "compound:prt") || _trees.Is(dependent, "advmod")))
            {
                return true;
            }
        }

        return false;
    }

    private int Behind(int head, string preposition)
    {
        foreach (var dependent in _trees.Of(head))
        {
            if ((_trees.Is(dependent, "obl") || _trees.Is(dependent, "nmod")) && participants.Preposition(dependent) == preposition)
            {
                return dependent;
            }
        }

        return -1;
    }
}
