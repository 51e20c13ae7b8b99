namespace OnRecord.Names;

/// <summary>The countries of places: what the text says behind a comma goes before what the gazetteer knows.</summary>
internal static class PlaceCountries
{
    /// <summary>Gives places their countries.</summary>
    public static void Take(NameSheet sheet, IEnumerable<NameDraft> drafts)
    {
        foreach (var draft in drafts.Where(draft => draft.Type == EntityType.Place && draft.Rule != NameRules.OtherScript))
        {
            draft.Country = Behind(sheet, draft) ?? draft.Country ?? sheet.Lexicon.TownOf(draft.Text)?.Country;
        }
    }

    /// <summary>
    /// "Quornby, Texas": the country of the place behind the comma. A state or province decides even of a capital, "London, Ontario"; any other place only where nothing
    /// is known of the first, since it may be the next of a list.
    /// </summary>
    private static string? Behind(NameSheet sheet, NameDraft draft)
    {
        var tokens = sheet.Tokens;
        if (draft.End + 1 >= tokens.Length || tokens[draft.End].Form != "," || tokens[draft.End + 1].Sentence != tokens[draft.First].Sentence || sheet.Lexicon.KnownAt(tokens, draft.End + 1, out var known) == 0)
        {
            return null;
        }

        var isOpen = draft.Known?.Kind is not KnownKind.Capital && draft.Country is null;
        return known.Kind == KnownKind.Region || (isOpen && known.Kind is KnownKind.Country or KnownKind.Place) ? known.Country : null;
    }
}
