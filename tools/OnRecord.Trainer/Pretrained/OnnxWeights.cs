using System.Runtime.InteropServices;
using Google.Protobuf;

namespace OnRecord.Trainer.Pretrained;

/// <summary>A tensor of an ONNX file.</summary>
/// <param name="Name">Its name in the graph.</param>
/// <param name="Sizes">Its dimensions.</param>
/// <param name="Values">Its values, row after row.</param>
internal sealed record OnnxTensor(string Name, IReadOnlyList<int> Sizes, float[] Values);

/// <summary>Reads the weights of a network in ONNX form, and nothing of its graph.</summary>
/// <remarks>The numbers of the fields are those of <c>onnx.proto</c>: ModelProto.graph, GraphProto.initializer and TensorProto.</remarks>
internal static class OnnxWeights
{
    private const int ModelGraph = 7;
    private const int GraphInitializer = 5;
    private const int TensorSizes = 1;
    private const int TensorType = 2;
    private const int TensorName = 8;
    private const int TensorBytes = 9;
    private const int Float = 1;

    /// <summary>All tensors of floats, in the order of the file, which is the graph's.</summary>
    public static IReadOnlyList<OnnxTensor> Read(byte[] model) =>
        [.. Messages(model, ModelGraph).SelectMany(graph => Messages(graph, GraphInitializer)).Select(Tensor).OfType<OnnxTensor>()];

    private static IEnumerable<byte[]> Messages(byte[] message, int field)
    {
        var input = new CodedInputStream(message);
        while (input.ReadTag() is var tag and not 0)
        {
            if (WireFormat.GetTagFieldNumber(tag) == field)
            {
                yield return input.ReadBytes().ToByteArray();
            }
            else
            {
                input.SkipLastField();
            }
        }
    }

    private static OnnxTensor? Tensor(byte[] message)
    {
        var input = new CodedInputStream(message);
        var (sizes, type, name, values) = (new List<int>(), 0, "", Array.Empty<float>());
        while (input.ReadTag() is var tag and not 0)
        {
            switch (WireFormat.GetTagFieldNumber(tag))
            {
                case TensorSizes when WireFormat.GetTagWireType(tag) == WireFormat.WireType.Varint: sizes.Add((int)input.ReadInt64()); break;
                case TensorType: type = input.ReadInt32(); break;
                case TensorName: name = input.ReadString(); break;
                case TensorBytes when type == Float: values = MemoryMarshal.Cast<byte, float>(input.ReadBytes().Span).ToArray(); break;
                default: input.SkipLastField(); break;
            }
        }

        return type == Float ? new OnnxTensor(name, sizes, values) : null;
    }
}
