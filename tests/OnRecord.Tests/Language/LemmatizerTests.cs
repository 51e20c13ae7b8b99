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
    [InlineData("Sept.", Upos.PROPN, "NNP", "September")]
    [InlineData("12,500", Upos.NUM, "CD", "12500")]
    [InlineData("Two", Upos.NUM, "CD", "two")]
    [InlineData("XIV", Upos.NUM, "CD", "XIV")]
    [InlineData("bn", Upos.NUM, "CD", "billion")]
    [InlineData("Executive", Upos.ADJ, "JJ", "executive")]
    [InlineData("Norlandian", Upos.ADJ, "JJ", "Norlandian")]
    [InlineData("French", Upos.ADJ, "JJ", "French")]
    [InlineData("pro-Beijing", Upos.ADJ, "JJ", "pro-Beijing")]
    [InlineData("islamists", Upos.NOUN, "NNS", "Islamist")]
    [InlineData("Iraqis", Upos.PROPN, "NNPS", "Iraqi")]
    [InlineData("Philippines", Upos.PROPN, "NNPS", "Philippines")]
    [InlineData("churches", Upos.NOUN, "NNS", "church")]
    [InlineData("DVDs", Upos.NOUN, "NNS", "DVD")]
    [InlineData("GDP", Upos.NOUN, "NN", "GDP")]
    [InlineData("NOTICE", Upos.NOUN, "NN", "notice")]
    [InlineData("1970s", Upos.NOUN, "NNS", "1970s")]
    [InlineData("mine", Upos.PRON, "PRP", "my")]
    [InlineData("mine", Upos.NOUN, "NN", "mine")]
    [InlineData("her", Upos.PRON, "PRP", "she")]
    [InlineData("her", Upos.PRON, "PRP$", "her")]
    [InlineData("'s", Upos.PRON, "PRP", "we")]
    [InlineData("'s", Upos.AUX, "VBZ", "be")]
    [InlineData("m", Upos.AUX, "VBP", "be")]
    [InlineData("m", Upos.NUM, "CD", "million")]
    [InlineData("lied", Upos.VERB, "VBD", "lie")]
    [InlineData("relying", Upos.VERB, "VBG", "rely")]
    [InlineData("Rolling", Upos.VERB, "NNP", "Roll")]
    [InlineData("--", Upos.PUNCT, ",", "--")]
    [InlineData("--", Upos.PUNCT, ":", "-")]
    public void The_lemma_follows_from_form_and_tag(string form, Upos upos, string xpos, string expected) =>
        Assert.Equal(expected, Lemmatizer.Of(form, form.ToLowerInvariant(), upos, xpos, LemmaContext.None));

    [Theory]
    [InlineData("'s", Upos.AUX, "VBZ", (int)LemmaContext.Perfect, "have")]
    [InlineData("TEXAS", Upos.PROPN, "NNP", (int)LemmaContext.Shouted, "Texas")]
    [InlineData("PEREZ", Upos.PROPN, "NNP", (int)LemmaContext.BesideCapitals, "Perez")]
    [InlineData("UNESCO", Upos.PROPN, "NNP", (int)LemmaContext.None, "UNESCO")]
    [InlineData("NATO", Upos.PROPN, "NNP", (int)LemmaContext.Shouted, "NATO")]
    [InlineData("LOT", Upos.NOUN, "NN", (int)LemmaContext.Shouted, "lot")]
    public void The_sentence_around_a_word_counts(string form, Upos upos, string xpos, int context, string expected) =>
        Assert.Equal(expected, Lemmatizer.Of(form, form.ToLowerInvariant(), upos, xpos, (LemmaContext)context));

    [Theory]
    [InlineData("")]
    [InlineData("s")]
    [InlineData("'s")]
    [InlineData("’")]
    [InlineData("-A")]
    [InlineData("\ud800")]
    [InlineData("1s")]
    public void Any_word_with_any_tag_has_a_lemma(string form)
    {
        foreach (var xpos in (string[])["NNP", "NNPS", "NNS", "NN", "JJ", "CD", "FW", "GW", "MD", "VB", "VBZ", "VBD", "VBG", "JJR", "RBS", "``", ":", "POS", "PRP", "PRP$", "AFX", "NFP", "UH", ""])
        {
            foreach (var upos in Enum.GetValues<Upos>())
            {
                Assert.NotNull(Lemmatizer.Of(form, form.ToLowerInvariant(), upos, xpos, LemmaContext.Shouted | LemmaContext.BesideCapitals));
            }
        }
    }
}
