using OnRecord.Data;
using OnRecord.Language;
using OnRecord.Names;
using OnRecord.Names.Coreference;

namespace OnRecord.Tests.Coreference;

/// <summary>What the model of antecedents is told of each candidate.</summary>
public sealed class AntecedentFeaturesTests
{
    private static readonly EnglishAnalyzer Analyzer = new(DataFolder.English());
    private static readonly NameFinder Finder = new(DataFolder.English());

    [Fact]
    public void Each_candidate_has_the_numbers_that_the_model_was_trained_on()
    {
        var seen = Numbers("Emily Quorndale met Rosa Tannaby at the harbour. She said that her ship, which Peter Quill had built, was ready. It sailed with them.");
        Assert.NotEmpty(seen);
        Assert.All(seen, one => Assert.Equal(AntecedentFeatures.Names.Length, one.Numbers.Length));
        Assert.All(seen.SelectMany(one => one.Numbers), number => Assert.True(float.IsFinite(number)));
    }

    [Fact]
    public void A_name_further_on_in_the_sentence_stands_ahead()
    {
        var ahead = AntecedentFeatures.Names.IndexOf("ahead");
        var seen = Numbers("In her speech Emily Quorndale praised the divers.");
        Assert.Equal(1, Assert.Single(seen).Numbers[ahead]);
        Assert.DoesNotContain(Numbers("Emily Quorndale praised the divers in her speech."), one => one.Numbers[ahead] == 1);
    }

    private static List<(Candidate Candidate, float[] Numbers)> Numbers(string text)
    {
        var seen = new List<(Candidate Candidate, float[] Numbers)>();
        Finder.Find(Analyzer.Analyze(TextDocument.Of(text)), new PronounWatch((_, candidates) => seen.AddRange(candidates)));
        return seen;
    }
}
