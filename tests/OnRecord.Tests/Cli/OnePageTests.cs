using System.Text;
using OnRecord.App.Cli;
using OnRecord.App.Inputs;
using OnRecord.Tests.Web;

namespace OnRecord.Tests.Cli;

/// <summary>A fault of the program in one page names that page, costs that page alone, and is told by the exit code: in every verb that reads.</summary>
public sealed class OnePageTests : IDisposable
{
    private const string Mark = "Quorl";
    private const string Good = "The dam failed on Monday, the mayor said.";

    private readonly ProgramRun _program = new() { Around = Failing };

    private string Archive => _program.PathOf("a.db");

    [Theory]
    [InlineData("read", "--format", "jsonl")]
    [InlineData("read", "--format", "table")]
    [InlineData("claims", "--format", "csv")]
    [InlineData("names", "--format", "jsonl")]
    public void The_pages_beside_it_are_in_the_output(string verb, params string[] options)
    {
        var folder = Folder();
        Assert.Equal(ExitCode.SomeUnread, _program.Run([verb, folder, .. options]));
        AssertTold();
        Assert.Contains("1 of 3 pages could not be read; the other 2 are in the output", _program.Error, StringComparison.Ordinal);
        var whole = _program.Output;
        Directory.Delete(folder, recursive: true);
        _program.File("pages/a.txt", Good);
        _program.File("pages/c.txt", Good + " It was old.");
        Assert.Equal(ExitCode.Success, _program.Run([verb, folder, .. options]));
        Assert.Equal(_program.Output, whole);
    }

    [Fact]
    public void The_pages_beside_it_are_stored()
    {
        Assert.Equal(ExitCode.SomeUnread, _program.Run("add", Folder(), "-a", Archive));
        AssertTold();
        Assert.Contains("2 pages stored, 0 were there, 1 could not be read", _program.Error, StringComparison.Ordinal);
        Assert.Equal(2, _program.Output.Split('\n').Count(line => line.StartsWith("stored ", StringComparison.Ordinal)));
    }

    [Fact]
    public void Its_records_stay_when_it_is_read_again()
    {
        _program.Around = read => read;
        Assert.Equal(ExitCode.Success, _program.Run("add", Folder(), "-a", Archive));
        _program.Around = Failing;
        Assert.Equal(ExitCode.SomeUnread, _program.Run("reread", "--all", "-a", Archive));
        AssertTold();
        Assert.Contains("2 pages read again, 1 could not be; their records are left as they were", _program.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Success, _program.Run("verify", "-a", Archive));
        _program.Run("export", "-a", Archive, "--format", "jsonl");
        Assert.Contains(Mark, _program.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Explaining_it_says_why_not()
    {
        Assert.Equal(ExitCode.SomeUnread, _program.Run("explain", Path.Combine(Folder(), "b.txt"), "0..4"));
        AssertTold();
    }

    [Fact]
    public async Task The_desk_names_it_and_goes_on()
    {
        using var desk = new RunningDesk(around: Failing);
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(Encoding.UTF8.GetBytes($"The mayor of {Mark} spoke.")), "files", "b.txt" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes(Good)), "files", "a.txt" },
        };
        await desk.Client.PostAsync(new Uri("/api/inbox", UriKind.Relative), form, TestContext.Current.CancellationToken);
        string items;
        do
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
            items = await desk.GetAsync("/api/inbox");
        }
        while (!items.Contains("\"open\":0", StringComparison.Ordinal));

        Assert.Contains("a fault of onrecord, InvalidOperationException", items, StringComparison.Ordinal);
        Assert.Contains("\"done\"", items, StringComparison.Ordinal);
        Assert.Contains("\"failed\"", items, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("read")]
    [InlineData("add")]
    public void A_page_that_takes_too_long_is_given_up(string verb)
    {
        _program.Around = read => (page, options, cancellation) =>
        {
            if (Encoding.UTF8.GetString(page.Bytes.Span).Contains(Mark, StringComparison.Ordinal))
            {
                cancellation.WaitHandle.WaitOne();
            }

            return read(page, options, cancellation.IsCancellationRequested ? cancellation : CancellationToken.None);
        };
        Assert.Equal(ExitCode.SomeUnread, _program.Run([verb, Folder(), "--max-seconds", "1", .. verb == "add" ? ["-a", Archive] : Array.Empty<string>()]));
        Assert.Contains("b.txt: took longer than 1 seconds, the limit for one page; --max-seconds sets it", _program.Error, StringComparison.Ordinal);
        Assert.Equal(verb == "add" ? 2 : 0, _program.Output.Split('\n').Count(line => line.StartsWith("stored ", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("--max-tokens", "tooManyTokens")]
    [InlineData("--max-findings", "tooManyFindings")]
    [InlineData("--max-elements", "tooManyElements")]
    [InlineData("--max-characters", "tooManyCharacters")]
    public void A_limit_is_kept_and_told_in_the_record(string option, string why)
    {
        _program.File("pages/a.txt", string.Concat(Enumerable.Repeat(Good + "\n", 5)));
        Assert.Equal(ExitCode.Success, _program.Run("read", _program.PathOf("pages"), option, "3", "--format", "jsonl"));
        Assert.Contains(why, _program.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Success, _program.Run("read", _program.PathOf("pages"), "--format", "jsonl"));
        Assert.DoesNotContain(why, _program.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Usage, _program.Run("read", _program.PathOf("pages"), option, "0"));
        Assert.Contains($"{option} takes a number from 1", _program.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _program.Dispose();

    /// <summary>The program's own reading, with a fault in pages that hold the mark.</summary>
    private static ReadPage Failing(ReadPage read) => (page, options, cancellation) => Encoding.UTF8.GetString(page.Bytes.Span).Contains(Mark, StringComparison.Ordinal)
        ? throw new InvalidOperationException("Sequence contains\nno elements")
        : read(page, options, cancellation);

    /// <summary>A good page, one that fails, and a good one.</summary>
    private string Folder()
    {
        _program.File("pages/a.txt", Good);
        _program.File("pages/b.txt", $"The mayor of {Mark} spoke.");
        return Path.GetDirectoryName(_program.File("pages/c.txt", Good + " It was old."))!;
    }

    private void AssertTold()
    {
        var line = Assert.Single(_program.Error.Split('\n'), line => line.Contains("b.txt", StringComparison.Ordinal));
        Assert.Contains("cannot be read: a fault of onrecord, InvalidOperationException in OnRecord.Tests.Cli.OnePageTests", line, StringComparison.Ordinal);
        Assert.Contains("Sequence contains no elements; please report it with the page", line, StringComparison.Ordinal);
    }
}
