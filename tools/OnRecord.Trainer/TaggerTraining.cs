using System.Diagnostics;
using static TorchSharp.torch;

namespace OnRecord.Trainer;

/// <summary>How a tagger is trained.</summary>
internal sealed record TaggerSettings(int Passes, int Width, double Drop, int Seed, string Output)
{
    public double Rate { get; init; } = 2e-3;

    /// <summary>Tokens of a step, about.</summary>
    public int TokensInBatch { get; init; } = 1000;
}

/// <summary>Trains a <see cref="TaggerNetwork"/> for a fixed number of passes.</summary>
internal static class TaggerTraining
{
    private const double AverageDecay = 0.998;

    /// <summary>Trains, scores by label on other sequences, and writes the network.</summary>
    public static void Run(TaggerSettings settings, IReadOnlyList<int> flags, IReadOnlyList<string> labels, IReadOnlyList<TaggedSequence> train, IReadOnlyList<TaggedSequence> dev)
    {
        set_num_threads(1);
        random.manual_seed(settings.Seed);
        using var network = new TaggerNetwork(flags, labels.Count, settings.Width, settings.Drop);
        Console.WriteLine($"{train.Count} sequences, {train.Sum(one => one.Length)} tokens, {network.parameters().Sum(parameter => parameter.numel())} weights");
        var optimizer = optim.Adam(network.parameters(), settings.Rate, beta2: 0.98);
        var averaged = new Averaged(network, AverageDecay);
        var chance = new Random(settings.Seed);
        var (step, steps, watch) = (0, Batches(train, settings.TokensInBatch, null).Count * settings.Passes, Stopwatch.StartNew());
        for (var pass = 1; pass <= settings.Passes; pass++)
        {
            network.train();
            foreach (var batch in Batches(train, settings.TokensInBatch, chance))
            {
                using var scope = NewDisposeScope();
                foreach (var group in optimizer.ParamGroups)
                {
                    group.LearningRate = settings.Rate * (1 - (double)step / steps);
                }

                step++;
                optimizer.zero_grad();
                network.Loss(batch).backward();
                nn.utils.clip_grad_norm_(network.parameters(), 5);
                optimizer.step();
                averaged.Update();
            }

            var hash = averaged.With(() =>
            {
                Console.WriteLine(FormattableString.Invariant($"pass {pass}, {watch.Elapsed.TotalMinutes:F1} min: {Scores(network, labels, dev)}"));
                return Export.Write(settings.Output, network, network.Shape, Vocabulary.None, new WordVectors([], [], []));
            });
            Console.WriteLine($"  {settings.Output}: SHA-256 {hash}");
        }
    }

    private static string Scores(TaggerNetwork network, IReadOnlyList<string> labels, IReadOnlyList<TaggedSequence> dev)
    {
        network.eval();
        using var _ = no_grad();
        var (right, found, gold) = (new int[labels.Count], new int[labels.Count], new int[labels.Count]);
        foreach (var batch in Batches(dev, 1000, null))
        {
            using var scope = NewDisposeScope();
            var best = network.Score(batch).argmax(2).reshape(-1).contiguous().data<long>().ToArray();
            foreach (var (label, ours) in batch.SelectMany(one => one.Labels).Zip(best))
            {
                gold[label]++;
                found[ours]++;
                right[label] += label == ours ? 1 : 0;
            }
        }

        return string.Join(", ", labels.Select((label, i) => FormattableString.Invariant($"{label} {200.0 * right[i] / Math.Max(1, found[i] + gold[i]):F1}")));
    }

    private static List<List<TaggedSequence>> Batches(IEnumerable<TaggedSequence> sequences, int tokens, Random? chance)
    {
        var batches = new List<List<TaggedSequence>>();
        foreach (var group in sequences.GroupBy(sequence => sequence.Length).OrderBy(group => group.Key))
        {
            var some = group.ToArray();
            chance?.Shuffle(some);
            batches.AddRange(some.Chunk(Math.Max(1, tokens / group.Key)).Select(chunk => chunk.ToList()));
        }

        var all = batches.ToArray();
        chance?.Shuffle(all);
        return [.. all];
    }
}
