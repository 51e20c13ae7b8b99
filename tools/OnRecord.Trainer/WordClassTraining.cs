using OnRecord.Names;
using static TorchSharp.torch;

namespace OnRecord.Trainer;

/// <summary>Makes the file of <see cref="WordClasses"/>: word vectors, brought to one length, in clusters (k-means by angles), and the clusters in families in the same way.</summary>
internal static class WordClassTraining
{
    private const int Rounds = 8;
    private const int RowsAtOnce = 5_000;

    public static void Run(string vectorsFile, int seed, string output)
    {
        set_num_threads(1);
        random.manual_seed(seed);
        var vectors = WordVectors.Read(vectorsFile, int.MaxValue);
        using var scope = NewDisposeScope();
        var rows = Direction(tensor(vectors.WithUnknown()).reshape(-1, WordVectors.Dimensions).narrow(0, 1, vectors.Words.Count));
        var (classes, centres) = Cluster(rows, WordClasses.Classes - 1);
        var (families, _) = Cluster(centres, WordClasses.Families - 1);
        var bytes = WordClasses.Write(vectors.Words, [.. Numbers(classes)], [0, .. Numbers(families)]);
        File.WriteAllBytes(output, bytes);
        Console.WriteLine($"{vectors.Words.Count} words, SHA-256 {Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes))}");
    }

    /// <summary>The cluster of each row, and where the clusters' middles point.</summary>
    private static (Tensor Nearest, Tensor Centres) Cluster(Tensor rows, int count)
    {
        var centres = rows.index_select(0, randperm(rows.shape[0]).narrow(0, 0, count));
        for (var round = 0; round < Rounds; round++)
        {
            using var scope = NewDisposeScope();
            var sums = zeros_like(centres).index_add(0, Nearest(rows, centres), rows, alpha: 1);

            // A cluster that nobody is near keeps its place.
            centres = Direction(sums + centres * 1e-3).MoveToOuterDisposeScope();
        }

        return (Nearest(rows, centres), centres);
    }

    private static Tensor Nearest(Tensor rows, Tensor centres)
    {
        var nearest = new List<Tensor>();
        foreach (var some in rows.split(RowsAtOnce))
        {
            using var scope = NewDisposeScope();
            nearest.Add(some.matmul(centres.t()).argmax(1).MoveToOuterDisposeScope());
        }

        return cat(nearest);
    }

    private static Tensor Direction(Tensor rows) => rows / rows.norm(1, keepdim: true).clamp_min(1e-6);

    private static IEnumerable<ushort> Numbers(Tensor clusters) => clusters.data<long>().ToArray().Select(number => (ushort)(number + 1));
}
