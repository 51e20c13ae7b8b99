using System.Collections.Immutable;
using OnRecord.Pages.Stated;

namespace OnRecord.Pages.Text;

/// <summary>Reads each line's shape, and cuts lines that hold more than one story.</summary>
internal sealed class PieceReader(PageWords words, DateLines dates)
{
    /// <summary>Longer lines are not looked up as furniture, credits or bylines.</summary>
    private const int MaxFurnitureLength = 420;

    private const int MaxShortWords = 24;
    private const int MaxLabelWords = 3;

    /// <summary>Reasons of furniture that belongs to the story above it.</summary>
    public const string MoreReason = "furniture-line: more";

    /// <inheritdoc cref="MoreReason"/>
    public const string AgeReason = "furniture-line: age";

    private readonly GlueFinder _glue = new(words);
    private readonly CreditLines _credits = new(words);
    private readonly BylineLines _bylines = new(words);
    private readonly DatelineFinder _datelines = new(words);
    private readonly StatedDates _dates = new(words, dates);

    /// <summary>The pieces of a page, in order.</summary>
    public List<Piece> Read(string text)
    {
        var pieces = new List<Piece>();
        foreach (var line in LineReader.Read(text))
        {
            if (line.Length <= MaxFurnitureLength && Apart(text, line) is { } apart)
            {
                pieces.Add(apart);
                continue;
            }

            foreach (var segment in _glue.Cut(text, line, Endings.Of(text, line, words)))
            {
                pieces.Add(Story(text, segment));
            }
        }

        return pieces;
    }

    // Lines whose words alone tell what they are.
    private Piece? Apart(string text, TextSpan line)
    {
        var count = TextScan.Runs(text, line).Count;
        var normal = TextScan.Normal(text, line);
        if (!line.Of(text).Any(char.IsLetter))
        {
            return One(line, Shape.Furniture, count, BlockRole.Boilerplate, "no-letters: signs or figures only");
        }

        if (Furniture(normal, count) is { } kind || (kind = Menu(text, line, count)) is not null)
        {
            var heads = kind == "related" && words.Furniture.Whole(normal) is not null;
            return One(line, heads ? Shape.RelatedHeading : Shape.Furniture, count, BlockRole.Boilerplate, $"furniture-line: {kind}");
        }

        if (_credits.Credit(text, line, count) is { } credit)
        {
            return One(line, Shape.Credit, count, BlockRole.Credit, credit);
        }

        if (_dates.IsDateLine(text, line, count))
        {
            return One(line, Shape.DateLine, count, BlockRole.Dateline, "states-a-date: nothing but when it was published");
        }

        if (_bylines.Reason(text, line, count) is { } byline)
        {
            return One(line, Shape.Byline, count, BlockRole.Byline, byline);
        }

        if (Caption(text, line, count) is { } caption)
        {
            return caption;
        }

        return count <= MaxLabelWords && words.Kickers.Contains(normal)
            ? One(line, Shape.Label, count, BlockRole.Kicker, "label-line: a section or label on a line of its own")
            : null;
    }

    private string? Furniture(string normal, int count)
    {
        const int LongestFurniture = 60;
        const int LongestPrompt = 24;
        if (count > LongestFurniture)
        {
            return null;
        }

        if (words.Furniture.Whole(normal) is { } whole)
        {
            return whole;
        }

        if (count <= 5 && char.IsDigit(normal[0]) && (normal.EndsWith(" ago", StringComparison.Ordinal) || normal.EndsWith(" read", StringComparison.Ordinal)))
        {
            return "age";
        }

        return words.Furniture.Start(normal) is { } start && (count <= LongestPrompt || start is "copyright" or "cookie") ? start
            : words.Furniture.IndexOf(normal, "anywhere", out var anywhere) >= 0 ? anywhere : null;
    }

    /// <summary>"Home | News | Sport | Letters", and a line that asks for mail.</summary>
    private static string? Menu(string text, TextSpan line, int count)
    {
        const int FewestItems = 4;
        const int LongestItem = 28;
        const int LongestRequest = 14;
        var items = line.Of(text).Split('|', '·', '›');
        if (items.Length >= FewestItems && items.All(item => item.Trim().Length is > 0 and <= LongestItem))
        {
            return "menu";
        }

        var at = text.AsSpan(line.Start, line.Length).IndexOf('@');
        return count <= LongestRequest && at > 0 && char.IsLetterOrDigit(text[line.Start + at - 1]) && text.AsSpan(line.Start + at, line.Length - at).Contains('.') ? "contact" : null;
    }

    private Piece? Caption(string text, TextSpan line, int count)
    {
        var tail = _credits.TailStart(text, line, count);
        var opens = _credits.OpensCaption(text, line, count);
        if (tail is null && !opens)
        {
            return null;
        }

        var parts = ImmutableArray.CreateBuilder<Part>();
        var caption = TextScan.Trim(text, new TextSpan(line.Start, tail ?? line.End));
        if (!caption.IsEmpty)
        {
            parts.Add(new Part(caption, BlockRole.Caption, opens ? "caption-opening: begins as captions do" : "caption-before-credit: a credit ends the line"));
        }

        if (tail is { } start)
        {
            parts.Add(new Part(new TextSpan(start, line.End), BlockRole.Credit, "credit-behind-caption: what follows the caption opens as a credit does"));
        }

        return new Piece(line, Shape.Caption, Ending.Complete, count, parts.ToImmutable());
    }

    private Piece Story(string text, Segment segment)
    {
        var parts = ImmutableArray.CreateBuilder<Part>();
        var (span, start) = (segment.Span, segment.Span.Start);
        if (segment.HasKicker)
        {
            parts.Add(new Part(TrimKicker(text, span.Start, segment.KickerEnd), BlockRole.Kicker, "kicker-and-colon: " + (TextScan.IsCapitals(text.AsSpan(span.Start, segment.KickerEnd - span.Start)) ? "capitals" : "a known label") + " before a colon or bar"));
            start = segment.KickerEnd;
        }

        var more = MoreTail(text, span);
        var end = more ?? span.End;
        if (segment.HasBorder && segment.Border < end)
        {
            var before = TextScan.Trim(text, new TextSpan(start, segment.Border));
            var isHeadline = !segment.HasKicker && TextScan.Runs(text, before).Count <= 14;
            parts.Add(new Part(before, isHeadline ? BlockRole.Headline : BlockRole.Standfirst, (isHeadline ? "headline-runs-into-lead: " : "standfirst-runs-into-lead: ") + segment.Evidence));
            start = segment.Border;
        }
        else if (_datelines.TextStart(text, new TextSpan(start, end)) is { } afterDateline)
        {
            parts.Add(new Part(TextScan.Trim(text, new TextSpan(start, afterDateline)), BlockRole.Dateline, "place-and-dash: a place or agency before a dash"));
            start = afterDateline;
        }

        var main = TextScan.Trim(text, new TextSpan(start, end));
        var count = main.IsEmpty ? 0 : TextScan.Runs(text, main).Count;
        var ending = main.IsEmpty ? Ending.Open : more is null ? Endings.Of(text, main, words) : Ending.Elided;
        var shape = ShapeOf(text, main, count, ending);
        if (!main.IsEmpty)
        {
            parts.Add(new Part(main, RoleOf(shape), "", IsMain: true));
        }

        if (more is { } tail)
        {
            parts.Add(new Part(new TextSpan(tail, span.End), BlockRole.Boilerplate, "more-behind-text: the story goes on elsewhere"));
        }

        return new Piece(span, shape, ending, count, parts.ToImmutable());
    }

    private static BlockRole RoleOf(Shape shape) => shape switch
    {
        Shape.ListItem => BlockRole.List,
        Shape.Quote => BlockRole.Quote,
        _ => BlockRole.Paragraph,
    };

    private static Shape ShapeOf(string text, TextSpan main, int count, Ending ending)
    {
        if (main.IsEmpty)
        {
            return Shape.Label;
        }

        if (ListMark(text, main))
        {
            return Shape.ListItem;
        }

        var stops = ending is Ending.Complete or Ending.LeadsOn && TextScan.IsTerminal(LastSign(text, main)) && !IsQuestionHeadline(text, main, count);
        var leadsOn = ending == Ending.LeadsOn && LastSign(text, main) == ':' && count >= 4;
        return count <= MaxShortWords && !stops && !leadsOn && ending is not (Ending.Elided or Ending.Hanging) ? Shape.Short : Shape.Paragraph;
    }

    private static bool IsQuestionHeadline(string text, TextSpan main, int count) =>
        count <= MaxShortWords && LastSign(text, main) is '?' or '!' && text.AsSpan(main.Start, main.Length).IndexOfAny(".“\"") < 0;

    private static char LastSign(string text, TextSpan span)
    {
        var end = span.End;
        while (end > span.Start + 1 && TextScan.IsCloser(text[end - 1]))
        {
            end--;
        }

        return text[end - 1];
    }

    private static bool ListMark(string text, TextSpan main)
    {
        var runs = TextScan.Runs(text, main, 2);
        if (runs.Count < 2)
        {
            return false;
        }

        var mark = text.AsSpan(runs[0].Start, runs[0].End - runs[0].Start);
        return mark is "•" or "-" or "–" or "*" or "·" or "▪" or "◦" or "‣" or "►" or "■" or "●"
            || (mark.Length is 2 or 3 && mark[^1] is '.' or ')' && mark[..^1].IndexOfAnyExceptInRange('0', '9') < 0);
    }

    // "… the council said. Read more": only words that announce more, at the very end.
    private int? MoreTail(string text, TextSpan span)
    {
        var runs = TextScan.Runs(text, new TextSpan(Math.Max(span.Start, span.End - 48), span.End));
        for (var count = Math.Min(4, runs.Count - 1); count >= 1; count--)
        {
            var start = runs[^count].Start;
            if (start == span.Start || !TextScan.IsBlank(text[start - 1]))
            {
                continue;
            }

            var before = start - 1;
            while (before > span.Start && TextScan.IsBlank(text[before]))
            {
                before--;
            }

            var normal = TextScan.Normal(text, new TextSpan(start, span.End)).TrimEnd('.', '…', ' ');
            if (words.Furniture.Whole(normal) is "more" && (TextScan.IsTerminal(text[before]) || text[before] is '…' or ']' || count >= 2 && char.IsUpper(text[start])))
            {
                return start;
            }
        }

        return null;
    }

    private static TextSpan TrimKicker(string text, int start, int end)
    {
        while (end > start && (TextScan.IsBlank(text[end - 1]) || text[end - 1] is ':' or '|' or '»' or '›'))
        {
            end--;
        }

        return new TextSpan(start, end);
    }

    private static Piece One(TextSpan line, Shape shape, int count, BlockRole role, string reason) =>
        new(line, shape, Ending.Complete, count, [new Part(line, role, reason)]);
}
