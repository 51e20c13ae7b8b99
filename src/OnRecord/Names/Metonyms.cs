namespace OnRecord.Names;

/// <summary>Places that stand for a country: a capital that acts, a point of the compass.</summary>
internal static class Metonyms
{
    /// <summary>Reads "Seoul said" and "calls by Seoul" as the government's country, and "the North" as the country so named before.</summary>
    public static void Take(NameSheet sheet, IReadOnlyList<NameDraft> drafts)
    {
        var named = drafts.Where(draft => draft.Type is EntityType.Country or EntityType.Group).Select(draft => draft.Country).OfType<string>().ToHashSet(StringComparer.Ordinal);
        NameDraft? before = null;
        foreach (var draft in drafts)
        {
            if (draft is { Type: EntityType.Place, Known.Kind: KnownKind.Capital } && (Acts(sheet, draft) || IsCoordinated(sheet, before, draft)))
            {
                draft.As(EntityType.Country, NameRules.CapitalForGovernment);
            }
            else if (draft.Known is null && draft.Type is null or EntityType.Place && draft.First > 0 && sheet.Tokens[draft.First - 1].Lower == "the"
                && sheet.Lexicon.DirectionCountries(draft.Text).Where(named.Contains).ToList() is [var country])
            {
                draft.Country = country;
                draft.As(EntityType.Country, NameRules.DirectionForCountry);
            }

            before = draft;
        }
    }

    /// <summary>"by Seoul and [Washington]": what is said of the first holds for the second.</summary>
    private static bool IsCoordinated(NameSheet sheet, NameDraft? before, NameDraft draft) =>
        before is { Rule: NameRules.CapitalForGovernment } && before.End == draft.First - 1 && sheet.Tokens[before.End].Form is "and" or "or" or ",";

    /// <summary>Subject of a verb of action (not "Seoul is a city"), or what "by" names behind a verb or noun of action.</summary>
    private static bool Acts(NameSheet sheet, NameDraft draft)
    {
        var sentence = sheet.Analysis.Sentences[sheet.Tokens[draft.First].Sentence];
        var before = draft.First > sentence.FirstToken ? sheet.Tokens[draft.First - 1] : null;
        if (before is { Form: "by" })
        {
            return true;
        }

        if (before is { Upos: Upos.ADP } || before is { Form: "," or "/" or "-" } || before is { Upos: Upos.CCONJ or Upos.PROPN })
        {
            return false;
        }

        var at = draft.End;
        while (at < sentence.EndToken && at < draft.End + 2 && sheet.Tokens[at].Upos == Upos.ADV)
        {
            at++;
        }

        if (at >= sentence.EndToken)
        {
            return false;
        }

        var verb = sheet.Tokens[at];
        return verb.Xpos == "MD" || (verb.Upos == Upos.VERB && verb.Xpos is "VBD" or "VBZ") || (verb.Upos == Upos.AUX && verb.Lower is "has" or "had" && at + 1 < sentence.EndToken && sheet.Tokens[at + 1].Xpos is "VBN" or "RB");
    }
}
