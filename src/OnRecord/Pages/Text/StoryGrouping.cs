namespace OnRecord.Pages.Text;

/// <summary>The pieces of one document, in the order of the page.</summary>
internal sealed record Story(DocumentKind Kind, List<int> Pieces)
{
    /// <summary>Whether it has nothing but labels yet.</summary>
    public bool HasOnlyLabels { get; private set; } = true;

    /// <summary>Number of its pieces that are a few words without a stop.</summary>
    public int Shorts { get; private set; }

    /// <summary>Its last piece of running text; -1 where it has none.</summary>
    public int LastProse { get; private set; } = -1;

    /// <summary>Puts a piece at the end. What is asked of a growing story is kept here, so that no question walks all of it.</summary>
    public void Add(int at, Piece piece)
    {
        Pieces.Add(at);
        HasOnlyLabels &= piece.Shape is Shape.Label;
        Shorts += piece.Shape == Shape.Short ? 1 : 0;
        LastProse = piece.IsProse ? at : LastProse;
    }
}

/// <summary>Groups the pieces of a page into documents.</summary>
internal sealed class StoryGrouping(string text, List<Piece> pieces, TopicWords topic, PageWords words)
{
    /// <summary>A page with fewer stories and no article is not called an index.</summary>
    private const int MinListed = 2;

    /// <summary>Paragraphs that share so few words with the rest do not make an article together.</summary>
    private const double IndexShare = 0.12;

    /// <summary>An index page has at least this many headlines with a short text.</summary>
    private const int MinBlurbs = 3;

    /// <summary>Where nothing was taken for the article, a story of so many words and most of the page's is it.</summary>
    private const int MinArticleWords = 150;

    /// <summary>Share of a headline's words that its summary repeats.</summary>
    private const double SummaryShare = 0.2;

    private readonly Story _article = new(DocumentKind.Article, []);
    private readonly List<Story> _teasers = [];
    private Story? _open;

    /// <summary>The documents in the order of their first piece.</summary>
    public List<Story> Group(Belonging[] path)
    {
        for (var i = 0; i < pieces.Count; i++)
        {
            if (path[i].InArticle)
            {
                _open = pieces[i].Shape is Shape.Furniture ? _open : null;
                _article.Add(i, pieces[i]);
            }
            else
            {
                AddElsewhere(i);
            }
        }

        PromoteLongest();
        if (IsIndex(path))
        {
            return [new Story(DocumentKind.Listing, [.. Enumerable.Range(0, pieces.Count)])];
        }

        if (_teasers.Count == 1 && !HasProse(_article))
        {
            return [new Story(DocumentKind.Article, [.. Enumerable.Range(0, pieces.Count)])];
        }

        return [.. _teasers.Append(_article).Where(story => story.Pieces.Count > 0).OrderBy(story => story.Pieces[0])];
    }

    private void PromoteLongest()
    {
        if (HasProse(_article) || _teasers.Count == 0)
        {
            return;
        }

        var longest = _teasers.MaxBy(WordsOf)!;
        if (WordsOf(longest) >= MinArticleWords && WordsOf(longest) * 2 > _teasers.Sum(WordsOf))
        {
            _teasers.Remove(longest);
            longest.Pieces.ForEach(i => _article.Add(i, pieces[i]));
            _article.Pieces.Sort();
        }
    }

    private int WordsOf(Story story) => story.Pieces.Sum(i => pieces[i].WordCount);

    private void AddElsewhere(int at)
    {
        var piece = pieces[at];
        switch (piece.Shape)
        {
            case Shape.RelatedHeading:
                _open = null;
                _article.Add(at, piece);
                break;
            case Shape.Furniture:
                (HasProse(_open) && piece.Parts[0].Reason is PieceReader.MoreReason or PieceReader.AgeReason ? _open! : _article).Add(at, piece);
                break;
            case Shape.Byline or Shape.DateLine or Shape.Credit or Shape.Caption:
                (_open ?? _article).Add(at, piece);
                break;
            default:
                if (_open is null || BeginsAnother(piece, at, _open))
                {
                    _open = new Story(DocumentKind.Teaser, []);
                    _teasers.Add(_open);
                }

                _open.Add(at, piece);
                break;
        }
    }

    private bool BeginsAnother(Piece piece, int at, Story open)
    {
        if (piece.HasKicker || piece.HasBorder || piece.Shape == Shape.Label)
        {
            return !open.HasOnlyLabels && !IsTextUnderHeadline(piece, open);
        }

        if (piece.Shape is Shape.Short or Shape.ListItem)
        {
            return !open.HasOnlyLabels && !IsSummaryOf(at, open);
        }

        if (open.LastProse < 0)
        {
            return false;
        }

        // A second paragraph of the same teaser: it takes up the first, which must have come to its end.
        var first = TextScan.Runs(text, piece.Span, 1)[0];
        var goesOn = words.Is(first.Word(text), WordKinds.Anaphor) || topic.Overlap(at, open.LastProse) > 0.25;
        return pieces[open.LastProse].IsCut || !goesOn;
    }

    // "KICKER: standfirst Lead …" may stand under a headline of its own, not under the last of a list.
    private bool IsTextUnderHeadline(Piece piece, Story open)
    {
        var first = open.Pieces[0];
        var listed = first > 0 && pieces[first - 1].Shape is Shape.Short or Shape.RelatedHeading;
        return piece is { HasKicker: true, IsProse: true } && open.Pieces is [_] && pieces[first].Shape == Shape.Short && !pieces[first].HasKicker && !listed;
    }

    // Under a headline, longer than it, and about the same.
    private bool IsSummaryOf(int at, Story open)
    {
        var last = open.Pieces[^1];
        return pieces[at].Shape == Shape.Short && pieces[last].Shape == Shape.Short && open.Shorts == 1
            && pieces[at].WordCount > pieces[last].WordCount && topic.Overlap(last, at) > SummaryShare;
    }

    private static bool HasProse(Story? story) => story is { LastProse: >= 0 };

    // No article: headlines only, or headlines each with a short text that has nothing to do with the others.
    private bool IsIndex(Belonging[] path)
    {
        var prose = _article.Pieces.Where(i => pieces[i].IsProse).ToList();
        var shorts = pieces.Count(piece => piece.Shape is Shape.Short);
        if (prose.Count == 0)
        {
            return _teasers.Count >= MinListed || (_teasers.Count + shorts >= MinListed + 1 && path.Length > MinListed);
        }

        var all = Enumerable.Range(0, pieces.Count).Where(i => pieces[i].IsProse).ToList();
        var blurbs = all.Count(i => i > 0 && pieces[i - 1].Shape == Shape.Short && (i + 1 == pieces.Count || !pieces[i + 1].IsProse));
        if (blurbs < MinBlurbs || blurbs < all.Count * 0.7 || _article.Pieces.Any(i => pieces[i].Shape == Shape.Byline))
        {
            return false;
        }

        var counts = topic.Counts(prose);
        var share = prose.Average(i => topic.Count(i) == 0 ? 0 : (double)topic.Shared(i, counts, counted: true) / topic.Count(i));
        return share < IndexShare && prose.Average(i => pieces[i].WordCount) < 60;
    }
}
