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

    /// <summary>The direction of the first verb above the expression in the tree.</summary>
    private Direction OfGovernor(int first, int end)
    {
        const int Steps = 6;
        var token = first;
        for (var i = first; i < end; i++)
        {
            token = analysis.Tokens[i].Head < first || analysis.Tokens[i].Head >= end ? i : token;
        }

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
            if (IsVerb(i) && DirectionOf(LastOfGroup(i)) is var direction and not Direction.Unknown)
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

            if (IsAheadWithDate(token) || token.Lower is "until" or "till" || token.Lower is "early" or "soon" && analysis.Tokens[i + 1].Lower == "as")
            {
                return true;
            }
        }

        return false;
    }

    // "Until Thursday, they had not called": what is said of the time behind it was over on that day.
    private bool LiesBehind(int first, int until)
    {
        for (var token = first; analysis.Tokens[token].Head is var head and >= 0; token = head)
        {
            if (IsVerb(head))
            {
                return head > first && DirectionOf(head) == Direction.Past && until <= sentence.FirstToken + 1;
            }
        }

        return false;
    }

    // "They worked until Friday" is over; "the road was closed until Friday" need not be.
    private bool HasLasted(int first)
    {
        for (var token = first; analysis.Tokens[token].Head is var head and >= 0; token = head)
        {
            if (IsVerb(head))
            {
                return head < first && words.Lasting.Contains(analysis.Tokens[head].Lower) && DirectionOf(head) == Direction.Past;
            }
        }

        return false;
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

    /// <summary>The direction of the verb group that ends at a verb.</summary>
    private Direction DirectionOf(int verb)
    {
        var token = analysis.Tokens[verb];
        var auxiliary = Before(verb);
        switch (token.Xpos)
        {
            case "MD":
                return OfModal(verb);
            case "VB" when IsTo(auxiliary):
                return OfInfinitive(auxiliary);
            case "VB":
                return auxiliary >= 0 && analysis.Tokens[auxiliary].Xpos == "MD" ? OfModal(auxiliary)
                    : auxiliary >= 0 && analysis.Tokens[auxiliary].Lower == "did" ? Direction.Past : Direction.Unknown;
            case "VBD":
                return IsAheadWithDate(token) && (token.Lower != "set" || Follows(verb, "for", "to")) ? Direction.Future : Direction.Past;
            case "VBN":
                return OfParticiple(auxiliary, token);
            case "VBG":
                return auxiliary >= 0 && analysis.Tokens[auxiliary].Lower is "is" or "are" or "'s" or "'re" or "am" or "'m" ? Direction.Future
                    : auxiliary >= 0 && analysis.Tokens[auxiliary].Lower is "was" or "were" or "been" ? Direction.Past : Direction.Unknown;
            case "VBZ" or "VBP" when !_inHeadline && (words.Scheduled.Contains(token.Lower) || token.Relation == "cop" && token.Lower is "is" or "are"):
                // "The trial begins Monday", "the vote is on Friday"; in a headline the present tells of what has happened.
                return Direction.Future;
            default:
                return token.Lower is "say" or "says" or "tells" or "reports" or "has" or "have" ? Direction.Past : Direction.Unknown;
        }
    }

    // "could not be reached on Friday", "neither could be reached", "no one could leave" tell of a trial that failed.
    private Direction OfModal(int modal) => analysis.Tokens[modal].Lower switch
    {
        "could" when Follows(modal, "not", "n't", "n’t") || IsDenied(modal) => Direction.Past,
        "could" or "can" or "ca" => Direction.Unknown,
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

        var token = analysis.Tokens[head];
        return words.Ahead.Contains(token.Lower) || token.Lower is "is" or "are" or "was" or "were" or "be"
            ? Direction.Future
            : IsVerb(head) ? DirectionOf(head) : Direction.Unknown;
    }

    private Direction OfParticiple(int auxiliary, Token token)
    {
        if (IsAheadWithDate(token))
        {
            return Direction.Future;
        }

        if (auxiliary < 0)
        {
            return Direction.Past;
        }

        var before = analysis.Tokens[auxiliary];
        return before.Lower switch
        {
            "have" or "has" or "had" or "'ve" or "'s" or "was" or "were" => Direction.Past,
            "been" => Direction.Past,
            "be" => DirectionOf(auxiliary),
            "is" or "are" => Direction.Unknown,
            _ => IsVerb(auxiliary) ? Direction.Unknown : Direction.Past,
        };
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

    private bool IsTo(int i) => i >= 0 && analysis.Tokens[i].Lower == "to";

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

    // From the first verb of a group behind the place to its last: "will be heard", "has been told".
    private int LastOfGroup(int i)
    {
        var last = i;
        for (var next = i + 1; next < Math.Min(sentence.EndToken, i + 6); next++)
        {
            if (IsVerb(next))
            {
                last = next;
            }
            else if (!(analysis.Tokens[next].Upos == Upos.ADV || analysis.Tokens[next].Lower is "not" or "n't" or "also" or "to"))
            {
                break;
            }
        }

        return last;
    }
}
