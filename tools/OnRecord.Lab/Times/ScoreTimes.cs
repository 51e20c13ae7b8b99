using System.CommandLine;
using OnRecord.Data;
using OnRecord.Lab.Scoring;
using OnRecord.Language;
using OnRecord.Times;

namespace OnRecord.Lab.Times;

/// <summary><c>score-times</c>: TIMEX3 on MEANTIME and AQUAINT by the measures of TempEval-3, and GUM's dates by recall.</summary>
internal static class ScoreTimes
{
    public static Command Command()
    {
        var lower = new Option<bool>("--allow-lower") { Description = "Let floors fall." };
        var errors = new Option<bool>("--errors") { Description = "Print every miss, false find and wrong value." };
        var command = new Command("score-times", "Scores expressions of time on MEANTIME, AQUAINT and GUM news.") { lower, errors };
        command.SetAction(parse => Run(parse.GetValue(lower), parse.GetValue(errors)) ? 0 : 1);
        return command;
    }

    private static bool Run(bool allowLower, bool errors)
    {
        var data = DataFolder.English();
        var scorer = new TimeScorer(new EnglishAnalyzer(data), new TimeFinder(data), errors);
        var floors = new Floors();
        var good = true;
        var all = TimeScores.Zero;
        foreach (var (name, files, read) in new (string, IEnumerable<string>, Func<string, GoldDocument>)[]
        {
            ("meantime", MeantimeReader.Files(), MeantimeReader.Read),
            ("aquaint", AquaintReader.Files(), AquaintReader.Read),
        })
        {
            var scores = files.Select(file => scorer.Score(read(file))).Aggregate(TimeScores.Zero, (sum, next) => sum + next);
            all += scores;
            scores.Print(name);
            var gold = GoldDocuments.Fingerprint(files);
            good &= floors.Hold($"times/{name}/relaxed-f1", scores.Relaxed.F1, gold, allowLower);
            good &= floors.Hold($"times/{name}/strict-f1", scores.Strict.F1, gold, allowLower);
            good &= floors.Hold($"times/{name}/value-f1", scores.Value.F1, gold, allowLower);
        }

        all.Print("meantime + aquaint");
        var dates = GumDatesReader.Files().Select(file => scorer.ScoreDates(GumDatesReader.Read(file))).Aggregate(TimeScores.Zero, (sum, next) => sum + next);
        Console.WriteLine($"gum news dates      found {dates.Relaxed.Recall:P1} ({dates.Relaxed.Right}/{dates.Relaxed.Gold}), same interval {dates.Value.Recall:P1} ({dates.Value.Right})");
        var gum = GoldDocuments.Fingerprint(GumDatesReader.Files());
        good &= floors.Hold("times/gum-news/relaxed-recall", dates.Relaxed.Recall, gum, allowLower);
        good &= floors.Hold("times/gum-news/interval-recall", dates.Value.Recall, gum, allowLower);
        return good;
    }
}

/// <summary>TempEval-3's measures of one or more documents.</summary>
/// <param name="Relaxed">Spans that overlap.</param>
/// <param name="Strict">Spans that are equal.</param>
/// <param name="Type">Overlapping and the same type.</param>
/// <param name="Value">Overlapping and the same value, letter by letter.</param>
/// <param name="Sense">The same with two spellings of the gold set right: <c>1949-XX</c> for 1949, <c>W7</c> for W07.</param>
internal readonly record struct TimeScores(Score Relaxed, Score Strict, Score Type, Score Value, Score Sense)
{
    public static TimeScores Zero => default;

    public static TimeScores operator +(TimeScores left, TimeScores right) =>
        new(left.Relaxed + right.Relaxed, left.Strict + right.Strict, left.Type + right.Type, left.Value + right.Value, left.Sense + right.Sense);

    public void Print(string name)
    {
        Console.WriteLine($"{name,-18} relaxed {Relaxed}");
        Console.WriteLine($"{"",-18} strict  {Strict}");
        Console.WriteLine(FormattableString.Invariant($"{"",-18} type    accuracy {Type.Right / Math.Max(1, Relaxed.Right):F3}"));
        Console.WriteLine($"{"",-18} value   {Value}");
        Console.WriteLine($"{"",-18} sense   {Sense}");
    }
}
