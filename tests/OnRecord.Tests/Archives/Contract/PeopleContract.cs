using OnRecord.Archive.Search;

namespace OnRecord.Tests.Archives;

/// <summary>How every database tells who is who across documents.</summary>
public abstract class PeopleContract : IDisposable
{
    private readonly TempArchive _archive;

    /// <param name="address">Where to make the archive; null for a file.</param>
    protected PeopleContract(string? address)
    {
        _archive = new TempArchive(address);
        _archive.Add("bridge", "The bridge is safe, Peter L. Marlow said on Monday. Dana Orlo praised Peter Marlow, police said.");
        _archive.Add("tower", "The tower is old, Peter Marlow told reporters on Tuesday. Marlow Steel Ltd. will repair it, he said. Marlow Steel said that Dana Orlo had paid.");
        _archive.Add("road", "Dana Orlo attacked Peter Marlow in Riga on Friday. The police said that the road was closed. They said that nobody was hurt.");
        _archive.Add("lamp", "Orlo bought a lamp on Sunday, Marlow said.");
    }

    [Fact]
    public void Who_is_called_differently_is_one_and_single_names_are_joined_with_nobody()
    {
        var people = new PeopleSearch(_archive.Store);
        var speaking = people.List(SearchQuery.Parse(""), PeopleShown.Speaking, null, 10);
        Assert.Equal(["person/peter-marlow", "organization/marlow-steel", "person/marlow"], speaking.Select(person => person.Who));
        Assert.Equal(2, speaking[0].Documents);
        Assert.Equal("Peter Marlow", speaking[0].Name);
        Assert.Equal([false, false, true], speaking.Select(person => person.MayBeSeveral));
        Assert.Equal(speaking.Length, people.Count(SearchQuery.Parse(""), PeopleShown.Speaking, null));
        Assert.Equal("person/peter-marlow", Assert.Single(people.List(SearchQuery.Parse("bridge"), PeopleShown.Speaking, "person", 10)).Who);
    }

    [Fact]
    public void Sources_without_a_name_have_a_list_of_their_own_and_pronouns_none()
    {
        var people = new PeopleSearch(_archive.Store);
        var police = Assert.Single(people.List(SearchQuery.Parse(""), PeopleShown.Unnamed, null, 10));
        Assert.Equal(("police", (string?)null, 2L), (police.Who, police.Type, police.Documents));
    }

    [Fact]
    public void Who_is_named_is_listed_whether_it_speaks_or_not()
    {
        var people = new PeopleSearch(_archive.Store);
        var named = people.List(SearchQuery.Parse(""), PeopleShown.Named, null, 10).ToDictionary(person => person.Who, person => (person.Documents, person.Claims > 0));
        Assert.Equal((3, false), named["person/dana-orlo"]);
        Assert.Equal((3, true), named["person/peter-marlow"]);
        Assert.DoesNotContain("place/riga", named.Keys);
        Assert.Equal("place/riga", Assert.Single(people.List(SearchQuery.Parse("road"), PeopleShown.Named, "place", 10)).Who);
    }

    [Fact]
    public void A_profile_tells_what_one_says_what_is_told_of_it_and_what_was_joined()
    {
        var marlow = new ProfileSearch(_archive.Store).Find("Peter Marlow", 10, 10)!;
        Assert.Equal(("person/peter-marlow", 3L), (marlow.Who, marlow.Named));
        Assert.Equal(marlow.Claims, marlow.SaidClaims.Length);
        Assert.Contains(marlow.SaidClaims, claim => claim.Statement.Contains("bridge is safe", StringComparison.Ordinal));
        Assert.Contains(marlow.ToldClaims, claim => claim is { Source: "police", Speaker: "police" } && claim.Statement.Contains("praised", StringComparison.Ordinal));
        Assert.Contains(marlow.ToldClaims, claim => claim.Source is null && claim.Statement.Contains("attacked", StringComparison.Ordinal));
        Assert.Equal(marlow.Told, marlow.ToldClaims.Length);
        Assert.Contains(marlow.Joins, join => join is { Name: "Peter L. Marlow", Key: "person/peter-marlow/-", Rule: "without-middle-initial", Count: 1, Documents: [{ Title: not "" }] });
        Assert.Contains(marlow.Joins, join => join is { Name: "Peter Marlow", Rule: null, Count: 2, Documents.Length: 2 });
        Assert.Contains(marlow.Namesakes, other => other.Who == "person/marlow");
        Assert.Contains(marlow.About, other => other.Who == "organization/marlow-steel");
        Assert.True(new ProfileSearch(_archive.Store).Find("person/marlow", 10, 10)!.MayBeSeveral);
    }

    [Fact]
    public void Two_countries_under_one_name_are_told_and_asked_for_apart()
    {
        _archive.Add("one", "Latvian President Mara Quell said that the port was open. ");
        _archive.Add("two", "Peruvian President Mara Quell said that the mine was shut.");
        _archive.Add("three", "Mara Quell said that the pier was old.");
        var profiles = new ProfileSearch(_archive.Store);
        var all = profiles.Find("Mara Quell", 10, 10)!;
        Assert.True(all.MayBeSeveral);
        Assert.Equal(["LVA", "PER"], all.Countries.Select(country => country.Value).Order());
        var one = profiles.Find("person/mara-quell/LVA", 10, 10)!;
        Assert.Equal((false, 1L, "LVA"), (one.MayBeSeveral, one.Named, one.Country));
        Assert.All(one.SaidClaims, claim => Assert.Contains("port", claim.Statement, StringComparison.Ordinal));
        Assert.Equal(3, all.Named);
    }

    public void Dispose()
    {
        _archive.Dispose();
        GC.SuppressFinalize(this);
    }
}
