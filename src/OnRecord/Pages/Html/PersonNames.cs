namespace OnRecord.Pages.Html;

/// <summary>Cuts a line of writers into names.</summary>
internal static class PersonNames
{
    private const int LongestOpening = 3;

    private static readonly string[] Joints = [" and ", " & ", " with ", " | ", ";", "·", "•", " / "];

    /// <summary>The names in a byline or a <c>meta</c> element, without the word before them.</summary>
    public static IEnumerable<string> Split(string text)
    {
        foreach (var part in text.Split(Joints, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            foreach (var name in part.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                var clean = WithoutBy(name);
                if (clean.Length > 1)
                {
                    yield return clean;
                }
            }
        }
    }

    /// <summary>What stands behind "by", where that is one of the first words: "Story by: Ellen Marsh".</summary>
    private static string WithoutBy(string name)
    {
        var words = name.Split(' ', LongestOpening + 1);
        var by = Array.FindIndex(words, 0, Math.Min(LongestOpening, words.Length), word => word.TrimEnd(':').Equals("by", StringComparison.OrdinalIgnoreCase));
        return by < 0 ? name : string.Join(' ', words[(by + 1)..]).TrimStart(' ', ':');
    }
}
