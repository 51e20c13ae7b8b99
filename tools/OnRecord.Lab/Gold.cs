using System.Reflection;

namespace OnRecord.Lab;

/// <summary>Where the gold corpora lie: <c>../shared/data</c> beside the checkout.</summary>
internal static class Gold
{
    private static readonly string Root = typeof(Gold).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    /// <summary>The root of the checkout.</summary>
    public static string Repository => Root;

    /// <summary>A file or folder of the gold.</summary>
    /// <exception cref="FileNotFoundException">The gold is not there.</exception>
    public static string Path(params ReadOnlySpan<string> parts)
    {
        var path = System.IO.Path.Combine([System.IO.Path.GetFullPath(System.IO.Path.Combine(Root, "..", "shared", "data")), .. parts]);
        return File.Exists(path) || Directory.Exists(path)
            ? path
            : throw new FileNotFoundException($"{path}: the gold corpora are not here; the Lab needs them beside the checkout.");
    }
}
