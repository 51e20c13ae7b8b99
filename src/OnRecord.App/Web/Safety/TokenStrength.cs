namespace OnRecord.App.Web.Safety;

/// <summary>Whether a token that a user made up is one that cannot be guessed.</summary>
internal static class TokenStrength
{
    /// <summary>Bits of chance that a token must have at least, by its own letters.</summary>
    public const int LeastBits = 48;

    /// <summary>An estimate from above: what is repeated or counts up is worth nothing.</summary>
    public static double Bits(string token)
    {
        var period = Enumerable.Range(1, token.Length).First(length => token.AsSpan(length).SequenceEqual(token.AsSpan(0, token.Length - length)));
        var once = token[..period];
        var free = Enumerable.Range(0, once.Length).Count(place => place < 2 || once[place] - once[place - 1] != once[place - 1] - once[place - 2]);
        var entropy = once.CountBy(c => c).Sum(one => -(double)one.Value / once.Length * Math.Log2((double)one.Value / once.Length));
        return free * entropy;
    }
}
