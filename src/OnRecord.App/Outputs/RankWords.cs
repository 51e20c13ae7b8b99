using System.Text.RegularExpressions;

namespace OnRecord.App.Outputs;

/// <summary>The reasons of a claim's rank in a reader's words.</summary>
internal static partial class RankWords
{
    /// <summary>One reason, as the record writes it.</summary>
    public static string Of(string reason) => reason switch
    {
        "figure" => "a figure",
        "time" => "a time",
        "namedSource" => "a named source",
        "unnamedSource" => "an unnamed source",
        "namedObject" => "names whom it concerns",
        "headline" => "in the headline",
        "opening" => "near the top",
        "past" => "what happened",
        "deed" => "a public deed",
        "quotation" => "but somebody’s own words",
        "firstPerson" => "but in the first person",
        "governed" => "but only how far or how sure",
        "short" => "but short",
        _ => Hump().Replace(reason, match => " " + match.Value.ToLowerInvariant()),
    };

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Hump();
}
