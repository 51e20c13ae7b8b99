using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using OnRecord.Data;
using OnRecord.Lab.Scoring;
using OnRecord.Pages;
using OnRecord.Pages.Input;

namespace OnRecord.Lab.Pages;

/// <summary>Scores article text on WCXB dev beside SmartReader, on the same pages in the same run.</summary>
internal static class ScoreWcxb
{
    public static Command Command()
    {
        var allowLower = new Option<bool>("--allow-lower") { Description = "Let a lower score take its floor down." };
        var shipped = new Option<bool>("--shipped") { Description = "Use the shipped model, which has seen these pages: no floor is held." };
        var worst = new Option<int>("--worst") { Description = "Print this many of the worst pages." };
        var folds = new Option<string?>("--folds") { Description = "Keep the models of the folds in this folder, or read them from it: no floor is held." };
        var diffs = new Option<bool>("--diffs") { Description = "Print for every page the blocks that the gold has not, and the gold's lines that are missing." };
        var json = new Option<string?>("--json") { Description = "Write the gold and our blocks of every page to this file." };
        var faults = new Option<bool>("--faults") { Description = "Print every wrong title and day." };
        var noSpeed = new Option<bool>("--no-speed") { Description = "Leave out the measurement of speed and SmartReader." };
        var command = new Command("score-wcxb", "Scores article text, title and day on WCXB dev, cross-validated by site, beside SmartReader.") { allowLower, shipped, worst, faults, noSpeed, folds, diffs, json };
        command.SetAction(parse => Run(
            parse.GetValue(allowLower),
            parse.GetValue(noSpeed),
            new Inspection(parse.GetValue(shipped), parse.GetValue(folds), parse.GetValue(worst), parse.GetValue(faults), parse.GetValue(diffs), parse.GetValue(json))));
        return command;
    }

    private static int Run(bool allowLower, bool noSpeed, Inspection look)
    {
        var pages = GoldPages.Wcxb();
        var ours = ScorePages.ReadAll(pages, look.Shipped, look.Folds);
        var figures = Report(look.Shipped ? "OnRecord, shipped model (has seen these pages)" : "OnRecord, cross-validated by site", pages, ours);
        PrintWorst(pages, ours, look.Worst);
        foreach (var page in pages.Where(_ => look.Faults))
        {
            var found = ours[page.Id];
            Console.Write(page.Day is { Length: 10 } && found.Day != page.Day ? $"day {page.Id}: {page.Day} <> {found.Day} {page.Uri}\n" : "");
            Console.Write(page.Title is not null && !ScorePages.SameTitle(found.Title, page.Title) ? $"title {page.Id}: {page.Title} <> {found.Title}\n" : "");
        }

        if (look.Json is not null)
        {
            PageDiffs.Write(look.Json, pages, ours);
        }

        if (look.Diffs)
        {
            PageDiffs.Print(pages, ours);
        }

        if (!noSpeed)
        {
            Beside(pages, ours);
        }

        if (!look.HoldsFloors)
        {
            return 0;
        }

        var gold = ScorePages.Fingerprint(pages);
        var floors = new Floors();
        return floors.Hold("pages/wcxb/word-f1", figures.F1, gold, allowLower)
            & floors.Hold("pages/wcxb/same-words", figures.Same, gold, allowLower)
            & floors.Hold("pages/wcxb/day", figures.Day, gold, allowLower)
            & floors.Hold("pages/wcxb/title", figures.Title, gold, allowLower) ? 0 : 1;
    }

    private static void Beside(List<GoldPage> pages, Dictionary<string, Extracted> ours)
    {
        var theirs = pages.ToDictionary(page => page.Id, SmartReaderText);
        Report("SmartReader 0.11.1", pages, theirs);
        var reader = new PageReader(DataFolder.English());
        Speed("OnRecord", pages, page => reader.Read(Page.Of(page.Bytes, page.Uri, "text/html"), ReadOptions.Default));
        Speed("SmartReader", pages, page => SmartReaderText(page));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"peak memory of this process {Process.GetCurrentProcess().PeakWorkingSet64 / 1048576} MB"));
        TheirOwnScript(("onrecord", ours), ("smartreader", theirs));
    }

    private static (double F1, double Same, double Day, double Title) Report(string name, List<GoldPage> pages, Dictionary<string, Extracted> read)
    {
        double precision = 0, recall = 0, f1 = 0, with = 0, without = 0;
        int exact = 0, same = 0, day = 0, days = 0, title = 0, titles = 0;
        foreach (var page in pages)
        {
            var found = read[page.Id];
            var measure = WordMeasure.Of(found.Text, page.Text);
            precision += measure.Precision;
            recall += measure.Recall;
            f1 += measure.F1;
            with += WordMeasure.Snippets(found.Text, page.With);
            without += WordMeasure.Snippets(found.Text, page.Without);
            exact += WordMeasure.Fold(found.Text) == WordMeasure.Fold(page.Text) ? 1 : 0;
            same += WordMeasure.Words(found.Text).SequenceEqual(WordMeasure.Words(page.Text)) ? 1 : 0;
            days += page.Day is { Length: 10 } ? 1 : 0;
            day += page.Day is { Length: 10 } && found.Day == page.Day ? 1 : 0;
            titles += page.Title is null ? 0 : 1;
            title += ScorePages.SameTitle(found.Title, page.Title) ? 1 : 0;
        }

        var n = (double)pages.Count;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            {name}, {pages.Count} pages
              words: P {precision / n:F4}  R {recall / n:F4}  F1 {f1 / n:F4}; snippets with {with / n:P1}, without {without / n:P1} (lower is better)
              exact after white-space folding {exact} ({exact / n:P1}); same words in the same order {same} ({same / n:P1})
              day {day} of {days} ({(double)day / days:P1}); title {title} of {titles} ({(double)title / titles:P1})
            """));
        return (f1 / n, same / n, (double)day / days, (double)title / titles);
    }

    private static Extracted SmartReaderText(GoldPage page)
    {
        var html = TextDecoder.Decode(page.Bytes, null, isHtml: true).Text;
        var article = new SmartReader.Reader(page.Uri is { Length: > 0 } uri ? uri : "https://example.org/", html).GetArticle();
        return new Extracted(article.TextContent ?? "", article.Title, article.PublicationDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), article.Author is { } author ? [author] : []);
    }

    private static void Speed(string name, List<GoldPage> pages, Action<GoldPage> read)
    {
        var (perSecond, bytes) = ScorePages.Speed(pages, read);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {perSecond:F0} pages/s warmed, one thread, {bytes / 1048576:F2} MB allocated a page"));
    }

    private static void PrintWorst(List<GoldPage> pages, Dictionary<string, Extracted> read, int count)
    {
        foreach (var (page, measure) in pages.Select(page => (page, WordMeasure.Of(read[page.Id].Text, page.Text))).OrderBy(row => row.Item2.F1).Take(count))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{page.Id} F1 {measure.F1:F3} P {measure.Precision:F3} R {measure.Recall:F3} {page.Uri}"));
        }
    }

    /// <summary>Runs the benchmark's own script on both systems' texts, laid out as it wants them.</summary>
    private static void TheirOwnScript(params (string Name, Dictionary<string, Extracted> Read)[] systems)
    {
        var folder = Directory.CreateTempSubdirectory("wcxb-").FullName;
        File.Copy(Gold.Path("pages", "wcxb", "evaluate.py"), Path.Combine(folder, "evaluate.py"));
        Directory.CreateDirectory(Path.Combine(folder, "dev"));
        Directory.CreateSymbolicLink(Path.Combine(folder, "dev", "ground-truth"), Gold.Path("pages", "wcxb", "ground-truth"));
        foreach (var (name, read) in systems)
        {
            var results = Path.Combine(folder, name + ".json");
            File.WriteAllText(results, JsonSerializer.Serialize(read.ToDictionary(pair => pair.Key, pair => pair.Value.Text)));
            Console.WriteLine($"python3 {folder}/evaluate.py --results {results}");
            using var python = Process.Start(new ProcessStartInfo("python3", [Path.Combine(folder, "evaluate.py"), "--results", results]) { WorkingDirectory = folder })!;
            python.WaitForExit();
        }
    }
}
