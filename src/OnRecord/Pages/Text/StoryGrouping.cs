namespace OnRecord.Pages.Text;

/// <summary>The pieces of one document, in the order of the page.</summary>
internal sealed record Story(DocumentKind Kind, List<int> Pieces);

/// <summary>Groups the pieces of a page into documents.</summary>
internal sealed class StoryGrouping(string text, List<Piece> pieces, TopicWords topic, PageWords words)
{
    /// <summary>A page with fewer stories and no article is not called an index.</summary>
    private const int MinListed = 2;

    /// <summary>Paragraphs that share so few words with the rest do not make an article together.</summary>
    private const double IndexShare = 0.12;

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
                _article.Pieces.Add(i);
            }
            else
            {
                AddElsewhere(i);
            }
        }

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

    private void AddElsewhere(int at)
    {
        var piece = pieces[at];
        switch (piece.Shape)
        {
            case Shape.RelatedHeading:
                _open = null;
                _article.Pieces.Add(at);
                break;
            case Shape.Furniture:
                (HasProse(_open) && piece.WordCount <= 4 ? _open! : _article).Pieces.Add(at);
                break;
            case Shape.Byline or Shape.DateLine or Shape.Credit or Shape.Caption:
                (_open ?? _article).Pieces.Add(at);
                break;
            default:
                if (_open is null || BeginsAnother(piece, at, _open))
                {
                    _open = new Story(DocumentKind.Teaser, []);
                    _teasers.Add(_open);
                }

                _open.Pieces.Add(at);
                break;
        }
    }

    private bool BeginsAnother(Piece piece, int at, Story open)
    {
        if (piece.HasKicker || piece.HasBorder || piece.Shape == Shape.Label)
        {
            return open.Pieces.Any(i => pieces[i].Shape != Shape.Label && pieces[i].Shape != Shape.Short) || piece.Shape == Shape.Label;
        }

        if (piece.Shape is Shape.Short or Shape.ListItem)
        {
            return open.Pieces.Any(i => pieces[i].Shape != Shape.Label);
        }

        var proses = open.Pieces.Where(i => pieces[i].IsProse).ToList();
        if (proses.Count == 0)
        {
            return false;
        }

        // A second paragraph of the same teaser: it takes up the first, which must have come to its end.
        var first = TextScan.Runs(text, piece.Span, 1)[0];
        var goesOn = words.Is(first.Word(text), WordKinds.Anaphor) || topic.Overlap(at, proses[^1]) > 0.25;
        return pieces[proses[^1]].IsCut || !goesOn;
    }

    private bool HasProse(Story? story) => story is not null && story.Pieces.Any(i => pieces[i].IsProse);

    // No article: headlines only, or headlines each with a short text that has nothing to do with the others.
    private bool IsIndex(Belonging[] path)
    {
        var prose = _article.Pieces.Where(i => pieces[i].IsProse).ToList();
        var shorts = pieces.Count(piece => piece.Shape is Shape.Short);
        if (prose.Count == 0)
        {
            return _teasers.Count >= MinListed || (_teasers.Count + shorts >= MinListed + 1 && path.Length > MinListed);
        }

        if (prose.Count < 3 || shorts < prose.Count * 0.6)
        {
            return false;
        }

        var counts = topic.Counts(prose);
        var share = prose.Average(i => topic.Count(i) == 0 ? 0 : (double)topic.Shared(i, counts, counted: true) / topic.Count(i));
        return share < IndexShare && prose.Average(i => pieces[i].WordCount) < 60;
    }
}
