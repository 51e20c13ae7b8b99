using System.Globalization;
using System.Text;

namespace OnRecord.App.Inputs.Fetching;

/// <summary>What a site's <c>robots.txt</c> lets us fetch (RFC 9309).</summary>
internal sealed class RobotsFile
{
    /// <summary>Bytes that are read of a file; the standard asks for at least so many.</summary>
    public const int MostBytes = 500 * 1024;

    private readonly List<(string Pattern, bool Allows)> _rules = [];

    private RobotsFile()
    {
    }

    /// <summary>Allows everything: a site without the file.</summary>
    public static RobotsFile AllowsAll { get; } = new();

    /// <summary>Why a site's file could not be had; null where it was read, or there is none.</summary>
    public string? Fault { get; private init; }

    /// <summary>How long to wait between two pages, where the site asks for it (a common extension); else null.</summary>
    public TimeSpan? Delay { get; private set; }

    /// <summary>Allows nothing: a site whose file cannot be had.</summary>
    public static RobotsFile Unavailable(string fault) => new() { Fault = fault };

    /// <summary>Reads the rules for one program.</summary>
    /// <param name="text">The file; lines that are no rules are passed over.</param>
    /// <param name="product">The program's product token.</param>
    public static RobotsFile Parse(string text, string product)
    {
        var (own, others) = (new RobotsFile(), new RobotsFile());
        var (isOwnNamed, forOwn, forOthers, inAgents) = (false, false, false, false);
        foreach (var line in text.TrimStart('\ufeff').Split('\n', '\r'))
        {
            var rule = line.AsSpan()[..(line.IndexOf('#', StringComparison.Ordinal) is >= 0 and var hash ? hash : line.Length)];
            var colon = rule.IndexOf(':');
            if (colon < 0)
            {
                continue;
            }

            var (key, value) = (rule[..colon].Trim().ToString().ToLowerInvariant(), rule[(colon + 1)..].Trim().ToString());
            if (key == "user-agent")
            {
                // Agents that follow each other share the rules behind them.
                (forOwn, forOthers) = (inAgents && forOwn, inAgents && forOthers);
                inAgents = true;
                var isOwn = ProductOf(value).Equals(product, StringComparison.OrdinalIgnoreCase);
                (forOwn, forOthers, isOwnNamed) = (forOwn || isOwn, forOthers || value == "*", isOwnNamed || isOwn);
            }
            else if (key is "allow" or "disallow" or "crawl-delay")
            {
                inAgents = false;
                own.Add(forOwn, key, value);
                others.Add(forOthers, key, value);
            }
        }

        return isOwnNamed ? own : others;
    }

    /// <summary>Whether a page may be fetched: of the patterns that match, the longest decides; of two as long, the one that allows.</summary>
    /// <param name="pathAndQuery">As the address has it, from the slash on.</param>
    public bool Allows(string pathAndQuery)
    {
        if (Fault is not null)
        {
            return false;
        }

        var path = Normalized(pathAndQuery);
        var (longest, allows) = (-1, true);
        foreach (var (pattern, isAllowed) in _rules)
        {
            if ((pattern.Length > longest || (pattern.Length == longest && isAllowed)) && Matches(pattern, path))
            {
                (longest, allows) = (pattern.Length, isAllowed);
            }
        }

        return allows || path == "/robots.txt";
    }

    private void Add(bool holds, string key, string value)
    {
        if (holds && key == "crawl-delay")
        {
            Delay = double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds < 86400 ? TimeSpan.FromSeconds(seconds) : Delay;
        }
        else if (holds && value.Length > 0)
        {
            _rules.Add((Normalized(value), key == "allow"));
        }
    }

    private static string ProductOf(string agent) => new([.. agent.TakeWhile(letter => char.IsAsciiLetter(letter) || letter is '-' or '_')]);

    /// <summary>Whether a path begins with what a pattern describes: <c>*</c> stands for any characters, <c>$</c> at the end for the end.</summary>
    private static bool Matches(string pattern, string path)
    {
        var isWhole = pattern.EndsWith('$');
        var parts = (isWhole ? pattern[..^1] : pattern).Split('*');
        if (!path.StartsWith(parts[0], StringComparison.Ordinal))
        {
            return false;
        }

        // The leftmost place for each part leaves most room for the others, so one pass is enough.
        var at = parts[0].Length;
        for (var i = 1; i < parts.Length; i++)
        {
            if (isWhole && i == parts.Length - 1)
            {
                return path.Length - parts[i].Length >= at && path.EndsWith(parts[i], StringComparison.Ordinal);
            }

            var found = path.IndexOf(parts[i], at, StringComparison.Ordinal);
            if (found < 0)
            {
                return false;
            }

            at = found + parts[i].Length;
        }

        return !isWhole || at == path.Length;
    }

    /// <summary>One spelling for the same path: letters and signs that need no escape without one, all others with one.</summary>
    private static string Normalized(string path)
    {
        var normal = new StringBuilder(path.Length);
        var bytes = Encoding.UTF8.GetBytes(path);
        for (var i = 0; i < bytes.Length; i++)
        {
            var isEscape = bytes[i] == '%' && i + 2 < bytes.Length && char.IsAsciiHexDigit((char)bytes[i + 1]) && char.IsAsciiHexDigit((char)bytes[i + 2]);
            var value = isEscape ? Convert.FromHexString([(char)bytes[i + 1], (char)bytes[i + 2]])[0] : bytes[i];
            i += isEscape ? 2 : 0;
            var isPlain = char.IsAsciiLetterOrDigit((char)value) || value is (byte)'-' or (byte)'.' or (byte)'_' or (byte)'~';
            if (isPlain || (!isEscape && value is > 0x20 and < 0x7f))
            {
                normal.Append((char)value);
            }
            else
            {
                normal.Append(CultureInfo.InvariantCulture, $"%{value:X2}");
            }
        }

        return normal.ToString();
    }
}
