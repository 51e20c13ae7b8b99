using System.Collections.Immutable;
using OnRecord.Language.Syntax;

namespace OnRecord.Events;

/// <summary>
/// The words of a text that may tell events, from its claims: of each its governor and its predicate, and the cue of the attribution on which it stands, where
/// that is no claim of its own ("demanded that …", "accused them of …").
/// </summary>
internal sealed class TriggerReader(Analysis analysis, Participants participants, EventWords words, ImmutableArray<Attribution> attributions)
{
    private readonly DependencyTrees _trees = analysis.Syntax.Trees;
    private readonly Dictionary<string, Attribution> _attributions = attributions.ToDictionary(attribution => attribution.Id, StringComparer.Ordinal);

    /// <summary>The triggers of each claim, the outermost first. A word is given once.</summary>
    public IEnumerable<ImmutableArray<Trigger>> Read(ImmutableArray<Claim> claims)
    {
        var own = claims.Select(claim => analysis.TokenAt(claim.Predicate.Span.Start)).ToHashSet();
        var given = new HashSet<int>();
        foreach (var claim in claims)
        {
            if (claim.Status == ClaimStatus.NotStated)
            {
                continue;
            }

            var predicate = analysis.TokenAt(claim.Predicate.Span.Start);
            if (claim.AttributedTo is [.., var last] && Cue(_attributions[last], claim, predicate) is { } cue && !own.Contains(cue.Token) && given.Add(cue.Token))
            {
                yield return [cue];
            }

            if (given.Add(predicate))
            {
                var inner = OfPredicate(claim, predicate);
                yield return claim.Governor is { } governor && analysis.TokenAt(governor.Start) is var token && given.Add(token) ? [OfGovernor(claim, token, inner), inner] : [inner];
            }
        }
    }

    private Trigger OfPredicate(Claim claim, int predicate) =>
        new(predicate, claim, RoleOf(claim, RoleKind.Agent) ?? Subject(predicate), ObjectOf(predicate, claim), Complement(predicate, claim), claim.Status, claim.Negated)
        {
            Indirect = RoleOf(claim, RoleKind.Recipient) ?? -1,
            IsObligation = VerbGroups.At(analysis.Syntax.VerbGroups, predicate) is { Modal: "must", Negated: false },
        };

    /// <summary>A clause that a predicate governs within its claim.</summary>
    private Trigger? Complement(int verb, Claim claim)
    {
        foreach (var dependent in _trees.Of(verb))
        {
            if ((_trees.Is(dependent, "xcomp") || _trees.Is(dependent, "ccomp")) && analysis.Tokens[dependent].Upos is Upos.VERB)
            {
                return new Trigger(dependent, claim, Subject(dependent), Object(dependent), null, claim.Status, claim.Negated);
            }
        }

        return null;
    }

    private Trigger OfGovernor(Claim claim, int governor, Trigger inner)
    {
        var (status, negated) = Told(governor, !claim.AttributedTo.IsEmpty);
        return new Trigger(governor, claim, Subject(governor) is var subject and >= 0 ? subject : _trees.Has(governor, "nsubj:pass") ? -1 : inner.Agent, Object(governor), inner, status, negated);
    }

    private Trigger? Cue(Attribution attribution, Claim claim, int content)
    {
        var cue = CueWord(attribution.Cue.Span);
        if (cue < 0 || analysis.Tokens[cue].Upos is not (Upos.VERB or Upos.ADJ))
        {
            return null;
        }

        var (status, negated) = Told(cue, claim.AttributedTo.Length > 1);
        return new Trigger(cue, claim, attribution.Source is { } source ? participants.HeadOf(source.Span) : -1, Object(cue), OfPredicate(claim, content), status, negated);
    }

    /// <summary>The word of a cue that may tell an event: in "released a statement criticizing", the last verb.</summary>
    public int CueWord(TextSpan cue)
    {
        for (var token = analysis.TokenAt(cue.End - 1); token >= 0 && token < analysis.Tokens.Length && analysis.Tokens[token].Span.Start >= cue.Start; token--)
        {
            if (analysis.Tokens[token].Upos is Upos.VERB && words.IsTrigger(analysis.Tokens[token].Lemma.ToLowerInvariant()))
            {
                return token;
            }
        }

        return participants.HeadOf(cue);
    }

    /// <summary>How a word is told whose status no claim has.</summary>
    private (ClaimStatus Status, bool Negated) Told(int token, bool isReported)
    {
        var copula = _trees.First(token, "cop");
        var group = VerbGroups.At(analysis.Syntax.VerbGroups, copula >= 0 ? copula : token);
        var status = group switch
        {
            { Tense: VerbTense.Future } or { Modal: "be to" or "going to" } => ClaimStatus.Planned,
            { Modal: "would" } when isReported => ClaimStatus.Planned,
            { Modal: not (null or "used to" or "have to") } => ClaimStatus.Possible,
            _ => ClaimStatus.Asserted,
        };
        return (_trees.First(token, "mark") is var mark and >= 0 && analysis.Tokens[mark].Lower is "if" or "unless" ? ClaimStatus.Hypothetical : status, group?.Negated ?? false);
    }

    private int? RoleOf(Claim claim, RoleKind kind) =>
        claim.Roles.FirstOrDefault(role => role.Role == kind) is { } role && participants.HeadOf(role.Span) is var head and >= 0 ? head : null;

    private int ObjectOf(int predicate, Claim claim) => Object(predicate) is var tree and >= 0 ? tree : RoleOf(claim, RoleKind.Patient) is { } patient && !IsSubject(patient, predicate) ? patient : -1;

    private bool IsSubject(int token, int verb) => analysis.Tokens[token].Head == verb && analysis.Tokens[token].Relation == "nsubj";

    private int Object(int verb) => FirstOf(verb, "obj", "nsubj:pass", "iobj");

    /// <summary>The subject that the tree gives: of an active verb, or behind "by"; a coordinated verb shares it.</summary>
    private int Subject(int verb)
    {
        if (FirstOf(verb, "obl:agent") is var by and >= 0)
        {
            return by;
        }

        foreach (var dependent in _trees.Of(verb))
        {
            if (analysis.Tokens[dependent].Relation == "nsubj")
            {
                return dependent;
            }
        }

        return -1;
    }

    private int FirstOf(int verb, params ReadOnlySpan<string> relations)
    {
        foreach (var relation in relations)
        {
            foreach (var dependent in _trees.Of(verb))
            {
                if (analysis.Tokens[dependent].Relation == relation)
                {
                    return dependent;
                }
            }
        }

        return -1;
    }
}
