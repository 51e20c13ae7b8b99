using OnRecord.Data;
using OnRecord.Language;

namespace OnRecord.Tests.Language;

public sealed class LemmatizerTests
{
    private static readonly EnglishAnalyzer Analyzer = new(DataFolder.English());

    [Theory]
    [InlineData("The ministers were leaving the cities.", "the minister be leave the city .")]
    [InlineData("She has stopped adding and controlling prices.", "she have stop add and control price .")]
    [InlineData("The wives took larger knives.", "the wife take large knife .")]
    [InlineData("He couldn't undergo the rebuilt tests.", "he can not undergo the rebuild test .")]
    [InlineData("They invited visitors and denied entry.", "they invite visitor and deny entry .")]
    [InlineData("The men lay down; children sang.", "the man lie down ; child sing .")]
    [InlineData("Norlanders agreed quickly.", "Norlander agree quickly .")]
    public void Lemmas_follow_form_and_tag(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', Analyzer.Analyze(TextDocument.Of(text)).Tokens.Select(token => token.Lemma)));
}
