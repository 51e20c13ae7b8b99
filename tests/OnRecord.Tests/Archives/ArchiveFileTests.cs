using System.Diagnostics;
using System.Text;
using OnRecord.App.Cli;
using OnRecord.Archive;
using OnRecord.Archive.Search;
using OnRecord.Tests.Cli;

namespace OnRecord.Tests.Archives;

/// <summary>What becomes of an archive's file: removed text, files that nobody may write, files of strangers, files that go.</summary>
public sealed class ArchiveFileTests
{
    [Fact]
    public void What_is_removed_is_in_none_of_the_files_any_more()
    {
        using var archive = new TempArchive();
        // Many pages, so that the trees of the file have several levels and grow and shrink.
        for (var page = 0; page < 40; page++)
        {
            archive.Add($"page{page}", Secret(page) + string.Concat(Enumerable.Repeat($" The dam number {page} held, Mayor Orlo said.", 30)));
        }

        for (var page = 0; page < 40; page += 2)
        {
            Assert.Equal(1, archive.Store.Remove($"page{page}"));
        }

        Assert.Null(archive.Store.Wipe());
        var files = Directory.EnumerateFiles(Path.GetDirectoryName(archive.FilePath)!).Select(file => Encoding.Latin1.GetString(Read(file))).ToList();
        for (var page = 0; page < 40; page++)
        {
            // A word is stored in small letters in the full text.
            var found = files.Any(file => file.Contains($"quorlzyx{page:D2}", StringComparison.OrdinalIgnoreCase));
            Assert.True(found == (page % 2 == 1), $"the text of page {page} is {(found ? "still there" : "gone")}");
        }

        Assert.Empty(Verification.Check(archive.Store));

        static string Secret(int page) => $"Quorlzyx{page:D2} was here, Ann Quorlzyx{page:D2} said on Monday. It cost {page} dollars, Quorlzyx{page:D2} added.";
    }

    [Fact]
    public void An_archive_that_nobody_may_write_is_read()
    {
        using var archive = new TempArchive();
        archive.Add("one.txt", "The dam failed on Monday, Orlo said.");
        archive.Store.Dispose();
        var folder = Path.GetDirectoryName(archive.FilePath)!;
        var before = Read(archive.FilePath);
        try
        {
            Bash($"chmod 0444 '{archive.FilePath}' && chmod 0555 '{folder}'");
            foreach (var verb in new[] { "search dam", "timeline", "export --format csv", "info", "verify" })
            {
                var (code, told) = AsNobody(verb, archive.FilePath);
                Assert.True(code == 0, $"{verb}: {code} {told}");
            }

            var (refused, why) = AsNobody("remove one.txt", archive.FilePath);
            Assert.True(refused == ExitCode.Archive, why);
        }
        finally
        {
            Bash($"chmod 0755 '{folder}' && chmod 0644 '{archive.FilePath}'");
        }

        Assert.Equal(before, Read(archive.FilePath));
    }

    [Fact]
    public void An_empty_file_is_no_archive_to_those_who_read()
    {
        using var program = new ProgramRun();
        var path = program.PathOf("empty.db");
        File.WriteAllText(path, "");
        foreach (var verb in new[] { "search", "timeline", "info", "verify", "reread" })
        {
            Assert.Equal(ExitCode.Archive, program.Run(verb, "-a", path));
            Assert.Contains("empty file", program.Error, StringComparison.Ordinal);
        }

        Assert.Equal(0, new FileInfo(path).Length);
        Assert.Equal(ExitCode.Archive, program.Run("search", "-a", ""));
    }

    [Theory]
    [InlineData(":memory:")]
    [InlineData("file:x.db?mode=memory")]
    public void A_path_is_a_path_whatever_it_means_to_sqlite(string name)
    {
        using var program = new ProgramRun();
        var page = program.PathOf("page.txt");
        File.WriteAllText(page, "The dam failed on Monday.");
        var path = Path.Combine(Path.GetDirectoryName(page)!, name);
        Assert.Equal(ExitCode.Success, program.Run("add", page, "-a", path));
        Assert.True(File.Exists(path));
        Assert.Equal(ExitCode.Success, program.Run("search", "dam", "-a", path, "--format", "table"));
        Assert.Contains("1 document found", program.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_trigger_of_a_stranger_does_not_run()
    {
        using var archive = new TempArchive();
        archive.Store.Database.Execute("CREATE TRIGGER forged AFTER INSERT ON claim BEGIN UPDATE claim SET status = 'denied'; DELETE FROM page; END");
        archive.Add("one.txt", "The dam failed on Monday, Orlo said.");
        archive.Reopen();
        archive.Add("two.txt", "The bridge failed on Monday, Orlo said.");
        Assert.Equal(0, archive.Search.CountClaims(SearchQuery.Parse("status:denied")));
        Assert.Equal(2, ArchiveSummary.Of(archive.Store).Pages);
        Assert.Equal(["schema: trigger forged is none of OnRecord's: it does not run here, but would in other programs"], Verification.Check(archive.Store));
        Assert.Equal(0, archive.Store.Database.Scalar<long>("PRAGMA trusted_schema"));
        Assert.Equal(0, archive.Store.Database.Scalar<long>("PRAGMA mmap_size"));
    }

    [Fact]
    public void An_archive_that_goes_or_is_replaced_is_not_written()
    {
        using var archive = new TempArchive();
        using var other = new TempArchive();
        other.Add("other.txt", "The ferry sank on Monday.");
        var id = archive.Store.Id;
        archive.Store.Dispose();
        using var store = RecordStore.OpenSame(archive.FilePath, id, toRead: false);
        store.Add([TempArchive.PageOf("one.txt", "The dam failed on Monday.")]);
        foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(archive.FilePath)!).ToList())
        {
            File.Move(file, file + ".moved");
        }

        Assert.Contains("no such archive", Assert.Throws<ArchiveException>(() => store.Add([TempArchive.PageOf("two.txt", "The dam held.")])).Message, StringComparison.Ordinal);
        Assert.False(File.Exists(archive.FilePath));
        other.Store.Wipe();
        File.Copy(other.FilePath, archive.FilePath);
        Assert.Contains("another stands in its place", Assert.Throws<ArchiveException>(() => store.Add([TempArchive.PageOf("two.txt", "The dam held.")])).Message, StringComparison.Ordinal);
        Assert.Contains("another stands in its place", Assert.Throws<ArchiveException>(() => RecordStore.OpenSame(archive.FilePath, id, toRead: true)).Message, StringComparison.Ordinal);
        Assert.Equal(1, ArchiveSummary.Of(other.Store).Pages);
    }

    private static byte[] Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }

    private static (int Code, string Told) AsNobody(string verb, string archive)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "OnRecord.App.dll");
        return Environment.UserName == "root"
            ? Bash($"setpriv --reuid=nobody --regid=nogroup --clear-groups dotnet '{program}' {verb} --archive '{archive}'")
            : Bash($"dotnet '{program}' {verb} --archive '{archive}'");
    }

    private static (int Code, string Told) Bash(string command)
    {
        var start = new ProcessStartInfo("bash", ["-c", command]) { RedirectStandardError = true, RedirectStandardOutput = true };
        (start.Environment["DOTNET_CLI_HOME"], start.Environment["HOME"]) = ("/tmp", "/tmp");
        using var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        var told = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, told);
    }
}
