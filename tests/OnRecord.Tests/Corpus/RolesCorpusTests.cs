using OnRecord.Data;
using OnRecord.Language.Roles;

namespace OnRecord.Tests.Corpus;

public sealed class RolesCorpusTests
{
    private static readonly RoleLabeller Labeller = RoleLabeller.Open(DataFolder.English());

    private static readonly CorpusDimension Dimension = new("roles", Findings, () => []);

    public static TheoryData<string> Lines() => Dimension.Places;

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_line_of_the_corpus_holds(string place) => Dimension.Holds(place);

    private static IEnumerable<CorpusFinding> Findings(Analysis analysis) =>
        from frame in Labeller.Find(analysis)
        from argument in frame.Arguments
        select new CorpusFinding(
            analysis.SpanOf(argument.First, argument.End), $"{argument.Label} of {analysis.Tokens[frame.Predicate].Form}", argument.Label);
}
