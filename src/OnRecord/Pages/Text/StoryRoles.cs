namespace OnRecord.Pages.Text;

/// <summary>Gives the parts of a story whose role depends on their place: headline, standfirst, heading, paragraph.</summary>
internal sealed class StoryRoles(string text, List<Piece> pieces, TopicWords topic, CreditLines credits)
{
    private const int MinStandfirstWords = 6;
    private const int MaxStandfirstWords = 45;
    private const int MaxPullQuoteLength = 300;
    private const int MaxPullQuotes = 20;

    /// <summary>The parts of a story in order, each with its final role and reason.</summary>
    public List<Part> Read(Story story, Belonging[] path)
    {
        var firstProse = story.Pieces.FindIndex(i => pieces[i].IsProse);
        var top = firstProse < 0 ? story.Pieces.Count : firstProse;
        var headline = story.Kind == DocumentKind.Listing ? -1 : Headline(story, top);
        var quotes = PullQuotes(story);
        var parts = new List<Part>();
        for (var place = 0; place < story.Pieces.Count; place++)
        {
            var piece = pieces[story.Pieces[place]];
            foreach (var part in piece.Parts)
            {
                var role = part.IsMain ? Main(story, place, top, headline, path, quotes)
                    : piece.Shape == Shape.Label && place > top && story.Kind == DocumentKind.Article ? (BlockRole.Boilerplate, "label-below-text: a label after the article began")
                    : (part.Role, part.Reason);
                parts.Add(part with { Role = role.Item1, Reason = role.Item2 });
            }
        }

        return parts;
    }

    private (BlockRole, string) Main(Story story, int place, int top, int headline, Belonging[] path, HashSet<int> quotes)
    {
        var index = story.Pieces[place];
        var piece = pieces[index];
        if (piece.Shape == Shape.Short)
        {
            return ShortRole(story, place, top, headline);
        }

        if (piece.Shape == Shape.ListItem)
        {
            return story.Kind == DocumentKind.Article || piece.IsProse ? (BlockRole.List, "list-mark: begins with a bullet or number") : (BlockRole.Headline, "listed-headline: an item under a list of stories");
        }

        if (quotes.Contains(index))
        {
            return (BlockRole.Quote, "pull-quote: its words stand in another paragraph too");
        }

        if (story.Kind == DocumentKind.Article && IsCaption(story, place))
        {
            return (BlockRole.Caption, "caption-beside-credit: speaks of the picture whose credit stands next to it");
        }

        if (headline >= 0 && place == top && IsStandfirst(story, place))
        {
            return (BlockRole.Standfirst, "summary-under-headline: one sentence before the byline or first paragraph");
        }

        var evidence = path[index].Evidence;
        return story.Kind == DocumentKind.Article
            ? (BlockRole.Paragraph, "article-text: " + (evidence.Length > 0 ? evidence : "whole sentences"))
            : (BlockRole.Paragraph, "another-story: " + (evidence.Length > 0 ? evidence : "stands outside the article"));
    }

    private (BlockRole, string) ShortRole(Story story, int place, int top, int headline)
    {
        var piece = pieces[story.Pieces[place]];
        if (story.Kind == DocumentKind.Listing)
        {
            return (BlockRole.Headline, "listed-headline: a few words without a stop");
        }

        if (place == headline)
        {
            return (BlockRole.Headline, "headline-above-text: a few words without a stop before the text");
        }

        if (place < top)
        {
            if (place < headline)
            {
                return (BlockRole.Kicker, "words-above-headline: a few words before the headline");
            }

            return piece.WordCount >= MinStandfirstWords
                ? (BlockRole.Standfirst, "summary-under-headline: words without a stop between headline and text")
                : (BlockRole.Heading, "short-above-text: a few words without a stop");
        }

        if (credits.SpeaksOfPicture(text, piece.Span, piece.WordCount) && HasCreditBeside(story, place))
        {
            return (BlockRole.Caption, "caption-beside-credit: speaks of the picture whose credit stands next to it");
        }

        return IsQuoted(piece.Span) ? (BlockRole.Quote, "quoted-line: a quotation on a line of its own") : (BlockRole.Heading, "heading-between-paragraphs: a few words without a stop");
    }

    // The line above the text that says most of what the text says.
    private int Headline(Story story, int top)
    {
        var counts = topic.Counts(story.Pieces.Where(i => pieces[i].IsProse));
        var (best, bestScore) = (-1, double.NegativeInfinity);
        for (var place = 0; place < top; place++)
        {
            var piece = pieces[story.Pieces[place]];
            if (piece.Shape != Shape.Short)
            {
                continue;
            }

            var score = topic.Shared(story.Pieces[place], counts, counted: false) + (piece.WordCount >= 4 ? 2.5 : 0) - (place * 0.1) - (best >= 0 ? 1 : 0);
            if (score > bestScore)
            {
                (best, bestScore) = (place, score);
            }
        }

        return best;
    }

    private bool IsStandfirst(Story story, int place)
    {
        var piece = pieces[story.Pieces[place]];
        if (piece.WordCount > MaxStandfirstWords || piece.HasBorder || piece.Parts.Any(part => part.Role == BlockRole.Dateline))
        {
            return false;
        }

        if (piece.Ending == Ending.Open && story.Kind == DocumentKind.Article)
        {
            return true;
        }

        // A whole sentence is a standfirst only where a byline or date stands between it and the text.
        var next = place + 1 < story.Pieces.Count ? pieces[story.Pieces[place + 1]].Shape : Shape.Paragraph;
        var before = story.Pieces.Take(place).Any(i => pieces[i].Shape == Shape.Byline);
        return next is Shape.Byline or Shape.DateLine && !before;
    }

    private bool IsCaption(Story story, int place)
    {
        var piece = pieces[story.Pieces[place]];
        return piece.WordCount <= MaxStandfirstWords && HasCreditBeside(story, place) && credits.SpeaksOfPicture(text, piece.Span, piece.WordCount);
    }

    private bool HasCreditBeside(Story story, int place) =>
        (place + 1 < story.Pieces.Count && pieces[story.Pieces[place + 1]].Shape == Shape.Credit)
        || (place > 0 && pieces[story.Pieces[place - 1]].Shape == Shape.Credit);

    private bool IsQuoted(TextSpan span) =>
        span.Length > 2 && text[span.Start] is '“' or '"' or '‘' or '«' && text[span.End - 1] is '”' or '"' or '’' or '»';

    private HashSet<int> PullQuotes(Story story)
    {
        var found = new HashSet<int>();
        foreach (var index in story.Pieces.Where(i => pieces[i].Shape is Shape.Paragraph or Shape.Short && pieces[i].Span.Length is > 20 and <= MaxPullQuoteLength && IsQuoted(pieces[i].Span)).Take(MaxPullQuotes))
        {
            var span = pieces[index].Span;
            var inner = text.Substring(span.Start + 1, span.Length - 2).TrimEnd('.', ',', '!', '?', '…');
            if (story.Pieces.Any(other => other != index && pieces[other].IsProse && text.AsSpan(pieces[other].Span.Start, pieces[other].Span.Length).Contains(inner, StringComparison.Ordinal)))
            {
                found.Add(index);
            }
        }

        return found;
    }
}
