using System.Text;
using System.Text.Json;
using OnRecord.App.Cli;

namespace OnRecord.App.Outputs;

/// <summary>
/// The pages whose records an interrupted run has left in <c>NAME.partial</c>, in order. The last page is taken for unfinished: its records may
/// be some of several. A cut line and that page are taken off, so that the file ends with a whole page.
/// </summary>
internal sealed class WrittenPages : IDisposable
{
    private readonly StreamReader _lines;

    private WrittenPages(StreamReader lines)
    {
        _lines = lines;
    }

    /// <summary>Opens what is there of an output; null where a run begins from nothing.</summary>
    /// <exception cref="OutputException">The file cannot be read or cut, or holds no records.</exception>
    public static WrittenPages? Open(string output)
    {
        var partial = output + ".partial";
        if (!File.Exists(partial))
        {
            return null;
        }

        try
        {
            using (var file = new FileStream(partial, FileMode.Open, FileAccess.ReadWrite))
            {
                file.SetLength(LastPage(file));
            }

            return new WrittenPages(new StreamReader(new FileStream(partial, FileMode.Open, FileAccess.Read, FileShare.ReadWrite), new UTF8Encoding(false)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException or InvalidOperationException)
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

    /// <summary>Where the first line of the last page begins.</summary>
    private static long LastPage(FileStream file)
    {
        long lastPage = 0, lineStart = 0;
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
                    lastPage = Read(line.ToArray()).IsFirst ? lineStart : lastPage;
                    lineStart += line.Length + 1;
                    line.SetLength(0);
                }
            }
        }

        return lastPage;
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
