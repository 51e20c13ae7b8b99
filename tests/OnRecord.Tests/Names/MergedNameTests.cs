using OnRecord.Data;
using OnRecord.Language;
using OnRecord.Names;

namespace OnRecord.Tests.Names;

/// <summary>Under which name entities are compared across documents.</summary>
public sealed class MergedNameTests
{
    private static readonly EnglishAnalyzer Analyzer = new(DataFolder.English());
    private static readonly NameFinder Finder = new(DataFolder.English());

    [Theory]
    [InlineData("Quorn L. Tannaby opened the bridge.", "Quorn L. Tannaby", "Quorn Tannaby", "without-middle-initial", "person/quorn-tannaby/-")]
    [InlineData("Reporters asked President Obama about the bridge.", "Obama", "Barack Obama", "known-person", "person/barack-obama/USA")]
    [InlineData("Donald J. Trump opened the bridge.", "Donald J. Trump", "Donald Trump", "without-middle-initial", "person/donald-trump/-")]
    [InlineData("He left the US in May.", "US", "United States", "other-known-name", "country/united-states/USA")]
    [InlineData("Tannaby Lamps, Inc. closed two plants.", "Tannaby Lamps, Inc.", "Tannaby Lamps", "without-legal-form", "organization/tannaby-lamps/-")]
    public void An_entity_is_compared_under_a_name_that_documents_share(string text, string name, string merged, string rule, string key)
    {
        var entity = Only(text, name);
        Assert.Equal(new MergedName(merged, rule), entity.MergedBy);
        Assert.Equal(merged, entity.ComparedName);
        Assert.Equal(key, entity.Key);
    }

    [Theory]
    [InlineData("Quorn Tannaby opened the bridge.", "Quorn Tannaby")]
    [InlineData("J. Quorn Tannaby opened the bridge.", "J. Quorn Tannaby")]
    [InlineData("George W. Bush opened the bridge.", "George W. Bush")]
    [InlineData("Mrs. Obama opened the bridge.", "Obama")]
    [InlineData("Brazilian striker Obama scored twice.", "Obama")]
    [InlineData("The bridge was opened by Malia Obama.", "Malia Obama")]
    [InlineData("He left the United States in May.", "United States")]
    public void Where_the_text_may_mean_another_its_own_name_stays(string text, string name)
    {
        var entity = Only(text, name);
        Assert.Null(entity.MergedBy);
        Assert.Equal(name, entity.ComparedName);
    }

    [Fact]
    public void Every_rule_has_a_name_of_its_own() => Assert.Distinct(ComparedNames.All);

    private static Entity Only(string text, string name) =>
        Assert.Single(Finder.Find(Analyzer.Analyze(TextDocument.Of(text))).Entities, entity => entity.Name == name);
}
