using OnRecord.Language.Roles;

namespace OnRecord.Tests.Language;

public sealed class FeatureTableTests
{
    [Fact]
    public void Every_feature_has_its_row_and_others_have_none()
    {
        // All fall on one place of the table, the numbers that are asked for and not there as well.
        var features = Enumerable.Range(1, 1000).Select(i => (uint)i << 16).ToList();
        var table = new FeatureTable(features);
        Assert.All(features.Index(), one => Assert.Equal(one.Index, table.RowOf(one.Item)));
        Assert.All(Enumerable.Range(1001, 1000), i => Assert.Equal(-1, table.RowOf((uint)i << 16)));
        Assert.Equal(-1, table.RowOf(0));
    }

    [Fact]
    public void Zero_is_a_feature_like_others()
    {
        Assert.Equal(1, new FeatureTable([7, 0]).RowOf(0));
        Assert.Equal(-1, new FeatureTable([]).RowOf(0));
    }

    [Fact]
    public void A_feature_that_is_there_twice_is_refused() =>
        Assert.Throws<InvalidDataException>(() => new FeatureTable([3, 4, 3]));
}
