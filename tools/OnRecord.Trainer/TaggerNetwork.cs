using OnRecord.Language.Parsing;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace OnRecord.Trainer;

/// <summary>Tokens of a sequence for a <see cref="TokenTagger"/>, with their labels.</summary>
/// <param name="Rows">What a <see cref="StateView"/> without a layer sees, for each token.</param>
/// <param name="Flags">For each token the values of its flags.</param>
/// <param name="Labels">For each token the right label.</param>
internal sealed record TaggedSequence(ReadOnlyMemory<float> Rows, int[][] Flags, int[] Labels)
{
    public int Length => Labels.Length;
}

/// <summary>The network of <see cref="TokenTagger"/>: the parser's states through a linear layer, plus embeddings of flags, through an LSTM.</summary>
internal sealed class TaggerNetwork : nn.Module
{
    private readonly double _drop;
    private readonly Linear view;
    private readonly ModuleList<Embedding> flags;
    private readonly RecurrentEncoder encoder;
    private readonly Linear labels;

    public TaggerNetwork(IReadOnlyList<int> flagSizes, int labelCount, int width, double drop)
        : base("tagger")
    {
        _drop = drop;
        Shape = new Shape("lstm", 1, width, ReadsCharacters: false);
        view = nn.Linear(StateView.Inputs, width);
        flags = new ModuleList<Embedding>([.. flagSizes.Select(size => nn.Embedding(size, width))]);
        foreach (var flag in flags)
        {
            nn.init.normal_(flag.weight!, 0, 0.2);
        }

        encoder = new RecurrentEncoder(Shape, drop);
        labels = nn.Linear(encoder.Outputs, labelCount);
        RegisterComponents();
    }

    public Shape Shape { get; }

    /// <summary>Scores of the labels, sequence × token × label. All sequences are equally long.</summary>
    public Tensor Score(IReadOnlyList<TaggedSequence> batch)
    {
        var (count, length) = (batch.Count, batch[0].Length);
        var rows = new float[count * length * StateView.Inputs];
        for (var i = 0; i < count; i++)
        {
            batch[i].Rows.CopyTo(rows.AsMemory(i * length * StateView.Inputs));
        }

        var words = view.call(F.dropout(tensor(rows).reshape(count, length, StateView.Inputs), _drop, training));
        for (var kind = 0; kind < flags.Count; kind++)
        {
            words = words + flags[kind].call(tensor([.. batch.SelectMany(one => one.Flags).Select(values => (long)values[kind])]).reshape(count, length));
        }

        // The root's row, which the runtime leaves at zero.
        var all = cat([zeros(count, 1, Shape.Width), F.dropout(F.relu(words), _drop, training)], 1);
        var states = F.dropout(encoder.call(all), _drop, training);
        return labels.call(states.narrow(1, 1, length));
    }

    public Tensor Loss(IReadOnlyList<TaggedSequence> batch) =>
        F.cross_entropy(Score(batch).reshape(-1, labels.weight!.shape[0]), tensor([.. batch.SelectMany(one => one.Labels).Select(label => (long)label)]));
}
