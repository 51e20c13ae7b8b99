using OnRecord.Language.Parsing;
using OnRecord.Trainer.Pretrained;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace OnRecord.Trainer;

/// <summary>What a <see cref="StateView"/> without a layer sees of tokens, a row a token.</summary>
internal interface ITokenRows
{
    /// <summary>Writes all rows to the beginning of a span.</summary>
    void CopyTo(Span<float> rows);
}

/// <summary>Rows as the view gave them.</summary>
internal sealed class WholeRows(ReadOnlyMemory<float> values) : ITokenRows
{
    public void CopyTo(Span<float> rows) => values.Span.CopyTo(rows);
}

/// <summary>Rows in half the room, for large corpora.</summary>
internal sealed class HalvedRows(ReadOnlySpan<float> values) : ITokenRows
{
    private readonly Half[] _values = Array.ConvertAll(values.ToArray(), value => (Half)value);

    public void CopyTo(Span<float> rows)
    {
        for (var i = 0; i < _values.Length; i++)
        {
            rows[i] = (float)_values[i];
        }
    }
}

/// <summary>Tokens of a sequence for a <see cref="TokenTagger"/>, with their labels.</summary>
/// <param name="Rows">What a <see cref="StateView"/> without a layer sees, for each token.</param>
/// <param name="Flags">For each token the values of its flags.</param>
/// <param name="Labels">For each token the right label.</param>
internal sealed record TaggedSequence(ITokenRows Rows, int[][] Flags, int[] Labels)
{
    public int Length => Labels.Length;

    /// <summary>For each token a bit for each label that may be right, where the corpus does not mark all that the labels tell apart.</summary>
    public int[]? Allowed { get; init; }

    /// <summary>The pieces of each token, for a network that was pretrained on them.</summary>
    public int[][] Pieces { get; init; } = [];

    /// <summary>What a teacher believes of each token, label after label, where there is one.</summary>
    public float[]? Taught { get; init; }
}

/// <summary>
/// The network of <see cref="TokenTagger"/>: the parser's states through a linear layer, plus embeddings of flags, through an LSTM. A teacher also sees what a
/// pretrained network makes of the tokens, which is too slow for readers.
/// </summary>
internal sealed class TaggerNetwork : nn.Module
{
    /// <summary>A flag with so many values is one of words, most of which are rare.</summary>
    private const int ManyValues = 1000;

    /// <summary>Share of such values that are left out in training, so that the tagger can do without a word that it has not seen.</summary>
    private const double ForgottenValues = 0.3;

    private readonly double _drop;
    private readonly int _inputs;
    private readonly Linear view;
    private readonly ModuleList<Embedding> flags;
    private readonly RecurrentEncoder encoder;
    private readonly Linear labels;
    private readonly PretrainedEncoder? pretrained;
    private readonly Linear? pretrainedView;
    private readonly WordPieces? _pieces;

    public TaggerNetwork(IReadOnlyList<int> flagSizes, int labelCount, int inputs, int width, double drop, WordPieces? pieces)
        : base("tagger")
    {
        _pieces = pieces;
        pretrained = pieces is null ? null : new PretrainedEncoder(PretrainedFiles.Weights());
        pretrainedView = pieces is null ? null : nn.Linear(PretrainedEncoder.Width, width);
        (_drop, _inputs) = (drop, inputs);
        Shape = new Shape("lstm", 1, width, ReadsCharacters: false);
        view = nn.Linear(inputs, width);
        flags = new ModuleList<Embedding>([.. flagSizes.Select(size => nn.Embedding(size, width))]);
        foreach (var flag in flags)
        {
            nn.init.normal_(flag.weight!, 0, flag.weight!.shape[0] >= ManyValues ? 0.05 : 0.2);
        }

        encoder = new RecurrentEncoder(Shape, drop);
        labels = nn.Linear(encoder.Outputs, labelCount);
        RegisterComponents();
    }

    public Shape Shape { get; }

    /// <summary>The weights that were pretrained.</summary>
    public IEnumerable<Parameter> Pretrained => pretrained?.parameters() ?? [];

    /// <summary>Takes over the weights of a file; a flag that it does not know counts for nothing at first.</summary>
    public void Take(NetworkFile file)
    {
        using var _ = no_grad();
        foreach (var (name, parameter) in named_parameters())
        {
            parameter.copy_(file.Tensors.TryGetValue(name, out var values) ? tensor(values).reshape(parameter.shape) : zeros_like(parameter));
        }
    }

    /// <summary>Scores of the labels, sequence × token × label. All sequences are equally long.</summary>
    public Tensor Score(IReadOnlyList<TaggedSequence> batch)
    {
        var (count, length) = (batch.Count, batch[0].Length);
        var rows = new float[count * length * _inputs];
        for (var i = 0; i < count; i++)
        {
            batch[i].Rows.CopyTo(rows.AsSpan(i * length * _inputs));
        }

        var words = view.call(F.dropout(tensor(rows).reshape(count, length, _inputs), _drop, training));
        for (var kind = 0; kind < flags.Count; kind++)
        {
            var values = tensor([.. batch.SelectMany(one => one.Flags).Select(values => (long)values[kind])]).reshape(count, length);
            if (training && flags[kind].weight!.shape[0] >= ManyValues)
            {
                values = values * (rand(count, length) >= ForgottenValues);
            }

            words = words + flags[kind].call(values);
        }

        if (pretrained is not null)
        {
            var states = pretrained.Encode(new PieceBatch([.. batch.Select(one => one.Pieces)], _pieces!)).narrow(1, 1, length);
            words = words + pretrainedView!.call(F.dropout(states, _drop, training));
        }

        // The root's row, which the runtime leaves at zero.
        var all = cat([zeros(count, 1, Shape.Width), F.dropout(F.relu(words), _drop, training)], 1);
        return labels.call(F.dropout(encoder.call(all), _drop, training).narrow(1, 1, length));
    }

    /// <summary>Cross entropy with the labels, or with what the teacher believes of sequences that all have one.</summary>
    public Tensor Loss(IReadOnlyList<TaggedSequence> batch)
    {
        var scores = Score(batch).reshape(-1, labels.weight!.shape[0]);
        if (batch[0].Allowed is not null)
        {
            var barred = tensor([.. batch.SelectMany(one => one.Allowed!).SelectMany(allowed => Enumerable.Range(0, (int)scores.shape[1]).Select(label => (allowed >> label & 1) == 1 ? 0f : -1e4f))]);
            return (scores.logsumexp(1) - (scores + barred.reshape(scores.shape)).logsumexp(1)).mean();
        }

        return batch[0].Taught is null
            ? F.cross_entropy(scores, tensor([.. batch.SelectMany(one => one.Labels).Select(label => (long)label)]))
            : -(tensor([.. batch.SelectMany(one => one.Taught!)]).reshape(scores.shape) * F.log_softmax(scores, 1)).sum(1).mean();
    }
}
