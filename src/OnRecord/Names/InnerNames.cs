namespace OnRecord.Names;

/// <summary>Countries and peoples named inside longer names: "Latvia" in the Bank of Latvia, "Latvian" in the Latvian Lamp Agency. Names that the lexicon knows whole are not looked into.</summary>
internal static class InnerNames
{
    /// <summary>Adds the names inside names, each behind the one that holds it.</summary>
    public static List<NameDraft> Add(NameSheet sheet, List<NameDraft> drafts)
    {
        var all = new List<NameDraft>(drafts.Count);
        foreach (var draft in drafts)
        {
            all.Add(draft);
            if (draft is { Length: > 1, Known: null, Type: not (EntityType.Person or EntityType.Work or EntityType.Group or EntityType.Country) } && draft.Rule != NameRules.OtherScript)
            {
                AddInside(sheet, draft, all);
            }
        }

        return all;
    }

    private static void AddInside(NameSheet sheet, NameDraft outer, List<NameDraft> all)
    {
        var tokens = sheet.Tokens[..outer.End];
        for (var at = outer.First; at < outer.End;)
        {
            var length = sheet.Lexicon.KnownAt(tokens, at, out var known);
            if (length > 0 && length < outer.Length && known.Kind is KnownKind.Country or KnownKind.Group && known.Country is not null)
            {
                all.Add(sheet.Draft(at, at + length, known).As(known.Type, NameRules.InsideName));
            }

            at += Math.Max(length, 1);
        }
    }
}
