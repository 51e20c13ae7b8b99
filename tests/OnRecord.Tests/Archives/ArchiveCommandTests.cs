using System.Text.Json;
using OnRecord.App.Cli;
using OnRecord.Tests.Cli;
using OnRecord.Tests.Records;

namespace OnRecord.Tests.Archives;

public sealed class ArchiveCommandTests : IDisposable
{
    private readonly ProgramRun _program = new();

    private string Archive => _program.PathOf("a.db");

    [Fact]
    public void Pages_are_added_found_exported_and_removed()
    {
        Assert.Equal(ExitCode.Success, _program.Run("add", SamplePages.Folder, "-a", Archive));
        Assert.Equal(8, _program.Output.Split('\n').Count(line => line.StartsWith("stored ", StringComparison.Ordinal)));
        Assert.Equal(ExitCode.Success, _program.Run("add", SamplePages.Folder, "-a", Archive));
        Assert.Equal(8, _program.Output.Split('\n').Count(line => line.StartsWith("known ", StringComparison.Ordinal)));
        Assert.Equal(ExitCode.Success, _program.Run("search", "earthquake", "-a", Archive, "--format", "table"));
        Assert.Contains("*earthquake*", _program.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Success, _program.Run("search", "status:notStated", "-a", Archive, "--facets"));
        Assert.All(_program.Output.TrimEnd().Split('\n'), line => JsonDocument.Parse(line).Dispose());
        Assert.Equal(ExitCode.Success, _program.Run("timeline", "earthquake", "-a", Archive, "--format", "table"));
        Assert.StartsWith("1987-10-01 to 1987-10-31\n", _program.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Success, _program.Run("info", "-a", Archive));
        Assert.Contains("8, ", _program.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Success, _program.Run("verify", "-a", Archive));
        Assert.Equal(ExitCode.Success, _program.Run("reread", "-a", Archive));
        Assert.Contains("0 pages read again", _program.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Success, _program.Run("remove", SamplePages.PagePath("quake-brief"), "-a", Archive));
        Assert.Equal(ExitCode.SomeUnread, _program.Run("remove", "nothing", "-a", Archive));
        Assert.Equal(ExitCode.Success, _program.Run("search", "earthquake", "-a", Archive, "--format", "table"));
        Assert.Equal("no documents found\n", _program.Output);
    }

    [Fact]
    public void Stories_are_listed_a_line_each_or_as_a_report()
    {
        foreach (var (name, day, text) in StoryReports.All)
        {
            File.WriteAllText(_program.PathOf(name + ".txt"), text);
            Assert.Equal(ExitCode.Success, _program.Run("add", _program.PathOf(name + ".txt"), "--plain", "--published", $"2025-03-{day:00}", "-a", Archive, "-q"));
        }

        Assert.Equal(ExitCode.Success, _program.Run("stories", "-a", Archive));
        var stories = _program.Output.TrimEnd().Split('\n').Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(["2025-03-14", "2025-03-04", "2025-03-04"], stories.ConvertAll(story => story.GetProperty("latest").GetString()));
        Assert.Equal(stories[0].GetProperty("id").GetString(), stories[0].GetProperty("documents")[0].GetProperty("record").GetString());
        var denied = stories.SelectMany(story => story.GetProperty("contradictions").EnumerateArray()).Single();
        Assert.Equal("denial", denied.GetProperty("kind").GetString());
        var told = stories.SelectMany(story => story.GetProperty("happenings").EnumerateArray()).First(happening => happening.GetProperty("act").GetString() == "overload");
        Assert.Equal("overloaded", told.GetProperty("claims")[0].GetProperty("predicate").GetProperty("text").GetString());
        Assert.EndsWith("strike-1.txt", stories[0].GetProperty("documents")[0].GetProperty("page").GetString(), StringComparison.Ordinal);
        Assert.Equal(ExitCode.Success, _program.Run("stories", "wreck", "-a", Archive, "--format", "table"));
        Assert.Contains("2025-03-02 to 2025-03-04", _program.Output, StringComparison.Ordinal);
        Assert.Contains("contradicted (one says that it is so, the other that it is not)", _program.Output, StringComparison.Ordinal);
        Assert.Contains("killed: 12 (Police in Karsk, 2025-03-02); 14 (", _program.Output, StringComparison.Ordinal);
        Assert.EndsWith("\n1 story found\n", _program.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_archive_exports_is_what_reading_exports()
    {
        _program.Run("add", SamplePages.Folder, "-a", Archive, "-q");
        Assert.Equal("", _program.Output);
        _program.Run("read", SamplePages.Folder, "--format", "jsonl");
        var read = _program.Output;
        Assert.Equal(ExitCode.Success, _program.Run("export", "-a", Archive, "--format", "jsonl"));
        Assert.Equal(read, _program.Output);
    }

    [Theory]
    [InlineData(ExitCode.Usage, "is no filter", "search", "who:me")]
    [InlineData(ExitCode.Usage, "takes a number from 1", "search", "x", "-n", "0")]
    [InlineData(ExitCode.Usage, "Required", "export")]
    [InlineData(ExitCode.Usage, "no page found", "add", "EMPTY")]
    public void A_wrong_command_is_told(int code, string told, params string[] args)
    {
        _program.Run("add", SamplePages.PagePath("quake-brief"), "-a", Archive);
        Directory.CreateDirectory(_program.PathOf("EMPTY"));
        Assert.Equal(code, _program.Run([.. args.Select(arg => arg == "EMPTY" ? _program.PathOf(arg) : arg), "-a", Archive]));
        Assert.Contains(told, _program.Error, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_missing_archive_is_told_and_none_is_made()
    {
        foreach (var verb in new[] { "search", "timeline", "stories", "info", "verify", "reread" })
        {
            Assert.Equal(ExitCode.Archive, _program.Run(verb, "-a", Archive));
            Assert.Contains("no such archive", _program.Error, StringComparison.Ordinal);
        }

        Assert.False(File.Exists(Archive));
    }

    [Fact]
    public void A_question_that_is_too_long_is_a_wrong_command()
    {
        _program.Run("add", SamplePages.PagePath("quake-brief"), "-a", Archive);
        foreach (var verb in new[] { "search", "timeline" })
        {
            Assert.Equal(ExitCode.Usage, _program.Run([verb, string.Join(" OR ", Enumerable.Range(0, 300).Select(i => $"w{i}")), "-a", Archive]));
            Assert.Contains("up to 64", _program.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_damaged_record_is_named_and_the_others_are_exported_and_found()
    {
        _program.Run("add", SamplePages.Folder, "-a", Archive);
        _program.Run("export", "-a", Archive, "--format", "jsonl");
        var whole = _program.Output.Split('\n');
        string damaged;
        using (var store = OnRecord.Archive.RecordStore.Open(Archive))
        {
            damaged = store.Database.Scalar<string>("SELECT record_id FROM record WHERE headline LIKE '%earthquake%' OR title LIKE '%quake%' ORDER BY id LIMIT 1");
            store.Database.Execute("UPDATE body SET json = '[[' WHERE record = (SELECT id FROM record WHERE record_id = @id)", ("@id", damaged));
        }

        foreach (var format in new[] { "jsonl", "csv", "markdown" })
        {
            Assert.Equal(ExitCode.Archive, _program.Run("export", "-a", Archive, "--format", format));
            Assert.Contains($"record {damaged}: is damaged", _program.Error, StringComparison.Ordinal);
            Assert.NotEmpty(_program.Output);
        }

        _program.Run("export", "-a", Archive, "--format", "jsonl");
        Assert.Equal(whole.Where(line => !line.Contains(damaged, StringComparison.Ordinal)), _program.Output.Split('\n'));
        Assert.Equal(ExitCode.Archive, _program.Run("search", "earthquake", "-a", Archive));
        Assert.Contains(damaged, _program.Output, StringComparison.Ordinal);
        Assert.Contains($"record {damaged}: is damaged", _program.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Success, _program.Run("timeline", "-a", Archive));
        Assert.Equal(ExitCode.Success, _program.Run("reread", "-a", Archive));
        Assert.Equal(ExitCode.Success, _program.Run("verify", "-a", Archive));
    }

    [Fact]
    public void Tables_of_a_query_of_claims_hold_those_that_were_found()
    {
        _program.Run("add", SamplePages.Folder, "-a", Archive);
        _program.Run("search", "status:denied", "-n", "1000", "-a", Archive, "--format", "json");
        var found = _program.Output.Split('\n').Where(line => line.Contains("\"claimId\"", StringComparison.Ordinal)).Sum(line => JsonDocument.Parse(line).RootElement.GetProperty("copies").GetInt32() + 1);
        Assert.NotEqual(0, found);
        Assert.Equal(found, Rows("status:denied"));
        Assert.Equal(found, Rows("status:denied", "--claims"));
        var all = Rows("");
        Assert.True(Rows("status:denied", "--claims", "false") > found);
        Assert.True(Rows("earthquake", "--claims") < Rows("earthquake") && Rows("earthquake") < all);
        _program.Run("export", "status:denied", "-a", Archive, "--format", "jsonl", "--claims");
        Assert.Equal(found, _program.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Sum(line => RecordJson.Read(line).Claims.Length));

        int Rows(string query, params string[] options)
        {
            Assert.Equal(ExitCode.Success, _program.Run(["export", query, "-a", Archive, "--format", "csv", .. options]));
            return _program.Output.Split('\n').Count(line => line.StartsWith("urn:onrecord:", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_day_of_publication_that_is_given_later_is_taken()
    {
        var page = _program.PathOf("page.txt");
        File.WriteAllText(page, "The dam failed yesterday, Mayor Orlo said.");
        _program.Run("add", page, "-a", Archive, "--plain");
        Assert.Equal(ExitCode.Success, _program.Run("add", page, "-a", Archive, "--published", "2025-08-25"));
        Assert.StartsWith("redone ", _program.Output, StringComparison.Ordinal);
        Assert.Contains("made anew with the day given now", _program.Error, StringComparison.Ordinal);
        _program.Run("timeline", "dam", "-a", Archive, "--format", "table");
        Assert.StartsWith("2025-08-24\n", _program.Output, StringComparison.Ordinal);
        _program.Run("add", page, "-a", Archive, "--published", "2025-08-25");
        Assert.StartsWith("known ", _program.Output, StringComparison.Ordinal);
        _program.Run("add", page, "-a", Archive);
        Assert.StartsWith("known ", _program.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Success, _program.Run("verify", "-a", Archive));
        Assert.Equal(ExitCode.Success, _program.Run("reread", "--all", "-a", Archive));
        _program.Run("timeline", "dam", "-a", Archive, "--format", "table");
        Assert.StartsWith("2025-08-24\n", _program.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Damage_is_told_with_an_exit_code()
    {
        _program.Run("add", SamplePages.PagePath("quake-brief"), "-a", Archive);
        using (var store = OnRecord.Archive.RecordStore.Open(Archive))
        {
            store.Database.Execute("DELETE FROM quantity");
        }

        Assert.Equal(ExitCode.Archive, _program.Run("verify", "-a", Archive));
        Assert.Contains("quantities in the record, 0 in the table", _program.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _program.Dispose();
}
