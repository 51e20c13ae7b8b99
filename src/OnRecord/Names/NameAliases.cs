namespace OnRecord.Names;

/// <summary>Initials and short forms by which a document calls an organisation that it has named in full.</summary>
internal sealed class NameAliases
{
    private const int FewestInitials = 3;

    private readonly Dictionary<string, NameDraft> _fullNames = new(StringComparer.Ordinal);

    /// <summary>Reads the aliases out of the drafts, and types what they settle.</summary>
    public NameAliases(NameSheet sheet, IReadOnlyList<NameDraft> drafts)
    {
        for (var i = 1; i < drafts.Count; i++)
        {
            if (AreInitialsInBrackets(sheet, drafts[i - 1], drafts[i]))
            {
                TakeBrackets(drafts[i - 1], drafts[i]);
            }
        }

        TakeInitials(sheet, drafts);
        TakeShortForms(sheet, drafts);
    }

    /// <summary>A mention of the full name that a draft's text stands for; null where there is none.</summary>
    public NameDraft? FullName(NameDraft draft) =>
        draft.Type == EntityType.Organization ? _fullNames.GetValueOrDefault(draft.Text) : null;

    private static bool AreInitialsInBrackets(NameSheet sheet, NameDraft full, NameDraft initials) =>
        full.End == initials.First - 1 && full.Length > 1 && initials.Length == 1 && initials.End < sheet.Tokens.Length
        && sheet.Tokens[full.End].Form is "(" && sheet.Tokens[initials.End].Form is ")"
        && full.Type is EntityType.Organization or null or EntityType.Place
        && NameSheet.IsAllCapitals(initials.Text) && IsMadeFrom(initials.Text, full.Text);

    /// <summary>The letters of the initials stand in the name in their order, the first at its beginning.</summary>
    private static bool IsMadeFrom(string initials, string name)
    {
        var at = 0;
        foreach (var letter in initials.Where(char.IsLetter))
        {
            at = name.IndexOf(letter.ToString(), at, StringComparison.OrdinalIgnoreCase) + 1;
            if (at == 0)
            {
                return false;
            }
        }

        return char.ToUpperInvariant(name[0]) == initials[0];
    }

    private void TakeBrackets(NameDraft full, NameDraft initials)
    {
        if (full.Type is null)
        {
            full.As(EntityType.Organization, NameRules.InitialsInBrackets);
        }

        if (full.Type == EntityType.Organization)
        {
            initials.As(EntityType.Organization, NameRules.InitialsInBrackets);
            _fullNames[initials.Text] = full;
        }
    }

    private void TakeInitials(NameSheet sheet, IReadOnlyList<NameDraft> drafts)
    {
        var byInitials = new Dictionary<string, NameDraft?>(StringComparer.Ordinal);
        foreach (var draft in drafts.Where(draft => draft is { Type: EntityType.Organization, Length: >= FewestInitials }))
        {
            var initials = InitialsOf(sheet, draft);
            byInitials[initials] = byInitials.TryGetValue(initials, out var other) && other?.Text != draft.Text ? null : draft;
        }

        foreach (var draft in drafts.Where(draft => draft.Length == 1 && draft.Known is null && draft.Rule != NameRules.InitialsInBrackets))
        {
            var known = _fullNames.GetValueOrDefault(draft.Text)
                ?? (draft.Text.Length >= FewestInitials && NameSheet.IsAllCapitals(draft.Text) ? byInitials.GetValueOrDefault(draft.Text.Replace(".", "", StringComparison.Ordinal)) : null);
            if (known is not null)
            {
                _fullNames[draft.Text] = known;
                draft.As(EntityType.Organization, NameRules.InitialsOfName);
            }
        }
    }

    private static string InitialsOf(NameSheet sheet, NameDraft draft)
    {
        var initials = new System.Text.StringBuilder();
        for (var i = draft.First; i < draft.End; i++)
        {
            var form = sheet.Tokens[i].Form;
            if (char.IsUpper(form[0]))
            {
                initials.Append(form[0]);
            }
        }

        return initials.ToString();
    }

    /// <summary>"Foxwell" behind "Foxwell Industries": an untyped name that begins exactly one organisation's.</summary>
    private void TakeShortForms(NameSheet sheet, IReadOnlyList<NameDraft> drafts)
    {
        var byFirstWord = new Dictionary<string, NameDraft?>(StringComparer.Ordinal);
        foreach (var draft in drafts.Where(draft => draft is { Type: EntityType.Organization, Known: null, Length: > 1 }))
        {
            var first = sheet.Tokens[draft.First].Form;
            byFirstWord[first] = byFirstWord.TryGetValue(first, out var other) && other?.Text != draft.Text ? null : draft;
        }

        foreach (var draft in drafts.Where(draft => draft is { Type: null, Length: 1 }))
        {
            if (byFirstWord.GetValueOrDefault(draft.Text) is { } full)
            {
                _fullNames[draft.Text] = full;
                draft.As(EntityType.Organization, NameRules.ShortNameOfOrganization);
            }
        }
    }
}
