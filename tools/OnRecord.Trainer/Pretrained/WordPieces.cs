using Microsoft.ML.Tokenizers;

namespace OnRecord.Trainer.Pretrained;

/// <summary>Cuts words into the pieces that the pretrained network knows (WordPiece, in small letters).</summary>
internal sealed class WordPieces(Stream vocabulary)
{
    /// <summary>A word of more pieces is cut.</summary>
    private const int MostPieces = 8;

    private readonly BertTokenizer _tokenizer = BertTokenizer.Create(vocabulary);

    public int Beginning => _tokenizer.ClassificationTokenId;

    public int End => _tokenizer.SeparatorTokenId;

    /// <summary>The numbers of a word's pieces, at least one.</summary>
    public int[] Of(string form)
    {
        var pieces = _tokenizer.EncodeToIds(form, addSpecialTokens: false);
        return pieces.Count == 0 ? [_tokenizer.UnknownTokenId] : [.. pieces.Take(MostPieces)];
    }
}
