namespace OnRecord.Names.Coreference;

/// <summary>Offices and callings in noun phrases: "the mayor of Quornby", "Tannaby's chief executive".</summary>
internal static class Roles
{
    private const int LongestTitle = 4;

    /// <summary>The words of a noun phrase that name an office or calling: the longest title that ends with its noun; null where the noun is none.</summary>
    public static (int First, int End)? Title(NameSheet sheet, Phrase noun)
    {
        for (var first = Math.Max(noun.First, noun.End - LongestTitle); first < noun.End; first++)
        {
            if (sheet.Lexicon.TitleAt(sheet.Tokens[..noun.End], first, out var title) == noun.End - first && title.Kind != TitleKind.Form)
            {
                return (first, noun.End);
            }
        }

        return null;
    }

    /// <summary>The entity in which an office is held: of the name right before it, or behind "of", "at", "for"; null where neither stands there.</summary>
    public static EntityCluster? Of(NameSheet sheet, (int First, int End) title, IReadOnlyDictionary<int, EntityCluster> byFirst, IReadOnlyDictionary<int, EntityCluster> byEnd)
    {
        var tokens = sheet.Tokens;
        var before = title.First > 0 && tokens[title.First - 1].Xpos == "POS" ? title.First - 1 : title.First;
        if (byEnd.TryGetValue(before, out var holder) && holder.Type != EntityType.Person)
        {
            return holder;
        }

        if (title.End + 1 < tokens.Length && tokens[title.End].Lower is "of" or "at" or "for")
        {
            var behind = tokens[title.End + 1].Lower == "the" ? title.End + 2 : title.End + 1;
            return byFirst.TryGetValue(behind, out var of) && of.Type != EntityType.Person ? of : null;
        }

        return null;
    }
}
