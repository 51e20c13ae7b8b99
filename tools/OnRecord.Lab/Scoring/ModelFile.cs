using System.Security.Cryptography;
using System.Text;

namespace OnRecord.Lab.Scoring;

/// <summary>Writes a trained model where the program opens it, and its hash beside it.</summary>
internal static class ModelFile
{
    private static readonly string Folder = Path.Combine(Gold.Repository, "data", "en", "models");

    public static void Write(string name, string text)
    {
        File.WriteAllText(Path.Combine(Folder, name), text);
        var list = Path.Combine(Folder, "SHA256SUMS");
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        var lines = File.ReadAllLines(list).Where(line => !line.EndsWith("  " + name, StringComparison.Ordinal));
        File.WriteAllLines(list, lines.Append($"{hash}  {name}").OrderBy(line => line.Split("  ")[1], StringComparer.Ordinal));
        Console.WriteLine($"{name}: {text.Length} bytes, SHA-256 {hash}");
    }
}
