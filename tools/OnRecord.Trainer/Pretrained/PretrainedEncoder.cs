using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace OnRecord.Trainer.Pretrained;

/// <summary>
/// A small transformer that was pretrained on plain text (MiniLM: Wang and others, 2020; BERT's layers: Devlin and others, 2019), to be
/// trained further. A word comes out as a mean of what all layers make of its first piece, each layer weighted (Peters and others, 2018).
/// </summary>
/// <remarks>Products are made of numbers of 16 bits (bfloat16), four times as fast where the processor knows them; sums and weights are kept in 32.</remarks>
internal sealed class PretrainedEncoder : nn.Module
{
    public const int Width = 384;

    /// <summary>Most pieces of a sentence that it can read, without those for beginning and end.</summary>
    public const int LongestSentence = 510;
    private const int Heads = 12;
    private const int Inner = 4 * Width;
    private const double Epsilon = 1e-12;
    private const double DropShare = 0.1;

    private readonly Tensor _words;
    private readonly Tensor _places;
    private readonly ModuleList<LayerNorm> norms;
    private readonly ModuleList<Linear> queries;
    private readonly ModuleList<Linear> mixers;
    private readonly ModuleList<Linear> wideners;
    private readonly ModuleList<Linear> narrowers;
    private readonly Parameter layerWeights;

    public PretrainedEncoder(IReadOnlyList<OnnxTensor> weights)
        : base("pretrained")
    {
        using var _ = no_grad();
        var named = weights.ToDictionary(tensor => tensor.Name, StringComparer.Ordinal);
        Tensor Named(string name) => tensor(named[name].Values).reshape([.. named[name].Sizes.Select(size => (long)size)]);

        // The embeddings stay as they are: the treebanks are too small to move them all alike.
        _words = Named("embeddings.word_embeddings.weight");
        _places = Named("embeddings.position_embeddings.weight") + Named("embeddings.token_type_embeddings.weight").narrow(0, 0, 1);

        // The matrices have lost their names, but stand in the order in which they are used.
        var matrices = new Queue<OnnxTensor>(weights.Where(tensor => tensor.Sizes.Count == 2 && !tensor.Name.Contains('.', StringComparison.Ordinal)));
        Tensor Matrix() => matrices.Dequeue() is var next ? tensor(next.Values).reshape(next.Sizes[0], next.Sizes[1]).t() : throw new InvalidDataException();
        Linear Filled(Tensor weight, Tensor bias)
        {
            var linear = nn.Linear(weight.shape[1], weight.shape[0]);
            linear.weight!.copy_(weight);
            linear.bias!.copy_(bias);
            return linear;
        }

        LayerNorm Norm(string name)
        {
            var norm = nn.LayerNorm(Width, Epsilon);
            norm.weight!.copy_(Named($"{name}.weight"));
            norm.bias!.copy_(Named($"{name}.bias"));
            return norm;
        }

        var layers = matrices.Count / 6;
        norms = new([Norm("embeddings.LayerNorm")]);
        (queries, mixers, wideners, narrowers) = (new(), new(), new(), new());
        for (var layer = 0; layer < layers; layer++)
        {
            var name = $"encoder.layer.{layer}";
            var self = new[] { "query", "key", "value" }.Select(part => Named($"{name}.attention.self.{part}.bias")).ToArray();
            queries.Add(Filled(cat([Matrix(), Matrix(), Matrix()], 0), cat(self, 0)));
            mixers.Add(Filled(Matrix(), Named($"{name}.attention.output.dense.bias")));
            norms.Add(Norm($"{name}.attention.output.LayerNorm"));
            wideners.Add(Filled(Matrix(), Named($"{name}.intermediate.dense.bias")));
            narrowers.Add(Filled(Matrix(), Named($"{name}.output.dense.bias")));
            norms.Add(Norm($"{name}.output.LayerNorm"));
        }

        layerWeights = nn.Parameter(zeros(layers + 1));
        RegisterComponents();
    }

    /// <summary>Whether a sequence is short enough.</summary>
    public static bool CanRead(TaggedSequence sequence) => sequence.Pieces.Sum(word => word.Length) <= LongestSentence;

    /// <summary>Sentences × positions × <see cref="Width"/>; the first position is the root.</summary>
    public Tensor Encode(PieceBatch batch)
    {
        var (sentences, length) = (batch.Pieces.shape[0], batch.Pieces.shape[1]);
        var states = _words.index_select(0, batch.Pieces.reshape(-1)).reshape(sentences, length, Width) + _places.narrow(0, 0, length);
        states = Drop(norms[0].call(states));
        var all = new List<Tensor> { states };
        for (var layer = 0; layer < queries.Count; layer++)
        {
            var attended = Times(Attend(Times(Short(states), queries[layer]), batch.Mask), mixers[layer]);
            states = norms[2 * layer + 1].call(states + Drop(Long(attended)));
            var widened = F.gelu(Times(Short(states), wideners[layer]));
            states = norms[2 * layer + 2].call(states + Drop(Long(Times(widened, narrowers[layer]))));
            all.Add(states);
        }

        var shares = F.softmax(layerWeights, 0);
        var mixed = all.Select((one, layer) => one * shares[layer]).Aggregate((sum, next) => sum + next);
        return mixed.reshape(-1, Width).index_select(0, batch.Firsts.reshape(-1)).reshape(sentences, -1, Width);
    }

    private Tensor Drop(Tensor values) => F.dropout(values, DropShare, training);

    private static Tensor Short(Tensor values) => values.to(ScalarType.BFloat16);

    private static Tensor Long(Tensor values) => values.to(ScalarType.Float32);

    private static Tensor Times(Tensor rows, Linear layer) => F.linear(rows, Short(layer.weight!), Short(layer.bias!));

    private static Tensor Attend(Tensor projected, Tensor mask)
    {
        var (sentences, length) = (projected.shape[0], projected.shape[1]);
        var parts = projected.reshape(sentences, length, 3, Heads, Width / Heads).permute(2, 0, 3, 1, 4);
        var weights = F.softmax(parts[0].matmul(parts[1].transpose(2, 3)) / Math.Sqrt(Width / (double)Heads) + mask, 3);
        return weights.matmul(parts[2]).transpose(1, 2).reshape(sentences, length, Width);
    }
}

/// <summary>The pieces of a batch's sentences, filled up to the longest.</summary>
internal sealed class PieceBatch
{
    public PieceBatch(IReadOnlyList<int[][]> sentences, WordPieces pieces)
    {
        var longest = sentences.Max(words => words.Sum(word => word.Length)) + 2;
        var (numbers, mask, firsts) = (new long[sentences.Count * longest], new float[sentences.Count * longest], new List<long>());
        Array.Fill(mask, -1e9f);
        for (var sentence = 0; sentence < sentences.Count; sentence++)
        {
            var at = sentence * longest;
            firsts.Add(at);
            Add(pieces.Beginning);
            foreach (var word in sentences[sentence])
            {
                firsts.Add(at);
                foreach (var piece in word)
                {
                    Add(piece);
                }
            }

            Add(pieces.End);

            void Add(int piece) => (numbers[at], mask[at++]) = (piece, 0);
        }

        Pieces = tensor(numbers).reshape(sentences.Count, longest);
        Mask = tensor(mask).to(ScalarType.BFloat16).reshape(sentences.Count, 1, 1, longest);
        Firsts = tensor(firsts.ToArray()).reshape(sentences.Count, -1);
    }

    /// <summary>Sentences × pieces.</summary>
    public Tensor Pieces { get; }

    /// <summary>What is added to the attention that a piece is given: nothing, or minus infinity where there is none.</summary>
    public Tensor Mask { get; }

    /// <summary>Sentences × positions: where in all pieces the root and each word begin.</summary>
    public Tensor Firsts { get; }
}
