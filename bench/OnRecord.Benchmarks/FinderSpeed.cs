using System.Collections.Immutable;
using OnRecord.Data;
using OnRecord.Language;
using OnRecord.Pages;
using OnRecord.Quantities;
using OnRecord.Times;

namespace OnRecord.Benchmarks;

/// <summary>Times and quantities over a folder of running text that has been analysed: tokens a second of processor time, and their share of a reading.</summary>
internal static class FinderSpeed
{
    private const int Rounds = 5;

    private static readonly ReadOptions Options = new() { Plain = true };

    /// <summary>Prints the figures of each round; processor time, so that what else runs on the machine does not count.</summary>
    public static void OfFolder(string folder)
    {
        var data = DataFolder.English();
        var (pages, analyzer, times, quantities) = (new PageReader(data), new EnglishAnalyzer(data), new TimeFinder(data), new QuantityFinder(data));
        var reading = new Reading(data);
        var documents = Directory.EnumerateFiles(folder, "*.txt").Order(StringComparer.Ordinal)
            .Select(file => pages.Read(Page.Of(File.ReadAllBytes(file), mediaType: "text/plain"), Options)[0] with { Language = "en" }).ToList();
        var analyses = documents.Select(document => analyzer.Analyze(document)).ToList();
        var tokens = analyses.Sum(analysis => analysis.Tokens.Length);
        for (var round = 0; round <= Rounds; round++)
        {
            var found = new List<ImmutableArray<TimeExpression>>(analyses.Count);
            var timeSeconds = Seconds(() => found.AddRange(analyses.Select(analysis => times.Find(analysis).Found)));
            var quantitySeconds = Seconds(() => analyses.Zip(found).ToList().ForEach(pair => quantities.Find(pair.First, pair.Second)));
            var wholeSeconds = Seconds(() => documents.ForEach(document => reading.Read(document)));
            if (round > 0)
            {
                // The first round compiles.
                Console.WriteLine(FormattableString.Invariant(
                    $"times {tokens / timeSeconds:F0} tokens/s, quantities {tokens / quantitySeconds:F0}, both {tokens / (timeSeconds + quantitySeconds):F0}, {(timeSeconds + quantitySeconds) / wholeSeconds:P1} of a reading"));
            }
        }
    }

    private static double Seconds(Action work)
    {
        var before = Environment.CpuUsage.TotalTime;
        work();
        return (Environment.CpuUsage.TotalTime - before).TotalSeconds;
    }
}
