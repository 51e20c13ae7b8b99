using System.Collections.Immutable;
using OnRecord.Claims.Statements;
using OnRecord.Language.Roles;
using OnRecord.Language.Syntax;

namespace OnRecord.Claims.Roles;

/// <summary>
/// Who did what to whom in a claim: PropBank's arguments of its predicate as a labeller finds them, put in the record's roles. What the labeller cannot know is told
/// by rules: a copula's subject and attribute, and the subject that grammar lends.
/// </summary>
internal sealed class ClaimRoleReader
{
    private readonly DependencyTrees _trees;
    private readonly Inserts _inserts;
    private readonly RoleNames _names;
    private readonly NounPhrases _phrases;
    private readonly Dictionary<int, PredicateFrame> _frames;

    public ClaimRoleReader(DependencyTrees trees, IEnumerable<PredicateFrame> frames, Inserts inserts, NounPhrases phrases, RoleNames names)
    {
        (_trees, _inserts, _names, _phrases) = (trees, inserts, names, phrases);
        _frames = frames.ToDictionary(frame => frame.Predicate);
    }

    /// <summary>The roles of a claim, in the order of the text.</summary>
    /// <param name="plan">The claim.</param>
    /// <param name="said">The tokens that its statement takes from the text.</param>
    public ImmutableArray<ClaimRole> Of(ClausePlan plan, ImmutableArray<TokenRange> said)
    {
        var head = plan.Inner.Head;
        var predicate = Predicate(_trees, head);
        var roles = new List<(RoleKind Kind, int Head, int First, int End)>();
        if (_frames.TryGetValue(predicate, out var frame))
        {
            foreach (var argument in frame.Arguments)
            {
                // What the statement does not have plays no part in it: another antecedent, the pronoun that stood for it.
                var isSaid = said.Any(range => range.Contains(argument.Head)) && !(argument.First <= predicate && predicate < argument.End);
                if (isSaid && KindOf(argument, predicate != head) is { } kind)
                {
                    var (first, end) = Said(argument, said);
                    roles.Add((kind, argument.Head, first, end));
                }
            }
        }

        AddLent(plan, roles);
        AddSubject(plan, head, roles, said);
        AddShared(plan, head, roles, said);
        AddAttribute(plan, head, roles);
        AddOthers(plan, head, roles, said);
        return [.. roles.OrderBy(role => role.First).ThenBy(role => role.End).Select(role => new ClaimRole(role.Kind, _trees.Analysis.SpanOf(role.First, role.End), _inserts.EntityAt(role.Head)))];
    }

    /// <summary>The word whose arguments a claim's roles are: behind a copula its own, not those of the noun ("[is] the author of a book"); but "it is [unclear] how".</summary>
    public static int Predicate(DependencyTrees trees, int head) =>
        !(trees.Analysis.Tokens[head].Upos is Upos.VERB && trees.Has(head, "nsubj:outer")) && trees.First(head, "cop") is var copula and >= 0 && !trees.Has(head, "expl") ? copula : head;

    /// <summary>"the tramline [that the board sold]": the antecedent is the object, whatever the labeller took for it.</summary>
    private static void AddLent(ClausePlan plan, List<(RoleKind Kind, int Head, int First, int End)> roles)
    {
        if (plan.Behind is not [var lent] || plan.LentObject < 0 || roles.Exists(role => role.First < lent.End && lent.First < role.End))
        {
            return;
        }

        roles.RemoveAll(role => role.Kind == RoleKind.Patient);
        roles.Add((RoleKind.Patient, plan.LentObject, lent.First, lent.End));
    }

    /// <summary>The subject, where no argument has it: a passive's is its patient, as is a copula's.</summary>
    private void AddSubject(ClausePlan plan, int head, List<(RoleKind Kind, int Head, int First, int End)> roles, ImmutableArray<TokenRange> said)
    {
        var subject = plan.Subject;
        if (subject < 0 || _trees.Is(subject, "expl") || roles.Exists(role => role.First <= subject && subject < role.End))
        {
            return;
        }

        var isAgent = plan.Inner.Group is { Passive: false, Copular: false } && _trees.Analysis.Tokens[head].Upos is Upos.VERB
            && (_trees.Analysis.Tokens[subject].Relation != "nsubj:outer" || _inserts.TypeOf(subject) is not null);
        var kind = isAgent && !roles.Exists(role => role.Kind == RoleKind.Agent) ? RoleKind.Agent : RoleKind.Patient;
        if (roles.Exists(role => role.Kind == kind))
        {
            return;
        }

        var range = _phrases.Of(subject);
        var (first, end) = Said(new RoleArgument("", subject, range.First, range.End), said);
        roles.Add((kind, subject, first, end));
    }

    /// <summary>"shot and wounded [the king]": the object of both.</summary>
    private void AddShared(ClausePlan plan, int head, List<(RoleKind Kind, int Head, int First, int End)> roles, ImmutableArray<TokenRange> said)
    {
        if (OwnWords.Sharing(_trees, head) is not (var beside and >= 0) || _trees.First(beside, "obj") is not (var thing and >= 0) || !said.Any(range => range.Contains(thing)))
        {
            return;
        }

        var range = _phrases.Of(thing);
        var (first, end) = Said(new RoleArgument("", thing, range.First, range.End), said);
        roles.RemoveAll(role => role.Kind == RoleKind.Patient || (role.First < end && first < role.End));
        roles.Add((RoleKind.Patient, thing, first, end));
        AddSubject(plan, head, roles, said);
    }

    /// <summary>"is [the mayor of Larnet]": what is said of the subject.</summary>
    private void AddAttribute(ClausePlan plan, int head, List<(RoleKind Kind, int Head, int First, int End)> roles)
    {
        if (Predicate(_trees, head) == head || roles.Exists(role => role.Kind == RoleKind.Attribute))
        {
            return;
        }

        var range = _phrases.WithPreposition(head);
        // What has a role of its own behind it ("without power for three hours") ends it.
        var limit = roles.Where(role => role.First > head).Select(role => role.First).Append(range.End).Min();
        var (first, end) = Trimmed(Math.Max(range.First, FirstBehindCopula(head)), Math.Min(range.End, limit));
        if (first <= head && !roles.Exists(role => role.First < end && first < role.End))
        {
            roles.Add((RoleKind.Attribute, head, first, end));
        }
    }

    /// <summary>What hangs on the predicate and no argument has: by its preposition, or as its object.</summary>
    private void AddOthers(ClausePlan plan, int head, List<(RoleKind Kind, int Head, int First, int End)> roles, ImmutableArray<TokenRange> said)
    {
        foreach (var dependent in _trees.Of(head))
        {
            if (dependent == plan.Subject || !said.Any(range => range.Contains(dependent)) || KindOfOther(dependent, roles) is not { } kind)
            {
                continue;
            }

            var range = _phrases.WithPreposition(dependent);
            var (first, end) = Said(new RoleArgument("", dependent, range.First, range.End), said);
            if (first < end && !(first <= head && head < end) && !roles.Exists(role => role.First < end && first < role.End))
            {
                roles.Add((kind, dependent, first, end));
            }
        }
    }

    private RoleKind? KindOfOther(int dependent, List<(RoleKind Kind, int Head, int First, int End)> roles)
    {
        if (_trees.Is(dependent, "obj") || _trees.Is(dependent, "ccomp"))
        {
            return roles.Exists(role => role.Kind == RoleKind.Patient) ? null : RoleKind.Patient;
        }

        if (_trees.Is(dependent, "iobj"))
        {
            return RoleKind.Recipient;
        }

        if (_trees.Analysis.Tokens[dependent].Relation == "obl:agent")
        {
            return roles.Exists(role => role.Kind == RoleKind.Agent) ? null : RoleKind.Agent;
        }

        if (_trees.Is(dependent, "obl") && _trees.Analysis.Tokens[dependent].Upos is Upos.NUM or Upos.SYM && _trees.First(dependent, "case") is var between and >= 0
            && _trees.Analysis.Tokens[between].Lower == "between" && !roles.Exists(role => role.Kind == RoleKind.Patient))
        {
            // "owns between $10,000 and $50,000".
            return RoleKind.Patient;
        }

        return _trees.Is(dependent, "obl") && _trees.First(dependent, "case") is var preposition and >= 0
            ? _names.OfPreposition(_trees.Analysis.Tokens[preposition].Lower) ?? RoleKind.Manner
            : null;
    }

    private int FirstBehindCopula(int head)
    {
        var behind = 0;
        foreach (var dependent in _trees.Of(head))
        {
            if (dependent < head && (_trees.Is(dependent, "cop") || _trees.Is(dependent, "aux") || _trees.Is(dependent, "nsubj")))
            {
                behind = dependent + 1;
            }
        }

        return behind;
    }

    private RoleKind? KindOf(RoleArgument argument, bool isCopula)
    {
        if (argument.Label.StartsWith("R-", StringComparison.Ordinal))
        {
            return null;
        }

        if (isCopula && argument.Label is "ARG2")
        {
            return RoleKind.Attribute;
        }

        if (_names.OfLabel(argument.Label) is { } kind)
        {
            return kind;
        }

        if (!argument.Label.StartsWith("ARG", StringComparison.Ordinal) || argument.Label.StartsWith("ARGM", StringComparison.Ordinal))
        {
            return null;
        }

        // ARG2 and beyond: each verb has its own.
        if (_trees.Is(argument.Head, "iobj"))
        {
            return RoleKind.Recipient;
        }

        var token = _trees.Analysis.Tokens[argument.Head];
        var preposition = _trees.First(argument.Head, "case");
        if (preposition < 0)
        {
            return _trees.Is(argument.Head, "nsubj") ? RoleKind.Agent : RoleKind.Attribute;
        }

        var type = _inserts.TypeOf(argument.Head);
        var told = _names.OfPreposition(_trees.Analysis.Tokens[preposition].Lower);
        return (told, type) switch
        {
            (RoleKind.Recipient, EntityType.Place) => RoleKind.Place,
            (RoleKind.Purpose, EntityType.Person or EntityType.Organization or EntityType.Group) => RoleKind.Recipient,
            (RoleKind.Place, _) when token.Upos is Upos.NUM or Upos.SYM => RoleKind.Attribute,
            _ => told ?? RoleKind.Attribute,
        };
    }

    /// <summary>What the statement has of an argument: without what only adds ("Dana Orlo, who had left").</summary>
    private (int First, int End) Said(RoleArgument argument, ImmutableArray<TokenRange> said)
    {
        foreach (var range in said)
        {
            if (range.Contains(argument.Head))
            {
                return Trimmed(Math.Max(argument.First, range.First), Math.Min(argument.End, range.End));
            }
        }

        return Trimmed(argument.First, argument.End);
    }

    private (int First, int End) Trimmed(int first, int end)
    {
        var tokens = _trees.Analysis.Tokens;
        while (end - first > 1 && tokens[end - 1].Upos is Upos.PUNCT)
        {
            end--;
        }

        while (end - first > 1 && tokens[first].Upos is Upos.PUNCT)
        {
            first++;
        }

        return MarkPairs.Complete(tokens, first, end, _trees.Analysis.Sentences[tokens[first].Sentence]);
    }
}
