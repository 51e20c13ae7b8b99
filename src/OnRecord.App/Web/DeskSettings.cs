using System.Collections.Immutable;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using OnRecord.App.Cli;
using OnRecord.App.Inputs;
using OnRecord.App.Web.Safety;
using OnRecord.Archive;
using OnRecord.Pages;

namespace OnRecord.App.Web;

/// <summary>How the desk is opened.</summary>
/// <param name="Archive">The archive's file, or the address of its database: it may hold a password.</param>
/// <param name="Addresses">Where it listens.</param>
/// <param name="Token">What a visitor must show; null where only this machine can visit.</param>
/// <param name="MaxBytes">Most bytes of one upload, and of one page unpacked.</param>
internal sealed record DeskSettings(string Archive, ImmutableArray<BindingAddress> Addresses, string? Token, int MaxBytes)
{
    public const string DefaultUrls = "http://127.0.0.1:5080";

    /// <summary>The environment variable with the token: a command line can be read by every user of a machine.</summary>
    public const string TokenVariable = "ONRECORD_TOKEN";

    /// <summary>What a form has besides the files: names of fields and borders.</summary>
    private const int FormOverhead = 1024 * 1024;

    private const int LeastToken = 16;
    private const int MadeTokenBytes = 24;

    /// <summary>The folder in which the desk keeps what was handed in until it is read.</summary>
    public required string Inbox { get; init; }

    /// <summary>The id of the archive that the desk was opened with: no other is written.</summary>
    public string ArchiveId { get; init; } = "";

    /// <summary>How long the database may work for one question.</summary>
    public TimeSpan QueryTime { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>What of one page is read.</summary>
    public ReadLimits Limits { get; init; } = ReadLimits.Default;

    /// <summary>Seconds after which the reading of one page is given up.</summary>
    public int MaxSeconds { get; init; } = PageTime.DefaultSeconds;

    /// <summary>The proxy before the desk whose word is taken on where a visitor comes from and whether by TLS; null where there is none.</summary>
    public IPAddress? Proxy { get; init; }

    /// <summary>Bytes that may wait to be read or be on their way: beyond, what is handed in is refused until there is room.</summary>
    public required long MostWaiting { get; init; }

    /// <summary>Most bytes of the body of a request.</summary>
    public long MostOfBody => MaxBytes + (long)FormOverhead;

    /// <summary>Host names under which the desk answers; a page of another site that has its own name point here gets nothing. With a token any name will do.</summary>
    public IEnumerable<string> Hosts => Token is not null ? ["*"] : Addresses.Select(address => address.Host).Concat(["localhost", "127.0.0.1", "[::1]"]).Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads addresses as a user writes them, with <c>;</c> between.</summary>
    /// <exception cref="UsageException">One is none, or no token protects an address that others can reach.</exception>
    public static DeskSettings Read(string archive, string urls, string? token, int maxBytes)
    {
        var addresses = urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Address).ToImmutableArray();
        if (addresses.IsEmpty)
        {
            throw new UsageException($"--urls: name an address, such as {DefaultUrls}");
        }

        if (string.IsNullOrEmpty(token))
        {
            return Of(addresses.All(IsLoopback) ? null : Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(MadeTokenBytes)));
        }

        return token.Length < LeastToken || !token.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '~')
            ? throw new UsageException($"{TokenVariable}: give {LeastToken} characters at least, letters, digits and - _ . ~")
            : TokenStrength.Bits(token) < TokenStrength.LeastBits ? throw new UsageException($"{TokenVariable}: this one can be guessed; take one by chance, as of 'openssl rand -hex 24', or leave it out and have one made")
            : Of(token);

        DeskSettings Of(string? shown) => new(archive, addresses, shown, maxBytes) { Inbox = InboxOf(archive), MostWaiting = 4 * Math.Max(PageBytes.DefaultMaxBytes, maxBytes + (long)FormOverhead) };
    }

    /// <summary>Where the inbox lies if the user does not say: beside the archive's file, or for a database in the current folder.</summary>
    private static string InboxOf(string archive) => RecordStore.PlaceOf(archive) is var place && place == archive
        ? archive + ".inbox"
        : $"onrecord-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(place)))[..8]}.inbox";

    private static BindingAddress Address(string url)
    {
        if (!url.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
        {
            throw new UsageException($"--urls {url}: takes http addresses such as {DefaultUrls}; for https put a proxy before the desk");
        }

        try
        {
            var address = BindingAddress.Parse(url);
            return address.PathBase.Length > 0 ? throw new UsageException($"--urls {url}: leave the path out")
                : address.Port is < 0 or > IPEndPoint.MaxPort ? throw new UsageException($"--urls {url}: a port is a number from 0 to {IPEndPoint.MaxPort}")
                : address.IsUnixPipe || address.IsNamedPipe || !IsHost(address.Host) ? throw new UsageException($"--urls {url}: '{address.Host}' is no name of a host; one looks like {DefaultUrls}")
                : address;
        }
        catch (Exception e) when (e is FormatException or InvalidOperationException or ArgumentException)
        {
            throw new UsageException($"--urls {url}: is no address; one looks like {DefaultUrls}");
        }
    }

    private static bool IsHost(string host) => host is "*" or "+" || Uri.CheckHostName(host) != UriHostNameType.Unknown;

    private static bool IsLoopback(BindingAddress address) =>
        address.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
}
