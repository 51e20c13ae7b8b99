using System.Collections.Immutable;
using System.Text;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using NodaTime.Text;
using OnRecord.App.Api;
using OnRecord.App.Inputs;
using OnRecord.Archive;
using OnRecord.Pages;

namespace OnRecord.App.Web.Inboxes;

/// <summary>Takes what is handed in and reads it into the archive, one after the other, since an archive has one writer.</summary>
internal sealed class Inbox(DeskSettings desk, Cli.Terminal terminal) : BackgroundService
{
    /// <summary>Items that are remembered.</summary>
    private const int MostItems = 500;

    /// <summary>Bytes that may wait: beyond, what is handed in is refused until there is room.</summary>
    private const long MostWaiting = 4L * PageBytes.DefaultMaxBytes;

    private const int MostTold = 20;
    private const int PagesInBatch = 16;

    private readonly Channel<Upload> _uploads = Channel.CreateUnbounded<Upload>();
    private readonly Lazy<Reading> _reading = new(Reading.Open);
    private readonly Lock _lock = new();
    private ImmutableList<InboxItem> _items = [];
    private long _waiting;
    private int _last;

    /// <summary>What was handed in, the newest first.</summary>
    public InboxView View()
    {
        lock (_lock)
        {
            return new InboxView([.. _items.Reverse()], _items.Count(item => item.State is "waiting" or "reading"));
        }
    }

    /// <summary>Takes the files and the text of a form.</summary>
    /// <exception cref="FormatException">The form holds nothing, or something impossible.</exception>
    public async Task TakeAsync(HttpRequest request)
    {
        if (!request.HasFormContentType)
        {
            throw new FormatException("send a form, multipart/form-data, with 'files' or 'text'");
        }

        var form = await FormOf(request).ConfigureAwait(false);
        var settings = Settings(form);
        var uploads = new List<(string Name, byte[] Bytes)>();
        foreach (var file in form.Files.Where(file => file.Length > 0))
        {
            var bytes = new byte[file.Length];
            using var stream = file.OpenReadStream();
            await stream.ReadExactlyAsync(bytes, request.HttpContext.RequestAborted).ConfigureAwait(false);
            uploads.Add((Path.GetFileName(file.FileName.Replace('\\', '/')) is { Length: > 0 } name ? name : "a file without a name", bytes));
        }

        if (form["text"].ToString() is { } text && !string.IsNullOrWhiteSpace(text))
        {
            // A form's text comes with CR LF; what was pasted had LF.
            uploads.Add((Pasted(text), Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n"))));
        }

        if (uploads.Count == 0)
        {
            throw new FormatException("there is nothing in it: choose files or paste text");
        }

        Accept(uploads, settings);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var upload in _uploads.Reader.ReadAllAsync(stoppingToken).ConfigureAwait(false))
        {
            await Task.Run(() => Read(upload, stoppingToken), CancellationToken.None).ConfigureAwait(false);
        }
    }

    private void Accept(List<(string Name, byte[] Bytes)> uploads, PageSettings settings)
    {
        var size = uploads.Sum(upload => (long)upload.Bytes.Length);
        lock (_lock)
        {
            if (_waiting + size > MostWaiting)
            {
                throw new FormatException("too much is waiting to be read; hand it in again in a while");
            }

            _waiting += size;
            foreach (var (name, bytes) in uploads)
            {
                var item = new InboxItem { Id = ++_last, Name = name, Bytes = bytes.Length, State = "waiting" };
                _items = _items.Add(item);
                _uploads.Writer.TryWrite(new Upload(item, bytes, settings));
            }

            if (_items.Count > MostItems)
            {
                _items = _items.RemoveAll(item => item.Id <= _last - MostItems && item.State is "done" or "failed");
            }
        }
    }

    private void Read(Upload upload, CancellationToken stopping)
    {
        var item = upload.Item with { State = "reading" };
        Show(item);
        try
        {
            using var store = RecordStore.OpenOrCreate(desk.Archive);
            using var known = RecordStore.Open(desk.Archive);
            var inputs = new ContainerInputs(terminal, upload.Settings).Expand(item.Name, () => new MemoryStream(upload.Bytes, writable: false));
            foreach (var results in new PagePipeline(terminal.Around(_reading.Value.Read), upload.Settings) { IsKnown = page => Has(known, page) }.Read(inputs, stopping).Chunk(PagesInBatch))
            {
                var stored = store.Add(results.Where(result => result.Error is null).Select(result => new StoredPage(result.Name, result.Page!, upload.Settings.Options, result.Records)));
                item = item with
                {
                    Stored = item.Stored + stored.Count(page => page.IsNew),
                    Known = item.Known + stored.Count(page => !page.IsNew),
                    Problems = [.. item.Problems.Concat(results.Where(result => result.Error is not null).Select(result => result.Name == item.Name ? result.Error! : $"{result.Name}: {result.Error}")).Take(MostTold)],
                    Records = [.. item.Records.Concat(stored.SelectMany(page => Enumerable.Range(0, page.Records).Select(place => $"{page.Sha256[..16]}-{place}"))).Take(MostTold)],
                };
                Show(item);
            }

            item = item with { State = item.Stored + item.Known > 0 ? "done" : "failed", Problems = item.Stored + item.Known == 0 && item.Problems.IsEmpty ? ["holds no page"] : item.Problems };
        }
        catch (Exception e)
        {
            // Whatever goes wrong with one thing that was handed in, the desk goes on.
            terminal.Say($"{item.Name}: {(e is ArchiveException or Data.DataFileException ? e.Message : e)}");
            item = item with { State = "failed", Problems = [.. item.Problems, e.Message] };
        }

        Show(item);
        lock (_lock)
        {
            _waiting -= upload.Bytes.Length;
        }
    }

    /// <summary>Asked from many threads.</summary>
    private static bool Has(RecordStore store, Page page)
    {
        lock (store)
        {
            return store.Has(page.Sha256);
        }
    }

    private void Show(InboxItem item)
    {
        lock (_lock)
        {
            var place = _items.FindIndex(known => known.Id == item.Id);
            _items = place < 0 ? _items : _items.SetItem(place, item);
        }
    }

    private static async Task<IFormCollection> FormOf(HttpRequest request)
    {
        try
        {
            return await request.ReadFormAsync(request.HttpContext.RequestAborted).ConfigureAwait(false);
        }
        catch (InvalidDataException e)
        {
            throw new FormatException($"the form cannot be taken: {e.Message}", e);
        }
    }

    /// <summary>What the form says of the pages.</summary>
    private PageSettings Settings(IFormCollection form)
    {
        var (uri, day) = (form["uri"].ToString().Trim(), form["published"].ToString().Trim());
        if (uri.Length > 0 && !(Uri.TryCreate(uri, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"))
        {
            throw new FormatException($"'{uri}' is no address of a page; one begins with http:// or https://");
        }

        var published = day.Length == 0 ? null : LocalDatePattern.Iso.Parse(day) is { Success: true, Value: var value } ? value : (NodaTime.LocalDate?)null;
        if (day.Length > 0 && published is null)
        {
            throw new FormatException($"'{day}' is no day of publication; one looks like 2025-08-25");
        }

        var options = new ReadOptions { Published = published, Plain = form["plain"].ToString() is "on" or "true" };
        return new PageSettings(options, uri.Length > 0 ? uri : null, desk.MaxBytes) { Containers = new ContainerOptions { MaxPageBytes = desk.MaxBytes } };
    }

    /// <summary>A name for text that has none: its first words.</summary>
    private static string Pasted(string text)
    {
        const int Most = 48;
        var line = text.Trim().Split('\n')[0].Trim();
        return "pasted: " + (line.Length <= Most ? line : line[..Most].TrimEnd() + "…");
    }

    private sealed record Upload(InboxItem Item, byte[] Bytes, PageSettings Settings);
}
