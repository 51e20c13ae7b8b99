using Microsoft.Extensions.FileSystemGlobbing;
using OnRecord.App.Cli;
using OnRecord.App.Files;

namespace OnRecord.App.Inputs;

/// <summary>Turns the paths on a command line into pages, lazily and in a fixed order.</summary>
internal sealed class PageInputs(Terminal terminal, PageSettings settings)
{
    /// <summary>What a folder is searched for; a file named by the user is read whatever it is called.</summary>
    private static readonly string[] PageExtensions = [".html", ".htm", ".xhtml", ".txt", ".text"];

    /// <summary>What a folder is searched for besides: files that are read where they begin like a container of pages.</summary>
    private static readonly string[] ContainerExtensions = [".warc", ".arc", ".wacz", ".rss", ".atom", ".xml", ".json", ".jsonl", ".ndjson"];

    private readonly ContainerInputs _containers = new(terminal, settings);

    private static readonly char[] GlobMarks = ['*', '?'];

    /// <summary>The pages that the paths name: files as given, folders in ordinal order of their paths.</summary>
    /// <remarks>A path that names nothing yields an input whose opening fails with the reason.</remarks>
    public IEnumerable<PageInput> Expand(IEnumerable<string> paths) => paths.SelectMany(Expand);

    /// <summary>The page that a path names, or the page at a place from 0 of a container.</summary>
    /// <exception cref="UsageException">There is none at that place.</exception>
    public PageInput One(string path, int place) => (Directory.Exists(path) ? throw new UsageException($"{path}: is a folder; name a page") : Named(path)).ElementAtOrDefault(place)
        ?? throw new UsageException($"--page {place}: {path} does not hold so many pages; they are numbered from 0");

    private IEnumerable<PageInput> Expand(string path)
    {
        if (Directory.Exists(path))
        {
            return InFolder(path);
        }

        if (!File.Exists(path) && path.IndexOfAny(GlobMarks) >= 0)
        {
            return Matching(path);
        }

        return Named(path);
    }

    /// <summary>A file that the user named: one page, or a container, whatever it is called.</summary>
    private IEnumerable<PageInput> Named(string path) =>
        path == "-" ? _containers.Expand("-", () => terminal.Input)
        : IsPage(path) ? [OfFile(path)]
        : _containers.Expand(path, () => Opened(path));

    private PageInput OfFile(string path) => PageInput.OfStream(path, () => Opened(path), terminal.Say);

    /// <summary>What a folder or a glob holds under the name of a page and is no file, as an input that fails: reading it might never end. Null where it is a file, or nothing that could be looked at.</summary>
    private static PageInput? Unfit(string path) => FileKinds.Of(path) is var kind and (FileKind.Pipe or FileKind.Device or FileKind.Socket)
        ? PageInput.Failing(path, new IOException($"it is {kind.Told()} and no file{(kind == FileKind.Socket ? "" : "; name it itself to read it")}"))
        : null;

    private static FileStream Opened(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);

    /// <summary>A glob that the shell left alone: <c>*</c> and <c>?</c> inside a name, <c>**</c> for folders at any depth.</summary>
    private IEnumerable<PageInput> Matching(string glob)
    {
        var parts = glob.Replace('\\', '/').Split('/');
        var fixedParts = parts.TakeWhile(part => part.IndexOfAny(GlobMarks) < 0).ToList();
        var root = fixedParts.Count == 0 ? "." : string.Join('/', fixedParts) + "/";
        var found = new Matcher(StringComparison.Ordinal)
            .AddInclude(string.Join('/', parts.Skip(fixedParts.Count)))
            .GetResultsInFullPath(root)
            .Select(path => fixedParts.Count == 0 || !Path.IsPathRooted(glob) ? Path.GetRelativePath(Directory.GetCurrentDirectory(), path) : path)
            .Order(StringComparer.Ordinal)
            .ToList();
        return found.Count > 0 ? found.SelectMany(path => Unfit(path) is { } unfit ? [unfit] : Named(path)) : throw new UsageException($"{glob}: no file matches");
    }

    private IEnumerable<PageInput> InFolder(string folder)
    {
        var skipped = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var entry in Walk(new DirectoryInfo(folder), folder))
        {
            if (entry.Fault is { } fault)
            {
                yield return PageInput.Failing(entry.Name, fault);
            }
            else if (HasExtension(entry.Name, [.. PageExtensions, .. ContainerExtensions]) && Unfit(entry.Name) is { } unfit)
            {
                yield return unfit;
            }
            else if (IsPage(entry.Name))
            {
                yield return OfFile(entry.Name);
            }
            else if (HasExtension(entry.Name, ContainerExtensions) && _containers.KindOf(entry.Name) is not null)
            {
                foreach (var input in _containers.Expand(entry.Name, () => Opened(entry.Name)))
                {
                    yield return input;
                }
            }
            else
            {
                var extension = Path.GetExtension(entry.Name) is { Length: > 0 } some ? some : "no extension";
                skipped[extension] = skipped.GetValueOrDefault(extension) + 1;
            }
        }

        if (skipped.Count > 0)
        {
            terminal.Say($"{folder}: left out {skipped.Values.Sum()} files that hold no page by their name "
                + $"({string.Join(", ", skipped.Select(kind => $"{kind.Key}: {kind.Value}"))}); name a file itself to read it");
        }
    }

    /// <summary>All files below a folder, each folder's entries in ordinal order. Links to folders are not followed: they can lead in circles.</summary>
    /// <remarks>A folder that may not be listed is one entry that fails when it is opened.</remarks>
    private static IEnumerable<Entry> Walk(DirectoryInfo folder, string name)
    {
        FileSystemInfo[] entries;
        Entry? fault = null;
        try
        {
            entries = folder.GetFileSystemInfos();
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            entries = [];
            fault = new Entry(name, e);
        }

        if (fault is { } failed)
        {
            yield return failed;
        }

        foreach (var entry in entries.Where(entry => entry.Name[0] != '.').OrderBy(entry => entry.Name, StringComparer.Ordinal))
        {
            var path = Path.Combine(name, entry.Name);
            if (entry is not DirectoryInfo below)
            {
                yield return new Entry(path, null);
            }
            else if (below.LinkTarget is null)
            {
                foreach (var inner in Walk(below, path))
                {
                    yield return inner;
                }
            }
        }
    }

    private static bool IsPage(string path) => HasExtension(path, PageExtensions);

    private static bool HasExtension(string path, string[] extensions)
    {
        var name = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? path[..^3] : path;
        return extensions.Any(extension => name.EndsWith(extension, StringComparison.OrdinalIgnoreCase));
    }

    private readonly record struct Entry(string Name, Exception? Fault);
}
