using System.Diagnostics;
using OnRecord.Archive;

namespace OnRecord.Tests.Archives;

/// <summary>The process is killed while it adds: what it had reported as stored is there, and the archive holds.</summary>
public sealed class KillTests
{
    private const int Runs = 10;
    private const int Pages = 150;

    private static readonly string[] Tables = ["page", "place", "record", "body", "entity", "time", "quantity", "attribution", "claim", "family", "shingle", "likeness"];

    [Fact]
    public async Task Nothing_that_was_reported_as_stored_is_lost_when_the_process_is_killed()
    {
        var folder = Directory.CreateTempSubdirectory("onrecord-kill-");
        try
        {
            for (var i = 0; i < Pages; i++)
            {
                await File.WriteAllTextAsync(Path.Combine(folder.FullName, $"{i:D3}.txt"), $"Bridge {i} failed on Monday, Mayor Orlo said. It was built in {1800 + i}.", TestContext.Current.CancellationToken);
            }

            var archive = Path.Combine(folder.FullName, "kill.db");
            var reported = new HashSet<string>();
            for (var run = 0; run < Runs; run++)
            {
                // Killed behind a line of the report: each run dies at another page.
                await KillAfter(folder.FullName, archive, 3 + 14 * run, reported);
                if (File.Exists(archive))
                {
                    using var store = RecordStore.Open(archive);
                    Assert.Empty(Verification.Check(store));
                    Assert.All(reported, hash => Assert.Contains(store.Hashes(), stored => stored.StartsWith(hash, StringComparison.Ordinal)));
                }
            }

            Assert.NotEmpty(reported);
            // Gone on with to the end, it is what it had been without a break.
            var whole = Path.Combine(folder.FullName, "whole.db");
            await KillAfter(folder.FullName, archive, int.MaxValue, reported);
            await KillAfter(folder.FullName, whole, int.MaxValue, []);
            Assert.Equal(Content(whole), Content(archive));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>All rows of the archive's own tables, by their columns.</summary>
    private static List<string> Content(string archive)
    {
        using var store = RecordStore.Open(archive);
        Assert.Empty(Verification.Check(store));
        var rows = new List<string>();
        foreach (var table in Tables)
        {
            var columns = store.Database.Columns(table).Select(column => $"quote(\"{column}\")");
            rows.AddRange(store.Database.Rows($"SELECT {string.Join(" || ' ' || ", columns)} FROM \"{table}\" ORDER BY 1", row => $"{table}: {row.GetString(0)}"));
        }

        Assert.Equal(Pages, store.Hashes().Count);
        return rows;
    }

    private static async Task KillAfter(string folder, string archive, int lines, HashSet<string> reported)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "OnRecord.App.dll"), "add", folder, "--archive", archive]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        for (var i = 0; i < lines && await process.StandardOutput.ReadLineAsync() is { } line; i++)
        {
            reported.Add(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]);
        }

        process.Kill();
        await process.WaitForExitAsync();
    }
}
