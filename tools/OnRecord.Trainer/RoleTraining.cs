using System.Diagnostics;
using OnRecord.Lab.Scoring;
using OnRecord.Language.Parsing;
using OnRecord.Language.Roles;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace OnRecord.Trainer;

/// <summary>Trains the network of roles on PropBank EWT train.</summary>
internal static class RoleTraining
{
    private const double AverageDecay = 0.998;
    private const int TokensInBatch = 1000;

    /// <summary>A label needs so many arguments.</summary>
    private const int LeastLabels = 20;

    public static void Run(TaggerSettings settings, int most, double featureDrop, double misspelt)
    {
        set_num_threads(1);
        random.manual_seed(settings.Seed);
        var (train, dev) = (RoleExamples.Read("train", null, 0), RoleExamples.Read("dev", null, 0));
        if (misspelt > 0)
        {
            train.AddRange(RoleExamples.Read("train", new Random(settings.Seed), misspelt));
        }

        var examples = train.SelectMany(text => text.Examples);
        var names = examples.CountBy(one => one.Label).Where(pair => pair.Key == RoleNetwork.None || pair.Value >= LeastLabels)
            .Select(pair => pair.Key).OrderBy(label => label != RoleNetwork.None).ThenBy(label => label, StringComparer.Ordinal).ToList();
        var labels = names.Select((name, at) => (name, at)).ToDictionary(pair => pair.name, pair => pair.at);
        var kept = examples.Where(one => one.Label != RoleNetwork.None).SelectMany(one => one.Features).CountBy(feature => feature).Where(pair => pair.Value > 1)
            .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Take(most).Select(pair => pair.Key).Order().ToList();
        var features = kept.Select((feature, at) => (feature, at)).ToDictionary(pair => pair.feature, pair => pair.at);
        (train, dev) = (train.ConvertAll(text => text.WithRows(features)), dev.ConvertAll(text => text.WithRows(features)));
        using var network = new RoleTrainingNetwork(kept.Count, names.Count, settings.Width, settings.Drop);
        Console.WriteLine($"{names.Count} labels, {kept.Count} features, {network.parameters().Sum(parameter => parameter.numel())} weights");
        var optimizers = new Optimizers(network, []);
        var averaged = new Averaged(network, AverageDecay);
        var chance = new Random(settings.Seed);
        var (step, steps, watch) = (0, Batches(train, null).Count * settings.Passes, Stopwatch.StartNew());
        for (var pass = 1; pass <= settings.Passes; pass++)
        {
            network.train();
            foreach (var texts in Batches(train, chance))
            {
                using var scope = NewDisposeScope();
                var batch = RoleBatch.Of(texts, labels, chance, featureDrop);
                optimizers.Step(() => F.cross_entropy(network.Score(batch), tensor(batch.Labels)), settings.Rate * (1 - (double)step / steps));
                averaged.Update();
                step++;
            }

            Console.WriteLine(FormattableString.Invariant($"pass {pass}, {watch.Elapsed.TotalMinutes:F1} min: ") + averaged.With(() => Scores(network, dev, labels)));
            Console.WriteLine($"  {settings.Output}: SHA-256 {averaged.With(Write)}");
        }

        string Write() => Export.Write(settings.Output, network, new Shape("none", 0, settings.Width, ReadsCharacters: false), Vocabulary.Of(names), Rows(network, kept));
    }

    /// <summary>The features as the file keeps word vectors: a row of bytes and a scale.</summary>
    private static WordVectors Rows(RoleTrainingNetwork network, List<uint> features)
    {
        var values = network.FeatureRows.detach().contiguous().data<float>().ToArray();
        return WordVectors.Of([.. features.Select(RoleNetwork.Name)], values);
    }

    private static string Scores(RoleTrainingNetwork network, List<RoleText> dev, Dictionary<string, int> labels)
    {
        network.eval();
        var predicate = labels[RoleNetwork.IsPredicate];
        var (arguments, predicates) = (default(Score), default(Score));
        foreach (var texts in Batches(dev, null))
        {
            using var scope = NewDisposeScope();
            var batch = RoleBatch.Of(texts, labels, null, 0);
            var best = network.Score(batch).argmax(1).data<long>().ToArray();
            for (var i = 0; i < best.Length; i++)
            {
                var (ours, theirs) = (best[i], batch.Labels[i]);
                var isRight = ours == theirs ? 1 : 0;
                if (ours == predicate || theirs == predicate)
                {
                    predicates += new Score(isRight, ours == predicate ? 1 : 0, theirs == predicate ? 1 : 0);
                }
                else if (ours != 0 || theirs != 0)
                {
                    arguments += new Score(isRight, Math.Sign(ours), Math.Sign(theirs));
                }
            }
        }

        return $"arguments among candidates {arguments}, predicates {predicates}";
    }

    private static List<List<RoleText>> Batches(IReadOnlyList<RoleText> texts, Random? chance)
    {
        var order = texts.Where(text => text.Examples.Count > 0).ToArray();
        chance?.Shuffle(order);
        var batches = new List<List<RoleText>>();
        var tokens = TokensInBatch;
        foreach (var text in order)
        {
            if (tokens >= TokensInBatch)
            {
                batches.Add([]);
                tokens = 0;
            }

            batches[^1].Add(text);
            tokens += text.Rows.Length / StateView.Inputs;
        }

        return batches;
    }
}
