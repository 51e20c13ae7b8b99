namespace OnRecord.App.Outputs;

/// <summary>
/// How every surface puts a claim's status and negation into words. A statement stands beside them, so no two of them together may read as a double negation: of "Kim denied that
/// the bridge was closed" the statement is "the bridge was closed", and it is said that this is not so; "Kim has denied kicking a swan" holds the denial itself.
/// </summary>
internal static class StatusWords
{
    private const string Negative = " (negative)";

    /// <summary>A status alone, as in filters and counts.</summary>
    /// <param name="status">As the record writes it.</param>
    public static string Of(string status) => status switch
    {
        "denied" => "says it is not so",
        "hypothetical" => "not as fact",
        "notStated" => "not stated",
        _ => status,
    };

    /// <summary>A claim's status beside its statement.</summary>
    /// <param name="status">As the record writes it.</param>
    /// <param name="negated">Whether the statement says itself that something is not so.</param>
    /// <param name="governor">The word that tells how far or how sure, or null.</param>
    /// <param name="statement">The statement.</param>
    public static string Of(string status, bool negated, string? governor, string statement) => status switch
    {
        "denied" when Holds(statement, governor) => "a denial",
        "denied" when negated => "says this negative is not so",
        // "Did not say" is what the status tells: the negation is its own.
        "notStated" => Of(status),
        _ => Of(status) + (negated ? Negative : ""),
    };

    /// <summary>What such words mean, in a sentence.</summary>
    public static string Means(string status, bool negated, string? governor, string statement) => status switch
    {
        "denied" when Holds(statement, governor) => "The statement is itself a denial, in its own words.",
        "denied" when negated => "The statement says “not”, and its source says that this is wrong.",
        "denied" => "Its source says that what the statement tells is not so.",
        "possible" => "It may be so: could, might, is thought to." + Also(negated),
        "planned" => "In the future, or agreed." + Also(negated),
        "hypothetical" => "Not told as fact: under a condition, as what should be or is wanted, or as a question." + Also(negated),
        "notStated" => "The text says that this was not said.",
        "asserted" => "Presented as fact." + Also(negated),
        _ => "",
    };

    private static string Also(bool negated) => negated ? " What is told is that something is not so; the statement’s own words say it." : "";

    private static bool Holds(string statement, string? governor) => governor is { Length: > 0 } && statement.Contains(governor, StringComparison.Ordinal);
}
