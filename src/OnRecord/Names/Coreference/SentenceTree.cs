namespace OnRecord.Names.Coreference;

/// <summary>The way from a token up to the root of its sentence.</summary>
internal static class SentenceTree
{
    /// <summary>A tree that is deeper than this was not read right.</summary>
    public const int MostSteps = 24;

    /// <summary>The token and those above it.</summary>
    public static List<int> Path(NameSheet sheet, int at)
    {
        var path = new List<int>();
        for (; path.Count < MostSteps && at >= 0; at = sheet.Tokens[at].Head)
        {
            path.Add(at);
        }

        return path;
    }

    /// <summary>Whether a token stands under another.</summary>
    public static bool IsUnder(NameSheet sheet, int at, int head)
    {
        for (var steps = 0; steps < MostSteps && at >= 0; steps++)
        {
            at = sheet.Tokens[at].Head;
            if (at == head)
            {
                return true;
            }
        }

        return false;
    }
}
