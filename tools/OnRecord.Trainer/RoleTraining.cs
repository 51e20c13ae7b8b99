using System.Diagnostics;
using OnRecord.Language.Parsing;
using OnRecord.Language.Roles;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace OnRecord.Trainer;

/// <summary>The network of <see cref="RoleNetwork"/>.</summary>
internal sealed class RoleTrainingNetwork : nn.Module
{
    private readonly double _drop;
    private readonly Linear view;
    private readonly Linear places;
    private readonly Linear middle;
    private readonly Linear labels;
    private readonly EmbeddingBag features;

    public RoleTrainingNetwork(int featureCount, int labelCount, int width, double drop)
        : base("roles")
    {
        _drop = drop;
        view = nn.Linear(StateView.Inputs, width);
        places = nn.Linear(width, RoleNetwork.Places * RoleNetwork.Hidden);
        features = nn.EmbeddingBag(featureCount, RoleNetwork.Hidden, mode: EmbeddingBagMode.Sum);
        nn.init.normal_(features.weight!, 0, 0.05);
        middle = nn.Linear(RoleNetwork.Hidden, RoleNetwork.Hidden);
        labels = nn.Linear(RoleNetwork.Hidden, labelCount);
        RegisterComponents();
    }

    /// <summary>The rows of the features.</summary>
    public Parameter FeatureRows => features.weight!;

    /// <summary>Scores of the labels, candidate × label.</summary>
    public Tensor Score(RoleBatch batch)
    {
        var rows = tensor(batch.Rows).reshape(-1, StateView.Inputs);
        var seen = F.dropout(F.relu(view.call(F.dropout(rows, _drop, training))), _drop, training);
        // Behind the words a row of zeros, for places that have none.
        var projected = cat([places.call(seen).reshape(-1, RoleNetwork.Hidden), zeros(1, RoleNetwork.Hidden)], 0);
        var sum = features.call(tensor(batch.Features), tensor(batch.Offsets));
        for (var place = 0; place < RoleNetwork.Places; place++)
        {
            sum = sum + projected.index_select(0, tensor(batch.Places[place]));
        }

        return labels.call(F.dropout(F.relu(middle.call(F.dropout(F.relu(sum), _drop, training))), _drop, training));
    }
}

/// <summary>Candidates of some documents, as the network takes them.</summary>
internal sealed record RoleBatch(float[] Rows, long[][] Places, long[] Features, long[] Offsets, long[] Labels)
{
    /// <param name="texts">The documents.</param>
    /// <param name="labels">The number of each label.</param>
    /// <param name="chance">Drops features, where there is one.</param>
    /// <param name="drop">How many of them.</param>
    public static RoleBatch Of(IReadOnlyList<RoleText> texts, Dictionary<string, int> labels, Random? chance, double drop)
    {
        var rows = new float[texts.Sum(text => text.Rows.Length)];
        var places = Enumerable.Range(0, RoleNetwork.Places).Select(_ => new List<long>()).ToArray();
        var (numbers, offsets, right, first) = (new List<long>(), new List<long>(), new List<long>(), 0);
        foreach (var text in texts)
        {
            for (var i = 0; i < text.Rows.Length; i++)
            {
                rows[first * StateView.Inputs + i] = (float)text.Rows[i];
            }

            foreach (var example in text.Examples)
            {
                for (var place = 0; place < RoleNetwork.Places; place++)
                {
                    var word = example.Places[place] == RoleNetwork.Nowhere ? rows.Length / StateView.Inputs : first + example.Places[place];
                    places[place].Add(word * RoleNetwork.Places + (example.Places[place] == RoleNetwork.Nowhere ? 0 : place));
                }

                offsets.Add(numbers.Count);
                foreach (var feature in example.Features)
                {
                    if (chance is null || chance.NextDouble() >= drop)
                    {
                        numbers.Add(feature);
                    }
                }

                right.Add(labels.GetValueOrDefault(example.Label));
            }

            first += text.Rows.Length / StateView.Inputs;
        }

        return new RoleBatch(rows, [.. places.Select(place => place.ToArray())], [.. numbers], [.. offsets], [.. right]);
    }
}

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
        var (right, found, gold, predicate) = (0, 0, 0, labels[RoleNetwork.IsPredicate]);
        var (rightPredicates, foundPredicates, goldPredicates) = (0, 0, 0);
        foreach (var texts in Batches(dev, null))
        {
            using var scope = NewDisposeScope();
            var batch = RoleBatch.Of(texts, labels, null, 0);
            var best = network.Score(batch).argmax(1).data<long>().ToArray();
            for (var i = 0; i < best.Length; i++)
            {
                var (ours, theirs) = (best[i], batch.Labels[i]);
                if (ours == predicate || theirs == predicate)
                {
                    rightPredicates += ours == theirs ? 1 : 0;
                    foundPredicates += ours == predicate ? 1 : 0;
                    goldPredicates += theirs == predicate ? 1 : 0;
                }
                else
                {
                    right += ours == theirs && ours != 0 ? 1 : 0;
                    found += ours != 0 ? 1 : 0;
                    gold += theirs != 0 ? 1 : 0;
                }
            }
        }

        return FormattableString.Invariant($"arguments among candidates {200.0 * right / (found + gold):F2} (P {100.0 * right / found:F1} R {100.0 * right / gold:F1}), predicates {200.0 * rightPredicates / (foundPredicates + goldPredicates):F2}");
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
