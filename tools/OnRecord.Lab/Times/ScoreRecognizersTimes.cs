using System.CommandLine;
using OnRecord.Data;
using OnRecord.Lab.Scoring;
using OnRecord.Language;
using OnRecord.Times;

namespace OnRecord.Lab.Times;

/// <summary><c>score-recognizers-times</c>: on how many of the recognizers' cases we agree, file by file.</summary>
internal static class ScoreRecognizersTimes
{
    // Words at the edge of the recognizers' spans that TIMEX3 leaves out.
    private static readonly string[] Edges = ["in", "on", "at", "from", "since", "until", "by", "for", "during", "before", "after", "between", "within", "the", "a", "around", "about", "of", "this", "than", "as", "to"];

    public static Command Command()
    {
        var lower = new Option<bool>("--allow-lower") { Description = "Let floors fall." };
        var errors = new Option<string?>("--errors") { Description = "Print the disagreements of one file." };
        var command = new Command("score-recognizers-times", "Compares with the date and time cases of Recognizers-Text.") { lower, errors };
        command.SetAction(parse => Run(parse.GetValue(lower), parse.GetValue(errors)) ? 0 : 1);
        return command;
    }

    private static bool Run(bool allowLower, string? errors)
    {
        var data = DataFolder.English();
        var (analyzer, finder) = (new EnglishAnalyzer(data), new TimeFinder(data));
        Console.WriteLine($"{"file",-36} {"theirs",6} {"found",6} {"same span",9} {"same value",10} {"ours only",9}");
        var total = new Agreement();
        var files = Directory.EnumerateFiles(Gold.Path("time", "recognizers-datetime-specs"), "*.json").Where(path => Path.GetFileName(path)[0] != '.').Order(StringComparer.Ordinal).ToList();
        foreach (var file in files)
        {
            var agreement = new Agreement();
            foreach (var one in RecognizersCase.Read(file))
            {
                var document = GoldDocuments.Make(one.Input, one.Input.Length == 0 ? [] : [new TextSpan(0, one.Input.Length)], one.Reference);
                agreement += Compare(one, finder.Find(analyzer.Analyze(document)).Found, errors == Path.GetFileNameWithoutExtension(file));
            }

            Print(Path.GetFileNameWithoutExtension(file), agreement);
            total += agreement;
        }

        Print("all", total);
        var gold = GoldDocuments.Fingerprint(files);
        var floors = new Floors();
        return floors.Hold("times/recognizers/found", total.Found / Math.Max(1.0, total.Theirs), gold, allowLower)
            & floors.Hold("times/recognizers/same-value", total.Value / Math.Max(1.0, total.WithValue), gold, allowLower);
    }

    private static void Print(string name, Agreement so) => Console.WriteLine(FormattableString.Invariant(
        $"{name,-36} {so.Theirs,6} {(double)so.Found / Math.Max(1, so.Theirs),6:P0} {(double)so.Span / Math.Max(1, so.Theirs),9:P0} {(double)so.Value / Math.Max(1, so.WithValue),10:P0} {so.Ours,9}"));

    private static Agreement Compare(RecognizersCase one, IReadOnlyList<TimeExpression> found, bool print)
    {
        var sum = new Agreement { Ours = found.Count(time => !one.Results.Any(result => result.Span.Overlaps(time.Span))) };
        foreach (var result in one.Results)
        {
            var match = found.FirstOrDefault(time => Core(one.Input, time.Span) == Core(one.Input, result.Span)) ?? found.FirstOrDefault(time => time.Span.Overlaps(result.Span));
            var value = match is not null && SameValue(match, result);
            sum += new Agreement
            {
                Theirs = 1,
                Found = match is null ? 0 : 1,
                Span = match is not null && Core(one.Input, match.Span) == Core(one.Input, result.Span) ? 1 : 0,
                WithValue = result.HasValue ? 1 : 0,
                Value = value ? 1 : 0,
            };
            if (print && !(value || match is not null && !result.HasValue))
            {
                Console.WriteLine($"  {one.Input} [{one.Input[result.Span.Start..Math.Min(one.Input.Length, result.Span.End)]}] {one.Reference:uuuu-MM-dd} theirs {string.Join(' ', result.Timexes)} ours {match?.Span.Of(one.Input)} {match?.Timex} {match?.Earliest:uuuu-MM-dd}..{match?.Latest:uuuu-MM-dd} {match?.Rule}");
            }
        }

        return sum;
    }

    private static bool SameValue(TimeExpression ours, RecognizersResult theirs) =>
        ours.Timex is { } timex && (theirs.Timexes.Contains(timex) || timex.Contains('T', StringComparison.Ordinal) && theirs.Timexes.Contains(timex[timex.IndexOf('T', StringComparison.Ordinal)..]))
        || ours.Earliest is { } first && ours.Latest is { } last && theirs.Days.Contains((first, last));

    /// <summary>A span without the words at its edges that only one of the two conventions counts in.</summary>
    private static TextSpan Core(string text, TextSpan span)
    {
        var end = Math.Min(text.Length, span.End);
        var start = Math.Min(span.Start, end);
        while (Edges.FirstOrDefault(edge => end - start > edge.Length && text[start + edge.Length] == ' ' && string.Compare(text, start, edge, 0, edge.Length, StringComparison.OrdinalIgnoreCase) == 0) is { } word)
        {
            start += word.Length + 1;
        }

        return new TextSpan(start, end);
    }

    private readonly record struct Agreement(int Theirs, int Found, int Span, int WithValue, int Value, int Ours)
    {
        public static Agreement operator +(Agreement left, Agreement right) => new(
            left.Theirs + right.Theirs, left.Found + right.Found, left.Span + right.Span, left.WithValue + right.WithValue, left.Value + right.Value, left.Ours + right.Ours);
    }
}
