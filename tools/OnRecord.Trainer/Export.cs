using System.Security.Cryptography;
using System.Text;

namespace OnRecord.Trainer;

/// <summary>Writes a network as the file that <c>OnRecord.Language.Parsing.NetworkModel</c> reads.</summary>
internal static class Export
{
    /// <summary>A weight that is written as vectors already.</summary>
    private const string RowsOfVectors = "features.weight";

    /// <summary>Writes the file and gives its SHA-256.</summary>
    public static string Write(string path, TorchSharp.torch.nn.Module network, Shape shape, Vocabulary vocabulary, WordVectors vectors)
    {
        using (var writer = new BinaryWriter(File.Create(path), Encoding.UTF8))
        {
            writer.Write("ORN2"u8);
            writer.Write(shape.Encoder);
            writer.Write(shape.Layers);
            writer.Write(shape.Width);
            foreach (var values in vocabulary.Values)
            {
                Strings(writer, values);
            }

            Strings(writer, shape.ReadsCharacters ? [.. vocabulary.Characters.Select(letter => letter.ToString())] : []);
            Strings(writer, vocabulary.Upos);
            Strings(writer, vocabulary.Xpos);
            Strings(writer, vocabulary.Features);
            Strings(writer, vocabulary.Relations);
            Strings(writer, vectors.Words);
            foreach (var scale in vectors.Scales)
            {
                writer.Write(BitConverter.HalfToUInt16Bits(scale));
            }

            writer.Write(System.Runtime.InteropServices.MemoryMarshal.AsBytes(vectors.Codes.AsSpan()));
            foreach (var (name, weights) in network.named_parameters().Where(pair => pair.name != RowsOfVectors).OrderBy(pair => pair.name, StringComparer.Ordinal))
            {
                writer.Write(name);
                writer.Write(weights.numel());
                foreach (var value in weights.detach().contiguous().data<float>())
                {
                    writer.Write(BitConverter.HalfToUInt16Bits((Half)value));
                }
            }
        }

        return Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));
    }

    private static void Strings(BinaryWriter writer, IReadOnlyList<string> values)
    {
        writer.Write(values.Count);
        foreach (var value in values)
        {
            writer.Write(value);
        }
    }
}
