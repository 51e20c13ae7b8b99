using System.Collections.Immutable;
using System.CommandLine;
using System.Diagnostics;
using OnRecord.Attributions;
using OnRecord.Data;
using OnRecord.Lab.Scoring;
using OnRecord.Language;
using OnRecord.Names;

namespace OnRecord.Lab.Attributions;

/// <summary><c>score-attributions</c>: source, cue and content on PolNeAR.</summary>
internal static class ScoreAttributions
{
    private const int WorstArticles = 30;

    public static Command Command()
    {
        var train = new Option<int>("--train") { Description = "Read this many articles of the train compartment, spread over it, in place of dev (no floors)." };
        var errors = new Option<bool>("--errors") { Description = "Print every miss, false find and wrong span." };
        var worst = new Option<bool>("--worst") { Description = "Print the worst articles by whole attributions." };
        var lower = new Option<bool>("--allow-lower") { Description = "Let floors fall." };
        var command = new Command("score-attributions", "Scores attributions on PolNeAR dev.") { train, errors, worst, lower };
        command.SetAction(parse =>
        {
            if (parse.GetValue(train) is > 0 and var number)
            {
                Run("train", number, parse.GetValue(errors), parse.GetValue(worst));
                return 0;
            }

            var scores = Run("dev", int.MaxValue, parse.GetValue(errors), parse.GetValue(worst));
            var floors = new Floors();
            var gold = PolNearReader.Fingerprint("dev");
            var held = scores.All().Select(one => floors.Hold($"attributions/polnear-dev/{one.Measure}", one.Score.F1, gold, parse.GetValue(lower))).ToArray();
            return held.All(one => one) ? 0 : 1;
        });
        return command;
    }

    private static AttributionScores Run(string compartment, int number, bool errors, bool worst)
    {
        var data = DataFolder.English();
        var analyzer = new EnglishAnalyzer(data);
        var names = new NameFinder(data);
        var finder = new AttributionFinder(data);
        var files = PolNearReader.Files(compartment).ToArray();
        var stride = Math.Max(1, files.Length / Math.Max(1, number));
        var articles = files.Where((_, index) => index % stride == 0).Take(number).Select(PolNearReader.Read).ToImmutableArray();
        var scored = new List<(string Name, AttributionScores Scores)>();
        var step = new Stopwatch();
        var all = Stopwatch.StartNew();
        foreach (var article in articles)
        {
            var analysis = analyzer.Analyze(RunningText.Document(article.Text));
            var mentions = names.Find(analysis);
            step.Start();
            var found = finder.Find(analysis, mentions).Found;
            step.Stop();
            scored.Add((article.Name, AttributionScores.Of(article, found, errors ? ErrorListing.Printer(article) : null)));
        }

        var sum = scored.Aggregate(default(AttributionScores), (total, one) => total + one.Scores);
        foreach (var (name, scores) in scored.OrderBy(one => one.Scores.Whole.F1).Take(worst ? WorstArticles : 0))
        {
            Console.WriteLine(FormattableString.Invariant($"{scores.Whole.F1:F2} whole  {scores.Cue.F1:F2} cue  {scores.Content.F1:F2} content  {scores.Cue.Gold,4} gold {scores.Cue.Predicted,4} ours  {name}"));
        }

        foreach (var (measure, score) in sum.All())
        {
            Console.WriteLine($"polnear {compartment}  {measure,-17} {score}");
        }

        Console.WriteLine(FormattableString.Invariant($"{articles.Length} articles, {articles.Length / all.Elapsed.TotalSeconds:F1} articles/s for analysis, names and attributions; attributions alone {articles.Length / step.Elapsed.TotalSeconds:F0} articles/s"));
        return sum;
    }
}
