using OnRecord.Lab.Scoring;
using OnRecord.Language;
using OnRecord.Times;

namespace OnRecord.Lab.Times;

/// <summary>Compares what the finder finds with gold, document by document.</summary>
internal sealed class TimeScorer(EnglishAnalyzer analyzer, TimeFinder finder, bool printErrors)
{
    /// <summary>Precision and recall; each gold expression is matched with the first finding that overlaps it.</summary>
    public TimeScores Score(GoldDocument gold)
    {
        var found = Find(gold);
        var free = found.ToList();
        double relaxed = 0, strict = 0, type = 0, value = 0, sense = 0;
        foreach (var time in gold.Times)
        {
            var match = free.FirstOrDefault(one => one.Span == time.Span) ?? free.FirstOrDefault(one => one.Span.Overlaps(time.Span));
            if (match is null)
            {
                Tell(gold, "MISS ", time.Span, $"{time.Type} {time.Value}");
                continue;
            }

            free.Remove(match);
            relaxed++;
            strict += match.Span == time.Span ? 1 : 0;
            type += match.Type.ToString().Equals(time.Type, StringComparison.OrdinalIgnoreCase) ? 1 : 0;
            value += match.Timex == time.Value ? 1 : 0;
            sense += Spelling(match.Timex) == Spelling(time.Value) ? 1 : 0;
            if (Spelling(match.Timex) != Spelling(time.Value))
            {
                Tell(gold, "VALUE", match.Span, $"gold {time.Type} {time.Value} found {match.Timex ?? "?"} ({match.Rule}) published {gold.Document.Published?.Value:uuuu-MM-dd ddd}");
            }
            else if (match.Span != time.Span)
            {
                Tell(gold, "SPAN ", match.Span, $"gold {time.Span.Of(gold.Document.Text)}");
            }
        }

        foreach (var extra in free)
        {
            Tell(gold, "EXTRA", extra.Span, $"{extra.Timex} ({extra.Rule})");
        }

        Score Of(double right) => new(right, found.Count, gold.Times.Length);
        return new TimeScores(Of(relaxed), Of(strict), Of(type), Of(value), Of(sense));
    }

    /// <summary>Recall of dates, and of their intervals, where the gold marks dates alone.</summary>
    public TimeScores ScoreDates(GoldDocument gold)
    {
        var found = Find(gold);
        double relaxed = 0, strict = 0, interval = 0;
        foreach (var time in gold.Times)
        {
            var match = found.FirstOrDefault(one => one.Span.Overlaps(time.Span));
            var same = match is not null && match.Earliest == time.Earliest && match.Latest == time.Latest;
            relaxed += match is null ? 0 : 1;
            strict += match?.Span == time.Span ? 1 : 0;
            interval += same ? 1 : 0;
            if (!same)
            {
                Tell(gold, "DATE ", time.Span, $"gold {time.Earliest:uuuu-MM-dd}..{time.Latest:uuuu-MM-dd} found {match?.Timex} {match?.Earliest:uuuu-MM-dd}..{match?.Latest:uuuu-MM-dd} ({match?.Rule}) published {gold.Document.Published?.Value:uuuu-MM-dd ddd}");
            }
        }

        Score Of(double right) => new(right, found.Count, gold.Times.Length);
        return new TimeScores(Of(relaxed), Of(strict), default, Of(interval), default);
    }

    // "2000-W7" is a slip for 2000-W07, and "1949-XX" says no more than 1949.
    private static string? Spelling(string? value)
    {
        var text = value;
        while (text is not null && text.EndsWith("-XX", StringComparison.Ordinal))
        {
            text = text[..^3];
        }

        return text is [.., '-', 'W', var digit] ? $"{text[..^1]}0{digit}" : text;
    }

    private List<TimeExpression> Find(GoldDocument gold) =>
        [.. finder.Find(analyzer.Analyze(gold.Document)).Found.Where(time => !gold.Ignored.Any(span => span.Overlaps(time.Span)))];

    private void Tell(GoldDocument gold, string kind, TextSpan span, string text)
    {
        if (printErrors)
        {
            var around = new TextSpan(Math.Max(0, span.Start - 50), Math.Min(gold.Document.Text.Length, span.End + 30));
            var context = gold.Document.Text[around.Start..span.Start] + "[" + span.Of(gold.Document.Text) + "]" + gold.Document.Text[span.End..around.End];
            Console.WriteLine($"{kind} {gold.Name[..Math.Min(18, gold.Name.Length)]} …{context.ReplaceLineEndings(" ")}… {text}");
        }
    }
}
