using OnRecord.Pages.Stated;

namespace OnRecord.Pages.Text;

/// <summary>Finds lines that do nothing but state a full date.</summary>
internal sealed class StatedDates(PageWords words, DateLines dates)
{
    private const int MaxLineWords = 16;

    private static readonly string[] Openings = ["published", "updated", "posted", "last updated", "last modified", "first published", "modified", "date:", "issued", "created", "release date"];

    /// <summary>Whether a line only says when it was published or changed.</summary>
    public bool IsDateLine(string text, TextSpan line, int wordCount)
    {
        if (wordCount > MaxLineWords || !line.Of(text).AsSpan().ContainsAnyInRange('0', '9'))
        {
            return false;
        }

        var normal = TextScan.Normal(text, line);
        return dates.All(line.Of(text)).Any()
            && (Openings.Any(opening => normal.StartsWith(opening, StringComparison.Ordinal)) || TextScan.Runs(text, line).All(run => IsDateWord(text, run)));
    }

    private bool IsDateWord(string text, Run run) =>
        !run.HasWord || char.IsDigit(text[run.WordStart]) || TextScan.IsCapitals(run.Word(text))
        || words.Is(run.Word(text), WordKinds.Month | WordKinds.Time)
        || run.Word(text).ToString().ToLowerInvariant() is "mon" or "tue" or "tues" or "wed" or "thu" or "thur" or "thurs" or "fri" or "sat" or "sun" or "page" or "at" or "am" or "pm" or "a.m" or "p.m" or "of" or "edition";
}
