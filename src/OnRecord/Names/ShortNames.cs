namespace OnRecord.Names;

/// <summary>Types names by what the same document says of the same name elsewhere.</summary>
internal static class ShortNames
{
    /// <summary>"Foxwell" where the document also names Anna Foxwell; a place of that name only behind a preposition of place.</summary>
    public static void TakePersons(NameSheet sheet, IReadOnlyList<NameDraft> drafts)
    {
        var persons = new PersonIndex();
        foreach (var draft in drafts.Where(draft => draft is { Type: EntityType.Person, Length: > 1 }))
        {
            _ = persons.Full(draft);
        }

        foreach (var draft in drafts.Where(draft => draft.Length == 1 && draft.Type is null or EntityType.Place && draft.Type != EntityType.Person))
        {
            if (persons.HasFamily(draft.Text) && !(draft.Type == EntityType.Place && FollowsPlacePreposition(sheet, draft)))
            {
                draft.As(EntityType.Person, NameRules.ShortNameOfPerson);
                draft.Country = null;
            }
        }
    }

    /// <summary>An untyped name that another place of the document has typed: the type that most of them have.</summary>
    public static void TakeSame(IReadOnlyList<NameDraft> drafts)
    {
        var votes = new Dictionary<string, int[]>(StringComparer.Ordinal);
        foreach (var draft in drafts.Where(draft => draft.Type is not null))
        {
            if (!votes.TryGetValue(draft.Text, out var counts))
            {
                votes[draft.Text] = counts = new int[Enum.GetValues<EntityType>().Length];
            }

            counts[(int)draft.Type!.Value]++;
        }

        foreach (var draft in drafts.Where(draft => draft.Type is null))
        {
            if (votes.TryGetValue(draft.Text, out var counts))
            {
                draft.As((EntityType)Array.IndexOf(counts, counts.Max()), NameRules.SameNameElsewhere);
            }
        }
    }

    private static bool FollowsPlacePreposition(NameSheet sheet, NameDraft draft) =>
        draft.First > 0 && sheet.Lexicon.Neighbors.PlacePrepositions.Contains(sheet.Tokens[draft.First - 1].Lower);
}
