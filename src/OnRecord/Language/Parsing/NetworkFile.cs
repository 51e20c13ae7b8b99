using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;
using OnRecord.Data;

namespace OnRecord.Language.Parsing;

/// <summary>The file of the network: vocabularies, word vectors, weights.</summary>
/// <remarks>
/// Little-endian: <c>ORN2</c>; kind, layers and width of the encoder; a list of values for each feature of a word; the characters; the
/// labels of UPOS, XPOS, features and relations; the words with a vector, their scales (half) and codes (100 signed bytes each); then tensors by name, each as count and
/// halves. Lists are a count and strings as <see cref="BinaryReader"/> reads them.
/// </remarks>
internal sealed class NetworkFile
{
    /// <summary>Values in a word vector.</summary>
    public const int VectorWidth = 100;

    private NetworkFile(byte[] bytes, BinaryReader reader)
    {
        if (!reader.ReadBytes(4).AsSpan().SequenceEqual("ORN2"u8))
        {
            throw new InvalidDataException("no network");
        }

        (Encoder, Layers, Width) = (reader.ReadString(), reader.ReadInt32(), reader.ReadInt32());
        Values = [.. Enumerable.Range(0, WordFeatures.Count).Select(_ => Strings(reader))];
        Characters = Strings(reader);
        (Upos, Xpos, Features, Relations) = (Strings(reader), Strings(reader), Strings(reader), Strings(reader));
        VectorWords = Strings(reader);
        VectorScales = Halves(bytes, reader, VectorWords.Length);
        VectorCodes = bytes.AsMemory((int)reader.BaseStream.Position, VectorWords.Length * VectorWidth);
        reader.BaseStream.Position += VectorCodes.Length;
        var tensors = new Dictionary<string, float[]>(StringComparer.Ordinal);
        while (reader.BaseStream.Position < bytes.Length)
        {
            tensors[reader.ReadString()] = Halves(bytes, reader, checked((int)reader.ReadInt64()));
        }

        Tensors = tensors;
    }

    /// <summary>Kind of the encoder; the parser knows <c>lstm</c>.</summary>
    public string Encoder { get; }

    /// <summary>Layers of the encoder.</summary>
    public int Layers { get; }

    /// <summary>Width of a layer; of an LSTM's, in each direction.</summary>
    public int Width { get; }

    /// <summary>For each feature of a word, its values; a value's number is its place + 2, 0 is unknown and 1 the root.</summary>
    public string[][] Values { get; }

    /// <summary>Characters that words are read from, each a string of one; none in a network that does not read them.</summary>
    public string[] Characters { get; }

    public string[] Upos { get; }

    public string[] Xpos { get; }

    public string[] Features { get; }

    public string[] Relations { get; }

    /// <summary>Words that have a vector.</summary>
    public string[] VectorWords { get; }

    public float[] VectorScales { get; }

    /// <summary>The vectors in units of their scales, as signed bytes.</summary>
    public ReadOnlyMemory<byte> VectorCodes { get; }

    /// <summary>The weights, by the names that the trainer gives them.</summary>
    public IReadOnlyDictionary<string, float[]> Tensors { get; }

    /// <exception cref="DataFileException">The file is no network, or is damaged.</exception>
    public static NetworkFile Read(byte[] bytes, string path)
    {
        try
        {
            using var reader = new BinaryReader(new MemoryStream(bytes), Encoding.UTF8);
            return new NetworkFile(bytes, reader);
        }
        catch (Exception error) when (error is IOException or InvalidDataException or ArgumentException or OverflowException)
        {
            throw new DataFileException(path, "not a network, or damaged; take the file from the release again.", error);
        }
    }

    /// <summary>A tensor of a known size.</summary>
    /// <exception cref="InvalidDataException">It is missing, or has another size.</exception>
    public float[] Tensor(string name, int size) =>
        Tensors.TryGetValue(name, out var values) && values.Length == size ? values : throw new InvalidDataException($"tensor {name}");

    private static string[] Strings(BinaryReader reader)
    {
        var count = reader.ReadInt32();
        if (count < 0 || count > reader.BaseStream.Length)
        {
            throw new InvalidDataException();
        }

        var strings = new string[count];
        for (var i = 0; i < count; i++)
        {
            strings[i] = reader.ReadString();
        }

        return strings;
    }

    private static float[] Halves(byte[] bytes, BinaryReader reader, int count)
    {
        var start = (int)reader.BaseStream.Position;
        if (count < 0 || start + 2L * count > bytes.Length)
        {
            throw new InvalidDataException();
        }

        var values = new float[count];
        Widen(MemoryMarshal.Cast<byte, ushort>(bytes.AsSpan(start, 2 * count)), values);
        reader.BaseStream.Position = start + 2L * count;
        return values;
    }

    /// <summary>Halves to floats, of finite numbers: exponent and digits move to their places, and a product with a power of two sets the exponent right, whole or not.</summary>
    private static void Widen(ReadOnlySpan<ushort> halves, Span<float> values)
    {
        const float Bias = 5.192297e33f; // 2^112
        ref var half = ref MemoryMarshal.GetReference(halves);
        ref var value = ref MemoryMarshal.GetReference(values);
        var at = 0;
        for (; BitConverter.IsLittleEndian && at + Vector512<ushort>.Count <= halves.Length; at += Vector512<ushort>.Count)
        {
            var (low, high) = Vector512.Widen(Vector512.LoadUnsafe(ref half, (nuint)at));
            Wide(low).StoreUnsafe(ref value, (nuint)at);
            Wide(high).StoreUnsafe(ref value, (nuint)(at + Vector512<float>.Count));
        }

        for (; at < halves.Length; at++)
        {
            values[at] = (float)BitConverter.UInt16BitsToHalf(BinaryPrimitives.ReadUInt16LittleEndian(MemoryMarshal.AsBytes(halves[at..])));
        }

        static Vector512<float> Wide(Vector512<uint> bits)
        {
            var size = ((bits & Vector512.Create(0x7FFFu)) << 13).AsSingle() * Vector512.Create(Bias);
            return (size.AsUInt32() | ((bits & Vector512.Create(0x8000u)) << 16)).AsSingle();
        }
    }
}
