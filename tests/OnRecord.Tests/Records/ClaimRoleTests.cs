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

    /// <summary>Only what can be a place, a tool or a receiver is one; what is none of the record's roles has none.</summary>
    [Theory]
    [InlineData("In fact, the mayor spoke in a stern voice.", "Agent=the mayor; Manner=in a stern voice")]
    [InlineData("Mira Holm served under Governor Tomas Brell.", "Agent=Mira Holm")]
    [InlineData("Mira Holm cut the fee to $4 an hour in Karsk.", "Agent=Mira Holm; Patient=the fee; Place=in Karsk")]
    [InlineData("Mira Holm relies heavily on skills.", "Agent=Mira Holm; Manner=heavily; Patient=on skills")]
    [InlineData("Brell opened the box with a knife.", "Agent=Brell; Patient=the box; Instrument=with a knife")]
    [InlineData("Mira Holm sent a letter to the mayor.", "Agent=Mira Holm; Patient=a letter; Recipient=to the mayor")]
    [InlineData("The candidates on Wednesday reacted to the shooting.", "Agent=The candidates; Time=on Wednesday; Patient=to the shooting")]
    public void A_role_is_borne_out_by_its_words(string text, string roles) => Assert.Equal(roles, Roles(text).Single());

    /// <summary>Who is helped, asked or forced does not do what the claim tells: that somebody helps, asks or forces is told.</summary>
    [Theory]
    [InlineData("The fund helps young firms build new plants.", "Agent=The fund; Patient=young firms; Attribute=build new plants")]
    [InlineData("The ministry uses water to cool the reactor.", "Agent=The ministry; Patient=water; Purpose=to cool the reactor")]
    [InlineData("Mira Holm called the bankers “fat cats”.", "Agent=Mira Holm; Patient=the bankers; Attribute=fat cats")]
    [InlineData("The internet gave companies another way to reach buyers.", "Agent=The internet; Recipient=companies; Patient=another way to reach buyers")]
    [InlineData("Brell has accused Holm of taking bribes.", "Agent=Brell; Patient=Holm; Attribute=of taking bribes")]
    public void Objects_and_what_is_said_of_them_are_told_apart(string text, string roles) => Assert.Equal(roles, Roles(text).First());

    private static IEnumerable<string> Roles(string text) =>
        from record in SamplePages.Reading.Read(Page.Of(Encoding.UTF8.GetBytes(text)), Plain)
        from claim in record.Claims
        select string.Join("; ", claim.Roles.Select(role => $"{role.Role}={role.Span.Of(record.Document.Text)}"));
}
