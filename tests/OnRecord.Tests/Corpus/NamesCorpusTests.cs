using OnRecord.Data;
using OnRecord.Names;

namespace OnRecord.Tests.Corpus;

public sealed class NamesCorpusTests
{
    private static readonly NameFinder Finder = new(DataFolder.English());

    private static readonly CorpusDimension Dimension = new("names", Read, () => NameFinder.RuleNames);

    public static TheoryData<string> Lines() => Dimension.Places;

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_line_of_the_corpus_holds(string place) => Dimension.Holds(place);

    [Fact]
    public void Every_rule_fires_on_some_line()
    {
        var fired = Dimension.Fired((line, finding) => line.Marked is not { } span || finding.Span == span);
        Assert.Empty(Dimension.Rules().Except(fired));
        Assert.Empty(fired.Except(Dimension.Rules()));
    }

    private static IEnumerable<CorpusFinding> Read(Analysis analysis)
    {
        var findings = Finder.Find(analysis);
        var entities = findings.Entities.ToDictionary(entity => entity.Id);
        return findings.Mentions.Select(mention => new CorpusFinding(mention.Span, Notation(mention, mention.Entity is { } id ? entities[id] : null), mention.Rule));
    }

    /// <summary>The notation told in <c>corpus/README.md</c>.</summary>
    private static string Notation(Mention mention, Entity? entity) =>
        $"{mention.Type.ToString().ToLowerInvariant()} {entity?.Name ?? "?"} {entity?.Country}".TrimEnd();
}
