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

    [Theory]
    [InlineData(ExitCode.Usage, "takes http addresses", "--urls", "ftp://127.0.0.1")]
    [InlineData(ExitCode.Usage, "cannot listen", "--urls", "http://192.0.2.7:5080")]
    [InlineData(ExitCode.Usage, "takes a number from 1", "--max-bytes", "0")]
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
