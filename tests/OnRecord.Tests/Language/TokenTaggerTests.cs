using OnRecord.Data;
using OnRecord.Language;
using OnRecord.Language.Parsing;

namespace OnRecord.Tests.Language;

/// <summary>The tagger that reads sequences of tokens, which may overlap.</summary>
public sealed class TokenTaggerTests
{
    private const int Width = 96;
    private const int Tokens = 40;
    private static readonly int[] Flags = [4, 4];
    private static readonly TokenTagger Tagger = new(DataFolder.English(), Views.CueModel, Flags, 3);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_sequence_is_read_alike_alone_and_beside_others_that_hold_its_tokens(bool withOtherFlags)
    {
        var chance = new Random(7);
        float[] view = [.. Enumerable.Range(0, Tokens * Width).Select(_ => chance.NextSingle() * 2 - 1)];
        TokenTagger.Sequence Of(int first, int length, int flag) => new(first, [.. Enumerable.Range(first, length).Select(token => new[] { token % 4, token % 3 == 0 ? flag : 0 })]);
        TokenTagger.Sequence[] sequences = [Of(0, 12, 1), Of(5, 20, withOtherFlags ? 2 : 1), Of(5, 20, 1), Of(24, 16, withOtherFlags ? 3 : 1)];
        var together = Tagger.Score(view, sequences);
        for (var i = 0; i < sequences.Length; i++)
        {
            Assert.Equal(Tagger.Score(view, [sequences[i]])[0], together[i]);
        }

        Assert.Equal(withOtherFlags, !together[1].SelectMany(scores => scores).SequenceEqual(together[2].SelectMany(scores => scores)));
    }
}
