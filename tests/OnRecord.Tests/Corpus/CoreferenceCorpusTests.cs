using OnRecord.Data;
using OnRecord.Names;

namespace OnRecord.Tests.Corpus;

public sealed class CoreferenceCorpusTests
{
    private static readonly NameFinder Finder = new(DataFolder.English());

    private static readonly CorpusDimension Dimension = new("coreference", Read, () => NameFinder.JoinRuleNames);

    public static TheoryData<string> Lines() => Dimension.Places;

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_line_of_the_corpus_holds(string place) => Dimension.Holds(place);

    [Fact]
    public void Every_rule_that_joins_fires_on_some_line()
    {
        var fired = Dimension.Fired((line, finding) => line.Marked is not { } span || finding.Span == span);
        Assert.Empty(Dimension.Rules().Except(fired));
        Assert.Empty(fired.Except(Dimension.Rules()));
    }

    private static IEnumerable<CorpusFinding> Read(Analysis analysis)
    {
        var findings = Finder.Find(analysis);
        var entities = findings.Entities.ToDictionary(entity => entity.Id);
        return findings.Mentions.Where(mention => mention is { Join: not null, Entity: not null })
            .Select(mention => new CorpusFinding(mention.Span, $"{mention.Type.ToString().ToLowerInvariant()} {entities[mention.Entity!].Name}", mention.Join!));
    }
}
