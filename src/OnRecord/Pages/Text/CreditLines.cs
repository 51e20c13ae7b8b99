namespace OnRecord.Pages.Text;

/// <summary>Knows picture credits and captions.</summary>
internal sealed class CreditLines(PageWords words)
{
    private const int MaxCreditWords = 14;
    private const int MaxCaptionWords = 70;
    private const int TailWindow = 140;

    /// <summary>A line that is only a credit, or its reason; null for another line.</summary>
    public string? Credit(string text, TextSpan line, int wordCount)
    {
        if (wordCount > MaxCreditWords)
        {
            return null;
        }

        var normal = TextScan.Normal(text, line);
        if (words.Credits.Start(normal.TrimStart('(', '[')) is "credit")
        {
            return "credit-opening: begins as a picture credit does";
        }

        // "Mira Tal/Reuters": a slash without blanks, and an agency.
        var parts = line.Of(text).Split('/');
        return parts.Length > 1 && parts.All(part => part.Length > 0 && !part.StartsWith(' ') && !part.EndsWith(' ') && char.IsUpper(part[0]))
            && parts.Skip(1).Any(part => words.Is(part.Split(' ')[0].Trim(')', ']', ',', '.'), WordKinds.Agency))
            ? "name-slash-agency: " + parts[^1]
            : null;
    }

    /// <summary>Whether a line begins as captions do.</summary>
    public bool OpensCaption(string text, TextSpan line, int wordCount) =>
        wordCount <= MaxCaptionWords && words.Credits.Start(TextScan.Normal(text, line)) is "caption";

    /// <summary>Whether a line says what captions say of people ("pictured", "looks on").</summary>
    public bool SpeaksOfPicture(string text, TextSpan line, int wordCount) =>
        wordCount <= MaxCaptionWords && words.Credits.IndexOf(TextScan.Normal(text, line), "pose", out _) >= 0;

    /// <summary>Where the credit behind a caption begins; null where the line ends in none.</summary>
    public int? TailStart(string text, TextSpan line, int wordCount)
    {
        if (wordCount is > MaxCaptionWords or < 3)
        {
            return null;
        }

        var from = Math.Max(line.Start, line.End - TailWindow);
        var window = text[from..line.End].ToLowerInvariant().Replace('’', '\'');
        var at = words.Credits.IndexOf(window, "tail", out _);
        if (at < 0 || from + at == line.Start)
        {
            return null;
        }

        at += from;
        if (text[at] is '(' or '[')
        {
            return text[line.End - 1] is ')' or ']' or '.' ? at : null;
        }

        var start = BackToStop(text, line.Start, at);
        return start is { } place && IsNameLike(text, new TextSpan(place, line.End)) ? place : null;
    }

    private static int? BackToStop(string text, int lineStart, int at)
    {
        const int LongestName = 60;
        for (var i = at; i > lineStart && at - i < LongestName; i--)
        {
            if (TextScan.IsBlank(text[i - 1]) && i >= 2 && (TextScan.IsTerminal(text[i - 2]) || TextScan.IsCloser(text[i - 2]) || text[i - 2] == '|'))
            {
                return i;
            }
        }

        return null;
    }

    // Credits are names: no running text.
    private bool IsNameLike(string text, TextSpan span)
    {
        var runs = TextScan.Runs(text, span);
        return runs.Count <= MaxCreditWords && runs.Count(run => run.HasWord && char.IsLower(text[run.WordStart]) && !words.Is(run.Word(text), WordKinds.Dependent)) <= 2;
    }
}
