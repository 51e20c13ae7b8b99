using System.Collections.Immutable;

namespace OnRecord.Pages.Html;

/// <summary>What is known of each run of a page as numbers: itself, its place, its neighbours, the boxes around it.</summary>
internal sealed class RunFeatures
{
    /// <summary>Names of the numbers, in order; the model file must name the same.</summary>
    public static readonly ImmutableArray<string> Names =
    [
        "words", "linkDensity", "emphasis", "commas", "endsSentence", "wordLength", "capitalised", "digits", "links", "isParagraph",
        "headingLevel", "isItem", "isCell", "isWholeBox", "opensRelated", "opensFurniture", "opensCredit", "opensByline", "hasTime",
        "namesAuthor", "lowerCaseStart", "upperCase", "likeTitle", "likeDescription", "inJsonBody", "repeats", "linksToPart",
        "article", "main", "nav", "aside", "footer", "header", "form", "figure", "caption", "quote", "list", "table", "articleBody",
        "dialog", "comment", "hidden",
        "weight", "parentWeight", "leastWeight",
        "box1Words", "box1Links", "box1Prose", "box2Words", "box2Links", "box2Prose", "box3Words", "box3Links", "box3Prose",
        "inCore", "coreDepth", "coreWeight", "coreProse", "coreShare", "proseBefore", "proseAfter", "runsToEnd",
        "position", "pageWords", "pageProse",
        "prev1Words", "prev1Links", "prev1Ends", "prev1Heading", "prev2Words", "prev2Links", "prev2Ends", "prev2Heading",
        "next1Words", "next1Links", "next1Ends", "next1Heading", "next2Words", "next2Links", "next2Ends", "next2Heading",
        "headingOpens", "headingDistance", "headingBefore", "listLinks", "listRuns", "listWords", "alike", "alikeWords",
        "proseGapBefore", "proseGapAfter", "afterTitle", "wordOpinion",
    ];

    private readonly HtmlTree _tree;
    private readonly PageSums _sums;
    private readonly PagePhrases _phrases;
    private readonly PageClues _clues;
    private readonly Box _core;
    private readonly int _title;
    private readonly Dictionary<string, int> _repeats = new(StringComparer.Ordinal);
    private float[] _row = [];
    private int _column;

    private RunFeatures(HtmlTree tree, PageSums sums, PagePhrases phrases, PageClues clues)
    {
        _tree = tree;
        _sums = sums;
        _phrases = phrases;
        _clues = clues;
        _core = sums.Core;
        _title = TitleRun();
        foreach (var run in tree.Runs)
        {
            _repeats[run.Text] = _repeats.GetValueOrDefault(run.Text) + 1;
        }
    }

    /// <summary>The numbers of each run.</summary>
    public static float[][] Of(HtmlTree tree, PageSums sums, PagePhrases phrases, PageClues clues)
    {
        var features = new RunFeatures(tree, sums, phrases, clues);
        var rows = new float[tree.Runs.Length][];
        var heading = -1;
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = features.Row(tree.Runs[i], heading);
            heading = tree.Runs[i].Box.HeadingLevel > 0 ? i : heading;
        }

        return rows;
    }

    /// <summary>A run's numbers; the last, what its words say, is left to <see cref="WordModel.AddTo"/>.</summary>
    private float[] Row(Run run, int heading)
    {
        _row = new float[Names.Length];
        _column = 0;
        Itself(run);
        Places(run);
        Around(run);
        Core(run);
        Neighbour(run.Index - 1);
        Neighbour(run.Index - 2);
        Neighbour(run.Index + 1);
        Neighbour(run.Index + 2);
        Heading(run, heading);
        List(run);
        Gaps(run);
        return _row;
    }

    private void Put(float value) => _row[_column++] = value;

    private void Put(int value) => _row[_column++] = value;

    private void Put(bool value) => _row[_column++] = value ? 1 : 0;

    private void Itself(Run run)
    {
        var shape = TextShape.Of(run.Text);
        Put(run.Words);
        Put(run.LinkDensity);
        Put((float)run.EmphasisChars / run.Text.Length);
        Put((float)shape.Commas / (run.Words + 1));
        Put(shape.Ending);
        Put((float)shape.Letters / (run.Words + 1));
        Put((float)shape.Capitalised / (run.Words + 1));
        Put((float)shape.Digits / run.Text.Length);
        Put((float)run.Links / (run.Words + 1));
        Put(run.Box.Name == "p");
        Put(run.Box.HeadingLevel);
        Put(run.Box.Name is "li" or "dd" or "dt");
        Put(run.Box.Name is "td" or "th");
        Put(run.Box.EndRun - run.Box.FirstRun == 1);
        var phrase = _phrases.Of(run.Text);
        Put(phrase == PhraseKind.Related);
        Put(phrase is PhraseKind.Share or PhraseKind.Newsletter or PhraseKind.Advert or PhraseKind.Legal or PhraseKind.Comments or PhraseKind.Tags);
        Put(phrase == PhraseKind.Credit);
        Put(phrase is PhraseKind.Byline or PhraseKind.Updated);
        Put(run.HasTime);
        Put(run.NamesAuthor);
        Put(shape.LowerCaseStart);
        Put((float)shape.UpperCase / (shape.Letters + 1));
        Put(_clues.LikeTitle(run.Text));
        Put(_clues.LikeDescription(run.Text));
        Put(_clues.HasBody ? (_clues.InBody(run.Text) * 2) - 1 : 0);
        Put(_repeats[run.Text] - 1);
        Put(run.Href?.StartsWith('#') == true);
    }

    private void Places(Run run)
    {
        var places = run.Box.Places;
        foreach (var place in (ReadOnlySpan<Place>)[Place.Article, Place.Main, Place.Nav, Place.Aside, Place.Footer, Place.Header,
            Place.Form, Place.Figure, Place.Caption, Place.Quote, Place.List, Place.Table, Place.ArticleBody, Place.Dialog, Place.Comment, Place.Hidden])
        {
            Put((places & place) != 0);
        }

        Put(run.Box.Weight);
        Put(Parent(run.Box).Weight);
        Put(run.Box.LeastWeight);
    }

    private void Around(Run run)
    {
        var box = run.Box;
        for (var level = 0; level < 3; level++)
        {
            box = Parent(box);
            Put(_sums.Words(box));
            Put(_sums.LinkDensity(box));
            Put(_sums.Prose(box) / (_sums.Words(box) + 1));
        }
    }

    private void Core(Run run)
    {
        var inside = run.Index >= _core.FirstRun && run.Index < _core.EndRun;
        Put(inside);
        Put(inside ? run.Box.Depth - _core.Depth : -1);
        Put(WeightBelowCore(run.Box));
        var total = _sums.Prose(_core);
        Put(total);
        Put(_sums.Words(_core) / (_sums.Words(_tree.Boxes[0]) + 1));
        Put(_sums.ProseBetween(_core.FirstRun, run.Index) / (total + 1));
        Put(_sums.ProseBetween(run.Index + 1, _core.EndRun) / (total + 1));
        Put(Math.Max(0, _core.EndRun - run.Index));
        Put((float)run.Index / _tree.Runs.Length);
        Put(_sums.Words(_tree.Boxes[0]));
        Put(_sums.Prose(_tree.Boxes[0]) / (_sums.Words(_tree.Boxes[0]) + 1));
    }

    private float WeightBelowCore(Box box)
    {
        var least = 0f;
        for (var steps = 0; steps < 20 && box.Index > _core.Index && box.Parent >= 0; steps++)
        {
            least = Math.Min(least, box.Weight);
            box = _tree.Boxes[box.Parent];
        }

        return least;
    }

    private void Neighbour(int index)
    {
        if (index < 0 || index >= _tree.Runs.Length)
        {
            _column += 4;
            return;
        }

        var run = _tree.Runs[index];
        Put(run.Words);
        Put(run.LinkDensity);
        Put(TextShape.EndingOf(run.Text));
        Put(run.Box.HeadingLevel);
    }

    private void Heading(Run run, int heading)
    {
        var phrase = heading < 0 ? PhraseKind.None : _phrases.Of(_tree.Runs[heading].Text);
        Put(phrase is PhraseKind.None or PhraseKind.Credit or PhraseKind.Updated ? 0 : 1);
        Put(heading < 0 ? 9999 : run.Index - heading);
        Put(heading < 0 ? 0 : _tree.Runs[heading].Box.HeadingLevel);
    }

    private void List(Run run)
    {
        var box = run.Box;
        var alike = box;
        for (var steps = 0; steps < 8 && box.Parent > _core.Index; steps++)
        {
            alike = box.Alike > alike.Alike ? box : alike;
            if ((box.Places & Place.List) != 0 && (Parent(box).Places & Place.List) == 0)
            {
                break;
            }

            box = Parent(box);
        }

        var isList = (box.Places & Place.List) != 0;
        var runs = box.EndRun - box.FirstRun;
        Put(isList ? _sums.LinkDensity(box) : 0f);
        Put(isList ? runs : 0);
        Put(isList ? _sums.Words(box) / Math.Max(1, runs) : 0f);
        Put(alike.Alike);
        Put(_sums.Words(alike));
    }

    private void Gaps(Run run)
    {
        Put(_sums.GapBefore(run.Index));
        Put(_sums.GapAfter(run.Index));
        Put(_title < 0 ? 0 : run.Index == _title ? 0 : run.Index > _title ? 1 : -1);
    }

    /// <summary>The run that is most like the page's title, headings first; -1 where none is.</summary>
    private int TitleRun()
    {
        var best = -1;
        var most = 0.4f;
        foreach (var run in _tree.Runs)
        {
            if (run.Box.HeadingLevel is 1 or 2 && _clues.LikeTitle(run.Text) is var likeness && likeness > most)
            {
                most = likeness;
                best = run.Index;
            }
        }

        return best;
    }

    private Box Parent(Box box) => box.Parent < 0 ? box : _tree.Boxes[box.Parent];

}
