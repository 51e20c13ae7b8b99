using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace OnRecord.Trainer;

/// <summary>What tells one network from another.</summary>
/// <param name="Encoder"><c>lstm</c>, <c>attention</c>, or <c>pretrained</c>: an LSTM that also sees what a pretrained network makes of the words.</param>
/// <param name="Layers">Layers of the encoder.</param>
/// <param name="Width">Width of a layer; of an LSTM's, in each direction.</param>
/// <param name="ReadsCharacters">Whether words are read from their characters too.</param>
internal sealed record Shape(string Encoder, int Layers, int Width, bool ReadsCharacters)
{
    public bool IsPretrained => Encoder == "pretrained";
}

/// <summary>Reads the words of a sentence in each other's light.</summary>
internal abstract class Encoder(string name) : nn.Module<Tensor, Tensor>(name)
{
    /// <summary>Values that a word comes out with.</summary>
    public abstract int Outputs { get; }

    public static Encoder Of(Shape shape, double drop) => shape.Encoder switch
    {
        "lstm" or "pretrained" => new RecurrentEncoder(shape, drop),
        "attention" => new AttentionEncoder(shape, drop),
        _ => throw new ArgumentException($"no encoder is called {shape.Encoder}", nameof(shape)),
    };
}

/// <summary>A bidirectional LSTM.</summary>
internal sealed class RecurrentEncoder : Encoder
{
    private readonly LSTM layers;

    public RecurrentEncoder(Shape shape, double drop)
        : base("lstm")
    {
        Outputs = 2 * shape.Width;
        layers = nn.LSTM(shape.Width, shape.Width, shape.Layers, batchFirst: true, bidirectional: true, dropout: shape.Layers > 1 ? drop : 0);
        RegisterComponents();
    }

    public override int Outputs { get; }

    public override Tensor forward(Tensor words) => layers.call(words).Item1;
}

/// <summary>
/// Gated convolutions over three words each (Dauphin and others, 2017), dilated to see further, then layers of self-attention
/// (Vaswani and others, 2017, with the norm before each part).
/// </summary>
internal sealed class AttentionEncoder : Encoder
{
    private const int Heads = 4;
    private static readonly int[] Dilations = [1, 2, 4];

    private readonly double _drop;
    private readonly int _width;
    private readonly ModuleList<Linear> convolutions;
    private readonly ModuleList<LayerNorm> norms;
    private readonly ModuleList<Linear> queries;
    private readonly ModuleList<Linear> mixers;
    private readonly ModuleList<Linear> wideners;
    private readonly ModuleList<Linear> narrowers;

    public AttentionEncoder(Shape shape, double drop)
        : base("attention")
    {
        (_drop, _width) = (drop, shape.Width);
        ModuleList<Linear> Linears(int count, int inputs, int outputs) => new([.. Enumerable.Range(0, count).Select(_ => nn.Linear(inputs, outputs))]);
        convolutions = Linears(Dilations.Length, 3 * _width, 2 * _width);
        norms = new([.. Enumerable.Range(0, Dilations.Length + 2 * shape.Layers).Select(_ => nn.LayerNorm(_width))]);
        queries = Linears(shape.Layers, _width, 3 * _width);
        mixers = Linears(shape.Layers, _width, _width);
        wideners = Linears(shape.Layers, _width, 3 * _width);
        narrowers = Linears(shape.Layers, 3 * _width, _width);
        RegisterComponents();
    }

    public override int Outputs => _width;

    public override Tensor forward(Tensor words)
    {
        var norm = 0;
        for (var i = 0; i < Dilations.Length; i++)
        {
            var gated = convolutions[i].call(Neighbours(norms[norm++].call(words), Dilations[i]));
            words = words + Drop(gated.narrow(2, 0, _width) * gated.narrow(2, _width, _width).sigmoid());
        }

        for (var i = 0; i < queries.Count; i++)
        {
            words = words + Drop(mixers[i].call(Attend(queries[i].call(norms[norm++].call(words)))));
            words = words + Drop(narrowers[i].call(Drop(F.relu(wideners[i].call(norms[norm++].call(words))))));
        }

        return words;
    }

    private Tensor Drop(Tensor values) => F.dropout(values, _drop, training);

    /// <summary>Each word between the words so far before and behind it.</summary>
    private static Tensor Neighbours(Tensor words, int distance)
    {
        var (sentences, length, width) = (words.shape[0], words.shape[1], words.shape[2]);
        var edge = zeros(sentences, distance, width);
        var padded = cat([edge, words, edge], 1);
        return cat([padded.narrow(1, 0, length), words, padded.narrow(1, 2 * distance, length)], 2);
    }

    private Tensor Attend(Tensor projected)
    {
        var (sentences, length) = (projected.shape[0], projected.shape[1]);
        var parts = projected.reshape(sentences, length, 3, Heads, _width / Heads).permute(2, 0, 3, 1, 4);
        var weights = F.softmax(parts[0].matmul(parts[1].transpose(2, 3)) / Math.Sqrt(_width / (double)Heads), 3);
        return F.dropout(weights, 0.1, training).matmul(parts[2]).transpose(1, 2).reshape(sentences, length, _width);
    }
}
