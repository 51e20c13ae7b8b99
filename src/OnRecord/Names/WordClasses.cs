using System.Buffers.Binary;
using OnRecord.Data;
using OnRecord.Language;

namespace OnRecord.Names;

/// <summary>
/// Classes of words that are used alike (<c>word-classes.bin</c>): clusters of word vectors. A word that no corpus of names has may so be known from its like:
/// a class of Nigerian family names, one of towns in Thailand.
/// </summary>
/// <remarks>
/// Little-endian: <c>ORC1</c>; the numbers of words, of classes and of families of classes; the words' hashes in ascending order; the class of each word; the family of each class.
/// Hashes are 4 bytes and the rest 2. Words of one hash, of which there are a dozen, share the class of the most frequent.
/// </remarks>
internal sealed class WordClasses
{
    /// <summary>Number of classes; 0 stands for a word that has none.</summary>
    public const int Classes = 1025;

    /// <summary>Number of families of classes; 0 stands for none.</summary>
    public const int Families = 129;

    private const string ModelName = "word-classes.bin";
    private const int HeadLength = 16;

    private readonly uint[] _hashes;
    private readonly ushort[] _classes;
    private readonly ushort[] _families;

    /// <exception cref="DataFileException">The model is missing or damaged.</exception>
    public WordClasses(DataFolder data)
        : this(data.Model(ModelName), ModelName)
    {
    }

    /// <exception cref="DataFileException">The bytes are no classes of words, or damaged.</exception>
    public WordClasses(ReadOnlySpan<byte> bytes, string path)
    {
        if (bytes.Length < HeadLength || !bytes[..4].SequenceEqual("ORC1"u8))
        {
            throw Damaged(path);
        }

        var words = BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]);
        var (classes, families) = (BinaryPrimitives.ReadInt32LittleEndian(bytes[8..]), BinaryPrimitives.ReadInt32LittleEndian(bytes[12..]));
        if (classes != Classes || families != Families || words < 0 || bytes.Length != HeadLength + 6L * words + 2L * classes)
        {
            throw Damaged(path);
        }

        _hashes = new uint[words];
        for (var i = 0; i < words; i++)
        {
            _hashes[i] = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(HeadLength + 4 * i)..]);
        }

        _classes = Numbers(bytes.Slice(HeadLength + 4 * words, 2 * words), classes, path);
        _families = Numbers(bytes[(HeadLength + 6 * words)..], families, path);
    }

    /// <summary>The class of a word in small letters, 0 where it has none.</summary>
    public int ClassOf(ReadOnlySpan<char> lower) => Array.BinarySearch(_hashes, WordHash.Of(lower)) is var at and >= 0 ? _classes[at] : 0;

    /// <summary>The family that a class belongs to, 0 for none.</summary>
    public int FamilyOf(int wordClass) => _families[wordClass];

    /// <summary>The bytes of a file with these classes.</summary>
    /// <param name="words">The words, the most frequent first.</param>
    /// <param name="classes">The class of each, from 1.</param>
    /// <param name="families">The family of each class, that of no class first.</param>
    public static byte[] Write(IReadOnlyList<string> words, IReadOnlyList<ushort> classes, IReadOnlyList<ushort> families)
    {
        var byHash = new SortedDictionary<uint, ushort>();
        for (var i = 0; i < words.Count; i++)
        {
            byHash.TryAdd(WordHash.Of(words[i]), classes[i]);
        }

        var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write("ORC1"u8);
        writer.Write(byHash.Count);
        writer.Write(Classes);
        writer.Write(Families);
        foreach (var hash in byHash.Keys)
        {
            writer.Write(hash);
        }

        foreach (var number in byHash.Values.Concat(families))
        {
            writer.Write(number);
        }

        return bytes.ToArray();
    }

    private static ushort[] Numbers(ReadOnlySpan<byte> bytes, int below, string path)
    {
        var numbers = new ushort[bytes.Length / 2];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = BinaryPrimitives.ReadUInt16LittleEndian(bytes[(2 * i)..]);
            if (numbers[i] >= below)
            {
                throw Damaged(path);
            }
        }

        return numbers;
    }

    private static DataFileException Damaged(string path) => new(path, "no classes of words, or damaged; take the file from the release again.");
}
