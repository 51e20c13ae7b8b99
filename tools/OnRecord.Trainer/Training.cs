using System.Diagnostics;
using OnRecord.Lab.Language;
using OnRecord.Language.Parsing;
using OnRecord.Trainer.Pretrained;
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
    private const int StepsBetweenLosses = 20;
    private const int PassesBetweenScores = 3;

    public required string VectorsFile { get; init; }

    public required int Passes { get; init; }

    public required Shape Shape { get; init; }

    /// <summary>Share of values dropped.</summary>
    public required double Drop { get; init; }

    /// <summary>Share of sentences that are read in the letters of a headline.</summary>
    public required double Headlines { get; init; }

    public required int Seed { get; init; }

    /// <summary>Networks to begin with, the last of those that have a weight; none for chance.</summary>
    public required IReadOnlyList<string> Start { get; init; }

    /// <summary>Learning rate at its height; it falls to zero with the last step.</summary>
    public required double Rate { get; init; }

    /// <summary>Networks that label running text to learn from; none for the treebanks alone.</summary>
    public required IReadOnlyList<string> Teachers { get; init; }

    /// <summary>How often the treebanks are seen while the texts that the teachers label are seen once.</summary>
    public required int Repeats { get; init; }

    public required string Output { get; init; }

    public void Run()
    {
        // With more threads than cores that are free, each step waits for the slowest of them.
        set_num_threads(1);
        random.manual_seed(Seed);
        var vectors = WordVectors.Read(VectorsFile, MostVectors);
        var train = Sentences([Treebank.EwtTrain, .. Treebank.Gum("train")]).Where(sentence => sentence.Count <= LongestSentence).ToList();
        var vocabulary = new Vocabulary(train, vectors, PretrainedFiles.Pieces());
        var examples = train.Select(words => Example.Of(words, vocabulary)).ToList();
        var dev = new[] { ("EWT dev", Sentences([Treebank.EwtDev])), ("GUM dev", Sentences(Treebank.Gum("dev"))), ("GUM dev news", Sentences(Treebank.Gum("dev", "news"))) }
            .Select(set => (Name: set.Item1, Examples: set.Item2.Select(words => Example.Of(words, vocabulary)).ToList())).ToList();
        using var network = new Network(vocabulary, vectors.WithUnknown(), Shape, Drop);
        if (Start.Count > 0)
        {
            TeacherFiles.Fill(network, [.. Start.Select(path => NetworkFile.Read(File.ReadAllBytes(path), path))]);
        }

        if (Teachers.Count > 0)
        {
            var teachers = TeacherFiles.Read(Teachers, vocabulary, vectors);
            Score(teachers, vocabulary, dev);
            examples = [.. Enumerable.Repeat(examples, Repeats).SelectMany(gold => gold)];
            examples.AddRange(TeacherFiles.Label(teachers, UnlabelledTexts.News().Concat(UnlabelledTexts.Encyclopaedia()), LongestSentence, vocabulary));
        }

        Console.WriteLine($"{examples.Count} sentences, {examples.Sum(example => example.Length)} words, {network.parameters().Sum(parameter => parameter.numel())} weights");

        var optimizers = new Optimizers(network, network.Pretrained);
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
                using var scope = NewDisposeScope();
                var value = optimizers.Step(() => network.Loss(new Batch(sentences)), rate);
                loss += step++ % StepsBetweenLosses == 0 ? value.item<float>() : 0;
                averaged.Update();
            }

            Console.WriteLine(FormattableString.Invariant($"pass {pass} of {Passes}, {watch.Elapsed.TotalMinutes:F1} min, loss {loss / (stepsInPass / (double)StepsBetweenLosses):F3}"));
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

    private static List<IReadOnlyList<GoldWord>> Sentences(IEnumerable<string> files) =>
        [.. Treebank.Read(files).SelectMany(text => text.Sentences).Select(sentence => (IReadOnlyList<GoldWord>)sentence)];
}
