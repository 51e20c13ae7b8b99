using System.Collections.Immutable;
using OnRecord.Claims.Statements;
using OnRecord.Language.Syntax;

namespace OnRecord.Claims.Roles;

/// <summary>Objects, what is said of them, and what somebody is caused to do.</summary>
internal sealed partial class ClaimRoleReader
{
    /// <summary>Objects, and what is said of them or what they are caused to do: "gave [the firms] [another way]", "called them [fat cats]", "helps [you] [build skills]".</summary>
    private void AddObjects(ClausePlan plan, List<DraftRole> roles, ImmutableArray<TokenRange> said)
    {
        var head = plan.Inner.Head;
        if (_tokens[head].Upos is not Upos.VERB || !plan.Behind.IsEmpty)
        {
            return;
        }

        var (objects, sayings) = (new List<int>(), new List<int>());
        foreach (var dependent in _trees.Of(head))
        {
            if (dependent <= head || !said.Any(range => range.Contains(dependent)))
            {
                continue;
            }

            if (_trees.Is(dependent, "obj") || _trees.Is(dependent, "iobj") || IsSecondObject(head, dependent, objects))
            {
                // "beat Rubio 41-40": no second object.
                if (_tokens[dependent].Xpos is not "WRB" && (objects.Count == 0 || _tokens[dependent].Upos is not Upos.NUM))
                {
                    objects.Add(dependent);
                }
            }
            else if ((_trees.Is(dependent, "xcomp") || _trees.Is(dependent, "ccomp") || _trees.Is(dependent, "advcl")) && IsSaidOfObject(head, dependent, objects))
            {
                sayings.Add(dependent);
            }
        }

        if (objects.Count == 0 && Made(head) is var made and >= 0)
        {
            // "makes [typing] [quieter]": what the tree takes for a verb with an object is a noun of which something is said.
            var (begin, close) = _ranges.Said(_trees.Of(made)[^1], made + 1, _ranges.Whole(made, said).End, said);
            roles.RemoveAll(role => role.Overlaps(made, close));
            roles.Add(new DraftRole(RoleKind.Patient, made, made, made + 1));
            roles.Add(new DraftRole(RoleKind.Attribute, begin, begin, close));
        }

        var isCopular = IsLinking(head);
        if (objects.Count == 0 && !(isCopular && sayings.Count > 0))
        {
            return;
        }

        // An object of the verb is what its tree says, where the labeller has more in it, or less.
        for (var i = 0; i < objects.Count; i++)
        {
            var (first, end) = _ranges.Of(objects[i], said);
            var limit = sayings.Concat(objects.Skip(i + 1)).Select(_trees.Leftmost).Where(at => at > objects[i]).Append(end).Min();
            // "attends a meeting [in Karsk]", as the labeller has it.
            var thing = objects[i];
            limit = roles.Where(role => role.Kind is RoleKind.Place or RoleKind.Time && role.First > thing).Select(role => role.First).Append(limit).Min();
            end = Math.Max(objects[i] + 1, Math.Min(end, limit));
            if (_ranges.TimeAtEnd(objects[i], first, end) is var time and >= 0)
            {
                roles.RemoveAll(role => role.Overlaps(first, end));
                roles.Add(new DraftRole(RoleKind.Time, end - 1, time, end));
                end = time;
            }

            if (i == 0 && OfGerund(objects[0], end) is var of and >= 0)
            {
                // "accused him [of lying]", where the tree has it on him.
                roles.RemoveAll(role => role.Overlaps(of, end));
                roles.Add(new DraftRole(RoleKind.Attribute, of, of, end));
                end = of;
            }

            var kind = KindOfObject(head, objects, i, isCopular);
            if (i == 0 && objects.Count > 1 && kind == RoleKind.Patient && !_names.Is(_tokens[head].Lemma.ToLowerInvariant(), "naming"))
            {
                // "endorse his rival Ted Cruz": one object, which the tree takes for two.
                end = _ranges.Of(objects[1], said).First == end ? _ranges.Of(objects[1], said).End : end;
                objects.RemoveRange(1, objects.Count - 1);
            }

            if (roles.Find(role => role.Holds(objects[i])) is { End: > 0, Kind: RoleKind.Time } || IsCountedTime(objects[i]))
            {
                kind = RoleKind.Time;
            }

            if (end > plan.Inner.Head && first > plan.Inner.Head)
            {
                roles.RemoveAll(role => role.Overlaps(first, end) || (role.Kind == kind && kind == RoleKind.Patient && role.First > head));
                roles.Add(new DraftRole(kind, objects[i], first, end));
            }
        }

        if (sayings.Count > 0)
        {
            var first = _trees.Leftmost(sayings[0]);
            var (_, end) = _ranges.Whole(sayings[^1], said);
            first = objects.Count > 0 ? Math.Max(first, objects[^1] + 1) : Math.Max(first, head + 1);
            (first, end) = _ranges.Said(sayings[0], first, end, said, isClause: _tokens[sayings[0]].Upos is Upos.VERB);
            var kind = _trees.HasTo(sayings[0]) && !IsCaused(head, sayings[0]) ? RoleKind.Purpose : RoleKind.Attribute;
            var lemma = _tokens[head].Lemma.ToLowerInvariant();
            var isTold = objects.Count == 1 && (_trees.Is(objects[0], "iobj") || (_tokens[sayings[0]].Upos is not Upos.VERB && _names.Is(lemma, "double") && !_names.Is(lemma, "naming")));
            if (isTold && roles.FindIndex(role => role.Holds(objects[0])) is var receiver and >= 0)
            {
                // "told her the same", "asked them to leave".
                (roles[receiver], kind) = (roles[receiver] with { Kind = RoleKind.Recipient }, RoleKind.Patient);
            }

            roles.RemoveAll(role => role.First >= first && role.First < end);
            if (first < end && !roles.Exists(role => role.Overlaps(first, end)))
            {
                roles.Add(new DraftRole(kind, sayings[0], first, end));
            }
        }
    }

    /// <summary>Of two objects the first receives, behind "called" and the like the second is said of the first.</summary>
    private RoleKind KindOfObject(int verb, List<int> objects, int at, bool isLinking)
    {
        var lemma = _tokens[verb].Lemma.ToLowerInvariant();
        if (isLinking)
        {
            return RoleKind.Attribute;
        }

        return at == 0 && _trees.Is(objects[0], "iobj") || objects.Count > 1 && at == 0 && (_names.Is(lemma, "double")) ? RoleKind.Recipient
            : at > 0 && _names.Is(lemma, "naming") ? RoleKind.Attribute : RoleKind.Patient;
    }

    /// <summary>"moved [15 times]".</summary>
    private bool IsCountedTime(int noun) => _tokens[noun].Lemma == "time" && _trees.Has(noun, "nummod");

    /// <summary>"accused him [of lying]": the preposition; −1 where there is none.</summary>
    private int OfGerund(int noun, int end)
    {
        for (var at = noun + 1; at + 1 < end && _kinds.IsSomebody(noun); at++)
        {
            if (_tokens[at].Lower == "of" && _tokens[at + 1].Xpos == "VBG")
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>"makes [typing] quieter": the gerund; −1 where there is none.</summary>
    private int Made(int verb)
    {
        foreach (var dependent in _trees.Of(verb))
        {
            if (dependent > verb && _tokens[verb].Lemma == "make" && _tokens[dependent].Xpos == "VBG" && _trees.Is(dependent, "xcomp") && _trees.Of(dependent) is [.., var last] && last > dependent)
            {
                return dependent;
            }
        }

        return -1;
    }

    /// <summary>"gave companies [another way]", where the tree takes the second object for a measure.</summary>
    private bool IsSecondObject(int verb, int dependent, List<int> objects) =>
        objects.Count == 1 && _tokens[dependent].Relation == "obl:unmarked" && _tokens[dependent].Upos is Upos.NOUN && _names.Is(_tokens[verb].Lemma.ToLowerInvariant(), "double")
        && !_kinds.HasTime(dependent, dependent + 1) && !_words.IsMeasure(_tokens[dependent].Lemma.ToLowerInvariant());

    /// <summary>Whether a complement is said of the object before it, or of the subject of a verb that only links.</summary>
    private bool IsSaidOfObject(int verb, int complement, List<int> objects)
    {
        var token = _tokens[complement];
        if (objects.Count == 0)
        {
            return token.Upos is Upos.ADJ or Upos.NOUN && IsLinking(verb);
        }

        return complement > objects[0] && (token.Upos is Upos.VERB ? token.Relation is "xcomp" or "ccomp" || (_trees.HasTo(complement) && token.Head == verb) : _trees.Is(complement, "xcomp"));
    }
}
