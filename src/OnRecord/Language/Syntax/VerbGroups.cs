using System.Collections.Immutable;

namespace OnRecord.Language.Syntax;

/// <summary>Finds the verb groups of an analysis from its tags: one pass, each token looked at a bounded number of times.</summary>
internal static class VerbGroups
{
    /// <summary>Longest gap of adverbs or of a subject (in a question) inside a group.</summary>
    private const int MostBetween = 4;

    /// <summary>All verb groups, in the order of the text.</summary>
    public static ImmutableArray<VerbGroup> Find(Analysis analysis)
    {
        var groups = ImmutableArray.CreateBuilder<VerbGroup>();
        for (var sentence = 0; sentence < analysis.Sentences.Length; sentence++)
        {
            var (first, end) = (analysis.Sentences[sentence].FirstToken, analysis.Sentences[sentence].EndToken);
            for (var at = first; at < end;)
            {
                if (!Begins(analysis, at, end))
                {
                    at++;
                    continue;
                }

                var governor = groups.Count > 0 && groups[^1].End == at && groups[^1].Sentence == sentence ? groups.Count - 1 : -1;
                var group = new Builder(analysis, at, end, sentence).Build(governor);
                groups.Add(group);
                at = group.End;
            }
        }

        return groups.ToImmutable();
    }

    /// <summary>The group that holds a token, or null; <paramref name="groups"/> as <see cref="Find"/> gives them.</summary>
    public static VerbGroup? At(ImmutableArray<VerbGroup> groups, int token)
    {
        int low = 0, high = groups.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (groups[middle].End <= token)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low < groups.Length && groups[low].Start <= token ? groups[low] : null;
    }

    private static bool Begins(Analysis analysis, int at, int end)
    {
        var token = analysis.Tokens[at];
        return token.Upos is Upos.VERB or Upos.AUX
            || (token.Xpos == "TO" && FollowingVerb(analysis, at + 1, end) >= 0);
    }

    /// <summary>Index of the verb that follows at <paramref name="at"/> or after adverbs; −1 where there is none.</summary>
    private static int FollowingVerb(Analysis analysis, int at, int end)
    {
        for (var i = at; i < end && i - at <= MostBetween; i++)
        {
            var token = analysis.Tokens[i];
            if (token.Upos is Upos.VERB or Upos.AUX)
            {
                return i;
            }

            if (!IsBetween(token))
            {
                return -1;
            }
        }

        return -1;
    }

    /// <summary>Adverbs, "not", and the mark of a quotation that begins inside of the group (could “close the mine”).</summary>
    private static bool IsBetween(Token token) =>
        token.Upos == Upos.ADV || (token.Upos == Upos.PART && token.Xpos != "TO" && token.Xpos != "POS") || token.Xpos == "``";

    internal static bool IsNegation(Token token) => token.Lower is "not" or "n't" or "n’t" or "never" or "nt";

    /// <summary>Reads one group from its first word.</summary>
    private sealed class Builder(Analysis analysis, int start, int end, int sentence)
    {
        private int _head = -1;
        private string? _modal;
        private VerbTense _tense;
        private bool _finite;
        private bool _perfect;
        private bool _progressive;
        private bool _passive;
        private int _last;

        public VerbGroup Build(int governor)
        {
            var verb = analysis.Tokens[start].Xpos == "TO" ? FollowingVerb(analysis, start + 1, end) : -1;
            var infinitive = verb >= 0;
            _head = infinitive ? verb : start;
            if (!infinitive)
            {
                ReadFirst();
            }

            _last = _head;
            while (NextVerb() is var next && next >= 0)
            {
                _head = _last = next;
            }

            var head = analysis.Tokens[_head];
            if (_last + 1 < end && head.Upos == Upos.AUX && IsNegation(analysis.Tokens[_last + 1]))
            {
                _last++;
            }

            return new VerbGroup
            {
                Start = start,
                End = _last + 1,
                Head = _head,
                Sentence = sentence,
                Finite = _finite,
                Tense = _tense,
                Perfect = _perfect,
                Progressive = _progressive,
                Passive = _passive,
                Modal = _modal,
                Negated = IsNegated(),
                Infinitive = infinitive,
                Copular = IsBe(head) && !_passive,
                GovernedBy = infinitive ? governor : -1,
            };
        }

        private void ReadFirst()
        {
            var token = analysis.Tokens[start];
            (_finite, _tense) = token.Xpos switch
            {
                "VBD" => (true, VerbTense.Past),
                "VBZ" or "VBP" => (true, VerbTense.Present),
                "MD" => (true, token.Lower is "will" or "'ll" or "’ll" or "wo" or "shall" ? VerbTense.Future : VerbTense.None),
                _ => (false, VerbTense.None),
            };
            if (token.Xpos == "MD")
            {
                _modal = FullModal(token.Lower);
            }
        }

        /// <summary>The verb that the head so far is an auxiliary of; −1 where the group ends.</summary>
        private int NextVerb()
        {
            var head = analysis.Tokens[_head];
            var next = Following();
            if (next < 0)
            {
                return ThroughTo(head);
            }

            var form = analysis.Tokens[next].Xpos;
            if (head.Xpos == "MD" || IsDo(head))
            {
                return form is "VB" or "VBP" or "VBN" or "VBD" && (head.Xpos == "MD" || head.Upos == Upos.AUX) ? next : -1;
            }

            if (form is "VBN" or "VBD" && IsHaveBefore(head, analysis.Tokens[next]))
            {
                _perfect = true;
                return next;
            }

            if (IsBe(head) && form is "VBG")
            {
                _progressive = true;
                return next;
            }

            if (form is "VBN" or "VBD" && IsBe(head))
            {
                _passive = true;
                return next;
            }

            if (IsGet(head) && form == "VBN" && next == _head + 1)
            {
                _passive = true;
                return next;
            }

            return -1;
        }

        /// <summary>The next verb, across adverbs and, in a question, across a subject of one word ("Did he leave?").</summary>
        private int Following()
        {
            var next = FollowingVerb(analysis, _head + 1, end);
            if (next >= 0 || _head != start || analysis.Tokens[start].Upos != Upos.AUX)
            {
                return next;
            }

            var subject = _head + 1 < end && IsNegation(analysis.Tokens[_head + 1]) ? _head + 2 : _head + 1;
            return subject < end && analysis.Tokens[subject].Xpos == "PRP" && IsQuestionOrder() ? FollowingVerb(analysis, subject + 1, end) : -1;
        }

        private bool IsQuestionOrder() =>
            start == analysis.Sentences[sentence].FirstToken || analysis.Tokens[start - 1].Xpos is "WRB" or "WP" or "WDT" or "``" or "''" or "," or "CC";

        /// <summary>"was to depart", "is going to depart", "has to go", "used to live": the verb behind "to", which the group takes in.</summary>
        private int ThroughTo(Token head)
        {
            var to = _head + 1;
            while (to < end && to - _head <= 2 && IsBetween(analysis.Tokens[to]))
            {
                to++;
            }

            if (to >= end || analysis.Tokens[to].Xpos != "TO" || FollowingVerb(analysis, to + 1, end) is var verb && verb < 0)
            {
                return -1;
            }

            var modal = head.Xpos is "VBD" or "VBZ" or "VBP" && IsBe(head) ? "be to"
                : head.Lower == "going" && _progressive ? "going to"
                : IsHave(head) && head.Xpos != "VBG" ? "have to"
                : head.Lower == "used" && head.Xpos == "VBD" && !_passive ? "used to"
                : null;
            if (modal is null)
            {
                return -1;
            }

            _modal ??= modal;
            if (modal == "going to")
            {
                (_progressive, _tense) = (false, _tense == VerbTense.Present ? VerbTense.Future : _tense);
            }

            return FollowingVerb(analysis, to + 1, end);
        }

        private bool IsNegated()
        {
            for (var i = start; i <= _last; i++)
            {
                if (IsNegation(analysis.Tokens[i]))
                {
                    return true;
                }
            }

            return start > analysis.Sentences[sentence].FirstToken && IsNegation(analysis.Tokens[start - 1]);
        }

        private static string FullModal(string lower) => lower switch
        {
            "'ll" or "’ll" or "wo" or "will" => "will",
            "ca" => "can",
            "sha" => "shall",
            "'d" or "’d" => "would",
            _ => lower,
        };

        private static bool IsBe(Token token) =>
            token.Lower is "be" or "is" or "are" or "was" or "were" or "been" or "being" or "am" or "'m" or "’m" or "'re" or "’re" or "ai"
            || (token.Lower is "'s" or "’s" && token.Xpos == "VBZ");

        private static bool IsHave(Token token) =>
            token.Lower is "have" or "has" or "had" or "having" or "'ve" or "’ve"
            || (token.Lower is "'d" or "’d" && token.Xpos == "VBD");

        /// <summary>"'s" is "has" before the participles that go with "has" alone ("she's been"), else "is" ("it's expected").</summary>
        private static bool IsHaveBefore(Token head, Token participle) =>
            IsHave(head) || (head.Lower is "'s" or "’s" && participle.Lower is "been" or "got" or "gone" or "had" or "become" or "come");

        private static bool IsDo(Token token) => token.Lower is "do" or "does" or "did" && token.Upos == Upos.AUX;

        private static bool IsGet(Token token) => token.Lower is "get" or "gets" or "got" or "getting" or "gotten";
    }
}
