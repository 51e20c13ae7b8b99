using OnRecord.Data;
using OnRecord.Language;
using OnRecord.Language.Roles;
using OnRecord.Names;
using OnRecord.Pages;

namespace OnRecord.Benchmarks;

/// <summary>What one finder takes of a whole reading, in processor time, over a folder of running text.</summary>
internal static class FinderShare
{
    private const int Rounds = 5;

    private static readonly ReadOptions Options = new() { Plain = true };

    /// <summary>Finding and joining names.</summary>
    public static void OfNames(string folder)
    {
        var names = new NameFinder(DataFolder.English());
        Print(folder, analysis => names.Find(analysis));
    }

    /// <summary>Finding predicates and their arguments, with the trees turned downwards.</summary>
    public static void OfRoles(string folder)
    {
        var roles = RoleLabeller.Open(DataFolder.English());
        Print(folder, analysis => roles.Find(analysis));
    }

    /// <summary>Prints the share, in per cent, over the <c>.txt</c> files of a folder, for each of five rounds.</summary>
    private static void Print(string folder, Action<Analysis> find)
    {
        var data = DataFolder.English();
        var (reading, pages, analyzer) = (new Reading(data), new PageReader(data), new EnglishAnalyzer(data));
        var documents = Directory.EnumerateFiles(folder, "*.txt").Order(StringComparer.Ordinal)
            .Select(file => pages.Read(Page.Of(File.ReadAllBytes(file), mediaType: "text/plain"), Options)[0] with { Language = "en" }).ToList();
        var analyses = documents.Select(document => analyzer.Analyze(document)).ToList();
        for (var round = 0; round <= Rounds; round++)
        {
            var (whole, part) = (Measure(() => documents.ForEach(document => reading.Read(document))), Measure(() => analyses.ForEach(find)));
            if (round > 0)
            {
                Console.WriteLine(FormattableString.Invariant($"{100 * part.TotalSeconds / whole.TotalSeconds:F1}"));
            }
        }
    }

    private static TimeSpan Measure(Action work)
    {
        var before = Environment.CpuUsage.TotalTime;
        work();
        return Environment.CpuUsage.TotalTime - before;
    }
}
