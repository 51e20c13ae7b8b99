using Microsoft.Extensions.FileSystemGlobbing;
using OnRecord.App.Cli;

namespace OnRecord.App.Inputs;

/// <summary>Turns the paths on a command line into pages, lazily and in a fixed order.</summary>
internal sealed class PageInputs(Terminal terminal)
{
    /// <summary>What a folder is searched for; a file named by the user is read whatever it is called.</summary>
    private static readonly string[] PageExtensions = [".html", ".htm", ".xhtml", ".txt", ".text"];

    private static readonly char[] GlobMarks = ['*', '?'];

    /// <summary>The pages that the paths name: files as given, folders in ordinal order of their paths.</summary>
    /// <remarks>A path that names nothing yields an input whose opening fails with the reason.</remarks>
    public IEnumerable<PageInput> Expand(IEnumerable<string> paths) => paths.SelectMany(Expand);

    /// <summary>The one page that a path names.</summary>
    public PageInput One(string path) => path == "-" ? new PageInput("-", () => terminal.Input) : OfFile(path);

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

        return [One(path)];
    }

    private static PageInput OfFile(string path) => new(path, () => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));

    /// <summary>A glob that the shell left alone: <c>*</c> and <c>?</c> inside a name, <c>**</c> for folders at any depth.</summary>
    private static IEnumerable<PageInput> Matching(string glob)
    {
        var parts = glob.Replace('\\', '/').Split('/');
        var fixedParts = parts.TakeWhile(part => part.IndexOfAny(GlobMarks) < 0).ToList();
        var root = fixedParts.Count == 0 ? "." : string.Join('/', fixedParts) + "/";
        var found = new Matcher(StringComparison.Ordinal)
            .AddInclude(string.Join('/', parts.Skip(fixedParts.Count)))
            .GetResultsInFullPath(root)
            .Select(path => fixedParts.Count == 0 || !Path.IsPathRooted(glob) ? Path.GetRelativePath(Directory.GetCurrentDirectory(), path) : path)
            .Order(StringComparer.Ordinal)
            .Select(OfFile)
            .ToList();
        return found.Count > 0 ? found : throw new UsageException($"{glob}: no file matches");
    }

    private IEnumerable<PageInput> InFolder(string folder)
    {
        var skipped = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var entry in Walk(new DirectoryInfo(folder), folder))
        {
            if (entry.IsFault || IsPage(entry.Name))
            {
                yield return entry.Input;
            }
            else
            {
                var extension = Path.GetExtension(entry.Name) is { Length: > 0 } some ? some : "no extension";
                skipped[extension] = skipped.GetValueOrDefault(extension) + 1;
            }
        }

        if (skipped.Count > 0)
        {
            terminal.Say($"{folder}: left out {skipped.Values.Sum()} files that are neither HTML nor text by name "
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
            fault = new Entry(name, new PageInput(name, () => throw e), IsFault: true);
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
                yield return new Entry(path, OfFile(path), IsFault: false);
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

    private static bool IsPage(string path)
    {
        var name = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? path[..^3] : path;
        return PageExtensions.Any(extension => name.EndsWith(extension, StringComparison.OrdinalIgnoreCase));
    }

    private readonly record struct Entry(string Name, PageInput Input, bool IsFault);
}
