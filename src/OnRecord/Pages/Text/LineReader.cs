namespace OnRecord.Pages.Text;

/// <summary>Cuts a page's text into lines, and puts together again what a fixed width had wrapped.</summary>
internal static class LineReader
{
    /// <summary>Text wrapped by a program is hardly ever wider.</summary>
    private const int MaxWrapWidth = 110;

    private const int MinWrapWidth = 30;

    /// <summary>Programs that count bytes or columns stop this much earlier at letters outside ASCII.</summary>
    private const int JoinSlack = 8;

    /// <summary>A wrapped page has at least this many lines that stop because the next word would not fit.</summary>
    private const int MinWrappedLines = 4;

    /// <summary>The pieces of the text between line ends, blanks trimmed, none empty; hard-wrapped lines are one piece.</summary>
    public static List<TextSpan> Read(string text)
    {
        var lines = Lines(text);
        return WrapWidth(text, lines) is { } width ? Join(text, lines, width) : [.. lines.Where(line => !line.IsEmpty)];
    }

    /// <summary>All lines, the empty ones too.</summary>
    private static List<TextSpan> Lines(string text)
    {
        var lines = new List<TextSpan>();
        var start = 0;
        while (start <= text.Length)
        {
            var found = text.AsSpan(start).IndexOfAny("\n\r\f\v\u0085\u2028\u2029");
            var end = found < 0 ? text.Length : start + found;
            lines.Add(TextScan.Trim(text, new TextSpan(start, end)));
            start = end + (end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n' ? 2 : 1);
        }

        return lines;
    }

    private static int? WrapWidth(string text, List<TextSpan> lines)
    {
        var width = lines.Count == 0 ? 0 : lines.Max(line => line.Length);
        if (width is > MaxWrapWidth or < MinWrapWidth)
        {
            return null;
        }

        int full = 0, goesOn = 0;
        for (var i = 0; i + 1 < lines.Count; i++)
        {
            if (IsFull(text, lines[i], lines[i + 1], width))
            {
                full++;
                goesOn += !TextScan.IsTerminal(text[lines[i].End - 1]) && !char.IsUpper(text[lines[i + 1].Start]) ? 1 : 0;
            }
        }

        return full >= MinWrappedLines && goesOn * 2 >= full ? width : null;
    }

    private static List<TextSpan> Join(string text, List<TextSpan> lines, int width)
    {
        var pieces = new List<TextSpan>();
        for (var i = 0; i < lines.Count; i++)
        {
            var first = i;
            while (i + 1 < lines.Count && (IsFull(text, lines[i], lines[i + 1], width - JoinSlack) || GoesOn(text, lines[i], lines[i + 1], width)))
            {
                i++;
            }

            if (!lines[first].IsEmpty)
            {
                pieces.Add(lines[first].Cover(lines[i]));
            }
        }

        return pieces;
    }

    // A small letter begins no line of its own.
    private static bool GoesOn(string text, TextSpan line, TextSpan next, int width) =>
        line.Length * 2 > width && !next.IsEmpty && (char.IsLower(text[next.Start]) || text[next.Start] == '(') && !TextScan.IsTerminal(text[line.End - 1]);

    // The first word of the next line would not have fitted.
    private static bool IsFull(string text, TextSpan line, TextSpan next, int width)
    {
        if (line.IsEmpty || next.IsEmpty)
        {
            return false;
        }

        var blank = text.AsSpan(next.Start, next.Length).IndexOfAny(' ', '\t');
        return line.Length + 1 + (blank < 0 ? next.Length : blank) > width;
    }
}
