using System.Net;
using System.Text.RegularExpressions;
using OnRecord.App.Cli;

namespace OnRecord.Tests.Web;

/// <summary><c>onrecord serve</c> from the command line to its end.</summary>
public sealed partial class ServeCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("onrecord-serve-");
    private readonly StringWriter _errors = new();

    [Fact]
    public async Task The_command_of_the_readme_opens_the_desk_and_an_interruption_closes_it()
    {
        var command = ReadmeCommand().Match(File.ReadAllText(Path.Combine(Repository.Root, "README.md"))).Groups[1].Value.Split(' ');
        command[^1] = Path.Combine(_folder.FullName, "new.db");
        using var terminal = new Terminal { Input = Stream.Null, Output = Stream.Null, Error = TextWriter.Synchronized(_errors) };
        var run = Task.Run(() => CommandLine.Run([.. command, "--urls", "http://127.0.0.1:0"], terminal), TestContext.Current.CancellationToken);
        var address = await Address(run, terminal.Error);
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var answer = await client.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/inbox", answer.Headers.Location!.ToString());
        terminal.Interrupt();
        Assert.Equal(ExitCode.Success, await run);
        Assert.True(File.Exists(command[^1]));
    }

    [Fact]
    public async Task What_is_not_read_when_it_is_closed_is_named_and_read_the_next_time()
    {
        string[] command = ["serve", "--archive", Path.Combine(_folder.FullName, "a.db"), "--inbox", Path.Combine(_folder.FullName, "kept"), "--urls", "http://127.0.0.1:0"];
        using var slow = new Terminal
        {
            Input = Stream.Null,
            Output = Stream.Null,
            Error = TextWriter.Synchronized(_errors),
            Around = _ => (_, _, ended) =>
            {
                ended.WaitHandle.WaitOne();
                throw new OperationCanceledException(ended);
            },
        };
        var run = Task.Run(() => CommandLine.Run(command, slow), TestContext.Current.CancellationToken);
        using var client = new HttpClient { BaseAddress = await Address(run, slow.Error) };
        foreach (var name in new[] { "first.txt", "second\u202e\n.txt" })
        {
            using var form = new MultipartFormDataContent { { new StringContent($"A ferry ran aground, said {name.Length} of them."), "files", name.Replace("\n", "", StringComparison.Ordinal) } };
            using var answer = await client.PostAsync(new Uri("/api/inbox", UriKind.Relative), form, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        }

        slow.Interrupt();
        Assert.Equal(ExitCode.SomeUnread, await run);
        Assert.Matches("2 of what was handed in are not read yet, kept in .*kept and read when the desk is opened again: first.txt, second", _errors.ToString());
        Assert.DoesNotContain("\u202e", _errors.ToString(), StringComparison.Ordinal);

        _errors.GetStringBuilder().Clear();
        using var terminal = new Terminal { Input = Stream.Null, Output = Stream.Null, Error = TextWriter.Synchronized(_errors) };
        run = Task.Run(() => CommandLine.Run(command, terminal), TestContext.Current.CancellationToken);
        using var again = new HttpClient { BaseAddress = await Address(run, terminal.Error) };
        while (!(await again.GetStringAsync(new Uri("/api/inbox", UriKind.Relative), TestContext.Current.CancellationToken)).Contains("\"open\":0", StringComparison.Ordinal))
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        terminal.Interrupt();
        Assert.Equal(ExitCode.Success, await run);
        using var store = OnRecord.Archive.RecordStore.Open(command[2]);
        Assert.Equal(2, store.Hashes().Count);
    }

    [Theory]
    [InlineData(ExitCode.Usage, "takes http addresses", "--urls", "ftp://127.0.0.1")]
    [InlineData(ExitCode.Usage, "cannot listen", "--urls", "http://192.0.2.7:5080")]
    [InlineData(ExitCode.Usage, "takes a number from 1", "--max-bytes", "0")]
    [InlineData(ExitCode.Usage, "takes a number from 1", "--max-seconds", "0")]
    [InlineData(ExitCode.Usage, "takes an IP address", "--proxy", "desk.example")]
    [InlineData(ExitCode.Usage, "the inbox cannot be kept there", "--inbox", "/dev/null/inbox")]
    [InlineData(ExitCode.Usage, "a port is a number", "--urls", "http://127.0.0.1:99999")]
    public void A_desk_that_cannot_be_opened_is_told(int code, string told, params string[] options)
    {
        using var terminal = new Terminal { Input = Stream.Null, Output = Stream.Null, Error = _errors };
        Assert.Equal(code, CommandLine.Run(["serve", "--archive", Path.Combine(_folder.FullName, "a.db"), .. options], terminal));
        Assert.Contains(told, _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_archive_is_told()
    {
        var path = Path.Combine(_folder.FullName, "notes.txt");
        File.WriteAllText(path, "These are notes, and no archive.");
        using var terminal = new Terminal { Input = Stream.Null, Output = Stream.Null, Error = _errors };
        Assert.Equal(ExitCode.Archive, CommandLine.Run(["serve", "--archive", path], terminal));
    }

    public void Dispose()
    {
        _errors.Dispose();
        _folder.Delete(recursive: true);
    }

    /// <summary>The address that the command says, once it does.</summary>
    private async Task<Uri> Address(Task<int> run, TextWriter writer)
    {
        for (var left = TimeSpan.FromMinutes(2); left > TimeSpan.Zero && !run.IsCompleted; left -= TimeSpan.FromMilliseconds(50))
        {
            string said;
            // A synchronized writer locks itself.
            lock (writer)
            {
                said = _errors.ToString();
            }

            if (DeskAddress().Match(said) is { Success: true } match)
            {
                return new Uri(match.Groups[1].Value);
            }

            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        throw new InvalidOperationException($"the desk did not open: {_errors}");
    }

    [GeneratedRegex(@"^\./onrecord (serve .+)$", RegexOptions.Multiline)]
    private static partial Regex ReadmeCommand();

    [GeneratedRegex(@"is on the desk at (http://\S+)\n")]
    private static partial Regex DeskAddress();
}
