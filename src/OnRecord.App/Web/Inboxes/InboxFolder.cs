using System.Text.Json;
using OnRecord.App.Cli;
using OnRecord.App.Files;

namespace OnRecord.App.Web.Inboxes;

/// <summary>
/// The folder in which the desk keeps what was handed in until it is read, so that nothing that was accepted is lost when the desk ends, however it ends:
/// <c>waiting/ID</c> holds the bytes and what is known of them, and appears whole. What is under way lies in <c>temporary</c>, which is emptied at the start and at the end.
/// </summary>
internal sealed class InboxFolder : IDisposable
{
    private const string Told = "item.json";
    private const string Content = "content";

    private readonly FileStream _lock;
    private readonly string _waiting;
    private readonly string _temporary;
    private long _made;

    private InboxFolder(string path, FileStream held)
    {
        Path = path;
        _lock = held;
        _waiting = System.IO.Path.Combine(path, "waiting");
        _temporary = System.IO.Path.Combine(path, "temporary");
    }

    public string Path { get; }

    /// <summary>Opens the folder for this desk alone, and makes it where there is none.</summary>
    /// <exception cref="UsageException">It cannot be made, or another desk has it.</exception>
    public static InboxFolder Open(string path)
    {
        try
        {
            Make(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{path}: the inbox cannot be kept there: {e.Message} Name another folder with --inbox.");
        }

        try
        {
            var folder = new InboxFolder(path, new FileStream(System.IO.Path.Combine(path, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            folder.EmptyTemporary();
            Make(folder._waiting);
            Make(folder._temporary);
            Posix.FlushFolder(path);
            return folder;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{path}: the inbox is in use by another desk, or cannot be written ({e.Message}); close that desk, or name another folder with --inbox");
        }
    }

    /// <summary>A file that nobody else sees and that is gone when it is closed, however the program ends.</summary>
    public FileStream TemporaryFile()
    {
        var path = Next();
        var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Delete, 1 << 16, OperatingSystem.IsWindows() ? FileOptions.DeleteOnClose : FileOptions.None);
        if (!OperatingSystem.IsWindows())
        {
            File.Delete(path);
        }

        return file;
    }

    /// <summary>Begins an upload: a folder for its bytes, still out of sight.</summary>
    public StagedUpload Stage()
    {
        var path = Next();
        Make(path);
        return new StagedUpload(path, new FileStream(System.IO.Path.Combine(path, Content), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None));
    }

    /// <summary>Keeps an upload: when this has returned it is on the disk, whatever happens to the program or the power.</summary>
    public void Keep(StagedUpload staged, KeptUpload kept)
    {
        staged.Close();
        Write(staged.Path, kept);
        Posix.FlushFolder(staged.Path);
        Directory.Move(staged.Path, Of(kept.Id));
        Posix.FlushFolder(_waiting);
    }

    /// <summary>Keeps what became of an upload that is still to be read.</summary>
    public void Change(KeptUpload kept)
    {
        Write(Of(kept.Id), kept);
        Posix.FlushFolder(Of(kept.Id));
    }

    public void Remove(int id)
    {
        // Without it the rest is no upload, so that one that is half removed does not come back.
        File.Delete(System.IO.Path.Combine(Of(id), Told));
        Directory.Delete(Of(id), recursive: true);
    }

    public FileStream OpenContent(int id) => new(System.IO.Path.Combine(Of(id), Content), FileMode.Open, FileAccess.Read, FileShare.Read);

    /// <summary>What an earlier desk left, in the order in which it was handed in.</summary>
    /// <param name="damaged">Told the path of each that cannot be understood; it is left where it is.</param>
    public IReadOnlyList<KeptUpload> Kept(Action<string> damaged)
    {
        var kept = new List<KeptUpload>();
        foreach (var path in Directory.EnumerateDirectories(_waiting))
        {
            var told = System.IO.Path.Combine(path, Told);
            if (!File.Exists(told))
            {
                Directory.Delete(path, recursive: true);
                continue;
            }

            try
            {
                var one = JsonSerializer.Deserialize<KeptUpload>(File.ReadAllBytes(told)) ?? throw new JsonException("it is empty");
                kept.Add(Of(one.Id) == path ? one : throw new JsonException("its number is another"));
            }
            catch (Exception e) when (e is JsonException or IOException)
            {
                damaged($"{path}: cannot be understood and is left there: {e.Message}");
            }
        }

        return [.. kept.OrderBy(one => one.Id)];
    }

    /// <summary>The greatest number that is taken, understood or not.</summary>
    public int LastId() => Directory.EnumerateDirectories(_waiting).Select(path => int.TryParse(System.IO.Path.GetFileName(path), out var id) ? id : 0).DefaultIfEmpty().Max();

    public void Dispose()
    {
        try
        {
            EmptyTemporary();
        }
        catch (IOException)
        {
            // Emptied at the next start.
        }

        _lock.Dispose();
    }

    private static void Make(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private static void Write(string folder, KeptUpload kept)
    {
        var (path, partial) = (System.IO.Path.Combine(folder, Told), System.IO.Path.Combine(folder, Told + ".partial"));
        using (var file = new FileStream(partial, FileMode.Create, FileAccess.Write))
        {
            JsonSerializer.Serialize(file, kept);
            file.Flush(flushToDisk: true);
        }

        File.Move(partial, path, overwrite: true);
    }

    private string Of(int id) => System.IO.Path.Combine(_waiting, id.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private string Next() => System.IO.Path.Combine(_temporary, Interlocked.Increment(ref _made).ToString(System.Globalization.CultureInfo.InvariantCulture));

    private void EmptyTemporary()
    {
        if (Directory.Exists(_temporary))
        {
            foreach (var path in Directory.EnumerateFileSystemEntries(_temporary))
            {
                if (Directory.Exists(path))
                {
                    Directory.Delete(path, recursive: true);
                }
                else
                {
                    File.Delete(path);
                }
            }
        }
    }
}

/// <summary>An upload as it is kept until it is read.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Name">What it was called.</param>
/// <param name="Bytes">Its bytes.</param>
/// <param name="Uri">The address that was given, or null.</param>
/// <param name="Published">The day of publication that was given, or null.</param>
/// <param name="Plain">Whether it is running text.</param>
/// <param name="Attempts">How often its reading was begun and the desk ended without a word.</param>
internal sealed record KeptUpload(int Id, string Name, long Bytes, string? Uri, string? Published, bool Plain, int Attempts);

/// <summary>An upload on its way: gone with all its bytes unless it is kept.</summary>
internal sealed class StagedUpload(string path, FileStream content) : IDisposable
{
    public string Path => path;

    public FileStream Content => content;

    /// <summary>Ends the bytes and has them on the disk.</summary>
    public void Close()
    {
        content.Flush(flushToDisk: true);
        content.Dispose();
    }

    public void Dispose()
    {
        try
        {
            content.Dispose();
            if (Directory.Exists(path))
            {
                Directory.Delete(path, recursive: true);
            }
        }
        catch (IOException)
        {
            // Emptied at the next start.
        }
    }
}
