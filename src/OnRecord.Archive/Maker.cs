using System.Security.Cryptography;
using System.Text;

namespace OnRecord.Archive;

/// <summary>What made a record: the build of the library, and the words and models that it read with. Another maker may make another record of the same page.</summary>
public static class Maker
{
    /// <summary>Of the library in this process and the data beside it, such as <c>0.1.0+1f8ab2c4.77d0aa51</c>.</summary>
    /// <remarks>The builds are deterministic, so the same sources give the same name.</remarks>
    public static string Current { get; } = Of(Path.Combine(AppContext.BaseDirectory, "data"));

    private static string Of(string data)
    {
        var library = typeof(Reading).Assembly;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        if (Directory.Exists(data))
        {
            foreach (var path in Directory.EnumerateFiles(data, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            {
                hash.AppendData(Encoding.UTF8.GetBytes(Path.GetRelativePath(data, path).Replace('\\', '/')));
                // The models' hashes stand in their list, so that they need not be read again.
                hash.AppendData(Path.GetExtension(path) is ".network" or ".trees" ? [] : File.ReadAllBytes(path));
            }
        }

        return $"{library.GetName().Version!.ToString(3)}+{library.ManifestModule.ModuleVersionId.ToString("N")[..8]}.{Convert.ToHexStringLower(hash.GetHashAndReset())[..8]}";
    }
}
