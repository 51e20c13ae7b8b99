using System.Collections.Immutable;
using AngleSharp.Dom;

namespace OnRecord.Pages.Html;

/// <summary>Walks an element tree once and cuts it into boxes and runs of text. No recursion: pages may nest as they like.</summary>
internal sealed class TreeBuilder
{
    private readonly ClassWords _words;
    private readonly ElementEnds _ends;
    private readonly List<Box> _boxes = [];
    private readonly List<Run> _runs = [];
    private readonly List<Frame> _frames = [];
    private readonly List<MarkedElement> _marked = [];
    private readonly RunText _text = new();
    private Box _box;
    private Edge _runStart;
    private Inline _inline;

    private TreeBuilder(IElement root, ImmutableArray<EndTag> endTags, int length, ClassWords words)
    {
        _words = words;
        _ends = new ElementEnds(endTags, length);
        _box = new Box
        {
            Index = 0,
            Parent = -1,
            Element = root,
            Name = root.LocalName,
            Depth = 0,
            Places = Place.None,
            Weight = 0,
            LeastWeight = 0,
            Signature = "html",
            Start = 0,
            FirstRun = 0,
            End = length,
        };
        _boxes.Add(_box);
    }

    /// <summary>The boxes and runs of a document.</summary>
    /// <param name="root">Its root element.</param>
    /// <param name="scan">What was seen in its characters before parsing.</param>
    /// <param name="words">What class and id words say.</param>
    public static HtmlTree Build(IElement root, TagScan scan, ClassWords words)
    {
        var builder = new TreeBuilder(root, scan.EndTags, scan.Html.Length, words);
        builder.Walk(root);
        builder._ends.Finish();
        builder._boxes[0].EndRun = builder._runs.Count;
        CountAlike(builder._boxes);
        return new HtmlTree([.. builder._boxes], [.. builder._runs], [.. builder._marked]);
    }

    private void Walk(IElement root)
    {
        _runStart = new Edge(null, false, 0);
        _frames.Add(new Frame(root, _box, default));
        while (_frames.Count > 0)
        {
            var frame = _frames[^1];
            if (frame.Next == frame.Children.Length)
            {
                _frames.RemoveAt(_frames.Count - 1);
                Leave(frame);
                continue;
            }

            _frames[^1] = frame with { Next = frame.Next + 1 };
            switch (frame.Children[frame.Next])
            {
                case IElement element:
                    Enter(element);
                    break;
                case IText text when !_inline.Unread:
                    _text.Append(text.Data, _inline, _box.Places.HasFlag(Place.Preformatted), SplitPreformatted);
                    break;
            }
        }

        Flush(new Edge(null, false, _boxes[0].End));
    }

    private void Enter(IElement element)
    {
        var name = element.LocalName;
        var start = element.SourceReference?.Position.Index ?? -1;
        start = _ends.Open(start);
        if (name is "meta" or "link" or "title" or "time" || element.HasAttribute("itemprop"))
        {
            _marked.Add(new MarkedElement(element, start, _runs.Count, _inline.Unread));
        }

        if (name == "br")
        {
            _ends.Close(null, name);
            if (_text.Break())
            {
                var edge = new Edge(null, false, start);
                Flush(edge);
                _runStart = edge;
            }

            return;
        }

        var outer = _inline;
        if (_inline.Unread || HtmlNames.Unread.Contains(name))
        {
            _inline.Unread = true;
            _frames.Add(new Frame(element, null, outer));
            return;
        }

        if (HtmlNames.Inline.Contains(name))
        {
            EnterInline(element, name);
            _frames.Add(new Frame(element, null, outer));
            return;
        }

        var box = Open(element, name, start);
        Flush(new Edge(box, false, 0));
        _box = box;
        _runStart = new Edge(box, false, 0);
        _frames.Add(new Frame(element, box, outer));
    }

    private void EnterInline(IElement element, string name)
    {
        switch (name)
        {
            case "a":
                _inline.Href = element.GetAttribute("href") ?? _inline.Href;
                _inline.Link = _inline.Link || element.HasAttribute("href");
                _text.Link(_inline);
                break;
            case "b" or "strong" or "i" or "em":
                _inline.Emphasis = true;
                break;
            case "time":
                _text.HasTime = true;
                break;
        }

        if (_words.NamesAuthor(element))
        {
            _text.NamesAuthor = true;
        }

        if (IsPartOfByline(element))
        {
            _text.Gap();
        }

        _inline.Kicker = _inline.Kicker || (_box.HeadingLevel > 0 && _words.IsKicker(element));
        if (ElementPlaces.IsHidden(element))
        {
            _inline.Unread = true;
        }
    }

    private void Leave(Frame frame)
    {
        _ends.Close(frame.Box, ((IElement)frame.Node).LocalName);
        if (frame.Box is { } box && box.Index > 0)
        {
            Flush(new Edge(box, true, 0));
            box.EndRun = _runs.Count;
            _box = _boxes[box.Parent];
            _runStart = new Edge(box, true, 0);
        }
        else if (frame.Box is null && IsPartOfByline((IElement)frame.Node))
        {
            _text.Gap();
        }
        else if (_box.HeadingLevel > 0 && !_inline.Unread)
        {
            _text.EndInline();
        }

        _inline = frame.Outer;
    }

    /// <summary>Name, day and number of comments in a byline, which styles set apart: "<c>&lt;a&gt;Mira Holm&lt;/a&gt;&lt;span class=date&gt;22 Dec 2016&lt;/span&gt;</c>".</summary>
    private bool IsPartOfByline(IElement element) => element.HasAttribute("class") && _words.NamesAuthor(_box.Element);

    private Box Open(IElement element, string name, int start)
    {
        var weight = _words.Weight(element);
        var box = new Box
        {
            Index = _boxes.Count,
            Parent = _box.Index,
            Element = element,
            Name = name,
            Depth = _box.Depth + 1,
            Places = _box.Places | ElementPlaces.Of(element, name),
            Weight = weight,
            LeastWeight = Math.Min(weight, _box.LeastWeight),
            Signature = ClassWords.Signature(element, name),
            Start = start,
            FirstRun = _runs.Count,
        };
        _boxes.Add(box);
        return box;
    }

    private void SplitPreformatted()
    {
        // Where exactly a blank line stands inside preformatted text is not known; the box is.
        Flush(new Edge(_box, true, 0));
    }

    private void Flush(Edge end)
    {
        if (_text.Take() is { } run)
        {
            _runs.Add(new Run
            {
                Index = _runs.Count,
                Text = run.Text,
                Box = _box,
                Words = run.Words,
                LinkChars = run.LinkChars,
                Links = run.Links,
                EmphasisChars = run.EmphasisChars,
                Href = run.Href,
                NamesAuthor = run.NamesAuthor || _words.NamesAuthor(_box.Element),
                HasTime = run.HasTime,
                KickerChars = run.KickerChars,
                Start = _runStart,
                End = end,
            });
        }
    }

    /// <summary>Counts for each box those beside it that are of its kind.</summary>
    internal static void CountAlike(List<Box> boxes)
    {
        var counts = new Dictionary<(int Parent, string Signature), int>();
        foreach (var box in boxes)
        {
            var key = (box.Parent, box.Signature);
            counts[key] = counts.GetValueOrDefault(key) + 1;
        }

        foreach (var box in boxes)
        {
            box.Alike = counts[(box.Parent, box.Signature)];
        }
    }

    /// <summary>An element that is open in the walk. Children are copied: asking a node for its next sibling costs a search.</summary>
    private readonly record struct Frame(INode Node, Box? Box, Inline Outer)
    {
        public INode[] Children { get; } = [.. Node.ChildNodes];

        public int Next { get; init; }
    }
}

/// <summary>What the inline elements around a character say.</summary>
internal struct Inline
{
    public bool Unread;
    public bool Link;
    public bool Emphasis;
    public bool Kicker;
    public string? Href;
}
