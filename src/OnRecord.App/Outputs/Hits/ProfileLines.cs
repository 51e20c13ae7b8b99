using System.Globalization;
using OnRecord.App.Web.Parts;
using OnRecord.Archive.Search;

namespace OnRecord.App.Outputs.Hits;

/// <summary>What an archive knows of a person, an organisation or another source, in lines for a person.</summary>
internal static class ProfileLines
{
    /// <summary>Lines with their indents: who it is and by which joins, then what it says and what is told of it.</summary>
    public static IEnumerable<(int Indent, string Text, bool IsBold)> Of(Profile profile) =>
    [
        (0, profile.Name, true),
        (2, $"{Said.Type(profile.Type)} · {Said.Found(profile.Claims, "claim", "claims")} on its word · {Said.Found(profile.Told, "claim tells", "claims tell")} of it · named in {Said.Found(profile.Named, "document", "documents")} · {profile.Who}", false),
        .. profile.MayBeSeveral ? [(2, profile.Countries.Length > 1 ? $"may be several: documents place this name in {List(profile.Countries)}" : "may be several: a single name is all that documents tell", false)] : Array.Empty<(int, string, bool)>(),
        .. Section("names that were joined", profile.Joins.Select(join => string.Create(CultureInfo.InvariantCulture, $"{join.Name} ({join.Key}{(join.Rule is null ? "" : $", {Said.Rule(join.Rule)}")}): {Said.Found(join.Count, "document", "documents")}, {string.Join(", ", join.Documents.Select(document => document.Record))}"))),
        .. Section("called alike and not joined", profile.Namesakes.Select(other => string.Create(CultureInfo.InvariantCulture, $"{other.Name} {other.Count} ({other.Who})"))),
        .. Section("through", profile.Through.IsEmpty ? [] : [List(profile.Through)]),
        .. Section("names in its claims", profile.About.IsEmpty ? [] : [string.Join(", ", profile.About.Select(other => string.Create(CultureInfo.InvariantCulture, $"{other.Name} {other.Count}")))]),
        .. Section("stories", profile.Stories.Select(story => string.Create(CultureInfo.InvariantCulture, $"{story.Title} (named in {story.Naming} of {story.Documents}; {story.Id})"))),
        .. Section("says", profile.SaidClaims.Select(claim => Told(claim, hasSource: false))),
        .. Section("told by others", profile.ToldClaims.Select(claim => Told(claim, hasSource: true))),
    ];

    private static IEnumerable<(int, string, bool)> Section(string title, IEnumerable<string> lines) => lines.Select(line => (2, line, false)).ToList() is { Count: > 0 } found ? found.Prepend((0, title, true)) : [];

    private static string List(IEnumerable<FacetValue> values) => string.Join(", ", values.Select(value => string.Create(CultureInfo.InvariantCulture, $"{value.Value} {value.Count}")));

    private static string Told(ClaimHit claim, bool hasSource) => $"{claim.Statement} ({string.Join("; ", new[]
    {
        StatusWords.Of(claim.Status, claim.Negated, claim.Governor, claim.Statement),
        hasSource ? claim.Source ?? "the document itself" : null,
        claim.Through is { } through ? "through " + through : null,
        claim.When,
        string.Join(", ", new[] { claim.Publisher, claim.Published }.OfType<string>()) is { Length: > 0 } printed ? printed : null,
        string.Create(CultureInfo.InvariantCulture, $"{claim.RecordId} {claim.Start}..{claim.End}"),
    }.OfType<string>())})";
}
