using System.Diagnostics;
using OnRecord.Attributions;
using OnRecord.Claims;
using OnRecord.Data;
using OnRecord.Language;
using OnRecord.Names;
using OnRecord.Pages;
using OnRecord.Quantities;
using OnRecord.Times;

namespace OnRecord.Benchmarks;

/// <summary>What each stage takes of a reading, and how many articles of 700 words are read in a second on all cores.</summary>
internal static class StageShares
{
    private const int Words = 700;
    private const int Warming = 30;

    /// <summary>Least seconds for which each of the two is measured.</summary>
    private const double Seconds = 8;

    private static readonly ReadOptions Options = new() { Plain = true };
    private static readonly string[] Names = ["pages", "language", "names", "times", "quantities", "attributions", "claims", "record"];

    /// <summary>Prints the shares and the speed over the <c>.txt</c> files of a folder, or over an article of our own.</summary>
    public static void Print(string? folder)
    {
        var pages = folder is null
            ? [Article.Of(Words / 100)]
            : Directory.EnumerateFiles(folder, "*.txt").Order(StringComparer.Ordinal).Select(file => Page.Of(File.ReadAllBytes(file), mediaType: "text/plain")).ToArray();
        var stages = new Stages();
        var reading = Reading.Open();
        for (var i = 0; i < Warming; i++)
        {
            stages.Read(pages[i % pages.Length]);
            reading.Read(pages[i % pages.Length], Options);
        }

        Array.Clear(stages.Ticks);
        (long words, var clock) = (0, Stopwatch.StartNew());
        for (var i = 0; clock.Elapsed.TotalSeconds < Seconds; i++)
        {
            words += stages.Read(pages[i % pages.Length]);
        }

        foreach (var (name, ticks) in Names.Zip(stages.Ticks))
        {
            Console.WriteLine(FormattableString.Invariant($"{name,-13} {(double)ticks / stages.Ticks.Sum(),7:P1} {TimeSpan.FromTicks(ticks).TotalMilliseconds * Words / words,8:F2} ms for {Words} words"));
        }

        PrintSpeed(reading, pages);
    }

    private static void PrintSpeed(Reading reading, Page[] pages)
    {
        long words = 0;
        var clock = Stopwatch.StartNew();
        Parallel.For(0, Environment.ProcessorCount, worker =>
        {
            for (var i = worker; clock.Elapsed.TotalSeconds < Seconds; i++)
            {
                foreach (var record in reading.Read(pages[i % pages.Length], Options))
                {
                    RecordJson.Write(record, Stream.Null);
                    Interlocked.Add(ref words, Count(record.Document.Text));
                }
            }
        });
        Console.WriteLine(FormattableString.Invariant($"{words / (double)Words / clock.Elapsed.TotalSeconds:F1} articles/s of {Words} words on {Environment.ProcessorCount} cores"));
    }

    private static int Count(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    /// <summary>The steps of a reading, each timed.</summary>
    private sealed class Stages
    {
        private readonly PageReader _pages = new(DataFolder.English());
        private readonly EnglishAnalyzer _analyzer = new(DataFolder.English());
        private readonly NameFinder _names = new(DataFolder.English());
        private readonly TimeFinder _times = new(DataFolder.English());
        private readonly QuantityFinder _quantities = new(DataFolder.English());
        private readonly AttributionFinder _attributions = new(DataFolder.English());
        private readonly ClaimFinder _claims = new(DataFolder.English());

        public long[] Ticks { get; } = new long[StageShares.Names.Length];

        /// <summary>Reads a page; the number of its words.</summary>
        public int Read(Page page)
        {
            var words = 0;
            foreach (var document in Timed(0, () => _pages.Read(page, Options)).Select(document => document with { Language = "en" }))
            {
                var analysis = Timed(1, () => _analyzer.Analyze(document));
                var names = Timed(2, () => _names.Find(analysis));
                var times = Timed(3, () => _times.Find(analysis));
                var quantities = Timed(4, () => _quantities.Find(analysis, times.Found));
                var attributions = Timed(5, () => _attributions.Find(analysis, names));
                var claims = Timed(6, () => _claims.Find(analysis, names, attributions.Found, times.Found, quantities.Found));
                var record = new Record
                {
                    Document = document,
                    Mentions = names.Mentions,
                    Entities = names.Entities,
                    Times = times.Found,
                    Quantities = quantities.Found,
                    Attributions = attributions.Found,
                    Claims = claims.Found,
                };
                Timed(7, () =>
                {
                    RecordJson.Write(record, Stream.Null);
                    return 0;
                });
                words += Count(document.Text);
            }

            return words;
        }

        private T Timed<T>(int stage, Func<T> step)
        {
            var started = Stopwatch.GetTimestamp();
            var made = step();
            Ticks[stage] += Stopwatch.GetElapsedTime(started).Ticks;
            return made;
        }
    }
}
