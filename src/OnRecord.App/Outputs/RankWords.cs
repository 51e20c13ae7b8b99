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
        "namedActor" => "names who",
        "headline" => "in the headline",
        "opening" => "near the top",
        "past" => "what happened",
        "notSo" => "not so, or not known",
        _ => Hump().Replace(reason, match => " " + match.Value.ToLowerInvariant()),
    };

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Hump();
}
