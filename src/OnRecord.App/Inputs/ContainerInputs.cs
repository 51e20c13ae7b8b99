using OnRecord.App.Cli;
using OnRecord.Pages;

namespace OnRecord.App.Inputs;

/// <summary>Tells containers (web archives, feeds, JSON lines) from pages, and opens them into the pages in them.</summary>
internal sealed class ContainerInputs(Terminal terminal, PageSettings settings)
{
    /// <summary>The input as one page, or the pages in it, streamed while they are asked for.</summary>
    /// <param name="name">How to speak of it.</param>
    /// <param name="open">Opens it.</param>
    public IEnumerable<PageInput> Expand(string name, Func<Stream> open)
    {
        Stream stream;
        PageInput? failed = null;
        try
        {
            stream = open();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            (stream, failed) = (Stream.Null, PageInput.Failing(name, e));
        }

        if (failed is not null)
        {
            yield return failed;
            yield break;
        }

        using (stream)
        {
            foreach (var input in Expand(name, stream))
            {
                yield return input;
            }
        }
    }

    /// <summary>What a file in a folder holds by how it begins; null where it is no container of pages, or cannot be opened.</summary>
    public ContainerKind? KindOf(string path)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 1);
            var head = Head(stream);
            return KindOf(path, head) is { } kind && (kind != ContainerKind.Json || HoldsPages(head)) ? kind : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Folders hold JSON of all sorts: pages are where the user has named a field, or news-please its own. Packed JSON is opened to see.</summary>
    private bool HoldsPages(byte[] head) =>
        settings.Containers.TextField is not null || settings.Containers.HtmlField is not null || head is [0x1f, 0x8b, ..] || head.AsSpan().IndexOf("\"maintext\""u8) >= 0;

    private ContainerKind? KindOf(string name, byte[] head) => settings.Options.Plain ? null
        : ContainerReader.KindOf(head) is { } kind ? kind
        : IsJsonLines(name) ? ContainerKind.Json
        : null;

    /// <summary>By name, for files whose first line is damaged.</summary>
    private static bool IsJsonLines(string name) => new[] { ".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz" }
        .Any(extension => name.EndsWith(extension, StringComparison.OrdinalIgnoreCase));

    private IEnumerable<PageInput> Expand(string name, Stream stream)
    {
        var (head, failed) = TryHead(stream);
        if (failed is not null)
        {
            return [PageInput.Failing(name, failed)];
        }

        Stream whole = stream;
        if (stream.CanSeek)
        {
            stream.Seek(-head.Length, SeekOrigin.Current);
        }
        else
        {
            whole = new PrefixedStream(head, stream);
        }

        if (KindOf(name, head) is { } kind)
        {
            return Contained(name, whole, kind);
        }

        // Read here, since the stream is closed when the next input is asked for.
        var page = Load(name, whole);
        return [page];
    }

    private PageInput Load(string name, Stream stream)
    {
        try
        {
            var page = Page.Of(PageBytes.Read(stream, settings.MaxBytes, remark => terminal.Say($"{name}: {remark}")), settings.Uri);
            return new PageInput(name, _ => page);
        }
        catch (Exception e)
        {
            return PageInput.Failing(name, e);
        }
    }

    private IEnumerable<PageInput> Contained(string name, Stream stream, ContainerKind kind)
    {
        using var items = ContainerReader.Read(stream, kind, settings.Containers).GetEnumerator();
        for (var isBroken = false; !isBroken;)
        {
            PageInput? input;
            try
            {
                if (!items.MoveNext())
                {
                    break;
                }

                input = Of(name, items.Current);
            }
            catch (Exception e)
            {
                // What a container breaks on costs the rest of it, and nothing beside it.
                (input, isBroken) = (PageInput.Failing(name, e), true);
            }

            if (input is not null)
            {
                yield return input;
            }
        }
    }

    private PageInput? Of(string container, ContainedPage item)
    {
        var name = item.Place.Length == 0 ? container : $"{container}, {item.Place}";
        if (item.Remark is { } remark)
        {
            terminal.Say($"{name}: {remark}");
        }

        return item.Page is { } page ? new PageInput(name, _ => page.Uri is null ? page with { Uri = settings.Uri } : page)
            : item.Problem is { } problem ? PageInput.Failing(name, new PageInputException(PageInputProblem.Damaged, problem))
            : null;
    }

    private static (byte[] Head, Exception? Failed) TryHead(Stream stream)
    {
        try
        {
            return (Head(stream), null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return ([], e);
        }
    }

    private static byte[] Head(Stream stream)
    {
        var head = new byte[ContainerReader.HeadSize];
        return head[..stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
    }
}
