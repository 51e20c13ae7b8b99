using OnRecord.Data;
using OnRecord.Language;

namespace OnRecord.Tests.Language;

public sealed class LemmatizerTests
{
    private static readonly Lemmatizer Lemmatizer = new(DataFolder.English());

    [Theory]
    [InlineData("ministers", Upos.NOUN, "NNS", "minister")]
    [InlineData("cities", Upos.NOUN, "NNS", "city")]
    [InlineData("wives", Upos.NOUN, "NNS", "wife")]
    [InlineData("men", Upos.NOUN, "NNS", "man")]
    [InlineData("boxes", Upos.NOUN, "NNS", "box")]
    [InlineData("Norlanders", Upos.PROPN, "NNPS", "Norlander")]
    [InlineData("were", Upos.AUX, "VBD", "be")]
    [InlineData("stopped", Upos.VERB, "VBN", "stop")]
    [InlineData("adding", Upos.VERB, "VBG", "add")]
    [InlineData("controlling", Upos.VERB, "VBG", "control")]
    [InlineData("rebuilt", Upos.VERB, "VBN", "rebuild")]
    [InlineData("lay", Upos.VERB, "VBD", "lie")]
    [InlineData("lay", Upos.VERB, "VB", "lay")]
    [InlineData("denied", Upos.VERB, "VBD", "deny")]
    [InlineData("invited", Upos.VERB, "VBD", "invite")]
    [InlineData("visited", Upos.VERB, "VBD", "visit")]
    [InlineData("larger", Upos.ADJ, "JJR", "large")]
    [InlineData("n't", Upos.PART, "RB", "not")]
    [InlineData("n’t", Upos.PART, "RB", "not")]
    [InlineData("’s", Upos.PART, "POS", "'s")]
    public void The_lemma_follows_from_form_and_tag(string form, Upos upos, string xpos, string expected) =>
        Assert.Equal(expected, Lemmatizer.Of(form, form.ToLowerInvariant(), upos, xpos, LemmaContext.None));
}
