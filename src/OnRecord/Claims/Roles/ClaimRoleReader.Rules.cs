using System.Collections.Immutable;
using OnRecord.Claims.Statements;
using OnRecord.Language.Syntax;

namespace OnRecord.Claims.Roles;

/// <summary>What the labeller cannot know: subjects, objects and attributes as the tree has them.</summary>
internal sealed partial class ClaimRoleReader
{
    /// <summary>"the tramline [that the board sold]": the antecedent is the object, whatever the labeller took for it.</summary>
    private static void AddLent(ClausePlan plan, List<DraftRole> roles)
    {
        if (plan.Behind is not [var lent] || plan.LentObject < 0 || roles.Exists(role => role.Overlaps(lent.First, lent.End)))
        {
            return;
        }

        roles.RemoveAll(role => role.Kind == RoleKind.Patient);
        roles.Add(new DraftRole(RoleKind.Patient, plan.LentObject, lent.First, lent.End));
    }

    /// <summary>The subject: whole, and as what does it where the verb is one of doing; a passive's is its patient, as is a copula's.</summary>
    private void AddSubject(ClausePlan plan, List<DraftRole> roles, ImmutableArray<TokenRange> said)
    {
        var (subject, head) = (plan.Subject, plan.Inner.Head);
        if (subject < 0 || _trees.Is(subject, "expl") || IsOuter(head, subject))
        {
            return;
        }

        var isClause = _trees.Is(subject, "csubj");
        var (first, end) = isClause ? _ranges.Whole(subject, said) : _ranges.Of(subject, said);
        if (_inserts.NameAt(subject) is { } name && said.Any(range => range.First <= name.First && name.End <= range.End))
        {
            (first, end) = (Math.Min(first, name.First), Math.Max(end, name.End));
        }

        if (first <= head && head < end)
        {
            return;
        }

        if (_ranges.TimeAtEnd(subject, first, end, isSubject: true) is var time and >= 0 && end <= head)
        {
            roles.RemoveAll(role => role.Overlaps(time, end) && role.Kind == RoleKind.Time);
            roles.Add(new DraftRole(RoleKind.Time, end - 1, time, end));
            end = time;
        }

        // "front-runner Hillary Clinton", where the tree parts them.
        var begin = end;
        if (roles.Find(role => role.First == begin && role.End <= head && role.Kind is RoleKind.Agent or RoleKind.Patient && _kinds.Preposition(role.Head).Length == 0) is { End: > 0 } next && _trees.Is(subject, "nsubj"))
        {
            end = next.End;
        }

        var labelled = roles.Find(role => role.Overlaps(first, end) && role.Holds(subject));
        var kind = SubjectKind(plan, labelled.End > 0 ? labelled.Kind : null, roles);
        roles.RemoveAll(role => role.Overlaps(first, end) || (role.Kind == kind && role.Kind == RoleKind.Agent && _kinds.Preposition(role.Head) != "by")
            || (role.End <= first && plan.Behind.IsEmpty && role.Kind is RoleKind.Agent or RoleKind.Patient && _kinds.Preposition(role.Head).Length == 0 && first < head));
        if (kind == RoleKind.Patient && plan.Inner.Group is not { Passive: true, Copular: false })
        {
            // What befalls somebody has no other whom it befalls.
            roles.RemoveAll(role => role.Kind == RoleKind.Patient);
        }

        roles.Add(new DraftRole(kind, subject, first, end));
    }

    /// <summary>"One aspect is [that it introduces a theory]": the subject of the copula is none of the verb's.</summary>
    private bool IsOuter(int head, int subject)
    {
        if (_tokens[head].Upos is not Upos.VERB || !_trees.Is(subject, "nsubj:outer") || _inserts.TypeOf(subject) is not null)
        {
            return false;
        }

        foreach (var dependent in _trees.Of(head))
        {
            if (dependent != subject && _trees.Is(dependent, "nsubj"))
            {
                return true;
            }
        }

        return _trees.HasTo(head);
    }

    private RoleKind SubjectKind(ClausePlan plan, RoleKind? labelled, List<DraftRole> roles)
    {
        var (subject, head) = (plan.Subject, plan.Inner.Head);
        if (plan.Inner.Group is { Passive: true } or { Copular: true } || _tokens[head].Upos is not Upos.VERB || IsPassive(head)
            || (_tokens[subject].Relation == "nsubj:outer" && _inserts.TypeOf(subject) is null) || IsLinking(head))
        {
            // "had been given the figures": who receives.
            return IsPassive(head) && _trees.Has(head, "obj") && _kinds.IsSomebody(subject) && _names.Is(_tokens[head].Lemma.ToLowerInvariant(), "double") ? RoleKind.Recipient : RoleKind.Patient;
        }

        var hasObject = _trees.Has(head, "obj") || _trees.Has(head, "ccomp");
        if (!hasObject && _names.Is(_tokens[head].Lemma.ToLowerInvariant(), "undergoer"))
        {
            return RoleKind.Patient;
        }

        var isDoer = hasObject || _kinds.IsSomebody(subject) || NeedsPhrase(head);
        return labelled is RoleKind.Patient && !isDoer ? RoleKind.Patient : RoleKind.Agent;
    }

    /// <summary>"focus on single items": a verb with a phrase that it needs is one of doing.</summary>
    private bool NeedsPhrase(int verb) =>
        _frames.TryGetValue(verb, out var frame) && frame.Arguments.Any(argument => argument.Label is "ARG2" && IsRightBehind(verb, argument.First)
            && _kinds.Preposition(argument.Head) is "on" or "about" or "for" or "against" or "with" && !_kinds.IsPlace(argument.Head) && !_kinds.HasTime(argument.First, argument.End));

    /// <summary>"seems crazy", "look like vehicles": a verb behind which stands what is said of its subject.</summary>
    private bool IsLinking(int head)
    {
        var lemma = _tokens[head].Lemma.ToLowerInvariant();
        if (!_names.Is(lemma, "copular"))
        {
            return false;
        }

        foreach (var dependent in _trees.Of(head))
        {
            var isSaid = (_trees.Is(dependent, "xcomp") && _tokens[dependent].Upos is Upos.ADJ or Upos.NOUN or Upos.ADV) || (_trees.Is(dependent, "obj") && lemma is "look" or "become" or "seem" or "sound" or "remain" or "appear")
                || (_trees.Is(dependent, "obl") && _kinds.Preposition(dependent) == "like");
            if (dependent > head && isSaid)
            {
                return true;
            }
        }

        return lemma is "seem" or "become" or "remain" or "appear";
    }

    private bool IsPassive(int head) => _trees.Has(head, "aux:pass");

    /// <summary>"shot and wounded [the king]": the object of both.</summary>
    private void AddShared(ClausePlan plan, List<DraftRole> roles, ImmutableArray<TokenRange> said)
    {
        if (OwnWords.Sharing(_trees, plan.Inner.Head) is not (var beside and >= 0) || _trees.First(beside, "obj") is not (var thing and >= 0) || !said.Any(range => range.Contains(thing)))
        {
            return;
        }

        var (first, end) = _ranges.Of(thing, said);
        roles.RemoveAll(role => role.Kind == RoleKind.Patient || role.Overlaps(first, end));
        roles.Add(new DraftRole(RoleKind.Patient, thing, first, end));
        AddSubject(plan, roles, said);
    }

    /// <summary>"is [the mayor of Larnet]", "is [more intentional than that]": what is said of the subject.</summary>
    private void AddAttribute(ClausePlan plan, List<DraftRole> roles, ImmutableArray<TokenRange> said)
    {
        var head = plan.Inner.Head;
        if (_trees.First(head, "cop") < 0 || _tokens[head].Upos is Upos.VERB || roles.Exists(role => role.Holds(head)))
        {
            return;
        }

        var (first, end) = _ranges.WithPreposition(head, said);
        // What has a role of its own behind it ("without power for three hours") ends it.
        var limit = roles.Where(role => role.First > head).Select(role => role.First).Append(end).Min();
        (first, end) = (Math.Max(Math.Min(first, FirstDegree(head)), FirstBehindCopula(head)), Math.Min(end, limit));
        roles.RemoveAll(role => role.Kind == RoleKind.Attribute);
        if (first <= head && head < end && !roles.Exists(role => role.Overlaps(first, end)))
        {
            roles.Add(new DraftRole(RoleKind.Attribute, head, first, end));
        }
    }

    /// <summary>"more intentional", "not quite ready": the adverbs right before what is said that belong to it.</summary>
    private int FirstDegree(int head)
    {
        var first = head;
        while (first > 0 && _tokens[first - 1].Upos is Upos.ADV && _tokens[first - 1].Head == head && !_names.Is(_tokens[first - 1].Lower, "beside"))
        {
            first--;
        }

        return first;
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

    /// <summary>What hangs on the predicate and no argument has: by its preposition, or as its object.</summary>
    private void AddOthers(ClausePlan plan, List<DraftRole> roles, ImmutableArray<TokenRange> said)
    {
        var head = plan.Inner.Head;
        foreach (var dependent in _trees.Of(head))
        {
            if (dependent == plan.Subject || !said.Any(range => range.Contains(dependent)))
            {
                continue;
            }

            var (first, end) = _trees.Is(dependent, "ccomp") ? _ranges.Whole(dependent, said) : _ranges.WithPreposition(dependent, said);
            if (_tokens[first].Xpos == "RP" && first < dependent)
            {
                first++;
            }

            if (first < end && !(first <= head && head < end) && !roles.Exists(role => role.Overlaps(first, end)))
            {
                var kind = KindOfOther(plan, dependent, first, end, roles);
                // "close to 2 billion".
                var isNearly = kind == RoleKind.Patient && _tokens[first].Lower == "to" && _tokens[dependent].Upos is Upos.NUM or Upos.SYM;
                Add(kind, dependent, isNearly ? first - 1 : first, end, roles);
            }
        }
    }

    private RoleKind? KindOfOther(ClausePlan plan, int dependent, int first, int end, List<DraftRole> roles)
    {
        var hasPatient = roles.Exists(role => role.Kind == RoleKind.Patient);
        if (_trees.Is(dependent, "obj") || _trees.Is(dependent, "ccomp"))
        {
            return hasPatient ? null : RoleKind.Patient;
        }

        if (_trees.Is(dependent, "iobj"))
        {
            return RoleKind.Recipient;
        }

        if (_tokens[dependent].Relation == "obl:agent")
        {
            return roles.Exists(role => role.Kind == RoleKind.Agent) ? null : RoleKind.Agent;
        }

        if (!_trees.Is(dependent, "obl"))
        {
            return null;
        }

        var preposition = _kinds.Preposition(dependent);
        if (_tokens[dependent].Upos is Upos.NUM or Upos.SYM && !hasPatient && (preposition == "between" || (first > 0 && _tokens[first - 1].Lower is "close" or "up" or "near")))
        {
            // "owns between $10,000 and $50,000", "makes close to 2 billion".
            return RoleKind.Patient;
        }

        if (preposition.Length == 0)
        {
            return _kinds.TimeIn(first, end) is { } time && time.Span.Contains(_tokens[dependent].Span) ? RoleKind.Time : null;
        }

        if (preposition == "like" && IsLinking(plan.Inner.Head))
        {
            return RoleKind.Attribute;
        }

        if (!hasPatient && first > 0 && _tokens[first - 1].Xpos == "RP" && _tokens[first - 1].Head == dependent)
        {
            // "kick off [the vote]": a particle, which the tree takes for a preposition.
            return RoleKind.Patient;
        }

        var told = _names.OfPreposition(preposition) ?? RoleKind.Manner;
        // "amnesty for immigrants": what stands right behind a noun may be said of that, whatever the tree has it on.
        var isDoubtful = first > 0 && _tokens[first - 1].Upos is Upos.NOUN or Upos.PROPN && told is not (RoleKind.Time or RoleKind.Place or RoleKind.Attribute or RoleKind.Instrument);
        var isAbout = !hasPatient && IsAbout(plan.Inner.Head, dependent, preposition, first);
        if (!isDoubtful && !(isAbout && told is RoleKind.Purpose) && Behind(_kinds.Borne(told, dependent, first, end), first, plan) is { } kind)
        {
            return kind;
        }

        return isAbout ? RoleKind.Patient : null;
    }

    /// <summary>"rely on skills", "benefited from the war", "voted for the bill": what the verb needs, right behind it.</summary>
    private bool IsAbout(int verb, int noun, string preposition, int first)
    {
        var isKnown = preposition switch
        {
            "about" or "on" or "against" or "of" or "to" => true,
            "for" => _names.Is(_tokens[verb].Lemma.ToLowerInvariant(), "for"),
            "with" => _kinds.IsSomebody(noun) || IsNumbered(verb, noun),
            "after" => _kinds.IsSomebody(noun),
            "in" or "from" or "at" => IsNumbered(verb, noun),
            _ => false,
        };
        return isKnown && _tokens[verb].Upos is Upos.VERB && IsRightBehind(verb, first) && _tokens[noun].Upos is Upos.NOUN or Upos.PROPN or Upos.PRON && !HasFigure(noun) && !_names.Is(_tokens[noun].Lemma.ToLowerInvariant(), "idle");
    }

    /// <summary>Whether the labeller has a noun as what the verb itself asks for.</summary>
    private bool IsNumbered(int verb, int noun) => _frames.TryGetValue(verb, out var frame) && frame.Arguments.Any(argument => argument.Head == noun && argument.Label is "ARG1" or "ARG2");

    /// <summary>A particle or an adverb may stand between: "lashed [out] at", "rely [heavily] on".</summary>
    private bool IsRightBehind(int verb, int first) => first == verb + 1 || (first == verb + 2 && (_tokens[verb + 1].Xpos is "RP" or "RB" || _trees.Is(verb + 1, "compound:prt")));

    /// <summary>A time at the end of what a role has belongs to the predicate.</summary>
    private void AddTimes(ClausePlan plan, List<DraftRole> roles)
    {
        for (var i = 0; i < roles.Count; i++)
        {
            var role = roles[i];
            if (role.Kind is RoleKind.Place or RoleKind.Recipient or RoleKind.Instrument && role.First > plan.Inner.Head && _ranges.TimeAtEnd(role.Head, role.First, role.End) is var time and >= 0)
            {
                roles[i] = role with { End = time };
                roles.Add(new DraftRole(RoleKind.Time, role.End - 1, time, role.End));
            }
        }
    }
}
