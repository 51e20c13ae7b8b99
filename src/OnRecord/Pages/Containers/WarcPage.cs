using System.Globalization;

namespace OnRecord.Pages.Containers;

/// <summary>Makes a page of the block of a WARC record, or tells why it holds none.</summary>
internal static class WarcPage
{
    private static readonly string[] PageTypes = ["text/html", "application/xhtml+xml", "text/plain"];

    public static ContainedPage? Of(WarcHeader header, ReadOnlyMemory<byte> block, string place, ContainerOptions options, LeftOut leftOut)
    {
        var type = header["Content-Type"];
        var isCut = header["WARC-Truncated"] is not null;
        if (header.Type == "response" || Media(type) == "application/http")
        {
            var uri = header.Unbracketed("WARC-Target-URI");
            if (Media(type) is { } kind && kind != "application/http")
            {
                return leftOut.Count($"{kind} records");
            }

            if (uri is not null && !uri.StartsWith("http", StringComparison.OrdinalIgnoreCase))
            {
                return leftOut.Count("answers to other protocols than HTTP");
            }

            var answer = HttpAnswer.Parse(block, options.MaxPageBytes);
            if (answer.Status is not (200 or 203) && answer.Status != 0)
            {
                return leftOut.Count(string.Create(CultureInfo.InvariantCulture, $"answers with status {answer.Status}"));
            }

            if (answer.ContentType is not null && Array.IndexOf(PageTypes, Media(answer.ContentType)) < 0)
            {
                return leftOut.Count($"records of {Media(answer.ContentType)}");
            }

            if (answer.Problem is { } problem)
            {
                return ContainedPage.Fault(place, problem + "; the record is skipped");
            }

            type = answer.ContentType;
            block = answer.Body;
            isCut |= answer.IsCut;
        }
        else if (Array.IndexOf(PageTypes, Media(type)) < 0)
        {
            return leftOut.Count($"records of {Media(type) ?? "no type"}");
        }

        return Checked(header, block, type, place, options, isCut);
    }

    private static ContainedPage Checked(WarcHeader header, ReadOnlyMemory<byte> block, string? type, string place, ContainerOptions options, bool isCut)
    {
        if (block.Length > options.MaxPageBytes)
        {
            return ContainedPage.Fault(place, string.Create(CultureInfo.InvariantCulture, $"the page has more than {options.MaxPageBytes:N0} bytes, the limit; the record is skipped"));
        }

        if (PageBytes.Refusal(block.Span) is { } refusal)
        {
            return ContainedPage.Fault(place, refusal.Message);
        }

        var page = new Page
        {
            Bytes = block.ToArray(),
            Uri = header.Unbracketed("WARC-Target-URI"),
            MediaType = Media(type),
            Charset = Charset(type),
            Fetched = header["WARC-Date"],
            Warc = new WarcOrigin(header.Unbracketed("WARC-Record-ID"), header["WARC-Payload-Digest"]),
        };
        return ContainedPage.Of(place, page) with { Remark = isCut ? "the crawler or the server cut the page off; what is there is read" : null };
    }

    /// <summary>The media type without parameters, in lower case; null where there is none.</summary>
    private static string? Media(string? contentType) =>
        contentType?.Split(';')[0].Trim().ToLowerInvariant() is { Length: > 0 } media ? media : null;

    private static string? Charset(string? contentType)
    {
        foreach (var parameter in (contentType ?? "").Split(';').Skip(1))
        {
            var parts = parameter.Split('=', 2, StringSplitOptions.TrimEntries);
            if (parts.Length == 2 && parts[0].Equals("charset", StringComparison.OrdinalIgnoreCase))
            {
                return parts[1].Trim('"', '\'') is { Length: > 0 } label ? label : null;
            }
        }

        return null;
    }
}

/// <summary>Counts what holds no page by its kind, for one remark at the end.</summary>
internal sealed class LeftOut
{
    /// <summary>Kinds told apart; a hostile file has a new media type in each record.</summary>
    private const int MostKinds = 30;
    private const int LongestName = 80;

    private readonly SortedDictionary<string, long> _counts = new(StringComparer.Ordinal);

    /// <summary>Counts one more; gives null, so that it stands for the page that is not there.</summary>
    public ContainedPage? Count(string kind)
    {
        kind = new string([.. kind.Take(LongestName).Select(c => char.IsControl(c) ? '\ufffd' : c)]);
        kind = _counts.ContainsKey(kind) || _counts.Count < MostKinds ? kind : "others";
        _counts[kind] = _counts.GetValueOrDefault(kind) + 1;
        return null;
    }

    /// <summary>The remark, once; null where nothing was left out.</summary>
    public ContainedPage? Take()
    {
        if (_counts.Count == 0)
        {
            return null;
        }

        var parts = _counts.Select(kind => string.Create(CultureInfo.InvariantCulture, $"{kind.Value:N0} {kind.Key}"));
        var remark = new ContainedPage { Place = "", Remark = $"left out {string.Join(", ", parts)}" };
        _counts.Clear();
        return remark;
    }
}
