using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

[assembly: AssemblyFixture(typeof(OnRecord.ServiceTests.PostgresServer))]

namespace OnRecord.ServiceTests;

/// <summary>Debian's PostgreSQL, started once for all tests with a cluster of its own; without it they are skipped, and say so.</summary>
public sealed class PostgresServer : IAsyncLifetime
{
    private const string Versions = "/usr/lib/postgresql";

    private DirectoryInfo? _folder;
    private Process? _server;
    private int _archives;
    private int _port;

    /// <summary>Folder of the newest server's programs; null where there is none.</summary>
    private static string? Programs => Directory.Exists(Versions)
        ? Directory.EnumerateDirectories(Versions).Select(folder => Path.Combine(folder, "bin")).Where(bin => File.Exists(Path.Combine(bin, "initdb"))).Order(StringComparer.Ordinal).LastOrDefault()
        : null;

    public async ValueTask InitializeAsync()
    {
        if (Programs is not { } programs)
        {
            return;
        }

        _folder = Directory.CreateTempSubdirectory("onrecord-postgres-");
        var data = Path.Combine(_folder.FullName, "data");
        if (Environment.UserName == "root")
        {
            // The server refuses to run as root; Debian's package brings a user for it.
            await RunAsync("chown", "postgres", _folder.FullName);
        }

        await RunAsync(Path.Combine(programs, "initdb"), "--pgdata", data, "--username", "tester", "--auth", "trust", "--encoding", "UTF8", "--locale", "C.UTF-8", "--no-sync");
        _port = FreePort();
        // Nothing of these tests need outlive them, so the disk is not waited for.
        _server = Start(Path.Combine(programs, "postgres"), "-D", data, "-p", _port.ToString(CultureInfo.InvariantCulture), "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "fsync=off", "-c", "max_connections=400");
        while (await _server.StandardError.ReadLineAsync() is { } line && !line.Contains("ready to accept connections", StringComparison.Ordinal))
        {
        }

        _ = _server.StandardError.ReadToEndAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            _server.Kill(entireProcessTree: true);
            await _server.WaitForExitAsync();
            _server.Dispose();
        }

        _folder?.Delete(recursive: true);
    }

    /// <summary>The address of a schema that nobody has used; the test is skipped where there is no server.</summary>
    internal string NewArchive()
    {
        if (_server is null)
        {
            Assert.Skip($"there is no PostgreSQL: {Versions}/*/bin/initdb is missing (Debian: apt-get install postgresql)");
        }

        return string.Create(CultureInfo.InvariantCulture, $"postgresql://tester@127.0.0.1:{_port}/postgres?search_path=archive{Interlocked.Increment(ref _archives)}");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Start(program, arguments);
        var told = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program}: {told}");
    }

    private static Process Start(string program, params string[] arguments)
    {
        var asServer = Environment.UserName == "root" && program.StartsWith(Versions, StringComparison.Ordinal);
        var start = asServer ? new ProcessStartInfo("setpriv", ["--reuid=postgres", "--regid=postgres", "--clear-groups", program, .. arguments]) : new ProcessStartInfo(program, arguments);
        (start.RedirectStandardError, start.RedirectStandardOutput, start.WorkingDirectory) = (true, true, "/");
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        return process;
    }
}
