using System.CommandLine;
using System.Globalization;
using OnRecord.Lab.Scoring;

namespace OnRecord.Lab.Pages;

/// <summary>Scores body, day, headline and writers on the parser tests of fundus: newspapers in many languages.</summary>
internal static class ScoreFundus
{
    public static Command Command()
    {
        var allowLower = new Option<bool>("--allow-lower") { Description = "Let a lower score take its floor down." };
        var shipped = new Option<bool>("--shipped") { Description = "Use the shipped model, which has seen these pages: no floor is held." };
        var worst = new Option<int>("--worst") { Description = "Print this many of the worst pages." };
        var folds = new Option<string?>("--folds") { Description = "Keep the models of the folds in this folder, or read them from it: no floor is held." };
        var diffs = new Option<bool>("--diffs") { Description = "Print for every page the blocks that the gold has not, and the gold's lines that are missing." };
        var json = new Option<string?>("--json") { Description = "Write the gold and our blocks of every page to this file." };
        var faults = new Option<bool>("--faults") { Description = "Print every wrong headline, day and writer." };
        var command = new Command("score-fundus", "Scores body, headline, day and writers on fundus, cross-validated by publisher.") { allowLower, shipped, worst, faults, folds, diffs, json };
        command.SetAction(parse => Run(parse.GetValue(allowLower), new Inspection(parse.GetValue(shipped), parse.GetValue(folds), parse.GetValue(worst), parse.GetValue(faults), parse.GetValue(diffs), parse.GetValue(json))));
        return command;
    }

    private static int Run(bool allowLower, Inspection look)
    {
        var pages = GoldPages.Fundus();
        var read = ScorePages.ReadAll(pages, look.Shipped, look.Folds);
        var rows = pages.Where(page => page.Text.Length > 0).Select(page => (Page: page, Measure: WordMeasure.Of(read[page.Id].Text, page.Text))).ToArray();
        foreach (var (page, measure) in rows.OrderBy(row => row.Measure.F1).Take(look.Worst))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{page.Id} F1 {measure.F1:F3} P {measure.Precision:F3} R {measure.Recall:F3} {page.Uri}"));
        }

        if (look.Json is not null)
        {
            PageDiffs.Write(look.Json, pages, read);
        }

        if (look.Diffs)
        {
            PageDiffs.Print(pages, read);
        }

        var f1 = rows.Average(row => row.Measure.F1);
        var english = rows.Where(row => row.Page.IsEnglish).Average(row => row.Measure.F1);
        var titles = Share(pages.Where(page => page.Title is not null), page => ScorePages.SameTitle(read[page.Id].Title, page.Title), look.Faults, page => $"headline {page.Id}: {page.Title} <> {read[page.Id].Title}");
        var days = Share(pages.Where(page => page.Day is not null), page => read[page.Id].Day == page.Day, look.Faults, page => $"day {page.Id}: {page.Day} <> {read[page.Id].Day}");
        var authors = Writers(pages, read, look.Faults);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            fundus, {rows.Length} pages with a body, cross-validated by publisher
              body word F1 {f1:F4} (English {english:F4}); headline {titles:P1}; day {days:P1}
              writers {authors}
            """));
        if (!look.HoldsFloors)
        {
            return 0;
        }

        var gold = ScorePages.Fingerprint(pages);
        var floors = new Floors();
        return floors.Hold("pages/fundus/word-f1", f1, gold, allowLower)
            & floors.Hold("pages/fundus/headline", titles, gold, allowLower)
            & floors.Hold("pages/fundus/day", days, gold, allowLower)
            & floors.Hold("pages/fundus/writers-f1", authors.F1, gold, allowLower) ? 0 : 1;
    }

    private static double Share(IEnumerable<GoldPage> pages, Func<GoldPage, bool> right, bool print, Func<GoldPage, string> fault)
    {
        int all = 0, good = 0;
        foreach (var page in pages)
        {
            all++;
            good += right(page) ? 1 : 0;
            if (print && !right(page))
            {
                Console.WriteLine(fault(page));
            }
        }

        return (double)good / all;
    }

    private static Score Writers(List<GoldPage> pages, Dictionary<string, Extracted> read, bool print)
    {
        var score = default(Score);
        foreach (var page in pages)
        {
            var gold = page.Authors.Select(name => name.ToLowerInvariant()).ToHashSet();
            var found = read[page.Id].Authors.Select(name => name.ToLowerInvariant()).ToHashSet();
            var right = gold.Intersect(found).Count();
            score += new Score(right, found.Count, gold.Count);
            if (print && !gold.SetEquals(found))
            {
                Console.WriteLine($"writers {page.Id}: {string.Join(" | ", gold)} <> {string.Join(" | ", found)}");
            }
        }

        return score;
    }
}
