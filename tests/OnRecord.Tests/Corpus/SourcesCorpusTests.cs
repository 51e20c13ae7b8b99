using OnRecord.Attributions;
using OnRecord.Data;
using OnRecord.Names;

namespace OnRecord.Tests.Corpus;

/// <summary>Who a source is: its kind and its entity, of the attribution whose cue stands in brackets.</summary>
public sealed class SourcesCorpusTests
{
    private static readonly NameFinder Names = new(DataFolder.English());

    private static readonly AttributionFinder Finder = new(DataFolder.English());

    private static readonly CorpusDimension Dimension = new("sources", Read, () => AttributionFinder.RuleNames);

    public static TheoryData<string> Lines() => Dimension.Places;

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_line_of_the_corpus_holds(string place) => Dimension.Holds(place);

    private static IEnumerable<CorpusFinding> Read(Analysis analysis)
    {
        var names = Names.Find(analysis);
        var entities = names.Entities.ToDictionary(entity => entity.Id, entity => entity.Name);
        return Finder.Find(analysis, names).Found.Where(one => one.Source is not null).Select(one => new CorpusFinding(
            one.Cue.Span, $"{one.Source!.Kind.ToString().ToLowerInvariant()} ¦ {(one.Source.Entity is { } id ? entities[id] : "-")}", one.Rule));
    }
}
