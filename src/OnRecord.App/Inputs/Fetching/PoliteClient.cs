using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace OnRecord.App.Inputs.Fetching;

/// <summary>How politely and how long pages are fetched.</summary>
internal sealed record FetchSettings
{
    /// <summary>Least time between two requests to one host.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Most that a site's own wish can make of <see cref="Delay"/>.</summary>
    public TimeSpan LongestDelay { get; init; } = TimeSpan.FromSeconds(30);

    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Time for one answer, from the request to the last byte.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    public int MostRedirects { get; init; } = 5;

    /// <summary>Which addresses may be connected to.</summary>
    public Func<IPAddress, bool> Connects { get; init; } = PublicAddresses.Contains;

    /// <summary>The clock of delays and of <see cref="Page.Fetched"/>.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}

/// <summary>
/// Fetches pages: one request at a time to a host, with a pause between two, only what its <c>robots.txt</c> allows, only from addresses of the
/// public network, with limits on time, size and redirects. It has no cookies, sends no credentials and uses no proxy.
/// </summary>
/// <remarks>Safe to use from many threads; those that want the same host wait for each other.</remarks>
internal sealed class PoliteClient : IDisposable
{
    /// <summary>The name that sites may address in <c>robots.txt</c>.</summary>
    public const string Product = "OnRecord";

    private static readonly string[] PageTypes = ["text/html", "application/xhtml+xml", "text/plain"];

    private readonly FetchSettings _settings;
    private readonly HttpClient _client;
    private readonly ConcurrentDictionary<string, Host> _hosts = new(StringComparer.OrdinalIgnoreCase);

    public PoliteClient(FetchSettings settings)
    {
        _settings = settings;
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = settings.ConnectTimeout,
            ConnectCallback = Connect,
            UseCookies = false,
            UseProxy = false,
            MaxConnectionsPerServer = 1,
        };

        // Each request has its own limit, so the client's is not needed.
        _client = new HttpClient(handler) { Timeout = System.Threading.Timeout.InfiniteTimeSpan };
        _client.DefaultRequestHeaders.UserAgent.ParseAdd($"{Product}/{typeof(PoliteClient).Assembly.GetName().Version!.ToString(2)}");
        _client.DefaultRequestHeaders.Accept.ParseAdd("text/html, application/xhtml+xml, text/plain;q=0.8");
    }

    /// <summary>Fetches a page.</summary>
    /// <param name="address">An absolute address.</param>
    /// <param name="maxBytes">Most bytes, unpacked.</param>
    /// <exception cref="IOException">It may not be fetched, or could not be; the message says why.</exception>
    public async Task<Page> Fetch(Uri address, int maxBytes)
    {
        for (var hops = 0; hops <= _settings.MostRedirects; hops++)
        {
            var host = await HostOf(address).ConfigureAwait(false);
            if (!host.Robots.Allows(address.PathAndQuery))
            {
                throw new FetchException(host.Robots.Fault is { } fault
                    ? $"the site's robots.txt cannot be had: {fault}"
                    : $"the site's robots.txt does not allow {address.PathAndQuery}");
            }

            var answer = await host.InTurn(() => Ask(address, maxBytes)).ConfigureAwait(false);
            if (answer.Redirect is null)
            {
                return answer.ToPage(address, _settings.Clock.GetUtcNow());
            }

            address = answer.Redirect;
        }

        throw new FetchException($"more than {_settings.MostRedirects} redirects");
    }

    public void Dispose() => _client.Dispose();

    /// <summary>The site of an address; its <c>robots.txt</c> is read before anything else.</summary>
    private async Task<Host> HostOf(Uri address)
    {
        if (Fault(address) is { } fault)
        {
            throw new FetchException(fault);
        }

        var site = address.GetLeftPart(UriPartial.Authority);
        var host = _hosts.GetOrAdd(site, _ => new Host(_settings));
        await host.Open(() => Robots(new Uri(site + "/robots.txt"), host)).ConfigureAwait(false);
        return host;
    }

    private static string? Fault(Uri address) =>
        address.Scheme is not ("http" or "https") ? $"{address.Scheme}: is neither http nor https"
        : address.UserInfo.Length > 0 ? "an address with a name or password in it is not fetched"
        : null;

    /// <summary>RFC 9309, 2.3.1: without a file all is allowed; where it cannot be had because of the site or the network, nothing is.</summary>
    private async Task<RobotsFile> Robots(Uri address, Host host)
    {
        try
        {
            for (var hops = 0; hops <= _settings.MostRedirects && Fault(address) is null; hops++)
            {
                var answer = await host.InTurn(() => Ask(address, RobotsFile.MostBytes, isCutAtLimit: true)).ConfigureAwait(false);
                if (answer.Redirect is null)
                {
                    return answer.Status switch
                    {
                        >= 200 and < 300 => RobotsFile.Parse(Encoding.UTF8.GetString(answer.Body), Product),
                        >= 400 and < 500 => RobotsFile.AllowsAll,
                        _ => RobotsFile.Unavailable($"the server answered {answer.Status}"),
                    };
                }

                address = answer.Redirect;
            }

            return RobotsFile.AllowsAll;
        }
        catch (FetchException e)
        {
            return RobotsFile.Unavailable(e.Message);
        }
    }

    private async Task<FetchAnswer> Ask(Uri address, int maxBytes, bool isCutAtLimit = false)
    {
        using var limit = new CancellationTokenSource(_settings.Timeout, _settings.Clock);
        try
        {
            using var response = await _client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, limit.Token).ConfigureAwait(false);
            if ((int)response.StatusCode is 301 or 302 or 303 or 307 or 308)
            {
                var target = response.Headers.Location ?? throw new FetchException("a redirect without a target that can be read");
                return new FetchAnswer((int)response.StatusCode, null, null, [], new Uri(address, target));
            }

            var type = response.Content.Headers.ContentType;
            var isWanted = isCutAtLimit || type?.MediaType is null || PageTypes.Contains(type.MediaType, StringComparer.OrdinalIgnoreCase);
            var body = isWanted ? await Body(response, maxBytes, isCutAtLimit, limit.Token).ConfigureAwait(false) : [];
            return new FetchAnswer((int)response.StatusCode, type?.MediaType, type?.CharSet, body, null);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            throw new FetchException($"no whole answer within {_settings.Timeout.TotalSeconds:0} seconds");
        }
        catch (OperationCanceledException e)
        {
            throw new FetchException($"no connection within {_settings.ConnectTimeout.TotalSeconds:0} seconds", e);
        }
        catch (HttpRequestException e)
        {
            throw new FetchException((e.InnerException as FetchException ?? (Exception)e).Message, e);
        }
        catch (Exception e) when (e is InvalidDataException or UriFormatException or (IOException and not FetchException))
        {
            throw new FetchException($"the answer is damaged: {e.Message}", e);
        }
    }

    private static async Task<byte[]> Body(HttpResponseMessage response, int maxBytes, bool isCutAtLimit, CancellationToken limit)
    {
        using var stream = await response.Content.ReadAsStreamAsync(limit).ConfigureAwait(false);
        using var body = new MemoryStream();
        var chunk = new byte[64 * 1024];
        int count;
        while ((count = await stream.ReadAsync(chunk, limit).ConfigureAwait(false)) > 0)
        {
            var room = (int)Math.Min(count, maxBytes - body.Length);
            body.Write(chunk, 0, room);
            if (room < count)
            {
                return isCutAtLimit ? body.ToArray() : throw new FetchException($"the page has more than {maxBytes} bytes, the limit for one page; --max-bytes sets it");
            }
        }

        return body.ToArray();
    }

    /// <summary>Connects to an address that the policy allows: the names are resolved here, so that what was checked is what is connected to.</summary>
    private async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken cancelled)
    {
        var all = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancelled).ConfigureAwait(false);
        var allowed = all.Where(_settings.Connects).ToArray();
        if (allowed.Length == 0)
        {
            throw new FetchException($"{context.DnsEndPoint.Host} is not on the public network");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, cancelled).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>One site: its rules, and whose turn it is.</summary>
    private sealed class Host(FetchSettings settings)
    {
        private readonly SemaphoreSlim _turn = new(1);
        private readonly SemaphoreSlim _opening = new(1);
        private RobotsFile? _robots;
        private DateTimeOffset _free = DateTimeOffset.MinValue;

        public RobotsFile Robots => _robots!;

        public async Task Open(Func<Task<RobotsFile>> read)
        {
            await _opening.WaitAsync().ConfigureAwait(false);
            try
            {
                _robots ??= await read().ConfigureAwait(false);
            }
            finally
            {
                _opening.Release();
            }
        }

        public async Task<FetchAnswer> InTurn(Func<Task<FetchAnswer>> ask)
        {
            await _turn.WaitAsync().ConfigureAwait(false);
            try
            {
                var wait = _free - settings.Clock.GetUtcNow();
                if (wait > TimeSpan.Zero)
                {
                    await Task.Delay(wait, settings.Clock).ConfigureAwait(false);
                }

                return await ask().ConfigureAwait(false);
            }
            finally
            {
                var wished = _robots?.Delay ?? TimeSpan.Zero;
                _free = settings.Clock.GetUtcNow() + (wished > settings.LongestDelay ? settings.LongestDelay : wished > settings.Delay ? wished : settings.Delay);
                _turn.Release();
            }
        }
    }

    private sealed record FetchAnswer(int Status, string? MediaType, string? Charset, byte[] Body, Uri? Redirect)
    {
        public Page ToPage(Uri address, DateTimeOffset now) =>
            Status is not (200 or 203) ? throw new FetchException($"the server answered {Status}")
            : MediaType is not null && !PageTypes.Contains(MediaType, StringComparer.OrdinalIgnoreCase) ? throw new FetchException($"is {MediaType}, not a page")
            : Page.Of(Body, address.AbsoluteUri, MediaType is null ? null : MediaType.Equals("text/plain", StringComparison.OrdinalIgnoreCase) ? "text/plain" : "text/html") with
            {
                Charset = Charset,
                Fetched = now.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture),
            };
    }
}
