using System.Text.RegularExpressions;

namespace OnRecord.Pages.Html;

/// <summary>The line over an entry of a live blog: the hour, and who wrote it.</summary>
internal static partial class EntryStamp
{
    private const int MostWords = 8;

    /// <summary>Whether a run is one.</summary>
    public static bool Is(Run run) =>
        run.Words <= MostWords && run.Box.HeadingLevel == 0 && TextShape.EndingOf(run.Text) == 0 && (run.HasTime ? run.Text.Any(char.IsDigit) : TimeOfDay().IsMatch(run.Text));

    [GeneratedRegex(@"^([01]?\d|2[0-3])[:.][0-5]\d(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex TimeOfDay();
}
