using System.Globalization;
using OnRecord.Pages.Stated;

namespace OnRecord.Pages.Html;

/// <summary>Gives each run of an article its role, with the reason.</summary>
internal sealed class ArticleRoles
{
    /// <summary>Names of the rules, as they stand at the beginning of a block's reason.</summary>
    public static readonly IReadOnlyList<string> RuleNames =
    [
        "heading-like-title", "first-heading", "title-from-metadata", "short-line-over-headline", "kicker-before-title", "kicker-element", "like-description", "heading-under-headline",
        "names-author", "opens-with-by", "by-behind-day", "author-from-metadata", "time-under-headline", NearbyDate.RuleName, "figure-caption", "opens-with-credit",
        "heading-element", "bold-line", "quotation-element", "list-item", "running-text", "time-of-entry", "ends-with-credit",
    ];

    private const int HeaderReach = 40;
    private const int MostWordsOfByline = 30;
    private const int MostWordsOfKicker = 5;
    private const int LeastTitle = 8;
    private const int MostWordsOfLateByline = 12;
    private const int MostWordsOfDate = 12;
    private const int LevelsOfKicker = 3;
    private const int BylineReach = 15;
    private const int MostWordsOfCaption = 120;
    private const int MostWordsOfCredit = 14;
    private const int MostWordsOfBoldLine = 14;
    private const int LeastWordsOfTitle = 4;
    private const float LikeTitle = 0.45f;
    private const float AlmostTitle = 0.7f;
    private const float OtherTitle = 0.8f;
    private const float LikeDescription = 0.6f;

    /// <summary>What stands between kicker and headline in one line.</summary>
    private static readonly char[] KickerEnds = [' ', ':', '-', '–', '—', '|', '/', '+', '•', '\u00a0'];

    private static readonly System.Buffers.SearchValues<char> OwnerMarks = System.Buffers.SearchValues.Create(":©/|");

    private readonly HtmlPage _page;
    private readonly PagePhrases _phrases;
    private readonly DateLines _dates;
    private readonly float[] _scores;
    private readonly int _first;
    private readonly int _last;
    private readonly int _firstProse;
    private readonly int _summary;
    private int _headline = -1;

    private ArticleRoles(HtmlPage page, float[] scores, PagePhrases phrases, DateLines dates)
    {
        _page = page;
        _scores = scores;
        _phrases = phrases;
        _dates = dates;
        _first = Array.FindIndex(scores, score => score > 0);
        _last = Array.FindLastIndex(scores, score => score > 0);
        _firstProse = Math.Max(0, NextProse(_first));
        _summary = IsSummary(_firstProse) ? _firstProse : -1;
        _firstProse = _summary >= 0 ? NextProse(_summary + 1) : _firstProse;
    }

    /// <summary>The blocks of the article, in the order of the page; empty where no run belongs to one.</summary>
    public static List<FoundBlock> Blocks(HtmlPage page, float[] scores, PagePhrases phrases, DateLines dates)
    {
        var roles = new ArticleRoles(page, scores, phrases, dates);
        return roles._first < 0 ? [] : roles.Blocks();
    }

    private int NextProse(int from)
    {
        for (var i = Math.Max(0, from); i <= _last; i++)
        {
            if (_scores[i] > 0 && PageSums.ReadsAsProse(_page.Tree.Runs[i]) && !_dates.IsDateLine(_page.Tree.Runs[i].Text))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Whether a first paragraph is the page's own summary: like its description, with a byline or date between it and the text.</summary>
    private bool IsSummary(int prose)
    {
        var next = NextProse(prose + 1);
        if (_last < 0 || next < 0 || next - prose > BylineReach || _page.Clues.LikeDescription(_page.Tree.Runs[prose].Text) < LikeDescription)
        {
            return false;
        }

        for (var i = prose + 1; i < next; i++)
        {
            if (Signature(_page.Tree.Runs[i]) is not null)
            {
                return true;
            }
        }

        return false;
    }

    private List<FoundBlock> Blocks()
    {
        _headline = FindHeadline();
        var blocks = new List<FoundBlock>();
        var from = _headline >= 0 ? Math.Min(_headline, _first) : _first;
        from = Math.Max(0, from - 1);
        for (var i = from; i <= _last; i++)
        {
            var run = _page.Tree.Runs[i];
            if (i == _headline)
            {
                blocks.AddRange(Headline(run));
            }
            else if (Block(run) is { } block)
            {
                blocks.Add(block);
            }
        }

        AddFromMetadata(blocks);
        return blocks;
    }

    /// <summary>The headline; a kicker that stands in the same element comes first.</summary>
    private IEnumerable<FoundBlock> Headline(Run run)
    {
        if (KickerApart(run) is var (above, rest))
        {
            yield return new FoundBlock(above, BlockRole.Kicker, "kicker-element", run);
            yield return new FoundBlock(rest, BlockRole.Headline, "heading-like-title", run);
            yield break;
        }

        foreach (var title in _page.Head.Titles)
        {
            var prefix = title.Length >= LeastTitle && run.Text.Length > title.Length && run.Text.EndsWith(title, StringComparison.OrdinalIgnoreCase) ? run.Text[..^title.Length].TrimEnd() : "";
            var kicker = prefix.TrimEnd(KickerEnds);
            if (kicker.Length > 1 && kicker.AsSpan().Count(' ') < MostWordsOfKicker && !SaysWhole(run.Text))
            {
                yield return new FoundBlock(kicker, BlockRole.Kicker, "kicker-before-title", run);
                yield return new FoundBlock(run.Text[^title.Length..], BlockRole.Headline, "heading-like-title", run);
                yield break;
            }
        }

        yield return FoundBlock.Of(run, BlockRole.Headline, _page.Clues.LikeTitle(run.Text) >= LikeTitle ? "heading-like-title" : "first-heading: " + run.Box.Name);
    }

    /// <summary>A heading whose first element holds the kicker: its two parts, where a stated title is the second alone, or none is both.</summary>
    private (string Kicker, string Headline)? KickerApart(Run run)
    {
        var kicker = run.Text[..run.KickerChars].Trim(KickerEnds);
        var headline = run.Text[run.KickerChars..].TrimStart(KickerEnds);
        return kicker.Length > 1 && headline.Length >= LeastTitle && (SaysWhole(headline) || !SaysWhole(run.Text)) ? (kicker, headline) : null;
    }

    /// <summary>Whether one of the stated titles is all that a heading says: then nothing is cut off.</summary>
    private bool SaysWhole(string heading) => _page.Head.Titles.Any(title => HeadText.SameWords(title, heading));

    private FoundBlock? Block(Run run)
    {
        var places = run.Box.Places;
        if (((places & Place.Hidden) != 0 && _scores[run.Index] <= 0) || !run.Text.Any(char.IsLetterOrDigit))
        {
            return null;
        }

        if (run.Index == _summary)
        {
            return FoundBlock.Of(run, BlockRole.Standfirst, "like-description");
        }

        if (Caption(run) is { } caption)
        {
            return caption;
        }

        if (run.Index < _firstProse && Header(run) is { } header)
        {
            return header;
        }

        if (_headline >= 0 && run.Index - _firstProse is > 0 and < BylineReach && _scores[run.Index] <= 0 && run.Words <= MostWordsOfLateByline && Signature(run) is { Role: BlockRole.Byline } late)
        {
            return late;
        }

        return _scores[run.Index] > 0 ? Body(run) : null;
    }

    private FoundBlock? Caption(Run run)
    {
        var inFigure = (run.Box.Places & Place.Figure) != 0;
        var isCaption = (run.Box.Places & Place.Caption) != 0;
        var phrase = _phrases.Of(run.Text);
        if (phrase == PhraseKind.Credit && run.Words <= MostWordsOfCredit && (inFigure || (run.Box.HeadingLevel == 0 && TextShape.EndingOf(run.Text) == 0 && Near(run) && NamesOwner(run))))
        {
            return FoundBlock.Of(run, BlockRole.Credit, "opens-with-credit");
        }

        if (!isCaption && run.Words is > MostWordsOfCredit / 2 and <= MostWordsOfCaption && run.Box.HeadingLevel == 0 && PictureLine.EndsWithCredit(run, _phrases))
        {
            return FoundBlock.Of(run, BlockRole.Caption, "ends-with-credit");
        }

        return isCaption && run.Words is > 1 and <= MostWordsOfCaption && run.Index > _headline && run.LinkDensity < 0.8f
            ? FoundBlock.Of(run, BlockRole.Caption, "figure-caption")
            : null;
    }

    /// <summary>Whether a line that begins like a credit names somebody: "Photo: Ida Rostad", and not "Photos can be shuffled".</summary>
    private static bool NamesOwner(Run run) => run.Text.AsSpan().ContainsAny(OwnerMarks) || HasCapitalisedName(run.Text);

    /// <summary>Whether the article goes on beside a run.</summary>
    private bool Near(Run run) => _scores[run.Index] > -1 || (run.Index > 0 && _scores[run.Index - 1] > 0) || (run.Index + 1 < _scores.Length && _scores[run.Index + 1] > 0);

    private FoundBlock? Header(Run run)
    {
        if (_headline < 0 || run.Index < _headline)
        {
            return run.Index == _headline - 1 && IsKicker(run) && StandsOver(run, _page.Tree.Runs[_headline]) ? FoundBlock.Of(run, BlockRole.Kicker, "short-line-over-headline") : null;
        }

        return Signature(run) ?? Standfirst(run);
    }

    /// <summary>Who wrote it, or when: lines between headline and text, sometimes just under the lead.</summary>
    private FoundBlock? Signature(Run run)
    {
        if (run.Words > MostWordsOfByline || (run.Box.Places & (Place.Nav | Place.Form | Place.Dialog | Place.List)) != 0)
        {
            return null;
        }

        var phrase = _phrases.Of(run.Text);
        if (phrase == PhraseKind.Byline && HasCapitalisedName(run.Text))
        {
            return FoundBlock.Of(run, BlockRole.Byline, "opens-with-by");
        }

        if (_page.Head.Authors.Any(author => run.Text.Contains(author.Text, StringComparison.OrdinalIgnoreCase)) || (run.NamesAuthor && HasCapitalisedName(run.Text)))
        {
            return FoundBlock.Of(run, BlockRole.Byline, "names-author");
        }

        if (!run.Text.Any(char.IsDigit) || !(run.HasTime || phrase == PhraseKind.Updated || run.Words < MostWordsOfDate || _dates.IsDateLine(run.Text)) || !(run.HasTime || _dates.Best(run.Text) is not null))
        {
            return null;
        }

        return BylineReader.NamesWriterBehindDay(run.Text) ? FoundBlock.Of(run, BlockRole.Byline, "by-behind-day") : FoundBlock.Of(run, BlockRole.Dateline, "time-under-headline");
    }

    private FoundBlock? Standfirst(Run run)
    {
        const int least = 5;
        if (run.Words < least || run.LinkDensity > 0.5f || run.Index - _headline > HeaderReach || RepeatsHeadline(run))
        {
            return null;
        }

        return run.Index < _firstProse && _page.Clues.LikeDescription(run.Text) >= LikeDescription ? FoundBlock.Of(run, BlockRole.Standfirst, "like-description")
            : run.Box.HeadingLevel is > 1 and <= 4 && run.Index - _headline <= 2 ? FoundBlock.Of(run, BlockRole.Standfirst, "heading-under-headline: " + run.Box.Name)
            : null;
    }

    /// <summary>Some pages give their headline twice, or with its kicker in a second heading.</summary>
    private bool RepeatsHeadline(Run run) => run.Box.HeadingLevel > 0 && _page.Clues.LikeTitle(run.Text) >= LikeTitle;

    private bool IsKicker(Run run) =>
        run.Words is > 0 and <= MostWordsOfKicker && run.Links <= 1 && _phrases.Of(run.Text) == PhraseKind.None && (run.Box.Places & (Place.Nav | Place.List | Place.Form | Place.Hidden)) == 0 && !run.HasTime && !run.NamesAuthor && run.Text.Any(char.IsLetter)
        && !_dates.All(run.Text).Any();

    /// <summary>Whether the headline stands in one of the nearest boxes around a line over it: a button of the menu is further away.</summary>
    private bool StandsOver(Run run, Run headline)
    {
        var box = run.Box;
        for (var level = 0; level < LevelsOfKicker && box.Parent >= 0; level++)
        {
            box = _page.Tree.Boxes[box.Parent];
            if (headline.Index < box.EndRun)
            {
                return true;
            }
        }

        return false;
    }

    private FoundBlock Body(Run run)
    {
        if (EntryStamp.Is(run))
        {
            return FoundBlock.Of(run, BlockRole.Dateline, "time-of-entry");
        }

        var evidence = string.Create(CultureInfo.InvariantCulture, $": {run.Box.Name}, log-odds {_scores[run.Index]:F1}");
        if (run.Box.HeadingLevel > 0)
        {
            return FoundBlock.Of(run, BlockRole.Heading, "heading-element" + evidence);
        }

        if ((run.Box.Places & Place.Quote) != 0)
        {
            return FoundBlock.Of(run, BlockRole.Quote, "quotation-element" + evidence);
        }

        if (run.Box.Name is "li" or "dt" or "dd" || ((run.Box.Places & Place.List) != 0 && (run.Box.Places & Place.Table) == 0))
        {
            return FoundBlock.Of(run, BlockRole.List, "list-item" + evidence);
        }

        return run.EmphasisChars >= run.Text.Length - 1 && run.Words <= MostWordsOfBoldLine && TextShape.EndingOf(run.Text) < 1 && char.IsUpper(run.Text[0])
            ? FoundBlock.Of(run, BlockRole.Heading, "bold-line" + evidence)
            : FoundBlock.Of(run, BlockRole.Paragraph, "running-text" + evidence);
    }

    private int FindHeadline()
    {
        var best = -1;
        var most = 0f;
        var unseen = (_page.Tree.Runs[_firstProse].Box.Places & Place.Hidden) != 0 ? Place.None : Place.Hidden;
        foreach (var run in _page.Tree.Runs)
        {
            if (run.Index > _firstProse)
            {
                break;
            }

            if (run.Box.HeadingLevel is 0 or > 3 && !run.Box.Element.HasAttribute("itemprop") && !RepeatsTitle(run))
            {
                continue;
            }

            if ((run.Box.Places & (Place.Nav | Place.Footer | Place.Dialog | unseen)) != 0 || run.Words < 2 || PictureLine.IsOfSlide(run.Box.Element))
            {
                continue;
            }

            // Nearer to the text is better where two are alike; an h1 beats others.
            // The title that counts most may be the name of the site, another the headline.
            var likeness = Math.Max(_page.Clues.LikeTitle(run.Text), OtherTitle * _page.Clues.LikeAnyTitle(run.Text));
            var value = likeness + (run.Box.HeadingLevel == 1 ? 0.35f : 0) + (_firstProse - run.Index <= HeaderReach ? 0.1f : 0);
            if (value >= most && (likeness >= LikeTitle || run.Box.HeadingLevel == 1))
            {
                most = value;
                best = run.Index;
            }
        }

        return best;
    }

    /// <summary>Old pages have no heading elements: a line of its own that says almost what the title says.</summary>
    private bool RepeatsTitle(Run run) => run.Words >= LeastWordsOfTitle && run.LinkDensity == 0 && _page.Clues.LikeTitle(run.Text) >= AlmostTitle;

    private void AddFromMetadata(List<FoundBlock> blocks)
    {
        if (_headline < 0 && _page.Head.Title is { } title)
        {
            var kicker = blocks.Count > 0 && blocks[0].Role == BlockRole.Kicker ? 1 : 0;
            blocks.Insert(kicker, new FoundBlock(title.Text, BlockRole.Headline, "title-from-metadata: " + title.From, null, title));
        }

        var isSignedByHouse = _page.Head.Authors.All(author => author.From == HeadFacts.House) && blocks.Exists(block => block.Role == BlockRole.Byline);
        if (_page.Head.Authors.Length > 0 && !isSignedByHouse && !blocks.Exists(block => block.Role == BlockRole.Byline && _page.Head.Authors.Any(author => block.Text.Contains(author.Text, StringComparison.OrdinalIgnoreCase))))
        {
            var at = blocks.FindIndex(block => block.Role is not (BlockRole.Headline or BlockRole.Kicker or BlockRole.Standfirst));
            at = at < 0 ? blocks.Count : at;
            blocks.InsertRange(at, _page.Head.Authors.Select(author => new FoundBlock(author.Text, BlockRole.Byline, "author-from-metadata: " + author.From, null, author)));
        }
    }

    private static bool HasCapitalisedName(string text) => TextShape.Of(text) is { Capitalised: >= 2 };
}
