using Spectre.Console.Rendering;

namespace OnRecord.App.Outputs.Report;

/// <summary>What the text itself says was not said, or is not known.</summary>
internal static class NotStatedSection
{
    private const int ContextCharacters = 240;

    public static IEnumerable<IRenderable> Of(Record record)
    {
        var claims = record.Claims.Where(claim => claim.Status == ClaimStatus.NotStated).ToList();
        if (claims.Count == 0)
        {
            return [];
        }

        var table = Wording.Rows();
        foreach (var claim in claims.Take(Wording.MostRows))
        {
            table.AddRow(Wording.Around(record, claim.Span, ContextCharacters));
        }

        return [Wording.Title("Not stated", claims.Count), table, .. Wording.Rest(claims.Count)];
    }
}
