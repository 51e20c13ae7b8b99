namespace OnRecord.Language;

/// <summary>For each frequent word the parts of speech that it has most: a hint about words to the right, which have no tag yet.</summary>
internal sealed class TagClasses
{
    private readonly Dictionary<uint, byte> _classes;

    /// <summary>Classes by the hash of the word in lower case; 0 is no class.</summary>
    public TagClasses(Dictionary<uint, byte> classes) => _classes = classes;

    /// <summary>All of them.</summary>
    public IReadOnlyDictionary<uint, byte> All => _classes;

    /// <summary>The class of a word; 0 for a word that was seldom seen.</summary>
    public uint Of(uint lowerHash) => _classes.GetValueOrDefault(lowerHash);
}
