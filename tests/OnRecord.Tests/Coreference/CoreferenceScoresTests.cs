using OnRecord.Lab.Coreference;

namespace OnRecord.Tests.Coreference;

/// <summary>The Lab's measures of coreference on clusters whose scores can be worked out by hand.</summary>
public sealed class CoreferenceScoresTests
{
    [Fact]
    public void Clusters_found_as_they_are_score_1()
    {
        var scores = Of(["abc", "de"], ["ed", "cba"]);
        Assert.Equal((1, 1, 1), (scores.Muc, scores.Cubed, scores.Ceaf));
        Assert.Equal(1, scores.Conll);
    }

    [Fact]
    public void Nothing_found_scores_0() => Assert.Equal(0, Of(["abc", "de"], []).Conll);

    /// <summary>The example of Pradhan et al. (2014): MUC .40, B-cubed .45, CEAF with φ4 .52.</summary>
    [Fact]
    public void The_example_of_the_reference_scorer_gets_its_scores()
    {
        var scores = Of(["abc", "defg"], ["ab", "cd", "fghi"]);

        // MUC: of abc's two links one holds, of defg's three one; of the found ones 1 of 1, 0 of 1, 1 of 3.
        Assert.Equal(2.0 / 5, scores.MucRecall.Value, 9);
        Assert.Equal(2.0 / 5, scores.MucPrecision.Value, 9);

        // B-cubed: a, b 2/3, c 1/3, d 1/4, e 0, f, g 2/4; found a, b 1, c, d 1/2, f, g 2/4, h, i 0.
        Assert.Equal(((2 * 2 / 3.0) + (1 / 3.0) + (1 / 4.0) + (2 * 2 / 4.0)) / 7, scores.CubedRecall.Value, 9);
        Assert.Equal((2 + (2 * 1 / 2.0) + (2 * 2 / 4.0)) / 8, scores.CubedPrecision.Value, 9);

        // CEAF: abc with ab is 4/5, defg with fghi 4/8.
        Assert.Equal(1.3 / 2, scores.CeafRecall.Value, 9);
        Assert.Equal(1.3 / 3, scores.CeafPrecision.Value, 9);
        Assert.Equal((0.4 + (2 * (2.916666666666667 / 7) * 0.5 / ((2.916666666666667 / 7) + 0.5)) + 0.52) / 3, scores.Conll, 9);
    }

    [Fact]
    public void A_single_mention_has_no_link_and_counts_in_the_others()
    {
        var scores = Of(["ab", "c"], ["ab", "c"]);
        Assert.Equal(1, scores.MucRecall.Whole);
        Assert.Equal(3, scores.CubedRecall.Whole);
        Assert.Equal(2, scores.CeafRecall.Whole);
    }

    [Fact]
    public void Documents_are_summed_before_they_are_divided()
    {
        var scores = Of(["abc"], ["abc"]) + Of(["ab"], []);
        Assert.Equal(2.0 / 3, scores.MucRecall.Value, 9);
        Assert.Equal(1, scores.MucPrecision.Value);
    }

    /// <summary>Greedily, 9 + 1 would be taken; the best is 8 + 8.</summary>
    [Fact]
    public void The_alignment_is_the_best_one_and_not_the_greedy_one()
    {
        Assert.Equal(16, ClusterAlignment.Best([[9, 8], [8, 1]]));
        Assert.Equal(9, ClusterAlignment.Best([[9], [8]]));
        Assert.Equal(9, ClusterAlignment.Best([[9, 8]]));
        Assert.Equal(0, ClusterAlignment.Best([]));
    }

    private static CoreferenceScores Of(string[] gold, string[] found) => CoreferenceScores.Of(
        [.. gold.Select(IReadOnlySet<char> (cluster) => cluster.ToHashSet())],
        [.. found.Select(IReadOnlySet<char> (cluster) => cluster.ToHashSet())]);
}
