namespace OnRecord.Names;

/// <summary>Names that hold more than a known name or a person's: with a noun that heads them, a plural, a number.</summary>
/// <remarks><c>at</c> is the first token, <c>known</c> the length of the known name there, <c>border</c> the end of what may belong to the name.</remarks>
internal sealed class LongerNames(NameSheet sheet)
{
    private readonly NameLexicon _lexicon = sheet.Lexicon;

    /// <summary>A name with a noun that heads it: Foxwell University, Ministry of Foreign Affairs, Lake Foxwell, Foxwell Street.</summary>
    public NameDraft? Headed(ReadOnlySpan<Token> tokens, int at, int border, int known)
    {
        tokens = tokens[..border];
        if (known == 0 && at + 1 < border && _lexicon.Heads.StandsBeforePlace(tokens[at].Lower) && _lexicon.KnownAt(tokens, at + 1, out var place) is > 0 and var length
            && place.Kind is not (KnownKind.Group or KnownKind.Organization) && at + 1 + length == border)
        {
            var draft = sheet.Draft(at, border).As(EntityType.Place, NameRules.HeadOfPlace);
            draft.Country = place.Country;
            return draft;
        }

        if (at + 1 < border && tokens[at + 1].Form != "of" && _lexicon.Heads.OpensName(tokens[at].Lower, out var opened))
        {
            return sheet.Draft(at, border).As(opened, NameRules.HeadOfPlace);
        }

        for (var i = border - 1; i >= at; i--)
        {
            var words = _lexicon.Heads.HeadAt(tokens, i, out var type);
            if (words > 0 && i + words + 1 == border && (NameSheet.IsRomanNumeral(tokens[border - 1].Form) || tokens[border - 1].Form == "I"))
            {
                // World War II
                words++;
            }

            if (words > 0 && i + words > at + Math.Max(known, 1) && (i + words == border || (type == EntityType.Organization && tokens[i + words].Form is not ("of" or "for"))) && !(i == at && i + words == border))
            {
                return Make(at, i + words, type);
            }

            if (i + 2 < border && tokens[i + 1].Form is "of" or "for" && _lexicon.Heads.StandsBeforeOf(tokens[i].Lower, out var before))
            {
                return Make(at, border, before);
            }
        }

        return null;
    }

    private NameDraft Make(int at, int end, EntityType type)
    {
        var draft = sheet.Draft(at, end).As(type, type switch
        {
            EntityType.Organization => NameRules.HeadOfOrganization,
            EntityType.Place => NameRules.HeadOfPlace,
            EntityType.Event => NameRules.HeadOfEvent,
            _ => NameRules.HeadOfLaw,
        });
        if (_lexicon.KnownAt(sheet.Tokens[..end], at, out var name) > 0 && name.Kind is KnownKind.Country or KnownKind.Group)
        {
            draft.Country = name.Country;
        }

        return draft;
    }

    /// <summary>A maker and the number of a model: Airbus A330, Boeing 737.</summary>
    public NameDraft? ModelOf(int at, int known, KnownName name)
    {
        var next = at + known;
        if (name.Kind != KnownKind.Organization || next >= sheet.Tokens.Length || sheet.Tokens[next].Sentence != sheet.Tokens[at].Sentence || !IsModel(sheet.Tokens[next].Form))
        {
            return null;
        }

        // A350-900
        var end = next + 2 < sheet.Tokens.Length && sheet.Tokens[next + 1].Form == "-" && sheet.Touches(next + 1) && sheet.Touches(next + 2) && char.IsAsciiDigit(sheet.Tokens[next + 2].Form[0])
            ? next + 3
            : next + 1;
        return sheet.Draft(at, end).As(EntityType.Product, NameRules.ModelOfMaker);
    }

    private static bool IsModel(string form)
    {
        var digits = form.Count(char.IsAsciiDigit);
        var hasLetter = form.Any(char.IsAsciiLetterUpper);
        return digits > 0 && form.All(character => char.IsAsciiLetterOrDigit(character) || character == '-') && (hasLetter || (digits == 3 && form.TrimEnd('s').Length == 3));
    }

    /// <summary>A place and a plural: the Foxwell Rangers.</summary>
    public NameDraft? TeamOf(ReadOnlySpan<Token> tokens, int at, int known, int border, KnownName name)
    {
        var last = at + known;
        var isTeam = name.Kind is KnownKind.Place or KnownKind.Region or KnownKind.Capital && last < border && border - last <= 2
            && tokens[border - 1].Upos is Upos.PROPN or Upos.NOUN && IsPlural(tokens[border - 1].Lower) && _lexicon.KnownAt(tokens, border - 1, out _) == 0;
        if (!isTeam)
        {
            return null;
        }

        var draft = sheet.Draft(at, border).As(EntityType.Organization, NameRules.TeamOfPlace);
        draft.Country = name.Country;
        return draft;
    }

    /// <summary>A place and other words of a longer name, Foxwell Six: not the place, and what it is must be told from outside.</summary>
    public NameDraft? PlaceInFront(ReadOnlySpan<Token> tokens, int at, int known, int border, KnownName name)
    {
        var next = at + known;
        if (name.Kind is KnownKind.Group or KnownKind.Organization || next >= border || border - next > 3 || _lexicon.KnownAt(tokens, next, out _) > 0
            || !NameSheet.StartsWithCapital(tokens[next]) || _lexicon.GivenNames.ContainsKey(tokens[next].Form))
        {
            return null;
        }

        var draft = sheet.Draft(at, border);
        draft.Country = name.Country;
        return draft;
    }

    private static bool IsPlural(string word) => word.Length > 3 && word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i' or '\'' or '’');
}
