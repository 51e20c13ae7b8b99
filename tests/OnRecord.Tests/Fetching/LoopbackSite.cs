using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace OnRecord.Tests.Fetching;

/// <summary>A web server on this machine with answers that a test sets, byte for byte.</summary>
internal sealed class LoopbackSite : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<string, byte[]> _answers = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _closed = new();

    public LoopbackSite()
    {
        _listener.Start();
        _ = Serve();
    }

    /// <summary>The paths asked for, in order.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    /// <summary>The head of the last request.</summary>
    public string LastHead { get; private set; } = "";

    public Uri At(string path) => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}{path}");

    /// <summary>Sets the answer to a path; a path without one is never answered.</summary>
    public LoopbackSite Answer(string path, int status, string body, params string[] headers) => Answer(path, status, Encoding.UTF8.GetBytes(body), headers);

    public LoopbackSite Answer(string path, int status, byte[] body, params string[] headers)
    {
        var head = $"HTTP/1.1 {status} Answer\r\nContent-Length: {body.Length}\r\nConnection: close\r\n{string.Concat(headers.Select(header => header + "\r\n"))}\r\n";
        _answers[path] = [.. Encoding.Latin1.GetBytes(head), .. body];
        return this;
    }

    public LoopbackSite Page(string path, string body) => Answer(path, 200, body, "Content-Type: text/html; charset=utf-8");

    public void Dispose()
    {
        _closed.Cancel();
        _listener.Dispose();
        _closed.Dispose();
    }

    private async Task Serve()
    {
        try
        {
            while (true)
            {
                _ = Serve(await _listener.AcceptTcpClientAsync(_closed.Token));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test has ended.
        }
    }

    private async Task Serve(TcpClient client)
    {
        using (client)
        {
            try
            {
                using var reader = new StreamReader(client.GetStream(), Encoding.Latin1, leaveOpen: true);
                var head = new StringBuilder();
                while (await reader.ReadLineAsync(_closed.Token) is { Length: > 0 } line)
                {
                    head.AppendLine(line);
                }

                LastHead = head.ToString();
                var path = LastHead.Split(' ')[1];
                Asked.Enqueue(path);
                if (_answers.TryGetValue(path, out var answer))
                {
                    await client.GetStream().WriteAsync(answer, _closed.Token);
                }
                else
                {
                    await Task.Delay(Timeout.Infinite, _closed.Token);
                }
            }
            catch (Exception e) when (e is OperationCanceledException or IOException or ObjectDisposedException)
            {
                // The client has gone, or the test has ended.
            }
        }
    }
}
