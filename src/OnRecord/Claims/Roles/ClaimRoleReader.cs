using System.Collections.Immutable;
using OnRecord.Claims.Statements;
using OnRecord.Language.Roles;
using OnRecord.Language.Syntax;

namespace OnRecord.Claims.Roles;

/// <summary>
/// Who did what to whom in a claim: PropBank's arguments of its predicate as a labeller finds them, put in the record's roles where their words bear these out. What the
/// labeller cannot know is told by rules: a copula's subject and attribute, the subject that grammar lends, two objects, what somebody is caused to do.
/// </summary>
internal sealed partial class ClaimRoleReader
{
    private readonly DependencyTrees _trees;
    private readonly ImmutableArray<Token> _tokens;
    private readonly Inserts _inserts;
    private readonly RoleNames _names;
    private readonly ClaimWords _words;
    private readonly PhraseRoles _kinds;
    private readonly RoleRanges _ranges;
    private readonly Dictionary<int, PredicateFrame> _frames;

    public ClaimRoleReader(DependencyTrees trees, IEnumerable<PredicateFrame> frames, Inserts inserts, RoleRanges ranges, PhraseRoles kinds, RoleNames names, ClaimWords words)
    {
        (_trees, _tokens, _inserts, _ranges, _kinds, _names, _words) = (trees, trees.Analysis.Tokens, inserts, ranges, kinds, names, words);
        _frames = frames.ToDictionary(frame => frame.Predicate);
    }

    /// <summary>The word whose arguments a claim's roles are: behind a copula its own, not those of the noun ("[is] the author of a book"); but "it is [unclear] how".</summary>
    public static int Predicate(DependencyTrees trees, int head) =>
        !(trees.Analysis.Tokens[head].Upos is Upos.VERB && trees.Has(head, "nsubj:outer")) && trees.First(head, "cop") is var copula and >= 0 && !trees.Has(head, "expl") ? copula : head;

    /// <summary>The roles of a claim, in the order of the text.</summary>
    /// <param name="plan">The claim.</param>
    /// <param name="said">The tokens that its statement takes from the text.</param>
    public ImmutableArray<ClaimRole> Of(ClausePlan plan, ImmutableArray<TokenRange> said)
    {
        var roles = new List<DraftRole>();
        AddArguments(plan, roles, said);
        AddLent(plan, roles);
        AddSubject(plan, roles, said);
        AddShared(plan, roles, said);
        AddObjects(plan, roles, said);
        AddAttribute(plan, roles, said);
        AddOthers(plan, roles, said);
        AddTimes(plan, roles);
        return [.. roles.OrderBy(role => role.First).ThenBy(role => role.End).Select(role => new ClaimRole(role.Kind, _trees.Analysis.SpanOf(role.First, role.End), EntityOf(role)))];
    }

    /// <summary>Whom a role's words mean: several that are coordinated are nobody in particular.</summary>
    private string? EntityOf(DraftRole role)
    {
        foreach (var dependent in _trees.Of(role.Head))
        {
            if (_trees.Is(dependent, "conj") && role.Holds(dependent))
            {
                return null;
            }
        }

        return _inserts.EntityAt(role.Head);
    }

    /// <summary>The labeller's arguments.</summary>
    private void AddArguments(ClausePlan plan, List<DraftRole> roles, ImmutableArray<TokenRange> said)
    {
        var predicate = Predicate(_trees, plan.Inner.Head);
        if (!_frames.TryGetValue(predicate, out var frame))
        {
            return;
        }

        foreach (var argument in frame.Arguments)
        {
            // What the statement does not have plays no part in it: another antecedent, the pronoun that stood for it.
            var isSaid = said.Any(range => range.Contains(argument.Head)) && !(argument.First <= predicate && predicate < argument.End);
            if (!isSaid)
            {
                continue;
            }

            var isClause = _tokens[argument.Head].Upos is Upos.VERB && argument.Label is "ARG1" or "ARG2" && !_trees.Is(argument.Head, "nsubj");
            var (first, end) = _ranges.Said(argument.Head, argument.First, argument.End, said, isClause);
            if (!roles.Exists(role => role.Overlaps(first, end)))
            {
                Add(KindOf(argument, plan, predicate != plan.Inner.Head, first, end, roles), argument.Head, first, end, roles);
            }
        }
    }

    /// <summary>A phrase with its role; of one that has none the time at its end remains ("in an email [on Wednesday]").</summary>
    private void Add(RoleKind? kind, int head, int first, int end, List<DraftRole> roles)
    {
        if (kind is { } known)
        {
            roles.Add(new DraftRole(known, head, first, end));
        }
        else if (_kinds.Preposition(head).Length > 0 && _ranges.TimeAtEnd(head, first, end) is var time and >= 0)
        {
            roles.Add(new DraftRole(RoleKind.Time, end - 1, time, end));
        }
    }

    private RoleKind? KindOf(RoleArgument argument, ClausePlan plan, bool isCopula, int first, int end, List<DraftRole> roles)
    {
        var (label, head) = (argument.Label, argument.Head);
        if (label == "C-ARG1" && !roles.Exists(role => role.Kind == RoleKind.Attribute) && _tokens[head].Upos is Upos.ADJ or Upos.NOUN)
        {
            // "seems [crazy]".
            return RoleKind.Attribute;
        }

        if (label.Contains('-', StringComparison.Ordinal) && !label.StartsWith("ARGM", StringComparison.Ordinal))
        {
            return null;
        }

        if (isCopula && label is "ARG2")
        {
            return RoleKind.Attribute;
        }

        if (_kinds.Preposition(head) is "about" && label is "ARG1" && roles.Exists(role => role.Kind == RoleKind.Patient))
        {
            return null;
        }

        if (_names.OfLabel(label) is { } kind)
        {
            return kind switch
            {
                RoleKind.Agent or RoleKind.Patient => kind == RoleKind.Patient && IsTimeOnly(argument) ? RoleKind.Time : IsOfAdverb(head, first) ? null : kind,
                RoleKind.Purpose when !HangsOn(head, plan.Inner.Head) || IsOfNounBefore(head, first) => null,
                RoleKind.Purpose when IsCaused(plan.Inner.Head, head) => RoleKind.Attribute,
                _ => Behind(_kinds.Borne(kind, head, first, end), first, plan),
            };
        }

        return label.StartsWith("ARGM", StringComparison.Ordinal) || !label.StartsWith("ARG", StringComparison.Ordinal) ? null : OfNumbered(head, plan, first, end);
    }

    /// <summary>ARG2 and beyond: each verb has its own.</summary>
    private RoleKind? OfNumbered(int head, ClausePlan plan, int first, int end)
    {
        if (_trees.Is(head, "iobj"))
        {
            return RoleKind.Recipient;
        }

        if (_trees.HasTo(head) && _tokens[head].Upos is Upos.VERB)
        {
            return IsOfNounBefore(head, first) ? null : IsCaused(plan.Inner.Head, head) ? RoleKind.Attribute : RoleKind.Purpose;
        }

        var preposition = _kinds.Preposition(head);
        if (preposition.Length == 0)
        {
            return _trees.Is(head, "advmod") && _tokens[head].Upos is Upos.ADJ ? null : _tokens[head].Upos is Upos.ADV && _names.Is(_tokens[head].Lower, "particle") ? null : _trees.Is(head, "nsubj") ? RoleKind.Agent
                : HasFigure(head) && !_names.Is(_tokens[plan.Inner.Head].Lemma, "copular") ? null : RoleKind.Attribute;
        }

        if (_tokens[head].Upos is Upos.VERB)
        {
            // "accused him of lying", "devoted her time to speaking out".
            return preposition is "of" or "to" or "for" or "from" or "as" ? RoleKind.Attribute : null;
        }

        if (IsOfAdverb(head, first))
        {
            return null;
        }

        if (preposition is "through" or "via" && _tokens[head].Upos is Upos.NOUN && !HasFigure(head) && _kinds.Borne(RoleKind.Instrument, head, first, end) is null)
        {
            return RoleKind.Instrument;
        }

        return _names.OfPreposition(preposition) is { } told ? Behind(_kinds.Borne(told, head, first, end), first, plan) : preposition is "of" && !_trees.Is(head, "nmod") ? RoleKind.Attribute : null;
    }

    /// <summary>"For Trump, a majority …": who stands in front receives nothing.</summary>
    private static RoleKind? Behind(RoleKind? kind, int first, ClausePlan plan) => kind is RoleKind.Recipient && first < plan.Subject && plan.Before.IsEmpty ? null : kind;

    /// <summary>"moved [15 times]", "attacked him [the entire campaign]": no object.</summary>
    private bool IsTimeOnly(RoleArgument argument) =>
        argument.First > 0 && _kinds.Preposition(argument.Head).Length == 0 && !_trees.Is(argument.Head, "nsubj")
        && (_tokens[argument.Head].Lemma is "time" && _trees.Has(argument.Head, "nummod") || (_kinds.TimeIn(argument.First, argument.End) is { } time && time.Span.Contains(_tokens[argument.Head].Span)));

    /// <summary>"just ahead [of the vote]": what an adverb needs.</summary>
    private bool IsOfAdverb(int head, int first) => _kinds.Preposition(head) == "of" && first > 0 && _tokens[first - 1].Upos is Upos.ADV or Upos.ADP;

    /// <summary>"on the need [to reverse it]": what a noun right before says, whatever the tree has it on.</summary>
    private bool IsOfNounBefore(int head, int first) =>
        _trees.HasTo(head) && first > 0 && _tokens[first - 1].Upos is Upos.NOUN && !_trees.Is(first - 1, "obj") && _words.Governor("noun", _tokens[first - 1].Lemma.ToLowerInvariant()) is not null;

    private bool HasFigure(int head) => _tokens[head].Upos is Upos.NUM or Upos.SYM || _trees.Has(head, "nummod");

    /// <summary>Whether an infinitive or a phrase hangs on the predicate, and not on a noun: "an effort [to discredit her]" is no purpose of the verb.</summary>
    private bool HangsOn(int head, int predicate)
    {
        var above = _tokens[head].Head;
        return above == predicate || (above >= 0 && (_tokens[above].Upos is not (Upos.NOUN or Upos.PROPN or Upos.NUM) || _trees.Is(head, "conj")));
    }

    /// <summary>"urged them [to join]", "compelled firms [to adjust]": what somebody is caused to do; "used it [to help]" is what for.</summary>
    private bool IsCaused(int verb, int infinitive)
    {
        var token = _tokens[infinitive];
        if (token.Head != verb || infinitive < verb || token.Upos is not Upos.VERB || _tokens[verb].Upos is not Upos.VERB || _tokens[verb].Lemma is "use" or "take" or "build")
        {
            return false;
        }

        foreach (var dependent in _trees.Of(verb))
        {
            if (dependent > verb && dependent < infinitive && (_trees.Is(dependent, "obj") || _trees.Is(dependent, "iobj") || (_trees.Is(dependent, "obl") && _kinds.IsSomebody(dependent))))
            {
                return token.Relation is "xcomp" or "ccomp" || _words.OverInfinitive(_tokens[verb].Lemma.ToLowerInvariant()) is not null;
            }
        }

        return false;
    }
}
