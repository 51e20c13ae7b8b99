using OnRecord.Language.Parsing;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace OnRecord.Trainer;

/// <summary>
/// Tagger and parser on one encoder: embeddings of a word's features beside a fixed word vector, a bidirectional LSTM of two
/// layers, classifiers for the tags, and deep biaffine attention for heads and relations (Dozat and Manning, 2017).
/// </summary>
internal sealed class Network : nn.Module
{
    public static readonly int[] Widths = [96, 16, 32, 16, 32, 32, 32, 32, 32];
    private const int TagWidth = 128;
    private const int ArcWidth = 128;
    private const int RelationWidth = 64;
    private const double WordDrop = 0.2;
    private const double FeatureDrop = 0.05;
    private const double VectorDrop = 0.1;

    private readonly double _drop;
    private readonly Tensor _vectors;
    private readonly ModuleList<Embedding> embeddings;
    private readonly Linear input;
    private readonly LSTM encoder;
    private readonly LayerNorm norm;
    private readonly Linear tag;
    private readonly Linear upos;
    private readonly Linear xpos;
    private readonly Linear features;
    private readonly Linear arcDependent;
    private readonly Linear arcHead;
    private readonly Linear relationDependent;
    private readonly Linear relationHead;
    private readonly Parameter arcWeight;
    private readonly Parameter arcBias;
    private readonly Parameter relationWeight;

    public Network(Vocabulary vocabulary, float[] vectors, int width, double drop)
        : base("network")
    {
        _drop = drop;
        _vectors = tensor(vectors).reshape(-1, WordVectors.Dimensions);
        embeddings = new ModuleList<Embedding>([.. Widths.Select((size, kind) => nn.Embedding(vocabulary.Values[kind].Count + 2, size))]);
        foreach (var embedding in embeddings)
        {
            nn.init.normal_(embedding.weight!, 0, 0.2);
        }

        input = nn.Linear(Widths.Sum() + WordVectors.Dimensions, width);
        encoder = nn.LSTM(width, width, 2, batchFirst: true, bidirectional: true, dropout: drop);
        norm = nn.LayerNorm(2 * width);
        tag = nn.Linear(2 * width, TagWidth);
        upos = nn.Linear(TagWidth, vocabulary.Upos.Count);
        xpos = nn.Linear(TagWidth, vocabulary.Xpos.Count);
        features = nn.Linear(TagWidth, vocabulary.Features.Count);
        arcDependent = nn.Linear(2 * width, ArcWidth);
        arcHead = nn.Linear(2 * width, ArcWidth);
        relationDependent = nn.Linear(2 * width, RelationWidth);
        relationHead = nn.Linear(2 * width, RelationWidth);
        arcWeight = nn.Parameter(randn(ArcWidth, ArcWidth) * 0.05);
        arcBias = nn.Parameter(zeros(ArcWidth, 1));
        relationWeight = nn.Parameter(randn(RelationWidth + 1, vocabulary.Relations.Count * (RelationWidth + 1)) * 0.02);
        RegisterComponents();
    }

    /// <summary>Sum of the cross entropies of tags, heads and relations.</summary>
    public Tensor Loss(Batch batch)
    {
        var encoded = Encode(batch);
        var words = WordsOf(encoded);
        var tags = Tags(words);
        var arcs = Arcs(encoded).narrow(1, 1, batch.Length).reshape(-1, batch.Length + 1);
        return F.cross_entropy(arcs, batch.Heads)
            + F.cross_entropy(Relations(words, HeadsOf(encoded, batch.Heads)), batch.Relations)
            + F.cross_entropy(upos.call(tags), batch.Upos)
            + F.cross_entropy(xpos.call(tags), batch.Xpos)
            + F.cross_entropy(features.call(tags), batch.Features, ignore_index: Example.NoLabel);
    }

    /// <summary>Tags, scores of heads (dependent × head, the root first) and, for the heads that <paramref name="decode"/> picks, relations.</summary>
    public Prediction Predict(Batch batch, Func<float[], int, int[]> decode)
    {
        var encoded = Encode(batch);
        var words = WordsOf(encoded);
        var tags = Tags(words);
        var scores = Arcs(encoded).contiguous().data<float>().ToArray();
        var size = (batch.Length + 1) * (batch.Length + 1);
        var heads = Enumerable.Range(0, batch.Sentences)
            .SelectMany(i => decode(scores[(i * size)..((i + 1) * size)], batch.Length)).ToArray();
        var relations = Relations(words, HeadsOf(encoded, tensor([.. heads.Select(head => (long)head)])));
        return new Prediction(Best(upos.call(tags)), Best(xpos.call(tags)), Best(features.call(tags)), heads, Best(relations));
    }

    private static int[] Best(Tensor scores) => [.. scores.argmax(1).data<long>().ToArray().Select(value => (int)value)];

    private Tensor Encode(Batch batch)
    {
        var parts = new List<Tensor>();
        for (var kind = 0; kind < WordFeatures.Count; kind++)
        {
            parts.Add(embeddings[kind].call(Forget(batch.Numbers[kind], kind == 0 ? WordDrop : FeatureDrop)));
        }

        var numbers = Forget(batch.Numbers[^1], VectorDrop);
        parts.Add(_vectors.index_select(0, numbers.reshape(-1)).reshape(batch.Sentences, batch.Length + 1, WordVectors.Dimensions));
        var projected = F.relu(input.call(Drop(cat(parts, 2))));
        var (encoded, _, _) = encoder.call(Drop(projected));
        return Drop(norm.call(encoded));
    }

    /// <summary>In training some values are made unknown, so that the network learns to do without.</summary>
    private Tensor Forget(Tensor numbers, double share) =>
        training ? numbers * (rand(numbers.shape) > share).to(ScalarType.Int64) : numbers;

    private Tensor Drop(Tensor values) => F.dropout(values, _drop, training);

    private static Tensor WordsOf(Tensor encoded) =>
        encoded.narrow(1, 1, encoded.shape[1] - 1).reshape(-1, encoded.shape[2]);

    /// <summary>The encoded head of each word.</summary>
    private static Tensor HeadsOf(Tensor encoded, Tensor heads)
    {
        var positions = encoded.shape[1];
        var sentence = arange(encoded.shape[0]).repeat_interleave(positions - 1);
        return encoded.reshape(-1, encoded.shape[2]).index_select(0, sentence * positions + heads);
    }

    private Tensor Tags(Tensor words) => Drop(F.relu(tag.call(words)));

    private Tensor Arcs(Tensor encoded)
    {
        var dependents = Drop(F.relu(arcDependent.call(encoded)));
        var heads = Drop(F.relu(arcHead.call(encoded)));
        return dependents.matmul(arcWeight).matmul(heads.transpose(1, 2)) + heads.matmul(arcBias).transpose(1, 2);
    }

    private Tensor Relations(Tensor words, Tensor heads)
    {
        var one = ones(words.shape[0], 1);
        var dependent = cat([Drop(F.relu(relationDependent.call(words))), one], 1);
        var head = cat([Drop(F.relu(relationHead.call(heads))), one], 1);
        return dependent.matmul(relationWeight).reshape(words.shape[0], -1, RelationWidth + 1).bmm(head.unsqueeze(2)).squeeze(2);
    }
}

/// <summary>Labels and heads for the words of a batch, sentence after sentence.</summary>
internal sealed record Prediction(int[] Upos, int[] Xpos, int[] Features, int[] Heads, int[] Relations);
