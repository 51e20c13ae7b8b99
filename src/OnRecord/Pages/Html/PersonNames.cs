namespace OnRecord.Pages.Html;

/// <summary>Cuts a line of writers into names.</summary>
internal static class PersonNames
{
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

    private static string WithoutBy(string name) =>
        name.StartsWith("by ", StringComparison.OrdinalIgnoreCase) ? name[3..].Trim() : name;
}
