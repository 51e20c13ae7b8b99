namespace OnRecord.Times;

/// <summary>Reads a wording at a piece; on success moves behind its last piece.</summary>
internal delegate Meaning? TimeReader(Scan scan, ref int at);

/// <summary>A named way to say when.</summary>
/// <param name="Name">Reads like what it matches.</param>
/// <param name="Read">The pattern and the production.</param>
/// <param name="Variants">Endings of the name that tell how its direction was found; empty where it has none.</param>
internal sealed record TimeRule(string Name, TimeReader Read, params string[] Variants)
{
    /// <summary>Variants of rules whose direction hangs on the tense of the verb.</summary>
    public static readonly string[] ByTense = ["past", "future", "nearest"];

    /// <summary>All names that findings of this rule can bear.</summary>
    public IEnumerable<string> Names => [Name, .. Variants.Select(variant => $"{Name}-{variant}")];
}
