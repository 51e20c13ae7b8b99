using OnRecord.Data;
using OnRecord.Language;
using OnRecord.Language.Parsing;

namespace OnRecord.Tests.Language;

/// <summary>What taggers see of the parser's words.</summary>
public sealed class StateViewTests
{
    private const string Text = "The harbour of Quornby was closed on Monday. Nobody said why.";

    [Fact]
    public void A_view_of_the_lower_layer_sees_all_that_the_other_sees_and_changes_nothing_for_it()
    {
        var one = new EnglishAnalyzer(DataFolder.English(), [new StateView()]).Analyze(TextDocument.Of(Text));
        var both = new EnglishAnalyzer(DataFolder.English(), [new StateView(), new StateView(seesLower: true)]).Analyze(TextDocument.Of(Text));
        Assert.Equal(one.Views[0], both.Views[0]);
        for (var i = 0; i < one.Tokens.Length; i++)
        {
            var row = both.Views[1].AsSpan(i * StateView.InputsWithLower, StateView.InputsWithLower);
            Assert.Equal(one.Views[0].AsSpan(i * StateView.Inputs, StateView.Inputs), row[..StateView.Inputs]);
            var lower = row[StateView.Inputs..].ToArray();
            Assert.All(lower, value => Assert.InRange(value, -1f, 1f));
            Assert.Contains(lower, value => MathF.Abs(value) > 0.1f);
        }
    }

    [Fact]
    public void A_sentence_s_rows_do_not_depend_on_the_others()
    {
        var analyzer = new EnglishAnalyzer(DataFolder.English(), [new StateView(seesLower: true)]);
        var (alone, among) = (analyzer.Analyze(TextDocument.Of("Nobody said why.")), analyzer.Analyze(TextDocument.Of(Text)));
        Assert.Equal(alone.Views[0], among.Views[0][^alone.Views[0].Length..]);
    }
}
