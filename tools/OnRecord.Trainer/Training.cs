using System.Diagnostics;
using OnRecord.Lab.Language;
using OnRecord.Language.Parsing;
using TorchSharp;
using static TorchSharp.torch;

namespace OnRecord.Trainer;

/// <summary>The training run: a fixed number of passes, so that it gives the same weights on a slow machine as on a fast one.</summary>
internal sealed record Training
{
    private const int MostVectors = 60_000;
    private const int WordsInBatch = 900;
    private const int LongestSentence = 150;
    private const int WarmUpSteps = 200;
    private const double AverageDecay = 0.999;
    private const double LargestGradient = 5;
    private const int PassesBetweenScores = 4;

    public required string VectorsFile { get; init; }

    public required int Passes { get; init; }

    public required Shape Shape { get; init; }

    /// <summary>Share of values dropped.</summary>
    public required double Drop { get; init; }

    /// <summary>Share of sentences that are read in the letters of a headline.</summary>
    public required double Headlines { get; init; }

    public required int Seed { get; init; }

    /// <summary>A network to begin with, or null.</summary>
    public required string? Start { get; init; }

    /// <summary>Learning rate at its height; it falls to zero with the last step.</summary>
    public required double Rate { get; init; }

    public required IReadOnlyList<string> Teachers { get; init; }

    /// <summary>Folder of texts for the teachers to label, or null.</summary>
    public required string? Texts { get; init; }

    /// <summary>How often the treebanks are seen while the texts are seen once.</summary>
    public required int Repeats { get; init; }

    public required string Output { get; init; }

    public void Run()
    {
        // With more threads than cores that are free, each step waits for the slowest of them.
        set_num_threads(1);
        random.manual_seed(Seed);
        var vectors = WordVectors.Read(VectorsFile, MostVectors);
        var train = Sentences([Treebank.EwtTrain, .. Treebank.Gum("train")]).Where(sentence => sentence.Count <= LongestSentence).ToList();
        var vocabulary = new Vocabulary(train, vectors);
        var examples = train.Select(words => Example.Of(words, vocabulary)).ToList();
        var dev = new[] { ("EWT dev", Sentences([Treebank.EwtDev])), ("GUM dev", Sentences(Treebank.Gum("dev"))), ("GUM dev news", Sentences(Treebank.Gum("dev", "news"))) }
            .Select(set => (Name: set.Item1, Examples: set.Item2.Select(words => Example.Of(words, vocabulary)).ToList())).ToList();
        using var network = new Network(vocabulary, vectors.WithUnknown(), Shape, Drop);
        if (Start is not null)
        {
            TeacherFiles.Fill(network, NetworkFile.Read(File.ReadAllBytes(Start), Start));
        }

        if (Teachers.Count > 0 && Texts is not null)
        {
            var teachers = TeacherFiles.Read(Teachers, vocabulary, vectors);
            Score(teachers, vocabulary, dev);
            examples = [.. Enumerable.Repeat(examples, Repeats).SelectMany(gold => gold)];
            examples.AddRange(TeacherFiles.Label(teachers, Texts, LongestSentence, vocabulary));
        }

        Console.WriteLine($"{examples.Count} sentences, {examples.Sum(example => example.Length)} words, {network.parameters().Sum(parameter => parameter.numel())} weights");

        var optimizer = optim.Adam(network.parameters(), Rate, beta2: 0.98);
        var averaged = new Averaged(network, AverageDecay);
        var chance = new Random(Seed);
        var stepsInPass = Batch.Cut(examples, WordsInBatch, null).Count;
        var (step, steps, watch) = (0, stepsInPass * Passes, Stopwatch.StartNew());
        for (var pass = 1; pass <= Passes; pass++)
        {
            network.train();
            var loss = 0.0;
            var seen = examples.Select(example => Headlines > 0 && chance.NextDouble() < Headlines ? example.AsHeadline(chance.Next(2) == 0, vocabulary) : example);
            foreach (var sentences in Batch.Cut(seen, WordsInBatch, chance))
            {
                var rate = Rate * Math.Min(1, (step + 1.0) / WarmUpSteps) * (1 - (double)step / steps);
                loss += Step(network, optimizer, sentences, rate, measure: step++ % 20 == 0);
                averaged.Update();
            }

            Console.WriteLine(FormattableString.Invariant($"pass {pass} of {Passes}, {watch.Elapsed.TotalMinutes:F1} min, loss {loss / (stepsInPass / 20.0):F3}"));
            if (pass % PassesBetweenScores == 0 || pass == Passes)
            {
                var hash = averaged.With(() =>
                {
                    Score(new Ensemble([network]), vocabulary, dev);
                    return Export.Write(Output, network, network.Shape, vocabulary, vectors);
                });
                Console.WriteLine($"  {Output}: SHA-256 {hash}");
            }
        }
    }

    private static void Score(Ensemble ensemble, Vocabulary vocabulary, List<(string Name, List<Example> Examples)> sets)
    {
        foreach (var (name, examples) in sets)
        {
            var watch = Stopwatch.StartNew();
            var scores = Evaluation.Of(ensemble, vocabulary, examples);
            Console.WriteLine(FormattableString.Invariant($"  {name}: {scores}, {examples.Sum(example => example.Length) / watch.Elapsed.TotalSeconds:N0} words/s in libtorch"));
        }
    }

    private static double Step(Network network, torch.optim.Optimizer optimizer, List<Example> sentences, double rate, bool measure)
    {
        using var scope = NewDisposeScope();
        foreach (var group in optimizer.ParamGroups)
        {
            group.LearningRate = rate;
        }

        optimizer.zero_grad();
        var loss = network.Loss(new Batch(sentences));
        loss.backward();
        nn.utils.clip_grad_norm_(network.parameters(), LargestGradient);
        optimizer.step();
        return measure ? loss.item<float>() : 0;
    }

    private static List<IReadOnlyList<GoldWord>> Sentences(IEnumerable<string> files) =>
        [.. Treebank.Read(files).SelectMany(text => text.Sentences).Select(sentence => (IReadOnlyList<GoldWord>)sentence)];
}
