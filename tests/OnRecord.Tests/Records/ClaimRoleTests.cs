using System.Text;

namespace OnRecord.Tests.Records;

/// <summary>Who did what to whom in a claim, beside what the labeller of arguments is measured by.</summary>
public sealed class ClaimRoleTests
{
    private static readonly ReadOptions Plain = new() { Plain = true };

    /// <summary>A copula's arguments are its own, not those of the noun or adjective behind it.</summary>
    [Theory]
    [InlineData("Ada Holm is the author of a book on dams.", "Patient=Ada Holm; Attribute=the author of a book on dams")]
    [InlineData("Karsk is one of 45 towns on the lake.", "Patient=Karsk; Attribute=one of 45 towns on the lake")]
    [InlineData("Mira Holm is ahead of Dana Orlo in Larnet.", "Patient=Mira Holm; Attribute=ahead of Dana Orlo in Larnet")]
    public void A_copula_has_a_subject_and_what_is_said_of_it(string text, string roles) => Assert.Equal(roles, Roles(text).Single());

    /// <summary>The antecedent that stands as the object is the patient.</summary>
    [Fact]
    public void The_antecedent_is_the_object() => Assert.Contains("Patient=the bet; Agent=Mira Holm", Roles("That is the bet Mira Holm is making."));

    /// <summary>Where the predicate behind the copula is a verb, its own subject and object count.</summary>
    [Fact]
    public void A_clause_behind_a_copula_has_its_own_roles() => Assert.Contains(Roles("The truth is that the council sold the ferry."), roles => roles.Contains("Agent=the council; Patient=the ferry", StringComparison.Ordinal));

    /// <summary>"Between" two amounts is what is owned, not how.</summary>
    [Fact]
    public void A_range_of_amounts_is_the_object() => Assert.StartsWith("Agent=Brell; Patient=between $10,000 and $50,000", Roles("Brell owns between $10,000 and $50,000 in shares.").Single(), StringComparison.Ordinal);

    /// <summary>Two verbs that share an object have it both.</summary>
    [Fact]
    public void A_shared_object_is_the_patient_of_both() => Assert.All(Roles("The guards shot and wounded the king.").ToList(), roles => Assert.Equal("Agent=The guards; Patient=the king", roles));

    private static IEnumerable<string> Roles(string text) =>
        from record in SamplePages.Reading.Read(Page.Of(Encoding.UTF8.GetBytes(text)), Plain)
        from claim in record.Claims
        select string.Join("; ", claim.Roles.Select(role => $"{role.Role}={role.Span.Of(record.Document.Text)}"));
}
