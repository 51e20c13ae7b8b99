using System.Collections.Frozen;
using NodaTime;
using OnRecord.Data;

namespace OnRecord.Pages.Stated;

/// <summary>What a line says of a day.</summary>
internal enum DateLabel
{
    /// <summary>Nothing: the day stands for itself, as under a headline.</summary>
    None,

    /// <summary>The page came out.</summary>
    Published,

    /// <summary>The page was changed.</summary>
    Changed,

    /// <summary>Another day: received, accepted, accessed.</summary>
    Other,
}

/// <summary>A day that a line names.</summary>
/// <param name="Day">The day.</param>
/// <param name="Span">Its place in the line.</param>
/// <param name="Label">What the line says of it.</param>
internal readonly record struct LineDate(LocalDate Day, TextSpan Span, DateLabel Label);

/// <summary>Reads the days in lines that people read, each with what the line says of it; the same for HTML and for bare text.</summary>
internal sealed class DateLines
{
    private const string LexiconName = "page-date-labels";
    private const int MostOtherWords = 4;
    private const int MostWords = 24;

    private readonly FrozenDictionary<string, DateLabel>.AlternateLookup<ReadOnlySpan<char>> _labels;
    private readonly MonthNames _months;

    /// <summary>Opens the lexicons.</summary>
    /// <exception cref="DataFileException">One is missing, or names an unknown kind.</exception>
    public DateLines(DataFolder data)
    {
        _months = new MonthNames(data);
        _labels = data.Lexicon(LexiconName).Rows.ToDictionary(
            row => row["word"],
            row => Enum.TryParse<DateLabel>(row["kind"], ignoreCase: true, out var label) ? label : throw row.Error($"there is no kind '{row["kind"]}'."),
            StringComparer.Ordinal).ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The days that a line names, in order.</summary>
    public IEnumerable<LineDate> All(string line)
    {
        var from = 0;
        foreach (var (day, span) in DayReader.All(line, _months))
        {
            yield return new LineDate(day, span, LabelIn(line.AsSpan(from..span.Start)));
            from = span.End;
        }
    }

    /// <summary>The day on which the line says that the page came out, or a day without a word; one on which it was changed only where there is no such; null where there is none.</summary>
    public LineDate? Best(string line)
    {
        LineDate? best = null;
        foreach (var date in All(line).Where(date => date.Label != DateLabel.Other))
        {
            best = best is null || Rank(date) < Rank(best.Value) ? date : best;
        }

        return best;
    }

    /// <summary>The day of publication that lines state, and the day of change.</summary>
    /// <param name="text">The document's text.</param>
    /// <param name="lines">The lines that may state one, in order: the first counts.</param>
    public (PublishedDate? Published, PublishedDate? Changed) Of(string text, IEnumerable<TextSpan> lines)
    {
        PublishedDate? published = null, changed = null;
        foreach (var line in lines)
        {
            if (Best(line.Of(text)) is not { } date)
            {
                continue;
            }

            var found = new PublishedDate(date.Day, DateBasis.Text, date.Span.Shift(line.Start));
            published ??= date.Label == DateLabel.Changed ? null : found;
            changed ??= date.Label == DateLabel.Changed ? found : null;
        }

        return (published, changed);
    }

    /// <summary>Whether a line does nothing but state days, with what happened on them and at what time: "Posted: 5:02 PM, Aug 19, 2025, last updated Aug 20, 2025".</summary>
    public bool IsDateLine(string line)
    {
        var rest = line;
        foreach (var date in All(line).Reverse())
        {
            rest = rest.Remove(date.Span.Start, date.Span.Length);
        }

        var words = rest.Split((char[])[' ', ':', ',', '.', '|', '/', '(', ')', '\u00a0'], StringSplitOptions.RemoveEmptyEntries).Where(word => word.Any(char.IsLetterOrDigit)).ToList();
        return rest.Length < line.Length && words.Count <= MostWords && words.Count(word => !char.IsAsciiDigit(word[0]) && !_labels.ContainsKey(word) && word.Any(char.IsLower)) <= MostOtherWords
            && (words.Count <= MostOtherWords || words.Any(word => _labels.ContainsKey(word)));
    }

    private static int Rank(LineDate date) => date.Label switch
    {
        DateLabel.Published => 0,
        DateLabel.None => 1,
        _ => 2,
    };

    /// <summary>What the last word says that says something.</summary>
    private DateLabel LabelIn(ReadOnlySpan<char> words)
    {
        var label = DateLabel.None;
        for (var i = 0; i < words.Length;)
        {
            var start = i;
            while (i < words.Length && char.IsLetter(words[i]))
            {
                i++;
            }

            label = i > start && _labels.TryGetValue(words[start..i], out var said) ? said : label;
            i = Math.Max(i, start + 1);
        }

        return label;
    }
}
