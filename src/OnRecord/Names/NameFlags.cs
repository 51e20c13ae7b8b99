namespace OnRecord.Names;

/// <summary>What the tagger of names is told of a token beside what the parser's encoder sees: what the rules made of it, what the lexicons hold, and how the document writes it.</summary>
internal static class NameFlags
{
    private const int RuleTypes = 6;
    private const int LexiconKinds = 7;

    /// <summary>Values of each flag: nothing, or a draft's type with begin or inside; kind of lexicon; written in small letters elsewhere or not.</summary>
    public static readonly int[] Sizes = [1 + 2 * RuleTypes, LexiconKinds, 2];

    /// <summary>The flags of all tokens of a text.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="drafts">What the rules found, typed or not.</param>
    public static int[][] Of(NameSheet sheet, IEnumerable<NameDraft> drafts)
    {
        var tokens = sheet.Tokens;
        var flags = new int[tokens.Length][];
        for (var i = 0; i < flags.Length; i++)
        {
            flags[i] = [0, Lexicon(sheet, i), sheet.IsAlsoSmall(tokens[i]) ? 1 : 0];
        }

        foreach (var draft in drafts)
        {
            for (var i = draft.First; i < draft.End; i++)
            {
                flags[i][0] = 1 + 2 * TypeOf(draft.Type) + (i == draft.First ? 0 : 1);
            }
        }

        return flags;
    }

    private static int TypeOf(EntityType? type) => type switch
    {
        null => 0,
        EntityType.Person => 1,
        EntityType.Organization => 2,
        EntityType.Country or EntityType.Place => 3,
        EntityType.Group => 4,
        _ => 5,
    };

    private static int Lexicon(NameSheet sheet, int at)
    {
        var lexicon = sheet.Lexicon;
        var tokens = sheet.Tokens;
        var form = tokens[at].Form;
        return lexicon.KnownAt(tokens, at, out var known) > 0 ? known.Kind switch
        {
            KnownKind.Organization => 1,
            KnownKind.Group => 2,
            _ => 3,
        }
            : lexicon.GivenNames.ContainsKey(form) ? 4
            : lexicon.FamilyNames.ContainsKey(form) ? 5
            : lexicon.TitleAt(tokens, at, out _) > 0 ? 6
            : 0;
    }
}
