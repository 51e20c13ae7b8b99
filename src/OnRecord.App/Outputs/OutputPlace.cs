using OnRecord.App.Cli;
using OnRecord.App.Files;

namespace OnRecord.App.Outputs;

/// <summary>What <c>--output</c> names: a file, which is replaced when the new one is whole, or something else, which is written into and stays what it is.</summary>
/// <param name="Path">The path, links followed.</param>
/// <param name="Kind">What stands there.</param>
internal sealed record OutputPlace(string Path, FileKind Kind)
{
    private static readonly string[] StandardOutputs = ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"];

    /// <summary>Folders whose names are files that are open already, at a place of their own.</summary>
    private static readonly string[] OpenFiles = ["/dev/fd/", "/proc/self/fd/"];

    /// <summary>Whether it is what the program prints to in any case.</summary>
    public bool IsStandardOutput => StandardOutputs.Contains(Path);

    /// <summary>Whether a file of bytes stands there, or nothing.</summary>
    public bool IsFile => Kind is FileKind.Nothing or FileKind.Regular && !OpenFiles.Any(folder => Path.StartsWith(folder, StringComparison.Ordinal));

    /// <summary>The file's name until it is whole.</summary>
    public string Partial => Path + ".partial";

    /// <summary>Sums of the pages in it, until it is whole.</summary>
    public string Sums => Partial + ".sums";

    /// <exception cref="OutputException">Nothing can be written there.</exception>
    public static OutputPlace Of(string path)
    {
        if (OpenFiles.Any(folder => path.StartsWith(folder, StringComparison.Ordinal)) || StandardOutputs.Contains(path))
        {
            return new OutputPlace(path, FileKinds.Of(path));
        }

        try
        {
            var kind = FileKinds.Of(path);
            var place = new OutputPlace(kind is FileKind.Nothing or FileKind.Regular && new FileInfo(path).LinkTarget is not null
                ? File.ResolveLinkTarget(System.IO.Path.GetFullPath(path), returnFinalTarget: true)!.FullName
                : path, kind);
            return kind == FileKind.Folder ? throw new OutputException($"{path}: is a folder; name a file in it")
                : place.IsFile && (FileKinds.Of(place.Partial) is not (FileKind.Nothing or FileKind.Regular) || new FileInfo(place.Partial).LinkTarget is not null)
                    ? throw new OutputException($"{place.Partial}: is in the way: it is no file; move it, or name another output")
                    : place;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new OutputException($"{path}: cannot be written: {e.Message}", e);
        }
    }

    /// <summary>Gives the file its name; what stood there before lends its permissions.</summary>
    public void Complete()
    {
        if (Kind == FileKind.Regular && !OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Partial, File.GetUnixFileMode(Path));
        }

        File.Move(Partial, Path, overwrite: true);
        File.Delete(Sums);
    }
}
