using System.Security.Cryptography;

namespace OnRecord.Data;

/// <summary>The folder with the words and models of a language: <c>lexicons/*.tsv</c> and <c>models/*</c>.</summary>
public sealed class DataFolder
{
    private const string HashList = "SHA256SUMS";

    private readonly string _path;

    /// <summary>The data at <paramref name="path"/>.</summary>
    /// <exception cref="DataFileException">There is no such folder.</exception>
    public DataFolder(string path)
    {
        _path = path;
        if (!Directory.Exists(path))
        {
            throw new DataFileException(path, "no such folder. It is copied beside the program when it is built; build again, or name another with --data.");
        }
    }

    /// <summary>The English data that travel beside the program.</summary>
    /// <exception cref="DataFileException">They are not there.</exception>
    public static DataFolder English() => new(Path.Combine(AppContext.BaseDirectory, "data", "en"));

    /// <summary>Reads <c>lexicons/<paramref name="name"/>.tsv</c>.</summary>
    /// <exception cref="DataFileException">The file is missing or not a lexicon.</exception>
    public Lexicon Lexicon(string name) => Data.Lexicon.Load(Path.Combine(_path, "lexicons", name + ".tsv"));

    /// <summary>Reads <c>models/<paramref name="name"/></c> and checks it against <c>models/SHA256SUMS</c>.</summary>
    /// <exception cref="DataFileException">The file is missing, or its hash is not the one listed.</exception>
    public byte[] Model(string name)
    {
        var path = Path.Combine(_path, "models", name);
        var expected = ExpectedHash(name);
        if (!File.Exists(path))
        {
            throw new DataFileException(path, $"the model is missing (SHA-256 {expected} expected). Install OnRecord again, or take the file from the release.");
        }

        var bytes = File.ReadAllBytes(path);
        var found = Convert.ToHexStringLower(SHA256.HashData(bytes));
        return found == expected
            ? bytes
            : throw new DataFileException(path, $"the model is damaged or altered: SHA-256 {expected} expected, {found} found. Install OnRecord again, or take the file from the release.");
    }

    private string ExpectedHash(string name)
    {
        var path = Path.Combine(_path, "models", HashList);
        if (!File.Exists(path))
        {
            throw new DataFileException(path, "the list of model hashes is missing. Install OnRecord again.");
        }

        foreach (var line in File.ReadLines(path))
        {
            // The format of sha256sum: hash, two spaces, name.
            var parts = line.Split("  ", 2);
            if (parts.Length == 2 && parts[1] == name)
            {
                return parts[0];
            }
        }

        throw new DataFileException(path, $"no hash is listed for the model {name}. Run sha256sum in that folder after training.");
    }
}
