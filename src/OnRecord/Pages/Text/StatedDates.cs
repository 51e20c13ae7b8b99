using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace OnRecord.Pages.Text;

/// <summary>Finds full dates, and lines that do nothing but state one.</summary>
internal sealed partial class StatedDates(PageWords words)
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
        return Find(text, line) is not null
            && (Openings.Any(opening => normal.StartsWith(opening, StringComparison.Ordinal)) || TextScan.Runs(text, line).All(run => IsDateWord(text, run)));
    }

    /// <summary>The first full date in a span; null where there is none.</summary>
    public static (LocalDate Day, TextSpan Span)? Find(string text, TextSpan span)
    {
        var line = span.Of(text);
        foreach (var match in new[] { DayMonthYear().Match(line), MonthDayYear().Match(line), Iso().Match(line) }.Where(match => match.Success).OrderBy(match => match.Index))
        {
            var month = match.Groups["n"].Success ? Number(match, "n") : MonthOf(match.Groups["m"].Value);
            var (year, day) = (Number(match, "y"), Number(match, "d"));
            if (year is >= 1600 and <= 2200 && month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month))
            {
                return (new LocalDate(year, month, day), new TextSpan(span.Start + match.Index, span.Start + match.Index + match.Length));
            }
        }

        return null;
    }

    /// <summary>The day that an address names: <c>/2025/08/25/</c> or <c>2025-08-25</c>; null where there is none.</summary>
    public static LocalDate? InAddress(string? uri)
    {
        const int LongestAddress = 4096;
        var match = uri is { Length: <= LongestAddress } ? Address().Match(uri) : Match.Empty;
        if (!match.Success)
        {
            return null;
        }

        var (year, month, day) = (Number(match, "y"), Number(match, "n"), Number(match, "d"));
        return month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month) ? new LocalDate(year, month, day) : null;
    }

    private bool IsDateWord(string text, Run run) =>
        !run.HasWord || char.IsDigit(text[run.WordStart]) || TextScan.IsCapitals(run.Word(text))
        || words.Is(run.Word(text), WordKinds.Month | WordKinds.Time)
        || run.Word(text).ToString().ToLowerInvariant() is "mon" or "tue" or "tues" or "wed" or "thu" or "thur" or "thurs" or "fri" or "sat" or "sun" or "page" or "at" or "am" or "pm" or "a.m" or "p.m" or "of" or "edition";

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    private static int MonthOf(string name)
    {
        for (var month = 1; month <= 12; month++)
        {
            var full = CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month);
            if (name.Length >= 3 && full.StartsWith(name[..3], StringComparison.OrdinalIgnoreCase) && (name.Length <= 4 || full.Equals(name, StringComparison.OrdinalIgnoreCase)))
            {
                return month;
            }
        }

        return 0;
    }

    // Each repetition has an end, so that none can take long; a limit of time would make the outcome depend on the machine.
    [GeneratedRegex(@"\b(?<d>\d{1,2})(?:st|nd|rd|th)?\s{1,8}(?<m>[A-Za-z]{3,9})\.?,?\s{1,8}(?<y>\d{4})\b", RegexOptions.CultureInvariant)]
    private static partial Regex DayMonthYear();

    [GeneratedRegex(@"\b(?<m>[A-Za-z]{3,9})\.?\s{1,8}(?<d>\d{1,2})(?:st|nd|rd|th)?,?\s{1,8}(?<y>\d{4})\b", RegexOptions.CultureInvariant)]
    private static partial Regex MonthDayYear();

    [GeneratedRegex(@"\b(?<y>\d{4})-(?<n>\d{2})-(?<d>\d{2})\b", RegexOptions.CultureInvariant)]
    private static partial Regex Iso();

    [GeneratedRegex(@"(?<!\d)(?<y>(?:19|20)\d{2})(?<s>[/-])(?<n>\d{1,2})\k<s>(?<d>\d{1,2})(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
