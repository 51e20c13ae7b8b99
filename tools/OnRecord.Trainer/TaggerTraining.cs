using System.Diagnostics;
using OnRecord.Language.Parsing;
using OnRecord.Trainer.Pretrained;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace OnRecord.Trainer;

/// <summary>How a tagger is trained.</summary>
internal sealed record TaggerSettings(int Passes, int Width, double Drop, int Seed, string Output)
{
    public double Rate { get; init; } = 2e-3;

    /// <summary>Tokens of a step, about.</summary>
    public int TokensInBatch { get; init; } = 1000;

    /// <summary>Whether the network so far is written after each pass.</summary>
    public bool WritesEachPass { get; init; }

    /// <summary>A tagger of the same shape to begin with; null for chance.</summary>
    public string? Start { get; init; }

    /// <summary>The first steps are smaller: as many as this share of all.</summary>
    public double WarmUp { get; init; }
}

/// <summary>Trains a <see cref="TaggerNetwork"/> for a fixed number of passes.</summary>
/// <param name="Flags">How many values each flag has.</param>
/// <param name="Labels">Names of the labels.</param>
internal sealed record TaggerTraining(IReadOnlyList<int> Flags, IReadOnlyList<string> Labels)
{
    /// <summary>Values of a row: what a <see cref="StateView"/> without a layer sees of a token.</summary>
    public int Inputs { get; init; } = StateView.Inputs;

    private const double AverageDecay = 0.998;
    private const int TokensAtOnce = 1000;

    /// <summary>Trains, scores by label on other sequences, and writes the network.</summary>
    public void Run(TaggerSettings settings, IReadOnlyList<TaggedSequence> train, IReadOnlyList<TaggedSequence> dev)
    {
        using var network = Train(settings, train, dev, pieces: null);
        var hash = Export.Write(settings.Output, network, network.Shape, Vocabulary.None, new WordVectors([], [], []));
        Console.WriteLine($"  {settings.Output}: SHA-256 {hash}");
    }

    /// <summary>Trains, and scores by label on other sequences.</summary>
    /// <param name="settings">How.</param>
    /// <param name="train">To learn from.</param>
    /// <param name="dev">To score on after each pass.</param>
    /// <param name="pieces">For a network that begins with a pretrained one; otherwise null.</param>
    public TaggerNetwork Train(TaggerSettings settings, IReadOnlyList<TaggedSequence> train, IReadOnlyList<TaggedSequence> dev, WordPieces? pieces)
    {
        set_num_threads(1);
        random.manual_seed(settings.Seed);
        var network = new TaggerNetwork(Flags, Labels.Count, Inputs, settings.Width, settings.Drop, pieces);
        if (settings.Start is { } start)
        {
            network.Take(NetworkFile.Read(File.ReadAllBytes(start), start));
        }

        Console.WriteLine($"{train.Count} sequences, {train.Sum(one => one.Length)} tokens, {network.parameters().Sum(parameter => parameter.numel())} weights");
        var optimizers = new Optimizers(network, network.Pretrained);
        var averaged = new Averaged(network, AverageDecay);
        var chance = new Random(settings.Seed);
        var (step, steps, watch) = (0, Batches(train, settings.TokensInBatch, null).Count * settings.Passes, Stopwatch.StartNew());
        for (var pass = 1; pass <= settings.Passes; pass++)
        {
            network.train();
            foreach (var batch in Batches(train, settings.TokensInBatch, chance))
            {
                using var scope = NewDisposeScope();
                var rise = settings.WarmUp > 0 ? Math.Min(1, (step + 1) / (settings.WarmUp * steps)) : 1;
                optimizers.Step(() => network.Loss(batch), settings.Rate * rise * (1 - (double)step / steps));
                averaged.Update();
                step++;
            }

            var scores = averaged.With(() => Scores(network, dev));
            if (settings.WritesEachPass)
            {
                averaged.With(() => Export.Write(settings.Output, network, network.Shape, Vocabulary.None, new WordVectors([], [], [])));
            }

            Console.WriteLine(FormattableString.Invariant($"pass {pass}, {watch.Elapsed.TotalMinutes:F1} min: {scores}"));
        }

        averaged.Keep();
        return network;
    }

    /// <summary>The sequences with what a network believes of them.</summary>
    public static List<TaggedSequence> Teach(TaggerNetwork teacher, IReadOnlyList<TaggedSequence> sequences)
    {
        teacher.eval();
        using var _ = no_grad();
        var taught = new List<TaggedSequence>();
        foreach (var batch in Batches(sequences, TokensAtOnce, null))
        {
            using var scope = NewDisposeScope();
            var beliefs = F.softmax(teacher.Score(batch), 2).contiguous().data<float>().ToArray();
            var size = beliefs.Length / batch.Count;
            taught.AddRange(batch.Select((sequence, i) => sequence with { Taught = beliefs[(i * size)..((i + 1) * size)] }));
        }

        return taught;
    }

    private string Scores(TaggerNetwork network, IReadOnlyList<TaggedSequence> dev)
    {
        network.eval();
        using var _ = no_grad();
        var (right, found, gold) = (new int[Labels.Count], new int[Labels.Count], new int[Labels.Count]);
        foreach (var batch in Batches(dev, TokensAtOnce, null))
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

        return string.Join(", ", Labels.Select((label, i) => FormattableString.Invariant($"{label} {200.0 * right[i] / Math.Max(1, found[i] + gold[i]):F1}")));
    }

    /// <summary>Sequences of one length, all with a teacher's beliefs or all without.</summary>
    private static List<List<TaggedSequence>> Batches(IEnumerable<TaggedSequence> sequences, int tokens, Random? chance)
    {
        var batches = new List<List<TaggedSequence>>();
        foreach (var group in sequences.GroupBy(sequence => (sequence.Length, IsTaught: sequence.Taught is not null)).OrderBy(group => group.Key))
        {
            var some = group.ToArray();
            chance?.Shuffle(some);
            batches.AddRange(some.Chunk(Math.Max(1, tokens / group.Key.Length)).Select(chunk => chunk.ToList()));
        }

        var all = batches.ToArray();
        chance?.Shuffle(all);
        return [.. all];
    }
}
