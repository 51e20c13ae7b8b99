using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using OnRecord.App.Cli;

namespace OnRecord.App.Outputs;

/// <summary>
/// The pages whose records an interrupted run has left in <c>NAME.partial</c>, in order. What does not hold is taken off, so that the file ends with a whole page that is
/// as it was written: by the sums beside it; where there are none, by the records themselves, and the last page goes too, since its records may be some of several.
/// </summary>
internal sealed class WrittenPages : IDisposable
{
    private readonly StreamReader _lines;

    private WrittenPages(StreamReader lines, string? remark)
    {
        _lines = lines;
        Remark = remark;
    }

    /// <summary>What a person is to be told of it; null where there is nothing to tell.</summary>
    public string? Remark { get; }

    /// <summary>Opens what is there of an output; null where a run begins from nothing.</summary>
    /// <exception cref="OutputException">The file cannot be read or cut, or holds no records.</exception>
    public static WrittenPages? Open(OutputPlace place)
    {
        var partial = place.Partial;
        if (!File.Exists(partial))
        {
            return null;
        }

        try
        {
            var held = PageSums.Held(place);
            string? remark = null;
            using (var file = new FileStream(partial, FileMode.Open, FileAccess.ReadWrite))
            {
                var (end, isChanged) = held is null ? WholeRecords(file) : (held.End, held.IsChanged);
                remark = isChanged ? $"{partial}: from byte {end} on it is not as it was written; that part is read again" : null;
                file.SetLength(end);
            }

            if (held is not null)
            {
                using var sums = new FileStream(place.Sums, FileMode.Open, FileAccess.Write);
                sums.SetLength(Math.Min(held.EndOfSums, sums.Length));
            }

            return new WrittenPages(new StreamReader(new FileStream(partial, FileMode.Open, FileAccess.Read, FileShare.ReadWrite), new UTF8Encoding(false)), remark);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            throw new OutputException($"{partial}: cannot be gone on with: {e.Message} Remove it, or leave out --resume.", e);
        }
    }

    /// <summary>The hash of the next page that is written; null behind the last.</summary>
    public string? Next()
    {
        while (_lines.ReadLine() is { } line)
        {
            if (Read(Encoding.UTF8.GetBytes(line)) is { IsFirst: true } record)
            {
                return record.Sha256;
            }
        }

        return null;
    }

    public void Dispose() => _lines.Dispose();

    /// <summary>Where the first line of the last page begins, or of the first page with a line that does not hold; whether there is such a line.</summary>
    private static (long End, bool IsChanged) WholeRecords(FileStream file)
    {
        long page = 0, lineStart = 0;
        using var line = new MemoryStream();
        var chunk = new byte[1 << 16];
        int count;
        while ((count = file.Read(chunk)) > 0)
        {
            for (var rest = chunk.AsSpan(0, count); !rest.IsEmpty;)
            {
                var end = rest.IndexOf((byte)'\n');
                line.Write(end < 0 ? rest : rest[..end]);
                rest = end < 0 ? [] : rest[(end + 1)..];
                if (end >= 0)
                {
                    if (!Holds(line.ToArray(), isFirst: lineStart == 0, out var beginsPage))
                    {
                        return (page, true);
                    }

                    page = beginsPage ? lineStart : page;
                    lineStart += line.Length + 1;
                    line.SetLength(0);
                }
            }
        }

        return (page, false);
    }

    /// <summary>Whether a line is a record as it is written, its text that of its hash.</summary>
    /// <exception cref="InvalidOperationException">The first line is no record: the file is not ours.</exception>
    private static bool Holds(byte[] line, bool isFirst, out bool beginsPage)
    {
        beginsPage = false;
        try
        {
            beginsPage = Read(line).IsFirst;
            using var json = JsonDocument.Parse(line);
            var text = Encoding.UTF8.GetBytes(json.RootElement.GetProperty("text").GetString() ?? "");
            return json.RootElement.GetProperty("textSha256").ValueEquals(Convert.ToHexStringLower(SHA256.HashData(text)))
                && RecordJson.Write(RecordJson.Read(Encoding.UTF8.GetString(line))) == Encoding.UTF8.GetString(line);
        }
        catch (Exception e) when (!isFirst && e is not OutOfMemoryException)
        {
            return false;
        }
    }

    /// <summary>The page of a record and whether it is the first on it, from the fields at the start of the line.</summary>
    private static (string Sha256, bool IsFirst) Read(byte[] line)
    {
        var json = new Utf8JsonReader(line);
        string? field = null, id = null;
        while (json.Read())
        {
            if (json.TokenType == JsonTokenType.PropertyName)
            {
                field = json.GetString();
            }
            else if (json.TokenType == JsonTokenType.String && field == "id")
            {
                id ??= json.GetString();
            }
            else if (json.TokenType == JsonTokenType.String && field == "sha256" && id is not null)
            {
                return (json.GetString()!, id.EndsWith("-0", StringComparison.Ordinal));
            }
        }

        throw new InvalidOperationException("A line is no record.");
    }
}
