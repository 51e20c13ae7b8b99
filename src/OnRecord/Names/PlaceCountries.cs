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
    /// is known of the first, since it may be the next of a list. What the lexicon knows to lie in no country of today, or in several, lies in none for a comma:
    /// "Japan, the Soviet Union, China and Canada".
    /// </summary>
    private static string? Behind(NameSheet sheet, NameDraft draft)
    {
        var tokens = sheet.Tokens;
        if (draft.End + 1 >= tokens.Length || tokens[draft.End].Form != "," || tokens[draft.End + 1].Sentence != tokens[draft.First].Sentence || sheet.Lexicon.KnownAt(tokens, draft.End + 1, out var known) is var length && length == 0)
        {
            return null;
        }

        if (draft.Known is { Kind: KnownKind.Place, Country: null })
        {
            return null;
        }

        var isOpen = draft.Known?.Kind is not KnownKind.Capital && draft.Country is null && !IsInList(sheet, tokens, draft.End + 1 + length);
        return known.Kind == KnownKind.Region || (isOpen && known.Kind is KnownKind.Country or KnownKind.Place) ? known.Country : null;
    }

    /// <summary>Whether a country follows behind another comma or "and": "Quornby, Japan and Canada" is a list.</summary>
    private static bool IsInList(NameSheet sheet, ReadOnlySpan<Token> tokens, int at)
    {
        while (at < tokens.Length && tokens[at].Form is "," or "and" or "or" or "the")
        {
            at++;
        }

        return tokens[at - 1].Form is "," or "and" or "or" or "the" && at < tokens.Length && sheet.Lexicon.KnownAt(tokens, at, out var next) > 0 && next.Kind == KnownKind.Country;
    }
}
