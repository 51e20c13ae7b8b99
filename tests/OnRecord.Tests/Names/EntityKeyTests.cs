using OnRecord.Names;

namespace OnRecord.Tests.Names;

public sealed class EntityKeyTests
{
    [Theory]
    [InlineData(EntityType.Person, "Kim Jong-un", "PRK", "person/kim-jong-un/PRK")]
    [InlineData(EntityType.Person, "Kim  Jong Un", "PRK", "person/kim-jong-un/PRK")]
    [InlineData(EntityType.Person, "Zoë D’Aubigny Jr.", null, "person/zoe-daubigny-jr/-")]
    [InlineData(EntityType.Person, "Quorn  J. O'Tannaby-Holm 2nd ", null, "person/quorn-j-otannaby-holm-2nd/-")]
    [InlineData(EntityType.Organization, "The Quornby Heath Trust", null, "organization/quornby-heath-trust/-")]
    [InlineData(EntityType.Organization, "塔納燈具", "TWN", "organization/塔納燈具/TWN")]
    [InlineData(EntityType.Country, "United States", "USA", "country/united-states/USA")]
    [InlineData(EntityType.Place, "São Quornby", "BRA", "place/sao-quornby/BRA")]
    public void A_name_has_one_key_however_it_is_written(EntityType type, string name, string? country, string key) =>
        Assert.Equal(key, EntityKey.Of(type, name, country));

    [Theory]
    [InlineData(EntityType.Person, "Kim")]
    [InlineData(EntityType.Person, "")]
    [InlineData(EntityType.Organization, "...")]
    [InlineData(EntityType.Place, "\ud800")]
    public void A_name_too_short_to_be_compared_by_has_none(EntityType type, string name) =>
        Assert.Null(EntityKey.Of(type, name, "PRK"));
}
