using System.Diagnostics;
using System.Text;
using OnRecord.Data;
using OnRecord.Language;
using OnRecord.Pages;

namespace OnRecord.Benchmarks;

/// <summary>The whole English analysis over a folder of running text on one core; what <c>bench/compare-language</c> sets beside a peer.</summary>
internal static class LanguageSpeed
{
    private static readonly ReadOptions Options = new() { Plain = true };

    /// <summary>Prints tokens/s and sentences/s over the <c>.txt</c> files of a folder.</summary>
    public static void OfFolder(string folder)
    {
        var pages = new PageReader(DataFolder.English());
        var analyzer = new EnglishAnalyzer(DataFolder.English());
        var documents = Directory.EnumerateFiles(folder, "*.txt").Order(StringComparer.Ordinal)
            .Select(file => pages.Read(Page.Of(File.ReadAllBytes(file), mediaType: "text/plain"), Options)[0] with { Language = "en" }).ToList();
        foreach (var document in documents.Take(20))
        {
            analyzer.Analyze(document);
        }

        var clock = Stopwatch.StartNew();
        int tokens = 0, sentences = 0;
        foreach (var document in documents)
        {
            var analysis = analyzer.Analyze(document);
            (tokens, sentences) = (tokens + analysis.Tokens.Length, sentences + analysis.Sentences.Length);
        }

        Console.WriteLine(FormattableString.Invariant($"{tokens / clock.Elapsed.TotalSeconds:F0} {sentences / clock.Elapsed.TotalSeconds:F0}"));
    }

    /// <summary>Prints how long a token takes in sentences of growing length: about as long, however long the sentence.</summary>
    public static void ByLength()
    {
        var analyzer = new EnglishAnalyzer(DataFolder.English());
        string[] words = ["the", "old", "council", "of", "Karsund", "met", "late", "on", "Friday", "and", "talked", "about", "its", "harbour", "while", "boats", "waited"];
        foreach (var length in new[] { 5, 10, 20, 50, 100, 200, 400, 1000, 10_000, 50_000 })
        {
            var sentence = string.Join(' ', Enumerable.Range(0, length - 1).Select(i => words[i % words.Length])) + ".\n";
            var text = new StringBuilder().Insert(0, sentence, Math.Max(1, 20_000 / length)).ToString();
            var document = new PageReader(DataFolder.English()).Read(Page.Of(Encoding.UTF8.GetBytes(text), mediaType: "text/plain"), Options)[0] with { Language = "en" };
            analyzer.Analyze(document);
            var before = GC.GetAllocatedBytesForCurrentThread();
            var clock = Stopwatch.StartNew();
            var tokens = analyzer.Analyze(document).Tokens.Length;
            Console.WriteLine(FormattableString.Invariant(
                $"{length,6} tokens a sentence: {clock.Elapsed.TotalMicroseconds / tokens,6:F1} µs and {(GC.GetAllocatedBytesForCurrentThread() - before) / (double)tokens,6:F0} bytes a token"));
        }
    }
}
