using System.Collections.Immutable;
using OnRecord.App.Outputs.Exports;

namespace OnRecord.App.Outputs.Sheets;

/// <summary>A claim of an outline, and those folded under it, in the order of the text.</summary>
internal sealed record OutlinedClaim<T>(T Head, ImmutableArray<T> Folded);

/// <summary>Claims for a reader: main claims first, each with the details that stand in it.</summary>
internal static class ClaimOutline
{
    /// <summary>The outline of a record's claims, or of some of them.</summary>
    /// <param name="rows">In the order of the text.</param>
    /// <param name="claimOf">The claim of a row.</param>
    /// <param name="byRank">Of one level those first that a checker would want first.</param>
    public static ImmutableArray<OutlinedClaim<T>> Of<T>(IReadOnlyList<T> rows, Func<T, Claim> claimOf, bool byRank)
    {
        var all = ClaimChoice.ById(rows.Select(claimOf));
        var folded = rows.Where(row => HeadOf(claimOf(row), all) != claimOf(row).Id).ToLookup(row => HeadOf(claimOf(row), all), StringComparer.Ordinal);
        var heads = rows.Where(row => HeadOf(claimOf(row), all) == claimOf(row).Id).OrderBy(row => claimOf(row).Level);
        return [.. (byRank ? heads.ThenByDescending(row => claimOf(row).Rank) : heads).Select(row => new OutlinedClaim<T>(row, [.. folded[claimOf(row).Id]]))];
    }

    /// <summary>The main claim in which a claim stands, or else the outermost one; itself where it is main or stands in none.</summary>
    private static string HeadOf(Claim claim, Dictionary<string, Claim> all) =>
        claim.Level == ClaimLevel.Main ? claim.Id : (ClaimChoice.Around(claim, all, around => around.Level == ClaimLevel.Main) ?? ClaimChoice.Around(claim, all, around => around.Within is null && around.Level <= claim.Level) ?? claim).Id;
}
