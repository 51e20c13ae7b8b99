using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;
using OnRecord.Data;

namespace OnRecord.Language;

/// <summary>The weights of the tagger: for each feature's hash, whole-number weights of the labels that it speaks for or against.</summary>
/// <remarks>
/// The file (little-endian): <c>ORT1</c>; the number of labels, then each as length and UTF-8 (<c>NOUN/NN</c>); the number of word
/// classes, then each as hash and class; the number of features and of weights, then each feature as hash and number of
/// weights, each weight as label and code (<see cref="Expand"/>).
/// </remarks>
internal sealed class TaggerModel
{
    private const string Magic = "ORT1";

    private readonly uint[] _keys;
    private readonly int[] _starts;
    private readonly byte[] _weightLabels;
    private readonly short[] _weights;
    private readonly byte[] _counts;
    private readonly int _mask;

    private TaggerModel(ImmutableArray<string> labels, TagClasses classes, int features, int weights)
    {
        Labels = labels;
        Classes = classes;
        var size = 16;
        while (size < features * 2)
        {
            size *= 2;
        }

        _mask = size - 1;
        _keys = new uint[size];
        _starts = new int[size];
        _counts = new byte[size];
        _weightLabels = new byte[weights];
        _weights = new short[weights];
    }

    /// <summary>The labels: universal and Penn tag.</summary>
    public ImmutableArray<string> Labels { get; }

    /// <summary>The word classes.</summary>
    public TagClasses Classes { get; }

    /// <summary>Reads a model.</summary>
    /// <exception cref="DataFileException">It is not a tagger's model.</exception>
    public static TaggerModel Read(byte[] bytes, string name)
    {
        try
        {
            return Read(new Reader(bytes));
        }
        catch (Exception e) when (e is ArgumentException or IndexOutOfRangeException or InvalidDataException or OverflowException)
        {
            throw new DataFileException(name, "this is not a model of the tagger that this version reads. Train it again with the Lab's train-tagger.", e);
        }
    }

    /// <summary>Adds the weights of a feature to the labels' scores.</summary>
    public void Add(uint feature, Span<int> scores)
    {
        var slot = (int)feature & _mask;
        while (_counts[slot] != 0)
        {
            if (_keys[slot] == feature)
            {
                var start = _starts[slot];
                var labels = _weightLabels.AsSpan(start, _counts[slot]);
                var weights = _weights.AsSpan(start, _counts[slot]);
                for (var i = 0; i < labels.Length; i++)
                {
                    scores[labels[i]] += weights[i];
                }

                return;
            }

            slot = (slot + 1) & _mask;
        }
    }

    /// <summary>The weight that a code stands for: its square, with its sign, so that small weights have fine steps.</summary>
    public static short Expand(sbyte code) => (short)(code * Math.Abs((int)code));

    /// <summary>The code nearest to a weight between −127² and 127².</summary>
    public static sbyte Compress(double weight) =>
        (sbyte)(Math.Sign(weight) * Math.Min(127, (int)Math.Round(Math.Sqrt(Math.Abs(weight)), MidpointRounding.AwayFromZero)));

    /// <summary>Writes a model; the Lab's side of <see cref="Read(byte[], string)"/>.</summary>
    public static byte[] Write(IReadOnlyList<string> labels, TagClasses classes, IReadOnlyList<(uint Feature, IReadOnlyList<(byte Label, sbyte Code)> Weights)> features)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(Encoding.ASCII.GetBytes(Magic));
        writer.Write((byte)labels.Count);
        foreach (var label in labels)
        {
            var bytes = Encoding.UTF8.GetBytes(label);
            writer.Write((byte)bytes.Length);
            writer.Write(bytes);
        }

        writer.Write(classes.All.Count);
        foreach (var (hash, value) in classes.All.OrderBy(pair => pair.Key))
        {
            writer.Write(hash);
            writer.Write(value);
        }

        writer.Write(features.Count);
        writer.Write(features.Sum(feature => feature.Weights.Count));
        foreach (var (feature, weights) in features)
        {
            writer.Write(feature);
            writer.Write((byte)weights.Count);
            foreach (var (label, weight) in weights)
            {
                writer.Write(label);
                writer.Write(weight);
            }
        }

        writer.Flush();
        return stream.ToArray();
    }

    private static TaggerModel Read(Reader reader)
    {
        if (reader.Text(Magic.Length) != Magic)
        {
            throw new InvalidDataException();
        }

        var labels = ImmutableArray.CreateBuilder<string>();
        for (int i = 0, count = reader.Byte(); i < count; i++)
        {
            labels.Add(reader.Text(reader.Byte()));
        }

        var classCount = reader.Int();
        var classes = new Dictionary<uint, byte>(classCount);
        for (var i = 0; i < classCount; i++)
        {
            classes[reader.UInt()] = reader.Byte();
        }

        var (features, weights) = (reader.Int(), reader.Int());
        var model = new TaggerModel(labels.ToImmutable(), new TagClasses(classes), features, weights);
        var next = 0;
        for (var i = 0; i < features; i++)
        {
            next = model.Take(reader, next);
        }

        return model;
    }

    private int Take(Reader reader, int next)
    {
        var feature = reader.UInt();
        var count = reader.Byte();
        var slot = (int)feature & _mask;
        while (_counts[slot] != 0)
        {
            slot = (slot + 1) & _mask;
        }

        (_keys[slot], _starts[slot], _counts[slot]) = (feature, next, count);
        for (var i = 0; i < count; i++)
        {
            var label = reader.Byte();
            _weightLabels[next] = label < Labels.Length ? label : throw new InvalidDataException();
            _weights[next++] = Expand((sbyte)reader.Byte());
        }

        return next;
    }

    private sealed class Reader(byte[] bytes)
    {
        private int _at;

        public byte Byte() => bytes[_at++];

        public uint UInt() => BinaryPrimitives.ReadUInt32LittleEndian(Take(4));

        public int Int() => checked((int)UInt());

        public string Text(int length) => Encoding.UTF8.GetString(Take(length));

        private ReadOnlySpan<byte> Take(int length)
        {
            var span = bytes.AsSpan(_at, length);
            _at += length;
            return span;
        }
    }
}
