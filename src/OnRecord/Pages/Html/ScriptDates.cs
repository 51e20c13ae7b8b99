using System.Collections.Immutable;
using OnRecord.Data;
using OnRecord.Pages.Stated;

namespace OnRecord.Pages.Html;

/// <summary>Finds the day of publication in data that a script keeps: <c>"publishedAt":"2025-08-25T10:00:00Z"</c>, also escaped once more.</summary>
internal sealed class ScriptDates
{
    private const string LexiconName = "html-meta";
    private const int MostBetween = 24;
    private const int LongestDate = 32;
    private const int MostDays = 3;

    private readonly ImmutableArray<string> _keys;

    /// <summary>Opens the lexicon.</summary>
    /// <exception cref="DataFileException">It is missing.</exception>
    public ScriptDates(DataFolder data)
    {
        _keys = [.. data.Lexicon(LexiconName).Rows.Where(row => row["fact"] == "script").Select(row => row["name"].Trim('"'))];
    }

    /// <summary>The first date under one of the keys; null where there is none, or where there are so many that they are other articles'.</summary>
    public HeadDate? Find(string html)
    {
        foreach (var key in _keys)
        {
            var found = All(html, key).Take(MostDays * MostDays).ToArray();
            if (found.Length > 0 && found.Select(date => date.Day).Distinct().Count() <= MostDays)
            {
                return found[0];
            }
        }

        return null;
    }

    private static IEnumerable<HeadDate> All(string html, string key)
    {
        for (var at = html.IndexOf(key, StringComparison.OrdinalIgnoreCase); at >= 0; at = html.IndexOf(key, at + key.Length, StringComparison.OrdinalIgnoreCase))
        {
            var value = at + key.Length;
            var start = value;
            while (start < html.Length && start - value < MostBetween && !char.IsAsciiDigit(html[start]) && html[start] is not ('<' or '>' or ',' or '}'))
            {
                start++;
            }

            // Whole keys only, and a colon between key and value, as in data.
            if ((at > 0 && (char.IsAsciiLetterOrDigit(html[at - 1]) || html[at - 1] == '_')) || start >= html.Length || !char.IsAsciiDigit(html[start])
                || !html.AsSpan(value, start - value).Contains(':'))
            {
                continue;
            }

            var end = start;
            while (end < html.Length && end - start < LongestDate && (char.IsAsciiLetterOrDigit(html[end]) || html[end] is '-' or ':' or '.' or '+'))
            {
                end++;
            }

            if (end - start >= 10 && html[start + 4] == '-' && DayReader.Read(html[start..(start + 10)]) is { } day)
            {
                yield return new HeadDate(day, StatedTime.Read(html[start..end]), new Stated(html[start..end], new TextSpan(at, end), "script " + key));
            }
        }
    }
}
