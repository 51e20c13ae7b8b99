using OnRecord.Language.Parsing;
using OnRecord.Trainer.Pretrained;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace OnRecord.Trainer;

/// <summary>
/// Tagger and parser on one encoder: embeddings of a word's features and characters beside a fixed word vector, an encoder over the
/// words, classifiers for the tags, and deep biaffine attention for heads and relations (Dozat and Manning, 2017).
/// </summary>
internal sealed class Network : nn.Module
{
    public const string InputName = "input.weight";

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
    private readonly CharacterReader? characters;
    private readonly PretrainedEncoder? pretrained;
    private readonly WordPieces? _pieces;
    private readonly Encoder encoder;
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

    public Network(Vocabulary vocabulary, float[] vectors, Shape shape, double drop)
        : base("network")
    {
        Shape = shape;
        _drop = drop;
        _vectors = tensor(vectors).reshape(-1, WordVectors.Dimensions);
        embeddings = new ModuleList<Embedding>([.. Widths.Select((size, kind) => nn.Embedding(vocabulary.Values[kind].Count + 2, size))]);
        foreach (var embedding in embeddings)
        {
            nn.init.normal_(embedding.weight!, 0, 0.2);
        }

        characters = shape.ReadsCharacters ? new CharacterReader(vocabulary.Characters.Count + Vocabulary.FirstCharacter) : null;
        _pieces = shape.IsPretrained ? vocabulary.Pieces ?? throw new ArgumentException("no word pieces", nameof(vocabulary)) : null;
        pretrained = shape.IsPretrained ? new PretrainedEncoder(PretrainedFiles.Weights()) : null;
        var inputs = Widths.Sum() + (characters is null ? 0 : CharacterReader.Width) + (pretrained is null ? 0 : PretrainedEncoder.Width) + WordVectors.Dimensions;
        input = nn.Linear(inputs, shape.Width);
        encoder = Encoder.Of(shape, drop);
        norm = nn.LayerNorm(encoder.Outputs);
        tag = nn.Linear(encoder.Outputs, TagWidth);
        upos = nn.Linear(TagWidth, vocabulary.Upos.Count);
        xpos = nn.Linear(TagWidth, vocabulary.Xpos.Count);
        features = nn.Linear(TagWidth, vocabulary.Features.Count);
        arcDependent = nn.Linear(encoder.Outputs, ArcWidth);
        arcHead = nn.Linear(encoder.Outputs, ArcWidth);
        relationDependent = nn.Linear(encoder.Outputs, RelationWidth);
        relationHead = nn.Linear(encoder.Outputs, RelationWidth);
        arcWeight = nn.Parameter(randn(ArcWidth, ArcWidth) * 0.05);
        arcBias = nn.Parameter(zeros(ArcWidth, 1));
        relationWeight = nn.Parameter(randn(RelationWidth + 1, vocabulary.Relations.Count * (RelationWidth + 1)) * 0.02);
        RegisterComponents();
    }

    public Shape Shape { get; }

    /// <summary>The weights that were pretrained.</summary>
    public IEnumerable<Parameter> Pretrained => pretrained?.parameters() ?? [];

    /// <summary>Weights of the first layer of a network without a pretrained part, with zeros where this one's comes in.</summary>
    public float[] WidenInput(float[] weights)
    {
        const int Behind = WordVectors.Dimensions;
        var narrow = weights.Length / Shape.Width;
        return [.. weights.Chunk(narrow).SelectMany(row => row[..^Behind].Concat(new float[PretrainedEncoder.Width]).Concat(row[^Behind..]))];
    }

    /// <summary>Sum of the cross entropies of tags, heads and relations.</summary>
    public Tensor Loss(Batch batch)
    {
        var encoded = Encode(batch);
        var words = WordsOf(encoded);
        var tags = Tags(words);
        var arcs = Arcs(encoded).narrow(1, 1, batch.Length).reshape(-1, batch.Length + 1);
        var relations = Relations(words, HeadsOf(encoded, batch.Heads));
        var features = F.cross_entropy(this.features.call(tags), batch.Features, ignore_index: Example.NoLabel);
        return features + (batch.Beliefs is { } beliefs
            ? CrossEntropy(arcs, beliefs.Arcs) + CrossEntropy(relations, beliefs.Relations)
                + CrossEntropy(upos.call(tags), beliefs.Upos) + CrossEntropy(xpos.call(tags), beliefs.Xpos)
            : F.cross_entropy(arcs, batch.Heads) + F.cross_entropy(relations, batch.Relations)
                + F.cross_entropy(upos.call(tags), batch.Upos) + F.cross_entropy(xpos.call(tags), batch.Xpos));
    }

    /// <summary>What the network believes of a batch.</summary>
    public Reading Read(Batch batch)
    {
        var encoded = Encode(batch);
        var words = WordsOf(encoded);
        var tags = Tags(words);
        return new Reading(
            F.softmax(upos.call(tags), 1),
            F.softmax(xpos.call(tags), 1),
            F.softmax(features.call(tags), 1),
            F.softmax(Arcs(encoded), 2),
            heads => F.softmax(Relations(words, HeadsOf(encoded, heads)), 1));
    }

    private static Tensor CrossEntropy(Tensor scores, Tensor beliefs) => -(beliefs * F.log_softmax(scores, 1)).sum(1).mean();

    private Tensor Encode(Batch batch)
    {
        var parts = new List<Tensor>();
        for (var kind = 0; kind < WordFeatures.Count; kind++)
        {
            parts.Add(embeddings[kind].call(Forget(batch.Numbers[kind], kind == 0 ? WordDrop : FeatureDrop)));
        }

        if (characters is not null)
        {
            parts.Add(characters.call(batch.Characters).reshape(batch.Sentences, batch.Length + 1, CharacterReader.Width));
        }

        if (pretrained is not null)
        {
            parts.Add(pretrained.Encode(new PieceBatch([.. batch.Examples.Select(example => example.Pieces)], _pieces!)));
        }

        var numbers = Forget(batch.Numbers[^1], VectorDrop);
        parts.Add(_vectors.index_select(0, numbers.reshape(-1)).reshape(batch.Sentences, batch.Length + 1, WordVectors.Dimensions));
        var projected = F.relu(input.call(Drop(cat(parts, 2))));
        return Drop(norm.call(encoder.call(Drop(projected))));
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

/// <summary>Probabilities for the words of a batch, sentence after sentence.</summary>
/// <param name="Upos">Of tags.</param>
/// <param name="Xpos">Of Penn tags.</param>
/// <param name="Features">Of sets of features.</param>
/// <param name="Arcs">Of heads: sentence × dependent × head, the root first.</param>
/// <param name="RelationsFor">Of relations, where the words have these heads.</param>
internal sealed record Reading(Tensor Upos, Tensor Xpos, Tensor Features, Tensor Arcs, Func<Tensor, Tensor> RelationsFor);
