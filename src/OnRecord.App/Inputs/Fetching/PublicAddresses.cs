using System.Net;
using System.Net.Sockets;

namespace OnRecord.App.Inputs.Fetching;

/// <summary>Tells addresses of the public network from all others, so that a list of pages cannot make us ask machines behind a firewall.</summary>
/// <remarks>IANA's special-purpose registries for IPv4 (RFC 6890) and IPv6; an IPv4 address inside an IPv6 one is looked at as itself.</remarks>
internal static class PublicAddresses
{
    private static readonly IPNetwork[] Closed =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        }.Select(IPNetwork.Parse),
    ];

    // Of IPv6 only the unicast block is in use; these parts of it are not for hosts on the public network.
    private static readonly IPNetwork Unicast = IPNetwork.Parse("2000::/3");

    private static readonly IPNetwork[] ClosedUnicast = [.. new[] { "2001::/23", "2001:db8::/32", "3fff::/20" }.Select(IPNetwork.Parse)];

    private static readonly IPNetwork SixToFour = IPNetwork.Parse("2002::/16");
    private static readonly IPNetwork[] Translated = [IPNetwork.Parse("64:ff9b::/96"), IPNetwork.Parse("64:ff9b:1::/48")];

    public static bool Contains(IPAddress address)
    {
        if (Inner(address) is { } inner)
        {
            return Contains(inner);
        }

        return address.AddressFamily == AddressFamily.InterNetwork
            ? !Closed.Any(network => network.Contains(address))
            : Unicast.Contains(address) && !ClosedUnicast.Any(network => network.Contains(address));
    }

    private static IPAddress? Inner(IPAddress address)
    {
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return null;
        }

        var bytes = address.GetAddressBytes();
        return address.IsIPv4MappedToIPv6 || Translated.Any(network => network.Contains(address)) ? new IPAddress(bytes.AsSpan(12))
            : SixToFour.Contains(address) ? new IPAddress(bytes.AsSpan(2, 4))
            : null;
    }
}
