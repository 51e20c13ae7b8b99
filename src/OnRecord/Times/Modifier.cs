namespace OnRecord.Times;

/// <summary>TIMEX3 modifiers (ISO-TimeML, attribute <c>mod</c>).</summary>
internal static class Modifier
{
    /// <summary>The modifier of a point in time that is a hedged length away: "more than two years ago" lies before, "in less than a week" too.</summary>
    /// <param name="ofLength">The modifier of the length itself, empty where it has none.</param>
    /// <param name="sign">-1 for the past, 1 for the future.</param>
    public static string? OfPoint(string ofLength, int sign) => (ofLength, sign < 0) switch
    {
        ("MORE_THAN", true) or ("LESS_THAN", false) => "BEFORE",
        ("LESS_THAN", true) or ("MORE_THAN", false) => "AFTER",
        ("EQUAL_OR_MORE", true) or ("EQUAL_OR_LESS", false) => "ON_OR_BEFORE",
        ("EQUAL_OR_LESS", true) or ("EQUAL_OR_MORE", false) => "ON_OR_AFTER",
        _ => OfLength(ofLength),
    };

    /// <summary>The modifier of a hedged length, or null.</summary>
    public static string? OfLength(string hedge) => hedge.Length == 0 ? null : hedge;

    /// <summary>The modifier of a part of a period: early, mid, the end of, later; halves have none.</summary>
    public static string? OfPart(string part) => part switch
    {
        "start" or "first" => "START",
        "mid" => "MID",
        "end" or "last" => "END",
        "before" => "BEFORE",
        "after" => "AFTER",
        _ => null,
    };
}
