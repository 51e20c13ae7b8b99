using OnRecord.App.Cli;
using OnRecord.App.Outputs;
using OnRecord.App.Outputs.Exports;

namespace OnRecord.Tests.Cli;

/// <summary>Neither a page nor the name of a file gives a terminal orders, turns its text around or forges a line of a report.</summary>
public sealed class TerminalTextTests(TerminalTextTests.Archived archived) : IClassFixture<TerminalTextTests.Archived>, IDisposable
{
    private const string Evil = "\e]0;owned\a\u009b31m\u202e\u2066\u200f\U000E0041";

    private readonly ProgramRun _pipe = new();
    private readonly ProgramRun _terminal = new() { IsOutputTerminal = true };

    public static TheoryData<string> Commands =>
    [
        "read PAGE --format table", "read PAGE --format text", "read PAGE --format conllu", "read PAGE --format html", "claims PAGE", "claims PAGE --format jsonl", "names PAGE --format table", "names PAGE --format csv", "explain PAGE 0..60",
        "search ferry -a ARCHIVE", "search ferry -a ARCHIVE --format json", "timeline -a ARCHIVE", "timeline -a ARCHIVE --format json", "info -a ARCHIVE",
        .. ExportFormats.Names.Except(["brat", "parquet", "events-parquet"]).Select(format => $"export -a ARCHIVE --format {format}"),
    ];

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_terminal_gets_no_orders_in_any_format(string command)
    {
        var (page, archive) = (archived.Page, archived.Archive);
        Assert.Equal(ExitCode.Success, _terminal.Run([.. command.Split(' ').Select(part => part switch { "PAGE" => page, "ARCHIVE" => archive, _ => part })]));
        Assert.NotEmpty(_terminal.Output);
        Assert.All(["\e]", "\a", "\u009b", "\u202e", "\u2066", "\u200f", "\U000E0041"], mark => Assert.DoesNotContain(mark, _terminal.Output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("text")]
    [InlineData("csv")]
    public void A_pipe_gets_what_the_page_holds(string format)
    {
        var page = _pipe.File("page.txt", "A ferry \u202eran aground, the coast guard said.\n");
        Assert.Equal(ExitCode.Success, _pipe.Run("read", page, "--format", format));
        Assert.Contains("\u202e", _pipe.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("read", "--format", "text")]
    [InlineData("read", "--format", "table")]
    [InlineData("read", "--format", "conllu")]
    [InlineData("claims")]
    [InlineData("names", "--format", "table")]
    [InlineData("add", "-a", "ARCHIVE")]
    public void A_name_forges_no_line_in_a_pipe_either(params string[] command)
    {
        var good = _pipe.File("g\nstored deadbeef\r\u2028# article \e[2J\u202e.txt", "A ferry ran aground, the coast guard said.\n");
        var bad = _pipe.File("b\nonrecord: all pages hold\u0085\e[2J\u202e.txt", "");
        Assert.Equal(ExitCode.SomeUnread, _pipe.Run([.. command.Select(part => part == "ARCHIVE" ? _pipe.PathOf("archive.db") : part), good, bad]));
        var lines = $"{_pipe.Output}\n{_pipe.Error}".Split('\n', '\r', '\u0085', '\u2028');
        Assert.DoesNotContain(lines, line => line.StartsWith("stored deadbeef", StringComparison.Ordinal) || line.StartsWith("# article \e", StringComparison.Ordinal) || line.StartsWith("onrecord: all", StringComparison.Ordinal));
        Assert.All(["\e", "\u202e", "\u0085"], mark => Assert.DoesNotContain(mark, _pipe.Output + _pipe.Error, StringComparison.Ordinal));
    }

    [Fact]
    public void Text_in_pieces_is_cleaned_as_a_whole()
    {
        const string Text = "né\r\n\tNorrick \u202e日本 😀 \e[0m\nend";
        var bytes = System.Text.Encoding.UTF8.GetBytes(Text);
        using var shown = new MemoryStream();
        using var stream = new TerminalStream(shown);
        foreach (var one in bytes)
        {
            stream.WriteByte(one);
        }

        Assert.Equal("né\n\tNorrick \uFFFD日本 😀 \uFFFD[0m\nend", System.Text.Encoding.UTF8.GetString(shown.ToArray()));
        Assert.Equal("né  Norrick \uFFFD日本 😀 \uFFFD[0m end", TerminalText.Line(Text.Replace("\r", "", StringComparison.Ordinal)));
    }

    public void Dispose()
    {
        _pipe.Dispose();
        _terminal.Dispose();
    }

    /// <summary>A hostile page and an archive with it.</summary>
    public sealed class Archived : IDisposable
    {
        private readonly ProgramRun _program = new();

        public Archived()
        {
            Page = _program.File("page.txt", $"A {Evil} ferry ran aground off Nor{Evil}rick on Monday, the {Evil}coast guard said on {Evil} Monday. Spain was ready.\n");
            Assert.Equal(ExitCode.Success, _program.Run("add", Page, "-a", Archive));
        }

        public string Page { get; }

        public string Archive => _program.PathOf("archive.db");

        public void Dispose() => _program.Dispose();
    }
}
