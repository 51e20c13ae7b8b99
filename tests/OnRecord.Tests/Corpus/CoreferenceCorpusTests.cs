using OnRecord.Data;
using OnRecord.Names;

namespace OnRecord.Tests.Corpus;

public sealed class CoreferenceCorpusTests
{
    private static readonly NameFinder Finder = new(DataFolder.English());

    private static readonly CorpusDimension Dimension = new("coreference", Read, () => NameFinder.JoinRuleNames);

    private static readonly IReadOnlyList<CorpusLine> AllLines = [.. CorpusLine.ReadAll("coreference")];

    public static TheoryData<string> Lines() => [.. AllLines.Select(line => line.Place)];

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_line_of_the_corpus_holds(string place) =>
        CorpusAssert.Holds(Dimension, AllLines.Single(line => line.Place == place));

    [Fact]
    public void Every_rule_that_joins_fires_on_some_line()
    {
        var fired = AllLines.Where(line => line.Mark == '=').SelectMany(line => Dimension.Read(line).Where(finding => line.Marked is not { } span || finding.Span == span))
            .Select(finding => finding.Rule).ToHashSet();
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
