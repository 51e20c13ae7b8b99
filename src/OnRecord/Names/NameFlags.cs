using OnRecord.Language;

namespace OnRecord.Names;

/// <summary>
/// What the tagger of names is told of a token beside what the parser's encoder sees: what the rules made of it, what the lexicons hold, how the document writes it, and the
/// word itself with its beginning and ending, which the encoder knows only for words of the treebanks.
/// </summary>
internal static class NameFlags
{
    private const int RuleTypes = 6;
    private const int LexiconKinds = 7;
    private const int HeadKinds = 9;
    private const int TownKinds = 4;
    private const int Writings = 5;
    private const int Words = 4096;
    private const int Affixes = 1024;
    private const int AffixLength = 3;
    private const int TownFlag = 4;

    /// <summary>
    /// Values of each flag: nothing, or a draft's type with begin or inside; kind of lexicon; how the document writes the word elsewhere; what a head noun or a common noun
    /// tells of the names beside it; towns; numbers of the word, of its beginning and of its ending, which several may share; the word's class and its family; 0 is none.
    /// </summary>
    public static readonly int[] Sizes =
        [1 + 2 * RuleTypes, LexiconKinds, Writings, HeadKinds, TownKinds, Words, Affixes, Affixes, WordClasses.Classes, WordClasses.Families];

    /// <summary>The flags of all tokens of a text.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="drafts">What the rules found, typed or not.</param>
    public static int[][] Of(NameSheet sheet, IEnumerable<NameDraft> drafts)
    {
        var tokens = sheet.Tokens;
        var flags = new int[tokens.Length][];
        for (var i = 0; i < flags.Length; i++)
        {
            var word = tokens[i].Lower.AsSpan();
            var wordClass = sheet.Lexicon.Classes.ClassOf(word);
            flags[i] =
            [
                0, Lexicon(sheet, i), Writing(sheet, tokens[i]), HeadOf(sheet, i), 0,
                Number(word, Words), Number(word[..Math.Min(AffixLength, word.Length)], Affixes), Number(word[Math.Max(0, word.Length - AffixLength)..], Affixes),
                wordClass, sheet.Lexicon.Classes.FamilyOf(wordClass),
            ];
        }

        AddTowns(sheet, flags);

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
        return lexicon.KnownAt(tokens, at, out var known) > 0 && known.Kind != KnownKind.Product ? known.Kind switch
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

    private static int Writing(NameSheet sheet, Token token) => !NameSheet.StartsWithCapital(token) ? 0
        : (sheet.IsAlsoSmall(token) ? 1 : 3) + (sheet.IsCapitalInside(token) ? 1 : 0);

    private static int HeadOf(NameSheet sheet, int at)
    {
        var (heads, lower) = (sheet.Lexicon.Heads, sheet.Tokens[at].Lower);
        return heads.HeadAt(sheet.Tokens, at, out var type) > 0 || heads.StandsBeforeOf(lower, out type) || heads.OpensName(lower, out type) ? type switch
        {
            EntityType.Organization => 1,
            EntityType.Place => 2,
            _ => 3,
        }
            : sheet.Lexicon.Neighbors.TypeOf(lower) switch
            {
                EntityType.Organization => 4,
                EntityType.Place => 5,
                _ => sheet.Lexicon.Callings.ContainsKey(lower) ? 6
                    : sheet.Lexicon.Neighbors.PersonVerbs.Contains(sheet.Tokens[at].Lemma) ? 7
                    : sheet.Lexicon.Neighbors.PlacePrepositions.Contains(lower) ? 8
                    : 0,
            };
    }

    /// <summary>Towns of the gazetteer, of one capitalised word or two.</summary>
    private static void AddTowns(NameSheet sheet, int[][] flags)
    {
        var tokens = sheet.Tokens;
        for (var i = 0; i < flags.Length; i++)
        {
            if (!NameSheet.StartsWithCapital(tokens[i]))
            {
                continue;
            }

            if (i + 1 < flags.Length && NameSheet.StartsWithCapital(tokens[i + 1]) && sheet.Lexicon.TownOf(tokens[i].Form + " " + tokens[i + 1].Form) is not null)
            {
                (flags[i][TownFlag], flags[i + 1][TownFlag]) = (3, 3);
            }
            else if (flags[i][TownFlag] == 0 && sheet.Lexicon.TownOf(tokens[i].Form) is { } town)
            {
                flags[i][TownFlag] = town.IsLarge ? 2 : 1;
            }
        }
    }

    /// <summary>A number from 1 below <paramref name="count"/> that is always the same for the same letters.</summary>
    private static int Number(ReadOnlySpan<char> letters, int count) => 1 + (int)(WordHash.Of(letters) % (uint)(count - 1));
}
