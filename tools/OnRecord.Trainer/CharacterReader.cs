using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace OnRecord.Trainer;

/// <summary>Reads a word from its characters: a convolution over three of them, and the greatest value of each filter.</summary>
internal sealed class CharacterReader : nn.Module<Tensor, Tensor>
{
    /// <summary>Values that a word comes out with.</summary>
    public const int Width = 96;

    private const int CharacterWidth = 32;

    private readonly Embedding letters;
    private readonly Linear filters;

    public CharacterReader(int count)
        : base("characters")
    {
        letters = nn.Embedding(count, CharacterWidth);
        nn.init.normal_(letters.weight!, 0, 0.2);
        filters = nn.Linear(3 * CharacterWidth, Width);
        RegisterComponents();
    }

    /// <summary>Words × characters, each word with an edge before and behind it, filled up with zeros.</summary>
    public override Tensor forward(Tensor words)
    {
        var windows = words.shape[1] - 2;
        var embedded = letters.call(words);
        var triples = cat([embedded.narrow(1, 0, windows), embedded.narrow(1, 1, windows), embedded.narrow(1, 2, windows)], 2);

        // No value is below zero, so that a zero for the filled-up windows never wins.
        var isInside = words.narrow(1, 2, windows).not_equal(Vocabulary.NoCharacter).unsqueeze(2);
        return (F.relu(filters.call(triples)) * isInside).amax([1]);
    }
}
