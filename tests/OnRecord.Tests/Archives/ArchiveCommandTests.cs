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
        foreach (var verb in new[] { "search", "timeline", "info", "verify", "reread" })
        {
            Assert.Equal(ExitCode.Archive, _program.Run(verb, "-a", Archive));
            Assert.Contains("no such archive", _program.Error, StringComparison.Ordinal);
        }

        Assert.False(File.Exists(Archive));
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
