using System.Collections.Immutable;
using OnRecord.Claims.Statements;
using OnRecord.Language.Syntax;
using OnRecord.Names.Coreference;

namespace OnRecord.Claims.Roles;

/// <summary>
/// Tells whether the words of a phrase bear out the role that its label or its preposition gives it: only where something can be is a place, only what can be used an
/// instrument, only somebody a recipient. What none bears out has no role: one that is left out misleads nobody.
/// </summary>
internal sealed class PhraseRoles(DependencyTrees trees, Inserts inserts, RoleNames names, NounKinds kinds, ClaimWords words, ImmutableArray<TimeExpression> times)
{
    /// <summary>How deep "some of the rest of …" is followed.</summary>
    private const int Depth = 3;

    /// <summary>A phrase of no more words is dated by a time in it.</summary>
    private const int ShortPhrase = 6;

    private readonly ImmutableArray<Token> _tokens = trees.Analysis.Tokens;

    /// <summary>The role that a phrase really plays; null where it plays none of the record's.</summary>
    /// <param name="told">What its label or its preposition tells.</param>
    /// <param name="head">Its head.</param>
    /// <param name="first">Its first token.</param>
    /// <param name="end">One past its last.</param>
    public RoleKind? Borne(RoleKind told, int head, int first, int end)
    {
        if (IsIdle(head, first))
        {
            return null;
        }

        return told switch
        {
            RoleKind.Place => IsPlace(head) ? RoleKind.Place : IsDated(head, first, end) ? RoleKind.Time : IsManner(head) ? RoleKind.Manner : null,
            RoleKind.Recipient => IsSomebody(head) ? RoleKind.Recipient : IsPlace(head) ? RoleKind.Place : null,
            RoleKind.Instrument => IsTool(head) ? RoleKind.Instrument : Preposition(head) == "by" && IsFigure(head) ? RoleKind.Manner
                : IsDated(head, first, end) ? RoleKind.Time : IsManner(head) ? RoleKind.Manner : Preposition(head) == "through" && IsPlace(head) ? RoleKind.Place : null,
            RoleKind.Purpose => IsPurpose(head, first, end),
            RoleKind.Time => IsTime(head, first, end) ? RoleKind.Time : null,
            RoleKind.Manner => IsManner(head) ? RoleKind.Manner : IsTool(head) && Preposition(head) is "with" or "by" or "via" ? RoleKind.Instrument : IsPlace(head) && Preposition(head).Length > 0 ? RoleKind.Place : null,
            _ => told,
        };
    }

    /// <summary>"in a March 5 caucus": a time in the place of what it is said to be; "from December" is none.</summary>
    private bool IsDated(int head, int first, int end) =>
        TimeIn(first, end) is { } time && Preposition(head) is not ("from" or "into" or "to")
        && (time.Span.Contains(_tokens[head].Span) || (_tokens[first].Lower is "in" or "at" or "on" or "during" && time.Span.Start < _tokens[head].Span.Start && end - first <= ShortPhrase));

    /// <summary>The preposition of a phrase; empty where it has none.</summary>
    public string Preposition(int head) => trees.First(head, "case") is var at and >= 0 && at < head ? _tokens[at].Lower : "";

    /// <summary>Whether a time that was found stands in a range.</summary>
    public bool HasTime(int first, int end) => TimeIn(first, end) is not null;

    /// <summary>The first time in a range, where it is none of a price ("$15 an hour") nor of a name.</summary>
    public TimeExpression? TimeIn(int first, int end)
    {
        var span = trees.Analysis.SpanOf(first, end);
        foreach (var time in times)
        {
            if (span.Contains(time.Span))
            {
                var at = trees.Analysis.TokenAt(time.Span.Start);
                var isRate = _tokens[at].Lower is "a" or "an" or "per" && at > 0 && _tokens[at - 1].Upos is Upos.NUM or Upos.SYM;
                var isName = inserts.IsInName(at) && _tokens[at].Upos is Upos.ADV or Upos.ADJ;
                if (!isRate && !isName)
                {
                    return time;
                }
            }
        }

        return null;
    }

    /// <summary>Whether a noun, a name or a pronoun is somebody: who can receive, and act.</summary>
    public bool IsSomebody(int head)
    {
        if (head < 0)
        {
            return false;
        }

        var token = _tokens[head];
        if (inserts.TypeOf(head) is { } type)
        {
            return type is EntityType.Person or EntityType.Organization or EntityType.Group or EntityType.Country;
        }

        if (token.Upos is Upos.PRON)
        {
            return token.Lower is not ("it" or "this" or "that" or "these" or "which" or "what" or "itself" or "something" or "nothing" or "anything" or "everything" or "there");
        }

        var lemma = token.Lemma.ToLowerInvariant();
        if (Counted(head, out var noun))
        {
            return IsSomebody(noun);
        }

        return token.Upos is Upos.NOUN or Upos.PROPN or Upos.ADJ && (kinds.TypeOf(lemma, out _) is EntityType.Person or EntityType.Organization or EntityType.Group || words.IsBody(lemma));
    }

    /// <summary>Whether something can be where a phrase says.</summary>
    public bool IsPlace(int head)
    {
        var token = _tokens[head];
        if (token.Upos is Upos.ADV)
        {
            return names.Is(token.Lower, "where");
        }

        if (token.Upos is Upos.NUM or Upos.SYM && trees.First(head, "nmod") < 0)
        {
            return false;
        }

        if (inserts.TypeOf(head) is { } type)
        {
            return type is EntityType.Place or EntityType.Country || (type is EntityType.Organization or EntityType.Event or EntityType.Work && token.Upos is Upos.PROPN && Preposition(head) is not ("to" or "with" or "for" or "under" or "over"));
        }

        if (Preposition(head) is "in" or "at" or "across" or "throughout" or "from" or "near" && token.Upos is Upos.NOUN or Upos.PROPN && IsLocated(head))
        {
            return true;
        }

        var lemma = token.Lemma.ToLowerInvariant();
        return Counted(head, out var noun) ? IsPlace(noun) : kinds.TypeOf(lemma, out _) is EntityType.Place || names.Is(lemma, "place") || names.Is(token.Lower, "where");
    }

    /// <summary>"in the North Dakota race", "at a rally in Iowa": a place is named in it.</summary>
    private bool IsLocated(int head)
    {
        foreach (var dependent in trees.Of(head))
        {
            if (trees.Is(dependent, "compound") || (trees.Is(dependent, "nmod") && Preposition(dependent) is "in" or "at" or "near"))
            {
                if (inserts.TypeOf(dependent) is EntityType.Place or EntityType.Country)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>"in fact", "for example", "at all", "on the eve of": an empty phrase.</summary>
    private bool IsIdle(int head, int first) =>
        names.Is(_tokens[head].Lemma.ToLowerInvariant(), "idle") || names.Is(_tokens[head].Lower, "idle") || (first < head && _tokens[first].Lower is "including" or "such" or "like" or "unlike" or "than" or "of" or "among");

    /// <summary>"some of the towns", "a number of men": the noun behind is meant.</summary>
    private bool Counted(int head, out int noun)
    {
        noun = head;
        for (var step = 0; step < Depth && (_tokens[noun].Upos is Upos.NUM or Upos.DET || names.Is(_tokens[noun].Lemma.ToLowerInvariant(), "count")); step++)
        {
            var inner = -1;
            foreach (var dependent in trees.Of(noun))
            {
                if (trees.Is(dependent, "nmod") && Preposition(dependent) == "of")
                {
                    inner = dependent;
                }
            }

            if (inner < 0)
            {
                break;
            }

            noun = inner;
        }

        return noun != head;
    }

    private bool IsTool(int head) =>
        _tokens[head].Upos is Upos.NOUN && names.Is(_tokens[head].Lemma.ToLowerInvariant(), "tool") && !trees.Has(head, "nummod");

    /// <summary>"rose by 10 points", "by a third": how much.</summary>
    private bool IsFigure(int head) => _tokens[head].Upos is Upos.NUM or Upos.SYM || trees.Has(head, "nummod");

    private bool IsManner(int head)
    {
        var token = _tokens[head];
        if (token.Upos is Upos.ADV)
        {
            return !names.Is(token.Lower, "particle") && !names.Is(token.Lower, "beside") && token.Lower is not ("very" or "more" or "so" or "too" or "most" or "less" or "how");
        }

        if (token.Upos is Upos.VERB or Upos.AUX)
        {
            // "by tracing it", "without paying".
            return token.Xpos == "VBG" && trees.Marker(head) is var mark and >= 0 && _tokens[mark].Lower is "by" or "without";
        }

        var preposition = Preposition(head);
        return (preposition is "in" or "with" or "at" or "on" && names.Is(token.Lemma.ToLowerInvariant(), "manner")) || preposition is "without" or "out" || (preposition == "by" && IsFigure(head))
            || (preposition.Length == 0 && IsFigure(head) && token.Lower is "%" or "percent" or "per" or "points" or "feet" or "miles" or "meters" or "pounds");
    }

    private bool IsTime(int head, int first, int end)
    {
        var token = _tokens[head];
        if (first > 0 && _tokens[first - 1].Lower is "-" or "–" && _tokens[first - 1].Span.End == _tokens[first].Span.Start)
        {
            // "rules-first".
            return false;
        }

        if (_tokens[first].Lower is "a" or "an" or "per" && first > 0 && _tokens[first - 1].Upos is Upos.NUM or Upos.SYM)
        {
            // "$15 an hour".
            return false;
        }

        if (end < _tokens.Length && _tokens[end].Xpos is "JJR" or "RBR" && token.Upos is not Upos.ADV)
        {
            // "18 times higher".
            return false;
        }

        if (HasTime(first, end))
        {
            return true;
        }

        if (token.Upos is Upos.ADV)
        {
            return !inserts.IsInName(head) && token.Lower is not ("right" or "more" or "very" or "just" or "back");
        }

        var opening = _tokens[first].Lower;
        if (token.Upos is Upos.VERB or Upos.AUX || trees.Has(head, "cop") || trees.Has(head, "nsubj") || trees.Has(head, "mark"))
        {
            return opening is "when" or "while" or "after" or "before" or "since" or "until" or "till" or "once" or "as" or "whenever" or "upon" or "on";
        }

        var lemma = token.Lemma.ToLowerInvariant();
        return words.IsMeasure(lemma) || lemma is "time" or "season" or "career" or "meantime" or "era" or "century" or "decade" or "moment"
            || (opening is "after" or "before" or "during" or "since" or "until" or "till" or "following" or "throughout" && inserts.TypeOf(head) is not EntityType.Person and not EntityType.Organization && token.Upos is Upos.NOUN or Upos.PROPN)
            || (inserts.TypeOf(head) is EntityType.Event && opening is "at" or "in" or "on");
    }

    private RoleKind? IsPurpose(int head, int first, int end)
    {
        var token = _tokens[head];
        if (token.Upos is Upos.VERB or Upos.AUX || trees.HasTo(head))
        {
            return RoleKind.Purpose;
        }

        if (HasTime(first, end) && (token.Upos is Upos.NUM || TimeIn(first, end) is { } time && time.Span.Contains(token.Span)))
        {
            return RoleKind.Time;
        }

        if (IsSomebody(head))
        {
            return RoleKind.Recipient;
        }

        return token.Upos is Upos.NOUN && !IsFigure(head) && !IsPlace(head) && inserts.TypeOf(head) is null && token.Lemma is not ("reason" or "president" or "part") ? RoleKind.Purpose : null;
    }
}
