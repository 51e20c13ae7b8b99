using System.Net.Sockets;
using OnRecord.App.Cli;

namespace OnRecord.Tests.Cli;

/// <summary>What has the name of a page and is no file keeps nothing waiting.</summary>
public sealed class SpecialFilesTests : IDisposable
{
    private readonly ProgramRun _program = new();

    public SpecialFilesTests() => _program.File("folder/b.txt", "A ferry ran aground, the coast guard said.\n");

    [Theory]
    [InlineData("folder")]
    [InlineData("folder/*")]
    [InlineData("fol*/**")]
    public void In_a_folder_or_a_glob_it_is_named_and_the_rest_is_read(string path)
    {
        OutputTests.Made("mkfifo", _program.PathOf("folder/a.txt"));
        OutputTests.Made("mkfifo", _program.PathOf("folder/c.warc.gz"));
        File.CreateSymbolicLink(_program.PathOf("folder/d.html"), "/dev/zero");
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(_program.PathOf("folder/e.json")));
        Assert.Equal(ExitCode.SomeUnread, _program.Run("read", _program.PathOf(path), "--format", "text"));
        Assert.Contains("ferry", _program.Output, StringComparison.Ordinal);
        Assert.All(["a.txt: cannot be read: it is a named pipe", "c.warc.gz: cannot be read: it is a named pipe", "d.html: cannot be read: it is a device", "e.json: cannot be read: it is a socket"],
            told => Assert.Contains(told, _program.Error, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_pipe_that_the_user_names_is_read()
    {
        var pipe = OutputTests.Made("mkfifo", _program.PathOf("pipe.txt"));
        var write = Task.Run(() => File.WriteAllText(pipe, "A dam held, the mayor said.\n"), TestContext.Current.CancellationToken);
        Assert.Equal(ExitCode.Success, _program.Run("read", pipe, "--format", "text"));
        Assert.Contains("A dam held", _program.Output, StringComparison.Ordinal);
        await write;
    }

    public void Dispose() => _program.Dispose();
}
