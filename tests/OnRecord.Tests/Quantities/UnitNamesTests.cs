using OnRecord.Data;
using OnRecord.Quantities;

namespace OnRecord.Tests.Quantities;

public sealed class UnitNamesTests
{
    private static readonly UnitNames Names = new(DataFolder.English());

    [Theory]
    [InlineData("[mi_i]", "miles")]
    [InlineData("[ft_i]", "feet")]
    [InlineData("[HP]", "horsepower")]
    [InlineData("[stone_av]", "stone")]
    [InlineData("[mi_i]/h", "miles per hour")]
    [InlineData("t/a", "tonnes per year")]
    [InlineData("[bbl_us]/d", "barrels per day")]
    [InlineData("tank", "tank")]
    [InlineData("{tank}/d", "{tank}/d")]
    public void A_code_has_a_plain_name(string code, string name) => Assert.Equal(name, Names.Of(code));

    [Fact]
    public void No_unit_of_the_lexicon_is_shown_as_a_code() =>
        Assert.All(DataFolder.English().Lexicon("units").Rows, row => Assert.DoesNotContain(Names.Of(row["code"]), character => "[]{}_".Contains(character, StringComparison.Ordinal)));
}
