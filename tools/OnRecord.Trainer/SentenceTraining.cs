using System.Diagnostics;
using OnRecord.Data;
using OnRecord.Lab.Language;
using OnRecord.Language;
using OnRecord.Language.Parsing;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace OnRecord.Trainer;

/// <summary>The network of <see cref="SentenceEnds"/>: embeddings of a word's features, what the gap behind it shows, an LSTM, and one score.</summary>
internal sealed class SentenceNetwork : nn.Module
{
    private static readonly int[] Widths = [40, 8, 8, 8, 12, 16, 16, 8, 16];

    private readonly double _drop;
    private readonly ModuleList<Embedding> embeddings;
    private readonly Linear input;
    private readonly Embedding signals;
    private readonly RecurrentEncoder encoder;
    private readonly Linear end;

    public SentenceNetwork(Vocabulary vocabulary, Shape shape, double drop)
        : base("sentences")
    {
        (Shape, _drop) = (shape, drop);
        embeddings = new ModuleList<Embedding>([.. Widths.Select((size, kind) => nn.Embedding(vocabulary.Values[kind].Count + 2, size))]);
        input = nn.Linear(Widths.Sum(), shape.Width);
        signals = nn.Embedding(BoundarySignal.Count, shape.Width);
        encoder = new RecurrentEncoder(shape, drop);
        end = nn.Linear(encoder.Outputs, 1);
        RegisterComponents();
    }

    public Shape Shape { get; }

    /// <summary>Scores of an end, sequence × token.</summary>
    /// <param name="numbers">For each feature, sequence × position, the root first.</param>
    /// <param name="seen">The signals, sequence × token.</param>
    public Tensor Score(IReadOnlyList<Tensor> numbers, Tensor seen)
    {
        var parts = numbers.Select((kind, i) => embeddings[i].call(training ? kind * (rand(kind.shape) > (i == 0 ? 0.25 : 0.05)).to(ScalarType.Int64) : kind));
        var words = F.relu(input.call(F.dropout(cat([.. parts], 2), _drop, training)));
        var behind = cat([zeros(seen.shape[0], 1, Shape.Width), signals.call(seen)], 1);
        var encoded = F.dropout(encoder.call(words + behind), _drop, training);
        return end.call(encoded.narrow(1, 1, seen.shape[1])).squeeze(2);
    }
}

/// <summary>Trains the network that finds the ends of sentences, on the paragraphs of EWT train and the open genres of GUM train.</summary>
internal static class SentenceTraining
{
    private const double Rate = 2e-3;
    private const double AverageDecay = 0.995;
    private const int TokensInBatch = 1500;

    /// <summary>A block's tokens, what is seen behind them, and whether a sentence ends there.</summary>
    private sealed record Sequence(int[][] Numbers, int[] Signals, bool[] Ends)
    {
        public int Length => Ends.Length;
    }

    public static void Run(int passes, Shape shape, double drop, int seed, string output)
    {
        set_num_threads(1);
        random.manual_seed(seed);
        var train = Treebank.Read([Treebank.EwtTrain, .. Treebank.Gum("train")]).ToList();
        var noVectors = new WordVectors([], [], []);
        var vocabulary = new Vocabulary(train.SelectMany(text => text.Sentences).Select(sentence => (IReadOnlyList<GoldWord>)sentence), noVectors, pieces: null);
        var sequences = Sequences(train, vocabulary);
        var dev = new[] { ("EWT dev", Sequences(Treebank.Read([Treebank.EwtDev]), vocabulary)), ("GUM dev", Sequences(Treebank.Read(Treebank.Gum("dev")), vocabulary)) };
        using var network = new SentenceNetwork(vocabulary, shape, drop);
        Console.WriteLine($"{sequences.Count} blocks, {sequences.Sum(sequence => sequence.Length)} tokens, {network.parameters().Sum(parameter => parameter.numel())} weights");
        var optimizer = optim.Adam(network.parameters(), Rate, beta2: 0.98);
        var averaged = new Averaged(network, AverageDecay);
        var chance = new Random(seed);
        var (step, steps, watch) = (0, Batches(sequences, null).Count * passes, Stopwatch.StartNew());
        for (var pass = 1; pass <= passes; pass++)
        {
            network.train();
            foreach (var batch in Batches(sequences, chance))
            {
                using var scope = NewDisposeScope();
                foreach (var group in optimizer.ParamGroups)
                {
                    group.LearningRate = Rate * (1 - (double)step / steps);
                }

                step++;
                optimizer.zero_grad();
                Loss(network, batch).backward();
                nn.utils.clip_grad_norm_(network.parameters(), 5);
                optimizer.step();
                averaged.Update();
            }

            if (pass % 5 == 0 || pass == passes)
            {
                var hash = averaged.With(() =>
                {
                    foreach (var (name, set) in dev)
                    {
                        Console.WriteLine(FormattableString.Invariant($"pass {pass}, {watch.Elapsed.TotalMinutes:F1} min, {name}: ends inside blocks, F1 {F1(network, set):F4}"));
                    }

                    return Export.Write(output, network, network.Shape, vocabulary, noVectors);
                });
                Console.WriteLine($"  {output}: SHA-256 {hash}");
            }
        }
    }

    /// <summary>The last token of a block always ends a sentence, so it is not learned.</summary>
    private static Tensor Loss(SentenceNetwork network, List<Sequence> batch)
    {
        var scores = network.Score(Numbers(batch), Signals(batch)).narrow(1, 0, batch[0].Length - 1);
        var ends = tensor([.. batch.SelectMany(sequence => sequence.Ends[..^1]).Select(end => end ? 1f : 0f)]).reshape(scores.shape);
        return F.binary_cross_entropy_with_logits(scores, ends);
    }

    private static double F1(SentenceNetwork network, List<Sequence> sequences)
    {
        network.eval();
        using var _ = no_grad();
        int right = 0, found = 0, gold = 0;
        foreach (var batch in Batches(sequences, null))
        {
            using var scope = NewDisposeScope();
            var scores = network.Score(Numbers(batch), Signals(batch)).contiguous().data<float>().ToArray();
            for (var i = 0; i < batch.Count; i++)
            {
                for (var at = 0; at < batch[i].Length - 1; at++)
                {
                    var isEnd = scores[i * batch[i].Length + at] > 0;
                    (right, found, gold) = (right + (isEnd && batch[i].Ends[at] ? 1 : 0), found + (isEnd ? 1 : 0), gold + (batch[i].Ends[at] ? 1 : 0));
                }
            }
        }

        return 2.0 * right / (found + gold);
    }

    private static List<Tensor> Numbers(List<Sequence> batch) =>
        [.. Enumerable.Range(0, WordFeatures.Count).Select(kind => tensor(
            [.. batch.SelectMany(sequence => sequence.Numbers.Select(word => (long)word[kind]).Prepend(1L))]).reshape(batch.Count, batch[0].Length + 1))];

    private static Tensor Signals(List<Sequence> batch) =>
        tensor([.. batch.SelectMany(sequence => sequence.Signals).Select(signal => (long)signal)]).reshape(batch.Count, batch[0].Length);

    /// <summary>Blocks of one length each, since padding would tell the backward LSTM where the end is.</summary>
    private static List<List<Sequence>> Batches(IEnumerable<Sequence> sequences, Random? chance)
    {
        var batches = new List<List<Sequence>>();
        foreach (var group in sequences.Where(sequence => sequence.Length > 1).GroupBy(sequence => sequence.Length).OrderBy(group => group.Key))
        {
            var some = group.ToArray();
            chance?.Shuffle(some);
            batches.AddRange(some.Chunk(Math.Max(1, TokensInBatch / group.Key)).Select(chunk => chunk.ToList()));
        }

        var all = batches.ToArray();
        chance?.Shuffle(all);
        return [.. all];
    }

    private static List<Sequence> Sequences(IEnumerable<GoldText> texts, Vocabulary vocabulary)
    {
        var data = DataFolder.English();
        var (abbreviations, words) = (new Abbreviations(data), new SentenceWords(data));
        var (tokenizer, rules) = (new Tokenizer(data, abbreviations, words), new SentenceSplitter(abbreviations, words));
        var sequences = new List<Sequence>();
        foreach (var gold in texts)
        {
            var ends = gold.Sentences.Select(sentence => sentence[^1].Span.End).ToHashSet();
            foreach (var block in Treebank.DocumentOf(gold.Text).Blocks)
            {
                var tokens = tokenizer.Cut(gold.Text, block.Span);
                var signals = BoundarySignal.Of(gold.Text, tokens, rules);
                for (var first = 0; first < tokens.Count; first += SentenceEnds.Window)
                {
                    var end = Math.Min(first + SentenceEnds.Window, tokens.Count);
                    sequences.Add(new Sequence(
                        [.. tokens[first..end].Select(token => vocabulary.NumbersOf(token.Of(gold.Text)))],
                        signals[first..end],
                        [.. tokens[first..end].Select(token => ends.Contains(token.End))]));
                }
            }
        }

        return sequences;
    }
}
