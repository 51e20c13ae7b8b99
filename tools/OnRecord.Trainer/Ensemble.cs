using OnRecord.Language.Parsing;
using static TorchSharp.torch;

namespace OnRecord.Trainer;

/// <summary>One network, or several whose probabilities are averaged.</summary>
internal sealed record Ensemble(IReadOnlyList<Network> Networks)
{
    /// <summary>Labels and heads of a batch, with the probabilities behind them.</summary>
    public Prediction Predict(Batch batch)
    {
        var readings = Networks.Select(network => network.Read(batch)).ToList();
        Tensor Mean(Func<Reading, Tensor> part) => readings.Select(part).Aggregate((sum, next) => sum + next) / readings.Count;

        var arcs = Mean(reading => reading.Arcs);
        var scores = (arcs + 1e-9f).log().contiguous().data<float>().ToArray();
        var size = (batch.Length + 1) * (batch.Length + 1);
        var heads = Enumerable.Range(0, batch.Sentences)
            .SelectMany(i => SpanningTree.Decode(scores[(i * size)..((i + 1) * size)], batch.Length)).ToArray();
        var chosen = tensor([.. heads.Select(head => (long)head)]);
        var relations = Mean(reading => reading.RelationsFor(chosen));
        var (upos, xpos) = (Mean(reading => reading.Upos), Mean(reading => reading.Xpos));
        return new Prediction(
            Best(upos), Best(xpos), Best(Mean(reading => reading.Features)), heads, Best(relations),
            new Beliefs(arcs.narrow(1, 1, batch.Length).reshape(-1, batch.Length + 1), upos, xpos, relations));
    }

    private static int[] Best(Tensor scores) => [.. scores.argmax(1).data<long>().ToArray().Select(value => (int)value)];
}

/// <summary>Labels and heads for the words of a batch, sentence after sentence.</summary>
internal sealed record Prediction(int[] Upos, int[] Xpos, int[] Features, int[] Heads, int[] Relations, Beliefs Beliefs);

/// <summary>Probabilities, a row a word: of its heads, tags, and relations to the head that was chosen.</summary>
internal sealed record Beliefs(Tensor Arcs, Tensor Upos, Tensor Xpos, Tensor Relations);
