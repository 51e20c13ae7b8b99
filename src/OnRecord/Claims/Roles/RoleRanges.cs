using System.Collections.Immutable;
using OnRecord.Claims.Statements;
using OnRecord.Language.Syntax;

namespace OnRecord.Claims.Roles;

/// <summary>The words of a role: what the statement has of it, without what only adds, and without a time at its end, which belongs to the predicate.</summary>
internal sealed class RoleRanges(DependencyTrees trees, NounPhrases phrases, PhraseRoles kinds)
{
    /// <summary>A time of more words is no tail.</summary>
    private const int LongestTime = 6;

    private readonly ImmutableArray<Token> _tokens = trees.Analysis.Tokens;

    /// <summary>A noun's phrase, as the statement has it.</summary>
    public (int First, int End) Of(int noun, ImmutableArray<TokenRange> said)
    {
        var range = phrases.Of(noun);
        return Said(noun, range.First, range.End, said);
    }

    /// <summary>A noun's phrase with its preposition.</summary>
    public (int First, int End) WithPreposition(int noun, ImmutableArray<TokenRange> said)
    {
        var range = phrases.WithPreposition(noun);
        return Said(noun, range.First, range.End, said);
    }

    /// <summary>What depends on a word, with its mark: "to reject the deal".</summary>
    public (int First, int End) Whole(int head, ImmutableArray<TokenRange> said)
    {
        var (first, last) = (trees.Leftmost(head), head);
        while (trees.Of(last) is [.., var next] && next > last)
        {
            last = next;
        }

        return Said(head, first, last + 1, said, isClause: true);
    }

    /// <summary>What the statement has of some words around their head: without what only adds ("Dana Orlo, who had left", "…, while the board …").</summary>
    public (int First, int End) Said(int head, int first, int end, ImmutableArray<TokenRange> said, bool isClause = false)
    {
        foreach (var range in said)
        {
            if (range.Contains(head))
            {
                (first, end) = (Math.Max(first, range.First), Math.Min(end, range.End));
                break;
            }
        }

        return Trimmed(first, isClause ? end : Clipped(head, end));
    }

    /// <summary>The time at the end of a phrase: "the candidates [on Wednesday] reacted", "a rally [last week]"; −1 where there is none.</summary>
    /// <param name="head">The phrase's head.</param>
    /// <param name="first">Its first token.</param>
    /// <param name="end">One past its last.</param>
    /// <param name="isSubject">Whether it is the subject: "delivery in December" is then one.</param>
    public int TimeAtEnd(int head, int first, int end, bool isSubject = false)
    {
        for (var from = Math.Max(head + 1, end - LongestTime); from < end; from++)
        {
            if (kinds.TimeIn(from, end) is { } time && time.Span.Start == _tokens[from].Span.Start && time.Span.End == _tokens[end - 1].Span.End)
            {
                // "at about 7:40".
                var before = from - 1;
                while (before > head && _tokens[before].Lower is "about" or "around" or "nearly" or "almost")
                {
                    before--;
                }

                var isBehind = _tokens[before].Upos is Upos.ADP;
                var isOf = isBehind && !(_tokens[before].Lower is "on" || (!isSubject && _tokens[before].Lower is "in" or "at" or "during" or "since"));
                return isOf || before < head || from <= first || _tokens[before].Upos is Upos.PUNCT or Upos.CCONJ or Upos.DET ? -1 : isBehind ? before > head ? before : -1 : from;
            }
        }

        return -1;
    }

    private int Clipped(int head, int end)
    {
        for (var at = head + 1; at + 1 < end; at++)
        {
            var (mark, next) = (_tokens[at], _tokens[at + 1]);
            var isAside = mark.Lower is ":" or ";" || mark.Lower is "," or "—" or "–" or "--" or "-" && mark.Upos is Upos.PUNCT
                && (next.Xpos is "WDT" or "WRB" || next.Lower is "who" or "whose" or "while" or "whereas" or "although" or "though" or "because" or "so" or "according"
                    || (next.Xpos is "VBN" or "VBG" && (trees.Is(at + 1, "acl") || trees.Is(at + 1, "advcl"))));
            if (isAside)
            {
                return at;
            }
        }

        return end;
    }

    private (int First, int End) Trimmed(int first, int end)
    {
        while (end - first > 1 && _tokens[end - 1].Upos is Upos.PUNCT)
        {
            end--;
        }

        while (end - first > 1 && _tokens[first].Upos is Upos.PUNCT)
        {
            first++;
        }

        return MarkPairs.Complete(_tokens, first, end, trees.Analysis.Sentences[_tokens[first].Sentence]);
    }
}
