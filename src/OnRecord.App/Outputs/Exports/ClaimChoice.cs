namespace OnRecord.App.Outputs.Exports;

/// <summary>Which of a record's claims are shown, and in which order.</summary>
/// <param name="WithFragments">Those too that do not read alone.</param>
/// <param name="ByRank">What a checker would want first, first; else as they stand in the text.</param>
internal sealed record ClaimChoice(bool WithFragments = false, bool ByRank = false)
{
    /// <summary>Claims in claims in claims: nobody writes so deep, but a record may say anything.</summary>
    private const int Deepest = 64;

    /// <summary>The record with the claims that are shown. What stood in one that is not stands in the next around it that is.</summary>
    public Record Of(Record record)
    {
        var claims = record.Claims.AsEnumerable();
        if (!WithFragments && record.Claims.Any(claim => claim.Level == ClaimLevel.Fragment))
        {
            var all = ById(record.Claims);
            claims = claims.Where(claim => claim.Level != ClaimLevel.Fragment).Select(claim => claim with { Within = Around(claim, all, around => around.Level != ClaimLevel.Fragment)?.Id });
        }

        return record with { Claims = [.. ByRank ? claims.OrderByDescending(claim => claim.Rank) : claims] };
    }

    /// <summary>Claims by their ids.</summary>
    public static Dictionary<string, Claim> ById(IEnumerable<Claim> claims)
    {
        var all = new Dictionary<string, Claim>(StringComparer.Ordinal);
        foreach (var claim in claims)
        {
            all.TryAdd(claim.Id, claim);
        }

        return all;
    }

    /// <summary>The nearest claim around one of which something holds, or null.</summary>
    public static Claim? Around(Claim claim, Dictionary<string, Claim> all, Func<Claim, bool> holds)
    {
        var around = claim;
        for (var steps = 0; steps < Deepest && around.Within is { } id && all.TryGetValue(id, out around); steps++)
        {
            if (holds(around))
            {
                return around;
            }
        }

        return null;
    }
}

/// <summary>Hands on the claims that are chosen of each record, and no others.</summary>
internal sealed class ChosenClaims(IRecordOutput inner, ClaimChoice choice) : IRecordOutput, ITellsLeftOut, IDisposable
{
    public IEnumerable<string> LeftOut => (inner as ITellsLeftOut)?.LeftOut ?? [];

    public void Write(string name, IReadOnlyList<Record> records) => inner.Write(name, [.. records.Select(choice.Of)]);

    public void Dispose() => (inner as IDisposable)?.Dispose();
}
