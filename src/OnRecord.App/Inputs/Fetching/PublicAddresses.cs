using System.Net;
using System.Net.Sockets;

namespace OnRecord.App.Inputs.Fetching;

/// <summary>Tells addresses of the public network from all others, so that a list of pages cannot make us ask machines behind a firewall.</summary>
/// <remarks>
/// By IANA's special-purpose registries for IPv4 and IPv6 (RFC 6890): what they do not call globally reachable is not asked, nor what they call so within a block that is not
/// (anycast of protocols in 192.0.0.0/24 and 2001::/23). An IPv4 address that stands in an IPv6 one for the host itself is looked at as itself.
/// </remarks>
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

    // Protocols and Teredo, documentation, 6to4, documentation.
    private static readonly IPNetwork[] ClosedUnicast = [.. new[] { "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20" }.Select(IPNetwork.Parse)];

    // NAT64's well-known prefix. A network's own (64:ff9b:1::/48 of RFC 8215, and any other) may hold the address elsewhere: that block is refused whole, outside of unicast as it is.
    private static readonly IPNetwork Translated = IPNetwork.Parse("64:ff9b::/96");

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

        return address.IsIPv4MappedToIPv6 || Translated.Contains(address) ? new IPAddress(address.GetAddressBytes().AsSpan(12)) : null;
    }
}
