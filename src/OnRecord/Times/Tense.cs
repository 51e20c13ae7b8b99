using OnRecord.Language.Syntax;

namespace OnRecord.Times;

/// <summary>
/// Tells from the verbs of a sentence which way it looks at a place: the verb that governs it in the tree; where that tells
/// nothing, the nearest verb before the place in its clause, else the nearest behind it. "Would", "was to" and "vowed to" look ahead from a past point, and so ahead.
/// </summary>
internal sealed class Tense(Analysis analysis, Sentence sentence, TimeWords words)
{
    /// <summary>How many tokens a governing verb is looked for each way.</summary>
    private const int Reach = 40;

    private readonly bool _inHeadline = analysis.Document.Blocks[sentence.Block].Role is BlockRole.Headline or BlockRole.Kicker or BlockRole.Standfirst;

    /// <summary>The direction at a token.</summary>
    /// <param name="first">First token of the expression of time.</param>
    /// <param name="end">One past its last token.</param>
    public Direction At(int first, int end)
    {
        if (LooksAhead(first))
        {
            return Direction.Future;
        }

        return OfGovernor(first, end) is var governed and not Direction.Unknown ? governed : OfNeighbours(first, end);
    }

    /// <summary>Whether an expression hangs on a verb in the past that looks nowhere ahead.</summary>
    public bool HasHappened(int first, int end)
    {
        var token = HeadOf(first, end);
        return analysis.Tokens[token].Relation.StartsWith("obl", StringComparison.Ordinal) && analysis.Tokens[token].Head is var verb and >= 0
            && !words.Ahead.Contains(analysis.Tokens[verb].Lower) && !IsAheadWithDate(analysis.Tokens[verb])
            && VerbGroups.At(analysis.Syntax.VerbGroups, verb) is { Finite: true, Modal: null, Tense: VerbTense.Past } && DirectionOf(verb) == Direction.Past;
    }

    /// <summary>The word of an expression that hangs on what stands outside of it.</summary>
    private int HeadOf(int first, int end)
    {
        var token = first;
        for (var i = first; i < end; i++)
        {
            token = analysis.Tokens[i].Head < first || analysis.Tokens[i].Head >= end ? i : token;
        }

        return token;
    }

    /// <summary>The direction of the first verb above the expression in the tree.</summary>
    private Direction OfGovernor(int first, int end)
    {
        const int Steps = 6;
        var token = HeadOf(first, end);
        for (var step = 0; step < Steps && analysis.Tokens[token].Head is var head and >= 0; step++)
        {
            token = head;
            if (IsVerb(token))
            {
                return DirectionOf(token);
            }
        }

        return Direction.Unknown;
    }

    private Direction OfNeighbours(int first, int end)
    {
        for (var i = first - 1; i >= Math.Max(sentence.FirstToken, first - Reach); i--)
        {
            if (IsBorder(i) && HasVerb(i + 1, first))
            {
                break;
            }

            if (IsVerb(i) && DirectionOf(i) is var direction and not Direction.Unknown)
            {
                return direction;
            }
        }

        for (var i = end; i < Math.Min(sentence.EndToken, end + Reach); i++)
        {
            if (IsVerb(i) && DirectionOf(i) is var direction and not Direction.Unknown)
            {
                return direction;
            }
        }

        return Direction.Unknown;
    }

    // What stands right before it comes first: "set for May", "until Tuesday", "as early as Friday".
    private bool LooksAhead(int first)
    {
        for (var i = first - 1; i >= Math.Max(sentence.FirstToken, first - 3); i--)
        {
            var token = analysis.Tokens[i];
            if (token.Lower is "until" or "till" && (LiesBehind(first, i) || HasLasted(first)))
            {
                return false;
            }

            if (token.Lower is "through" or "thru" && HasVerbAhead(first))
            {
                return true;
            }

            if (IsAheadWithDate(token) || token.Lower is "until" or "till" || token.Lower is "early" or "soon" && analysis.Tokens[i + 1].Lower == "as")
            {
                return true;
            }
        }

        return false;
    }

    // "Until Thursday, they had not called": what is said of the time behind it was over on that day.
    private bool LiesBehind(int first, int until) =>
        VerbAbove(first) is var verb && verb > first && DirectionOf(verb) == Direction.Past && until <= sentence.FirstToken + 1;

    // "They worked until Friday", "it had been open until Friday", "they kept digging until Friday" are over; "the road was closed until Friday" need not be.
    private bool HasLasted(int first)
    {
        for (var token = first; analysis.Tokens[token].Head is var head and >= 0; token = head)
        {
            if (GroupOf(head) is { } group)
            {
                var above = analysis.Tokens[head].Head;
                var governor = analysis.Tokens[head].Relation == "xcomp" && above >= 0 ? above : head;
                return head < first && (group is { Perfect: true, Tense: VerbTense.Past } || words.Lasting.Contains(analysis.Tokens[governor].Lower) && DirectionOf(governor) == Direction.Past);
            }
        }

        return false;
    }

    // The verb group of a predicate; where that is no verb, its copula's.
    private VerbGroup? GroupOf(int predicate)
    {
        const int Before = 5;
        for (var i = predicate; i >= Math.Max(sentence.FirstToken, predicate - Before); i--)
        {
            if ((i == predicate || analysis.Tokens[i].Relation == "cop" && analysis.Tokens[i].Head == predicate) && VerbGroups.At(analysis.Syntax.VerbGroups, i) is { } group)
            {
                return group;
            }
        }

        return null;
    }

    // "The show runs through Sunday": what is still going on ends ahead.
    private bool HasVerbAhead(int first) =>
        VerbAbove(first) is var verb and >= 0 && (analysis.Tokens[verb].Xpos is "VBZ" or "VBP" or "VB" || DirectionOf(verb) == Direction.Future);

    /// <summary>The nearest verb above a token in the tree; −1 where there is none.</summary>
    private int VerbAbove(int token)
    {
        var head = analysis.Tokens[token].Head;
        while (head >= 0 && !IsVerb(head))
        {
            head = analysis.Tokens[head].Head;
        }

        return head;
    }

    private bool IsAheadWithDate(Token token) => words.AheadWithDate.Contains(token.Lower);

    private bool HasVerb(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (IsVerb(i))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsBorder(int i) => analysis.Tokens[i].Lower is "," or ";" or ":" or "--" or "-" or "—" or "\"" or "”" or "''" or "``" or "“";

    private bool IsVerb(int i) => analysis.Tokens[i].Xpos is "VBD" or "VBZ" or "VBP" or "VB" or "VBN" or "VBG" or "MD";

    /// <summary>The direction of the verb group that holds a verb.</summary>
    private Direction DirectionOf(int verb)
    {
        if (VerbGroups.At(analysis.Syntax.VerbGroups, verb) is not { } group)
        {
            return Direction.Unknown;
        }

        var head = analysis.Tokens[group.Head];
        return group switch
        {
            { Modal: not null } => OfModal(group),
            { Infinitive: true } => OfInfinitive(group.Start),
            _ when IsAheadWithDate(head) && head.Xpos is "VBD" or "VBN" && (head.Xpos == "VBN" || head.Lower != "set" || Follows(group.Head, "for", "to")) => Direction.Future,
            { Perfect: true } => Direction.Past,
            { Finite: false } => head.Xpos == "VBN" ? Direction.Past : Direction.Unknown,
            { Tense: VerbTense.Past } => Direction.Past,
            { Tense: VerbTense.Future } or { Progressive: true } => Direction.Future,
            { Passive: true } => Direction.Unknown,
            // "The trial begins Monday", "the vote is on Friday"; in a headline the present tells of what has happened.
            _ when !_inHeadline && (words.Scheduled.Contains(head.Lower) || (head.Relation == "cop" && head.Lower is "is" or "are")) => Direction.Future,
            _ => words.Reporting.Contains(head.Lower) ? Direction.Past : Direction.Unknown,
        };
    }

    // "could not be reached on Friday", "neither could be reached", "no one could leave" tell of a trial that failed.
    private Direction OfModal(VerbGroup group) => group.Modal switch
    {
        "could" when group.Negated || IsDenied(group.Start) => Direction.Past,
        "could" or "can" => Direction.Unknown,
        "used to" => Direction.Past,
        _ => Direction.Future,
    };

    // "to meet": "planned to meet" and "are to meet" look ahead, "failed to meet" looks where "failed" looks.
    private Direction OfInfinitive(int to)
    {
        var head = Before(to);
        if (head < 0)
        {
            return Direction.Unknown;
        }

        return words.Ahead.Contains(analysis.Tokens[head].Lower) || analysis.Tokens[head].Lemma == "be"
            ? Direction.Future
            : IsVerb(head) ? DirectionOf(head) : Direction.Unknown;
    }

    private bool IsDenied(int modal)
    {
        for (var i = modal - 1; i >= Math.Max(sentence.FirstToken, modal - Reach) && !IsVerb(i); i--)
        {
            if (analysis.Tokens[i].Lower is "neither" or "nobody" or "none" or "no")
            {
                return true;
            }
        }

        return false;
    }

    private bool Follows(int i, params ReadOnlySpan<string> words) => i + 1 < sentence.EndToken && words.Contains(analysis.Tokens[i + 1].Lower);

    // The word before, adverbs and "not" aside.
    private int Before(int i)
    {
        for (var back = i - 1; back >= Math.Max(sentence.FirstToken, i - 4); back--)
        {
            if (!(analysis.Tokens[back].Upos == Upos.ADV || analysis.Tokens[back].Lower is "not" or "n't" or "also"))
            {
                return back;
            }
        }

        return -1;
    }
}
