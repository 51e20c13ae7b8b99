using OnRecord.Data;
using OnRecord.Language;
using OnRecord.Language.Syntax;

namespace OnRecord.Tests.Language;

public sealed class VerbGroupTests
{
    private static readonly EnglishAnalyzer Analyzer = new(DataFolder.English());

    [Theory]
    [InlineData("Norland has also agreed to send troops.", "has also agreed: Present perfect; to send: infinitive < agreed")]
    [InlineData("The ship was to depart on Monday.", "was to depart: Past modal=be to")]
    [InlineData("He said the army would stand firm.", "said: Past; would stand: None modal=would")]
    [InlineData("The ministry did not specify the place.", "did not specify: Past negated")]
    [InlineData("The vote is expected to follow.", "is expected: Present passive; to follow: infinitive < expected")]
    [InlineData("There will not be a second round.", "will not be: Future modal=will negated copular")]
    [InlineData("The bridge has been rebuilt.", "has been rebuilt: Present perfect passive")]
    [InlineData("They were being watched.", "were being watched: Past progressive passive")]
    [InlineData("She's going to resign.", "'s going to resign: Future modal=going to")]
    [InlineData("Firms have to pay the tax.", "have to pay: Present modal=have to")]
    [InlineData("The bridge isn't safe.", "isn't: Present negated copular")]
    [InlineData("The minister might have known.", "might have known: None perfect modal=might")]
    [InlineData("Did he leave?", "Did he leave: Past")]
    [InlineData("The town of Greenford lies on the river.", "lies: Present")]
    [InlineData("A red house on the hill", "")]
    public void Verbs_and_their_auxiliaries_are_one_group(string text, string expected)
    {
        var analysis = Analyzer.Analyze(TextDocument.Of(text));
        var groups = analysis.Syntax.VerbGroups;
        Assert.Equal(expected, string.Join("; ", groups.Select(group => Tell(analysis, groups, group))));
    }

    [Fact]
    public void A_verb_tagged_as_the_mark_of_an_infinitive_is_its_own_head()
    {
        var analysis = Analyzer.Analyze(TextDocument.Of("They left."));
        analysis = new Analysis(analysis.Document, analysis.Sentences, analysis.Tokens.SetItem(1, analysis.Tokens[1] with { Xpos = "TO" }));
        Assert.Equal(1, Assert.Single(analysis.Syntax.VerbGroups).Head);
    }

    [Fact]
    public void The_group_at_a_token_is_the_one_that_holds_it()
    {
        var analysis = Analyzer.Analyze(TextDocument.Of("Norland has also agreed to send troops."));
        var groups = analysis.Syntax.VerbGroups;
        Assert.Null(VerbGroups.At(groups, 0));
        Assert.Same(groups[0], VerbGroups.At(groups, 2));
        Assert.Same(groups[1], VerbGroups.At(groups, 4));
        Assert.Null(VerbGroups.At(groups, 6));
    }

    private static string Tell(Analysis analysis, IReadOnlyList<VerbGroup> groups, VerbGroup group)
    {
        var words = analysis.SpanOf(group.Start, group.End).Of(analysis.Text);
        var parts = new[]
        {
            group.Finite ? group.Tense.ToString() : "",
            group.Infinitive ? "infinitive" : "",
            group.Perfect ? "perfect" : "",
            group.Progressive ? "progressive" : "",
            group.Passive ? "passive" : "",
            group.Modal is { } modal ? "modal=" + modal : "",
            group.Negated ? "negated" : "",
            group.Copular ? "copular" : "",
            group.GovernedBy >= 0 ? "< " + analysis.Tokens[groups[group.GovernedBy].Head].Form : "",
        };
        return $"{words}: {string.Join(' ', parts.Where(part => part.Length > 0))}";
    }
}
