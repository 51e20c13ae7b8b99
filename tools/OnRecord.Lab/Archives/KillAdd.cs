using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using OnRecord.Archive;

namespace OnRecord.Lab.Archives;

/// <summary><c>kill-add</c>: kills <c>onrecord add</c> at random times, many times, and looks whether anything that it had reported is lost.</summary>
internal static class KillAdd
{
    /// <summary>Between these shares of the time that a whole run takes it is killed: start-up is over then, and some runs come to their end.</summary>
    private const double Earliest = 0.6;
    private const double Latest = 1.2;

    public static Command Command()
    {
        var program = new Argument<string>("program") { Description = "OnRecord.App.dll" };
        var runs = new Option<int>("--runs") { Description = "How often", DefaultValueFactory = _ => 100 };
        var seed = new Option<int>("--seed") { Description = "Seed of the times", DefaultValueFactory = _ => 11 };
        var pages = new Option<int>("--pages") { Description = "Pages that each run adds", DefaultValueFactory = _ => 60 };
        var command = new Command("kill-add", "Kills 'onrecord add' at random times and checks that nothing reported is lost.") { program, runs, seed, pages };
        command.SetAction(parsed => Run(parsed.GetValue(program)!, parsed.GetValue(runs), parsed.GetValue(seed), parsed.GetValue(pages)) ? 0 : 1);
        return command;
    }

    private static bool Run(string program, int runs, int seed, int pages)
    {
        var folder = Directory.CreateTempSubdirectory("onrecord-kill-");
        var random = new Random(seed);
        var (lost, bad, reportedInAll, killed, archives, done) = (0, 0, 0, 0, 0, 0);
        try
        {
            for (var i = 0; i < pages; i++)
            {
                File.WriteAllText(Path.Combine(folder.FullName, $"{i:D4}.txt"), $"Bridge {i} failed on Monday, Mayor Orlo said. It was built in {1600 + i}, and {i} people live beside it.");
            }

            // A first run that may end tells how long one takes here; the kills fall around its end, many of them into writing.
            var watch = Stopwatch.StartNew();
            AddAndKill(program, folder.FullName, Path.Combine(folder.FullName, "whole.db"), Timeout.InfiniteTimeSpan, []);
            var whole = watch.Elapsed;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{pages} pages in {whole.TotalSeconds:F1} s"));
            var (archive, reported) = (Path.Combine(folder.FullName, "0.db"), new HashSet<string>(StringComparer.Ordinal));
            for (var run = 1; run <= runs; run++)
            {
                var isWhole = AddAndKill(program, folder.FullName, archive, whole * (Earliest + (Latest - Earliest) * random.NextDouble()), reported);
                killed += isWhole ? 0 : 1;
                if (File.Exists(archive) && new FileInfo(archive).Length > 0)
                {
                    using var store = RecordStore.OpenOrCreate(archive);
                    bad += Verification.Check(store).Length;
                    var stored = store.Hashes().Select(hash => hash[..16]).ToHashSet(StringComparer.Ordinal);
                    lost += reported.Count(hash => !stored.Contains(hash));
                }

                if (isWhole)
                {
                    // All is in: begin another archive.
                    archive = Path.Combine(folder.FullName, $"{++archives}.db");
                    reportedInAll += reported.Count;
                    reported.Clear();
                }

                if (++done % 50 == 0)
                {
                    Console.WriteLine($"{done} runs, {killed} killed, {reportedInAll + reported.Count} pages reported, {lost} lost, {bad} problems");
                }
            }

            return lost == 0 && bad == 0;
        }
        finally
        {
            Console.WriteLine($"{done} runs, {killed} killed before their end, {archives} archives filled, {lost} reported pages lost, {bad} problems found by verify");
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Whether the program came to its end before it was killed.</summary>
    private static bool AddAndKill(string program, string folder, string archive, TimeSpan after, HashSet<string> reported)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [program, "add", Path.Combine(folder, "*.txt"), "--archive", archive]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var lines = new List<string>();
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is { } text)
            {
                lines.Add(text);
            }
        };
        var errors = new List<string>();
        process.ErrorDataReceived += (_, line) => errors.Add(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var whole = process.WaitForExit(after);
        if (!whole)
        {
            process.Kill();
        }

        process.WaitForExit();
        if (whole && process.ExitCode != 0)
        {
            throw new InvalidOperationException($"'add' ended with {process.ExitCode}: {string.Join('\n', errors)}");
        }

        foreach (var hash in lines.Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(parts => parts.Length > 1 && parts[1].Length == 16).Select(parts => parts[1]))
        {
            reported.Add(hash);
        }

        return whole;
    }
}
