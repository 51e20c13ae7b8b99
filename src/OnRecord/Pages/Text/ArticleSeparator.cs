using System.Globalization;

namespace OnRecord.Pages.Text;

/// <summary>Whether a piece belongs to the page's article, and what spoke for or against it.</summary>
internal readonly record struct Belonging(bool InArticle, string Evidence);

/// <summary>Tells the pieces of the page's article from those of other stories.</summary>
/// <remarks>
/// Evidence of each piece (how it stops, kicker, shared words, words that take up what was said before) is weighed along the
/// page, and changing from one story to another costs something: the best path through two states (Viterbi).
/// </remarks>
internal sealed class ArticleSeparator(PageWords words)
{
    private const double ChangeCost = 1.3;
    private const double StartElsewhereCost = 0.5;

    /// <summary>With fewer paragraphs the article's own words are too few to compare with.</summary>
    private const int MinCorePieces = 3;

    private const double UsualShare = 0.22;
    private const double ShareWeight = 5;

    /// <summary>In a paragraph with fewer words of its own, how many it shares is partly chance.</summary>
    private const int TrustedWords = 12;

    private const int MaxStandfirstWords = 45;
    private const int MaxBlurbWords = 60;
    private const int LongParagraphWords = 120;

    /// <summary>So long a text without an end is the opening of a story that was cut at a number of characters.</summary>
    private const int MinOpeningWords = 40;

    private const int MinHeadlineWords = 5;

    /// <summary>One row a piece, in order.</summary>
    public Belonging[] Separate(string text, List<Piece> pieces, TopicWords topic)
    {
        var core = FirstCore(pieces);
        var path = Enumerable.Repeat(new Belonging(false, ""), pieces.Count).ToArray();
        for (var round = 0; round < 2 && core.Count > 0; round++)
        {
            var evidence = Weigh(text, pieces, topic, core);
            path = BestPath(evidence);
            core = [.. Enumerable.Range(0, pieces.Count).Where(i => path[i].InArticle && pieces[i].IsProse && !pieces[i].IsCut)];
        }

        MoveShorts(pieces, path);
        return path;
    }

    // The longest stretch of whole paragraphs.
    private static HashSet<int> FirstCore(List<Piece> pieces)
    {
        List<int> best = [], open = [];
        int bestWords = 0, openWords = 0;
        for (var i = 0; i < pieces.Count; i++)
        {
            var piece = pieces[i];
            if (piece.IsCut || piece.HasKicker || piece.HasBorder || piece.Shape == Shape.RelatedHeading)
            {
                (open, openWords) = ([], 0);
            }
            else if (piece.IsProse)
            {
                open.Add(i);
                openWords += piece.WordCount;
            }

            if (openWords > bestWords)
            {
                (best, bestWords) = (open, openWords);
            }
        }

        return [.. best];
    }

    private (double Weight, string Evidence)[] Weigh(string text, List<Piece> pieces, TopicWords topic, HashSet<int> core)
    {
        var counts = topic.Counts(core);
        var first = core.Min();
        var rows = new (double, string)[pieces.Count];
        var listed = 0.0;
        for (var i = 0; i < pieces.Count; i++)
        {
            var piece = pieces[i];
            listed = piece.Shape == Shape.RelatedHeading ? 1.2 : piece.IsProse ? listed / 2 : listed * 0.9;
            if (piece.Shape == Shape.RelatedHeading)
            {
                rows[i] = (-0.3, "");
                continue;
            }

            var (weight, evidence) = Form(text, pieces, i, first);
            if (piece.IsProse && core.Count >= MinCorePieces && topic.Count(i) > 0)
            {
                var shared = topic.Shared(i, counts, core.Contains(i));
                var trust = Math.Min(1, topic.Count(i) / (double)TrustedWords);
                weight += trust * Math.Clamp((((double)shared / topic.Count(i)) - UsualShare) * ShareWeight, -1.2, 1.5);
                evidence.Add(string.Create(CultureInfo.InvariantCulture, $"shares {shared} of {topic.Count(i)} words with the article"));
            }

            if (piece.IsProse || piece.Shape is Shape.Short or Shape.ListItem)
            {
                weight -= listed;
            }

            rows[i] = (weight, string.Join(", ", evidence));
        }

        return rows;
    }

    private (double Weight, List<string> Evidence) Form(string text, List<Piece> pieces, int at, int firstCore)
    {
        var piece = pieces[at];
        var evidence = new List<string>();
        var weight = 0.0;
        if (!piece.IsProse)
        {
            return (0, evidence);
        }

        if (at < firstCore && piece.Ending == Ending.Open && piece.WordCount <= MaxStandfirstWords && at > 0 && pieces[at - 1].Shape == Shape.Short)
        {
            return (0, evidence);
        }

        if (piece.IsCut)
        {
            weight -= piece.WordCount >= MinOpeningWords ? 2.6 : piece.Ending == Ending.Open ? 1.6 : 2;
            evidence.Add("stops in mid-sentence");
        }
        else
        {
            // A page on one line has its whole article in one piece.
            weight += 0.8 + Math.Max(0, Math.Min(1.5, (piece.WordCount - LongParagraphWords) / 100.0));
        }

        if (piece.HasKicker)
        {
            weight -= at < firstCore && !piece.IsCut ? 0.5 : 2;
            evidence.Add("begins with a kicker");
        }

        if (piece.HasBorder)
        {
            weight -= at < firstCore && !piece.IsCut ? 0.5 : 1.5;
            evidence.Add("a summary runs into its lead");
        }

        if (IsBlurb(pieces, at) && (IsBlurb(pieces, at - 2) || IsBlurb(pieces, at + 2)))
        {
            weight -= 0.7;
            evidence.Add("one of several short texts under headlines");
        }

        if (TakesUp(text, piece))
        {
            weight += 0.8;
            evidence.Add("takes up what was said");
        }

        return (weight, evidence);
    }

    // A headline, one short paragraph, and the next headline or the end.
    private static bool IsBlurb(List<Piece> pieces, int at) =>
        at > 0 && at < pieces.Count && pieces[at] is { IsProse: true, WordCount: <= MaxBlurbWords }
        && pieces[at - 1] is { Shape: Shape.Short, WordCount: >= MinHeadlineWords } && (at + 1 == pieces.Count || !pieces[at + 1].IsProse);

    // "He said", "But the council": a story does not begin so.
    private bool TakesUp(string text, Piece piece)
    {
        var head = TextScan.Runs(text, piece.Span, 1);
        return head.Count > 0 && head[0].HasWord
            && (char.IsLower(text[head[0].WordStart]) || words.Is(head[0].Word(text), WordKinds.Anaphor) || TextScan.IsOpener(text[head[0].Start]) && !piece.HasKicker);
    }

    private static Belonging[] BestPath((double Weight, string Evidence)[] rows)
    {
        var cameFromOther = new (bool ToArticle, bool ToOther)[rows.Length];
        double article = 0, other = -StartElsewhereCost;
        for (var i = 0; i < rows.Length; i++)
        {
            var (toArticle, toOther) = (other - ChangeCost > article, other >= article - ChangeCost);
            cameFromOther[i] = (toArticle, toOther);
            (article, other) = ((toArticle ? other - ChangeCost : article) + rows[i].Weight, toOther ? other : article - ChangeCost);
        }

        var path = new Belonging[rows.Length];
        var inArticle = article >= other;
        for (var i = rows.Length - 1; i >= 0; i--)
        {
            path[i] = new Belonging(inArticle, rows[i].Evidence);
            inArticle = inArticle ? !cameFromOther[i].ToArticle : !cameFromOther[i].ToOther;
        }

        return path;
    }

    // A headline goes with the text under it; behind the article's last paragraph it announces another story.
    private static void MoveShorts(List<Piece> pieces, Belonging[] path)
    {
        var last = -1;
        for (var i = 0; i < pieces.Count; i++)
        {
            last = path[i].InArticle && pieces[i].IsProse ? i : last;
        }

        bool? below = null;
        for (var i = pieces.Count - 1; i >= 0; i--)
        {
            var piece = pieces[i];
            if (piece.IsProse)
            {
                below = path[i].InArticle;
            }
            else if (piece.Shape is Shape.RelatedHeading or Shape.Furniture)
            {
                below = null;
            }
            else if (piece.Shape is Shape.Short or Shape.Label or Shape.Byline or Shape.DateLine)
            {
                var stays = path[i].InArticle && below != false;
                stays &= i < last || piece.Shape is Shape.Byline or Shape.DateLine;
                path[i] = path[i] with { InArticle = stays };
                below = piece.Shape == Shape.Short && !stays ? null : below;
            }
        }
    }
}
