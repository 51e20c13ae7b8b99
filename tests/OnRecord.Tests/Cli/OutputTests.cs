using System.Diagnostics;
using OnRecord.App.Cli;
using OnRecord.App.Outputs.Exports;

namespace OnRecord.Tests.Cli;

/// <summary>What is written goes where it was sent, replaces nothing else, and what keeps it from being written is told.</summary>
public sealed class OutputTests(OutputTests.Archived archived) : IClassFixture<OutputTests.Archived>, IDisposable
{
    private const string Story = "A ferry ran aground off Norrick on Monday, the coast guard said.\nNobody was hurt, Mayor Orlo said.\n";

    private readonly ProgramRun _program = new();

    /// <summary>Every verb that prints, with the options that make it; PAGE and ARCHIVE stand for paths.</summary>
    public static TheoryData<string> Printing =>
    [
        "read PAGE", "read PAGE --format conllu", "claims PAGE", "claims PAGE --format brat", "names PAGE", "names PAGE --format csv", "explain PAGE 0..5", "add PAGE -a ARCHIVE", "search ferry -a ARCHIVE", "search ferry -a ARCHIVE --format table", "timeline -a ARCHIVE", "timeline -a ARCHIVE --format table",
        "info -a ARCHIVE", "--help", "read --help", "--version", .. ExportFormats.Names.Select(format => $"export -a ARCHIVE --format {format}"),
    ];

    /// <summary>Those that need no models of the language, which take a second to open.</summary>
    public static TheoryData<string> PrintingFromArchive => [.. Printing.Select(row => row.Data).Where(command => command.Contains("ARCHIVE", StringComparison.Ordinal) && !command.StartsWith("add", StringComparison.Ordinal)), "read PAGE"];

    private string Page => archived.Page;

    private string Archive => archived.Archive;

    [Theory]
    [MemberData(nameof(Printing))]
    public void A_full_disk_is_a_message_and_an_exit_code(string command)
    {
        using var full = new ProgramRun { Into = new FailingStream(28) };
        Assert.Equal(ExitCode.Output, full.Run(Args(command)));
        Assert.Matches("^onrecord: standard output: cannot be written: [^\n]+\n$", LinesAfterNews(full.Error));
    }

    [Theory]
    [MemberData(nameof(PrintingFromArchive))]
    public void A_reader_that_has_gone_ends_it_without_a_word(string command)
    {
        using var gone = new ProgramRun { Into = new FailingStream(32) };
        Assert.Equal(ExitCode.ReaderGone, gone.Run(Args(command)));
        Assert.Equal("", gone.Error);
    }

    [Theory]
    [InlineData("read PAGE")]
    [InlineData("claims PAGE")]
    [InlineData("names PAGE")]
    [InlineData("export -a ARCHIVE --format jsonl")]
    [InlineData("export -a ARCHIVE --format parquet")]
    [InlineData("export -a ARCHIVE --format brat")]
    public void A_full_device_is_written_into_and_told(string command)
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "/dev/full is of Linux");
        Assert.Equal(ExitCode.Output, _program.Run([.. Args(command), "-o", "/dev/full"]));
        Assert.StartsWith("onrecord: /dev/full: cannot be written: ", _program.Error, StringComparison.Ordinal);
        Assert.Equal(App.Files.FileKind.Device, App.Files.FileKinds.Of("/dev/full"));
    }

    [Theory]
    [InlineData("read PAGE")]
    [InlineData("claims PAGE")]
    [InlineData("export -a ARCHIVE --format jsonl")]
    public async Task A_pipe_is_written_into_and_stays_one(string command)
    {
        var pipe = Made("mkfifo", _program.PathOf("pipe"));
        var read = Task.Run(() => File.ReadAllText(pipe), TestContext.Current.CancellationToken);
        Assert.Equal(ExitCode.Success, _program.Run([.. Args(command), "-o", pipe]));
        Assert.Contains("ferry", await read, StringComparison.Ordinal);
        Assert.Equal(App.Files.FileKind.Pipe, App.Files.FileKinds.Of(pipe));
    }

    [Fact]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public void A_link_stays_one_and_its_target_is_written()
    {
        var (target, link, dangling) = (_program.File("target", "old"), _program.PathOf("link"), _program.PathOf("dangling"));
        File.SetUnixFileMode(target, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.CreateSymbolicLink(link, "target");
        File.CreateSymbolicLink(dangling, "new");
        Assert.Equal(ExitCode.Success, _program.Run("read", Page, "-o", link));
        Assert.Equal("target", new FileInfo(link).LinkTarget);
        Assert.Contains("ferry", File.ReadAllText(target), StringComparison.Ordinal);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(target));
        Assert.Equal(ExitCode.Success, _program.Run("read", Page, "-o", dangling));
        Assert.Equal("new", new FileInfo(dangling).LinkTarget);
        Assert.Contains("ferry", File.ReadAllText(_program.PathOf("new")), StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_written_is_told_and_nothing_is_replaced()
    {
        File.CreateSymbolicLink(_program.PathOf("round"), _program.PathOf("round"));
        var precious = _program.File("precious.txt", Story);
        File.CreateSymbolicLink(_program.PathOf("a.jsonl.partial"), precious);
        Assert.Equal(ExitCode.Output, _program.Run("read", Page, "-o", _program.PathOf("round")));
        Assert.Equal(ExitCode.Output, _program.Run("read", Page, "-o", Path.GetDirectoryName(precious)!));
        Assert.Contains("is a folder", _program.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Output, _program.Run("read", Page, "-o", _program.PathOf("nowhere/a.jsonl")));
        Assert.Equal(ExitCode.Output, _program.Run("read", Page, "-o", _program.PathOf("a.jsonl")));
        Assert.Contains("is in the way", _program.Error, StringComparison.Ordinal);
        Assert.Equal(Story, File.ReadAllText(precious));
        Assert.Equal(ExitCode.Usage, _program.Run("read", Page, "-o", "/dev/null", "--resume"));
    }

    [Fact]
    public void Bytes_are_not_written_to_a_terminal()
    {
        using var terminal = new ProgramRun { IsOutputTerminal = true };
        Assert.Equal(ExitCode.Usage, terminal.Run("read", Page, "--format", "parquet"));
        Assert.Contains("--output", terminal.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_closed_standard_stream_is_told_by_the_program_itself()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "shells of Unix close standard streams");
        Assert.Equal((ExitCode.SomeUnread, "onrecord: -: cannot be read: standard input is closed\n"), Shell("read - <&-"));
        Assert.Equal((ExitCode.Output, "onrecord: standard output: cannot be written: it is closed\n"), Shell($"read '{Page}' >&-"));
        Assert.Equal((ExitCode.Output, "onrecord: standard output: cannot be written: No space left on device\n"), Shell($"claims '{Page}' >/dev/full"));
        Assert.Equal((ExitCode.SomeUnread, ""), Shell("read nothing.txt 2>&-"));
        Assert.Equal((ExitCode.SomeUnread, ""), Shell("read nothing.txt 2>/dev/full"));
    }

    [Fact]
    public void A_fault_of_the_program_is_one_line_and_an_exit_code()
    {
        using var error = new StringWriter { NewLine = "\n" };
        using var terminal = new Terminal { Input = Stream.Null, Output = Stream.Null, Error = error };
        Assert.Equal(ExitCode.Fault, CommandLine.CodeOf(Thrown(() => throw new InvalidOperationException("Sequence\ncontains no elements")), terminal));
        Assert.Equal(ExitCode.Fault, CommandLine.CodeOf(new AggregateException(new OutOfMemoryException()), terminal));
        Assert.Equal(2, error.ToString().Count(c => c == '\n'));
        Assert.Contains($"at {typeof(OutputTests).FullName}", error.ToString(), StringComparison.Ordinal);
    }

    public void Dispose() => _program.Dispose();

    private static Exception Thrown(Action action) => Assert.ThrowsAny<Exception>(action);

    /// <summary>Makes a file of a special kind.</summary>
    internal static string Made(string command, string path)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "made with Linux's own commands");
        using var process = Process.Start(command, [path]);
        process.WaitForExit();
        return path;
    }

    /// <summary>What was stored and left out is told beside; it is not what these tests are about.</summary>
    private static string LinesAfterNews(string error) => string.Concat(error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line.Contains("standard output", StringComparison.Ordinal)).Select(line => line + "\n"));

    private string[] Args(string command) => [.. command.Split(' ').Select(part => part switch { "PAGE" => Page, "ARCHIVE" => Archive, _ => part })];

    private static (int Code, string Error) Shell(string command)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "OnRecord.App.dll");
        using var process = Process.Start(new ProcessStartInfo("sh", ["-c", $"exec dotnet '{program}' {command}"]) { RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, error);
    }

    /// <summary>A page and an archive with it.</summary>
    public sealed class Archived : IDisposable
    {
        private readonly ProgramRun _program = new();

        public Archived()
        {
            Page = _program.File("page.txt", Story);
            Assert.Equal(ExitCode.Success, _program.Run("add", Page, "-a", Archive));
        }

        public string Page { get; }

        public string Archive => _program.PathOf("archive.db");

        public void Dispose() => _program.Dispose();
    }

    /// <summary>A stream that the system cannot write, with its number for the reason.</summary>
    private sealed class FailingStream(int reason) : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("No space left on device", reason);

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void WriteByte(byte value) => Write([value]);
    }
}
