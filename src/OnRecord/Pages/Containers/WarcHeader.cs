using System.Globalization;
using System.Text;

namespace OnRecord.Pages.Containers;

/// <summary>The named fields of a WARC record (ISO 28500:2017, section 4).</summary>
internal sealed class WarcHeader
{
    /// <summary>Longest header read. Real ones have some hundred bytes; addresses can be long.</summary>
    private const int MostBytes = 64 * 1024;

    private readonly Dictionary<string, string> _fields = new(StringComparer.OrdinalIgnoreCase);

    private WarcHeader()
    {
    }

    /// <summary>Why it cannot be used; null where it can.</summary>
    public string? Problem { get; private set; }

    public string Type => this["WARC-Type"]?.ToLowerInvariant() ?? "";

    /// <summary>Bytes of the block behind the header.</summary>
    public long Length { get; private set; }

    /// <summary>The value of a field, or null.</summary>
    public string? this[string name] => _fields.GetValueOrDefault(name);

    /// <summary>A field's value without the angle brackets that WARC 1.0 puts around addresses and ids.</summary>
    public string? Unbracketed(string name) => this[name] is { } value ? value.Trim('<', '>', ' ') : null;

    /// <summary>A header with these fields, for records of other archives; those without a value are left out.</summary>
    public static WarcHeader Of(params ReadOnlySpan<(string Name, string? Value)> fields)
    {
        var header = new WarcHeader();
        foreach (var (name, value) in fields)
        {
            if (value is not null)
            {
                header._fields[name] = value;
            }
        }

        return header;
    }

    /// <summary>Takes a header from the source, up to the empty line behind it.</summary>
    public static WarcHeader Read(ByteSource source)
    {
        var header = new WarcHeader();
        var version = source.Peek(5).SequenceEqual("WARC/"u8) ? source.ReadLine(MostBytes) : null;
        if (version is null)
        {
            return header.Refused("no WARC record begins here");
        }

        var last = "";
        for (var size = 0; ;)
        {
            var line = source.ReadLine(MostBytes);
            size += line?.Length ?? 0;
            if (line is null || size > MostBytes)
            {
                return header.Refused("its header has no end");
            }

            if (line.Length == 0)
            {
                break;
            }

            var colon = line.IndexOf(':');
            if (line[0] is ' ' or '\t' && last.Length > 0)
            {
                header._fields[last] += " " + line.Trim();
            }
            else if (colon > 0)
            {
                last = line[..colon].Trim();
                header._fields[last] = Utf8(line[(colon + 1)..].Trim());
            }
        }

        if (!long.TryParse(header["Content-Length"], NumberStyles.None, CultureInfo.InvariantCulture, out var length))
        {
            return header.Refused(header["Content-Length"] is { } said ? $"its Content-Length is '{Shown(said)}'" : "it has no Content-Length");
        }

        header.Length = length;
        return header;
    }

    private WarcHeader Refused(string problem)
    {
        Problem = problem;
        return this;
    }

    private static string Shown(string text) => new([.. text.Take(40).Select(c => char.IsControl(c) ? '\ufffd' : c)]);

    private static string Utf8(string latin1) => Ascii.IsValid(latin1) ? latin1 : Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(latin1));
}
