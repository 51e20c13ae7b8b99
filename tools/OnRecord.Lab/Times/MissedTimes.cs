using System.CommandLine;
using System.Text.RegularExpressions;
using OnRecord.Data;
using OnRecord.Language;
using OnRecord.Times;

namespace OnRecord.Lab.Times;

/// <summary><c>missed-times</c>: months, weekdays and year numbers in PolNeAR's train texts that got no value.</summary>
internal static partial class MissedTimes
{
    public static Command Command()
    {
        var show = new Option<int>("--show") { Description = "How many examples to print.", DefaultValueFactory = _ => 60 };
        var command = new Command("missed-times", "Lists months, weekdays and years in PolNeAR's train texts that got no value.") { show };
        command.SetAction(parse => Run(parse.GetValue(show)));
        return command;
    }

    private static void Run(int show)
    {
        var data = DataFolder.English();
        var (analyzer, finder) = (new EnglishAnalyzer(data), new TimeFinder(data));
        int words = 0, missed = 0;
        foreach (var path in Directory.EnumerateFiles(Gold.Path("attribution", "polnear"), "*.txt", SearchOption.AllDirectories)
            .Where(path => path.Contains("train", StringComparison.Ordinal) && Path.GetFileName(path)[0] != '.').Order(StringComparer.Ordinal))
        {
            var text = File.ReadAllText(path);
            var document = GoldDocuments.Make(text, MeantimeReader.Lines(text), new NodaTime.LocalDate(2016, 6, 15));
            var found = finder.Find(analyzer.Analyze(document)).Found;
            foreach (Match word in TimeWord().Matches(text))
            {
                words++;
                var span = new TextSpan(word.Index, word.Index + word.Length);
                if (found.Any(time => time.Timex is not null && time.Span.Overlaps(span)))
                {
                    continue;
                }

                missed++;
                if (missed <= show)
                {
                    Console.WriteLine($"…{text[Math.Max(0, span.Start - 40)..span.Start]}[{word.Value}]{text[span.End..Math.Min(text.Length, span.End + 30)]}…".ReplaceLineEndings(" "));
                }
            }
        }

        Console.WriteLine($"{missed} of {words} words without a value");
    }

    [GeneratedRegex(@"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|(?:19|20)\d\d)\b")]
    private static partial Regex TimeWord();
}
