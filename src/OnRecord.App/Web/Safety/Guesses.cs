using System.Net;
using OnRecord.App.Cli;

namespace OnRecord.App.Web.Safety;

/// <summary>Slows who guesses the token, and tells of it: after some wrong ones an address is looked at once in a second.</summary>
/// <param name="clock">The time.</param>
/// <param name="terminal">Where it is told.</param>
internal sealed class Guesses(TimeProvider clock, Terminal terminal)
{
    /// <summary>Wrong tokens of an address that are looked at without a delay.</summary>
    private const int Free = 20;

    /// <summary>Addresses that are remembered.</summary>
    private const int MostAddresses = 10_000;

    private const int ToldAgain = 1_000;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Guesser> _guessers = new(StringComparer.Ordinal);

    /// <summary>Whether a token from an address is looked at now.</summary>
    public bool MayTry(IPAddress? address)
    {
        lock (_lock)
        {
            return !_guessers.TryGetValue(Key(address), out var guesser) || guesser.Debt(clock.GetUtcNow()) < Free;
        }
    }

    /// <summary>Remembers a wrong token, or one that was not looked at.</summary>
    public void Wrong(IPAddress? address, bool wasTried)
    {
        lock (_lock)
        {
            var (key, now) = (Key(address), clock.GetUtcNow());
            if (_guessers.Count >= MostAddresses)
            {
                // Those who have been quiet go; where nobody has, all do: their count begins again.
                var quiet = _guessers.Where(one => one.Value.Debt(now) == 0).Select(one => one.Key).ToList();
                quiet.ForEach(one => _guessers.Remove(one));
                if (quiet.Count == 0)
                {
                    _guessers.Clear();
                }
            }

            var guesser = _guessers.TryGetValue(key, out var known) ? known : _guessers[key] = new Guesser();
            guesser.Count++;
            if (wasTried)
            {
                guesser.Add(now);
            }

            if (guesser.Count == Free || guesser.Count % ToldAgain == 0)
            {
                terminal.Say($"{guesser.Count} wrong tokens from {key}: somebody may be guessing; it is slowed to one in a second");
            }
        }
    }

    /// <summary>Of IPv6, the network: who has one address there has all.</summary>
    private static string Key(IPAddress? address)
    {
        if (address is null || address.GetAddressBytes() is not { Length: 16 } bytes || address.IsIPv4MappedToIPv6)
        {
            return address?.MapToIPv4().ToString() ?? "somewhere";
        }

        bytes.AsSpan(8).Clear();
        return new IPAddress(bytes) + "/64";
    }

    private sealed class Guesser
    {
        private double _debt;
        private DateTimeOffset _at;

        public int Count { get; set; }

        public double Debt(DateTimeOffset now) => Math.Max(0, _debt - (now - _at) / Pause);

        public void Add(DateTimeOffset now) => (_debt, _at) = (Debt(now) + 1, now);
    }
}
