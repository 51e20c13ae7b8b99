using System.Collections.Immutable;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using NodaTime.Text;
using OnRecord.App.Api;
using OnRecord.App.Inputs;
using OnRecord.Archive;
using OnRecord.Pages;

namespace OnRecord.App.Web.Inboxes;

/// <summary>Takes what is handed in, keeps it on the disk, and reads it into the archive, one after the other, since an archive has one writer.</summary>
internal sealed class Inbox : BackgroundService
{
    /// <summary>Items that are remembered.</summary>
    private const int MostItems = 500;

    /// <summary>Uploads under way at once.</summary>
    private const int MostAtOnce = 16;

    /// <summary>How often something is read at whose reading the desk ended without a word.</summary>
    private const int MostAttempts = 3;

    private const int MostTold = 20;
    private const int PagesInBatch = 16;

    /// <summary>Somebody waits for the answer to a text.</summary>
    private const int MostSecondsOfPeek = 20;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly DeskSettings _desk;
    private readonly Cli.Terminal _terminal;
    private readonly InboxFolder _folder;
    private readonly Admission _admission;
    private readonly Channel<int> _queue = Channel.CreateUnbounded<int>();
    private readonly Lazy<Reading> _reading = new(Reading.Open);
    private readonly SemaphoreSlim _peeking = new(1);
    private readonly Lock _lock = new();
    private readonly Dictionary<int, KeptUpload> _kept = [];
    private ImmutableList<InboxItem> _items = [];
    private (int Id, CancellationTokenSource Cancel)? _atHand;
    private int _last;

    public Inbox(DeskSettings desk, Cli.Terminal terminal, InboxFolder folder)
    {
        (_desk, _terminal, _folder) = (desk, terminal, folder);
        _admission = new Admission(desk.MostWaiting, MostAtOnce);
        foreach (var upload in folder.Kept(terminal.Say))
        {
            Enqueue(upload, upload.Attempts < MostAttempts
                ? Waiting(upload)
                : Waiting(upload) with { State = "failed", IsKept = true, Problems = [$"the desk ended {upload.Attempts} times while this was read; it is kept, and not tried again by itself"] });
        }

        _last = folder.LastId();
    }

    /// <summary>What was handed in, the newest first.</summary>
    public InboxView View()
    {
        lock (_lock)
        {
            return new InboxView([.. _items.Reverse()], _items.Count(item => item.IsOpen));
        }
    }

    /// <summary>Takes the files and the text of a form: when this has returned they are on the disk.</summary>
    /// <exception cref="FormatException">The form holds nothing, or something impossible.</exception>
    /// <exception cref="NoRoomException">Too much waits, or is under way; nothing of it was read.</exception>
    /// <exception cref="UnkeptException">The disk does not take it.</exception>
    public async Task TakeAsync(HttpRequest request)
    {
        using var place = _admission.Enter(Math.Min(request.ContentLength ?? _desk.MostOfBody, _desk.MostOfBody))
            ?? throw new NoRoomException("too much is waiting to be read, or on its way; hand it in again in a while");
        using var form = await UploadForm.ReadAsync(request, _folder).ConfigureAwait(false);
        foreach (var (name, staged) in form.Uploads)
        {
            var upload = new KeptUpload(Interlocked.Increment(ref _last), name, staged.Content.Length, form.Uri, form.Published, form.Plain, 0);
            try
            {
                _folder.Keep(staged, upload);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new UnkeptException(e);
            }

            Enqueue(upload, Waiting(upload));
        }
    }

    /// <summary>Takes something out that waits, is read, or is kept after it failed; false where there is no such thing.</summary>
    public bool Cancel(int id)
    {
        lock (_lock)
        {
            if (_atHand is { } hand && hand.Id == id)
            {
                hand.Cancel.Cancel();
                return true;
            }

            if (!_kept.ContainsKey(id))
            {
                return false;
            }

            Show(_items.Find(item => item.Id == id)! with { State = "cancelled", IsKept = false, Problems = [] });
            Forget(id);
            return true;
        }
    }

    /// <summary>Reads something again that is kept after it failed; false where there is no such thing.</summary>
    public bool Again(int id)
    {
        lock (_lock)
        {
            if (!_kept.TryGetValue(id, out var upload) || _items.Find(item => item.Id == id) is not { State: "failed" })
            {
                return false;
            }

            upload = upload with { Attempts = 0 };
            _folder.Change(upload);
            _kept[id] = upload;
            Show(Waiting(upload));
            return _queue.Writer.TryWrite(id);
        }
    }

    /// <summary>Names of what is not read yet.</summary>
    public IReadOnlyList<string> Left()
    {
        lock (_lock)
        {
            return [.. _kept.Values.OrderBy(upload => upload.Id).Select(upload => upload.Name)];
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var id in _queue.Reader.ReadAllAsync(stoppingToken).ConfigureAwait(false))
        {
            while (!await Task.Run(() => IsOver(id, stoppingToken), CancellationToken.None).ConfigureAwait(false))
            {
                await Task.Delay(Patience, stoppingToken).ConfigureAwait(false);
            }
        }
    }

    private static InboxItem Waiting(KeptUpload upload) => new() { Id = upload.Id, Name = upload.Name, Bytes = upload.Bytes, State = "waiting" };

    private void Enqueue(KeptUpload upload, InboxItem item)
    {
        lock (_lock)
        {
            _admission.Wait(Math.Max(upload.Bytes, Admission.Least));
            _kept[upload.Id] = upload;
            _items = _items.Add(item);
            if (item.IsOpen)
            {
                _queue.Writer.TryWrite(upload.Id);
            }

            if (_items.Count > MostItems)
            {
                _items = _items.RemoveAll(old => old.Id <= _last - MostItems && !old.IsOpen && !old.IsKept);
            }
        }
    }

    /// <summary>Reads one upload; false where the archive is not there, so that it waits.</summary>
    private bool IsOver(int id, CancellationToken stopping)
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        KeptUpload? upload;
        lock (_lock)
        {
            if (stopping.IsCancellationRequested || !_kept.TryGetValue(id, out upload))
            {
                return true;
            }

            _atHand = (id, cancel);
        }

        var item = Waiting(upload) with { State = "reading" };
        Show(item);
        try
        {
            using var store = RecordStore.OpenSame(_desk.Archive, _desk.ArchiveId, toRead: false);
            item = Read(store, upload, item, cancel.Token);
            Close(upload, item, cancel.Token, stopping);
            return true;
        }
        catch (ArchiveException e) when (item.Stored + item.Known == 0 && !cancel.IsCancellationRequested)
        {
            if (!_items.Exists(other => other.Problems.Contains(e.Message)))
            {
                _terminal.Say($"{upload.Name}: {e.Message}; it is kept, and tried again");
            }

            Show(Waiting(upload) with { Problems = [e.Message] });
            return false;
        }
        catch (Exception e)
        {
            // Whatever goes wrong with one thing that was handed in, the desk goes on, and it is kept.
            _terminal.Say($"{upload.Name}: {(e is ArchiveException or Data.DataFileException ? e.Message : Cli.Faults.Told(e))}");
            Show(item with { State = "failed", IsKept = true, Problems = [.. item.Problems, e.Message] });
            return true;
        }
        finally
        {
            lock (_lock)
            {
                _atHand = null;
            }
        }
    }

    /// <summary>Reads a page that is not kept, one at a time.</summary>
    /// <exception cref="FormatException">It takes too long.</exception>
    public async Task<System.Collections.Immutable.ImmutableArray<Record>> PeekAsync(Page page, ReadOptions options, CancellationToken aborted)
    {
        await _peeking.WaitAsync(aborted).ConfigureAwait(false);
        try
        {
            return await Task.Run(() => PageTime.Read(_terminal.Around(_reading.Value.Read), page, options with { Limits = _desk.Limits }, Math.Min(_desk.MaxSeconds, MostSecondsOfPeek)), aborted).ConfigureAwait(false);
        }
        catch (PageTimeException e)
        {
            throw new FormatException($"the text {e.Message}", e);
        }
        finally
        {
            _peeking.Release();
        }
    }

    private InboxItem Read(RecordStore store, KeptUpload upload, InboxItem item, CancellationToken cancelled)
    {
        // The models are opened before: that the desk ended meanwhile is not the upload's fault.
        var read = Until(cancelled, _terminal.Around(_reading.Value.Read));
        _folder.Change(upload with { Attempts = upload.Attempts + 1 });
        using var known = RecordStore.OpenSame(_desk.Archive, _desk.ArchiveId, toRead: true);
        var settings = Settings(upload);
        var inputs = new ContainerInputs(_terminal, settings).Expand(upload.Name, () => _folder.OpenContent(upload.Id));
        var again = ReadAgain.Of(read, settings.Options.Limits, settings.MaxSeconds, _terminal.Say);
        var pipeline = new PagePipeline(read, settings) { IsKnown = page => Has(known, page) };
        foreach (var results in pipeline.Read(inputs, cancelled).Chunk(PagesInBatch))
        {
            if (cancelled.IsCancellationRequested)
            {
                break;
            }

            var stored = store.Add(results.Where(result => result.Error is null).Select(result => new StoredPage(result.Name, result.Page!, settings.Options, result.Records)), again);
            item = item with
            {
                Stored = item.Stored + stored.Count(page => page.IsNew || page.IsRenewed),
                Known = item.Known + stored.Count(page => !page.IsNew && !page.IsRenewed),
                Problems = [.. item.Problems.Concat(stored.Select(page => page.Problem).OfType<string>()).Concat(results.Where(result => result.Error is not null).Select(result => result.Name == item.Name ? result.Error! : $"{result.Name}: {result.Error}")).Take(MostTold)],
                Records = [.. item.Records.Concat(stored.SelectMany(page => Enumerable.Range(0, page.Records).Select(place => $"{page.Sha256[..16]}-{place}"))).Take(MostTold)],
            };
            Show(item);
        }

        return item;
    }

    /// <summary>The reading, which also ends when somebody cancels it.</summary>
    private static ReadPage Until(CancellationToken cancelled, ReadPage read) => (page, options, timer) =>
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancelled, timer);
        return read(page, options, either.Token);
    };

    private void Close(KeptUpload upload, InboxItem item, CancellationToken cancelled, CancellationToken stopping)
    {
        if (stopping.IsCancellationRequested)
        {
            // It is read from its beginning when the desk is opened again; that it was not ended is nobody's fault.
            _folder.Change(upload);
            Show(Waiting(upload));
            return;
        }

        lock (_lock)
        {
            if (cancelled.IsCancellationRequested)
            {
                Show(item with { State = "cancelled" });
            }
            else
            {
                var isRead = item.Stored + item.Known > 0;
                Show(item with { State = isRead ? "done" : "failed", Problems = !isRead && item.Problems.IsEmpty ? ["holds no page"] : item.Problems });
            }

            Forget(upload.Id);
        }
    }

    private void Forget(int id)
    {
        if (_kept.Remove(id, out var upload))
        {
            _admission.Leave(Math.Max(upload.Bytes, Admission.Least));
            try
            {
                _folder.Remove(id);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                _terminal.Say($"{upload.Name}: cannot be taken out of the inbox: {e.Message}");
            }
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

    /// <summary>Asked from many threads.</summary>
    private static bool Has(RecordStore store, Page page)
    {
        lock (store)
        {
            return store.Has(page.Sha256);
        }
    }

    private PageSettings Settings(KeptUpload upload)
    {
        var options = new ReadOptions { Published = upload.Published is { } day ? LocalDatePattern.Iso.Parse(day).Value : null, Plain = upload.Plain, Limits = _desk.Limits };
        return new PageSettings(options, upload.Uri, _desk.MaxBytes) { Containers = new ContainerOptions { MaxPageBytes = _desk.MaxBytes }, MaxSeconds = _desk.MaxSeconds };
    }
}
