namespace OnRecord.Names;

/// <summary>Cuts a run of capitalised words into names, and types those that tell by themselves what they name.</summary>
internal sealed class RunReader(NameSheet sheet)
{
    private readonly NameLexicon _lexicon = sheet.Lexicon;
    private readonly LongerNames _longer = new(sheet);

    /// <summary>The names in a run, in order.</summary>
    public void Read(Run run, Sentence sentence, List<NameDraft> drafts)
    {
        var at = run.First;
        TitleWords? title = null;
        var gender = Gender.Unknown;
        string? country = null;
        while (at < run.End)
        {
            var tokens = sheet.Tokens[..run.End];
            if (IsLooseWord(tokens[at]))
            {
                at++;
                continue;
            }

            // A title may follow another: "Prime Minister | Gen | Orn Tannaby".
            if ((title is null || at + 1 < run.End) && TitleLength(tokens, at) is > 0 and var length)
            {
                var first = title?.First ?? at;
                title = new TitleWords(first, at + length, sheet.TextOf(first, at + length));
                _ = _lexicon.TitleAt(tokens, at, out var meaning);
                gender = gender == Gender.Unknown ? meaning.Gender : gender;
                at += length;
                continue;
            }

            var draft = title is null ? Untitled(run, at) : Titled(run, at);
            if (draft is { Type: EntityType.Person } or { Type: null } && title is not null)
            {
                draft.As(EntityType.Person, NameRules.TitleBeforeName);
                (draft.Title, draft.Gender, draft.Country) = (title, gender == Gender.Unknown ? draft.Gender : gender, country ?? CountryBefore(sentence, title.First));
            }

            country = draft.Type is EntityType.Country or EntityType.Group ? draft.Country : null;
            (title, gender) = (null, Gender.Unknown);
            drafts.Add(draft);
            at = draft.End;
        }
    }

    /// <summary>Marks and small words that a cut has left at the beginning.</summary>
    private static bool IsLooseWord(Token token) => !char.IsLetterOrDigit(token.Form[0]) || (token.Form == token.Lower && token.Form is "of" or "and" or "for" or "the");

    /// <summary>The country of the name or possessive right before a token: the South Korean [President], Ukraine's [President].</summary>
    public string? CountryBefore(Sentence sentence, int at)
    {
        const int LongestName = 5;
        var last = at - 1;
        if (last >= sentence.FirstToken && sheet.Tokens[last].Xpos == "POS")
        {
            last--;
        }

        var tokens = sheet.Tokens[..(last + 1)];
        for (var first = Math.Max(sentence.FirstToken, last - LongestName + 1); first <= last; first++)
        {
            if (_lexicon.KnownAt(tokens, first, out var known) == last - first + 1)
            {
                return known.Kind is KnownKind.Country or KnownKind.Group ? known.Country : null;
            }
        }

        return null;
    }

    /// <summary>Length of a title in capitals that may stand before a name; 0 where the words belong to a longer name.</summary>
    private int TitleLength(ReadOnlySpan<Token> tokens, int at)
    {
        var length = _lexicon.TitleAt(tokens, at, out var title);
        if (length == 0 || title.Kind == TitleKind.Work || _lexicon.KnownAt(tokens, at, out _) > length)
        {
            return 0;
        }

        // General Motors, King County, General Assembly: what follows heads the name.
        var next = at + length;
        if (next < tokens.Length && title.Kind != TitleKind.Form && _lexicon.Heads.HeadAt(tokens, next, out _) is > 0 and var head && next + head == tokens.Length && length == 1)
        {
            return 0;
        }

        return next < tokens.Length && tokens[next].Form is "&" or "-" ? 0 : length;
    }

    private NameDraft Titled(Run run, int at)
    {
        var tokens = sheet.Tokens[..run.End];
        var known = _lexicon.KnownAt(tokens, at, out var name);
        if (known > 0 && name.Kind is KnownKind.Country or KnownKind.Group or KnownKind.Organization && at + known == run.End && known > 1)
        {
            return Known(at, known, name);
        }

        return PersonParts.Settle(sheet, sheet.Draft(at, PersonEnd(run, at)));
    }

    /// <summary>A person's name ends before the next title, a longer known name, or what cannot be a part of it.</summary>
    private int PersonEnd(Run run, int at)
    {
        var tokens = sheet.Tokens[..run.End];
        var (end, words) = (at + 1, 1);
        while (end < run.End && tokens[end].Form is not ("&" or "of" or "for" or "and")
            && !(end - at >= 2 && tokens[end].Xpos is "VBZ" or "VBD" or "VBP" && !PersonParts.IsJoint(_lexicon, tokens[end - 1]))
            && (PersonParts.IsJoint(_lexicon, tokens[end]) || (words < PersonParts.MostParts && !IsOther(tokens, end))))
        {
            words += PersonParts.IsJoint(_lexicon, tokens[end]) ? 0 : 1;
            end++;
        }

        // What a cut has left of a longer run: "Tannaby | as | Interior Minister".
        while (end - 1 > at && end < run.End && PersonParts.IsJoint(_lexicon, tokens[end - 1]))
        {
            end--;
        }

        return end;
    }

    private bool IsOther(ReadOnlySpan<Token> tokens, int at)
    {
        var known = _lexicon.KnownAt(tokens, at, out var name);
        return known > 1 || (known == 1 && name.Kind is KnownKind.Country or KnownKind.Group && at + 1 < tokens.Length) || (at + 1 < tokens.Length && TitleLength(tokens, at) > 0);
    }

    private NameDraft Untitled(Run run, int at)
    {
        var tokens = sheet.Tokens[..run.End];
        var known = _lexicon.KnownAt(tokens, at, out var name);
        var border = NextTitle(tokens, at, Math.Max(known, 1));
        var headed = _longer.Headed(tokens, at, border, known);
        if (headed is not null && headed.Length > known)
        {
            return headed;
        }

        if (known > 0 && !OpensPersonName(tokens, at, known, border, name))
        {
            return _longer.ModelOf(at, known, name) ?? _longer.TeamOf(tokens, at, known, border, name) ?? _longer.PlaceInFront(tokens, at, known, border, name) ?? Known(at, known, name);
        }

        var end = Math.Min(border, PersonEnd(run with { End = border }, at));
        var person = PersonParts.Settle(sheet, sheet.Draft(at, end));
        return person.Type is not null ? person : sheet.Draft(at, UnknownEnd(tokens, at, border));
    }

    private NameDraft Known(int at, int length, KnownName name) =>
        sheet.Draft(at, at + length, name).As(name.Type, name.Kind switch
        {
            KnownKind.Country => NameRules.KnownCountry,
            KnownKind.Group => NameRules.Demonym,
            KnownKind.Organization => NameRules.KnownOrganization,
            KnownKind.Product => NameRules.KnownProduct,
            _ => NameRules.KnownPlace,
        });

    /// <summary>Jordan, Paris, Chelsea: a place or club by itself, but a given name before another name.</summary>
    private bool OpensPersonName(ReadOnlySpan<Token> tokens, int at, int known, int border, KnownName name) =>
        known == 1 && name.Kind is not (KnownKind.Group or KnownKind.Organization) && at + 1 < border && NameSheet.StartsWithCapital(tokens[at + 1])
        && _lexicon.GivenNames.ContainsKey(tokens[at].Form) && _lexicon.KnownAt(tokens, at + 1, out _) == 0;

    /// <summary>The next title within the run, from which a new name begins.</summary>
    private int NextTitle(ReadOnlySpan<Token> tokens, int at, int skip)
    {
        for (var i = at + skip; i < tokens.Length - 1; i++)
        {
            if (TitleLength(tokens, i) > 0 && !(tokens[i - 1].Form is "of" or "for" or "and"))
            {
                return i;
            }
        }

        // A title at the very end, behind a name that it belongs to: "the Foxwell Foundation President".
        var last = tokens.Length - 1;
        var isTitle = tokens.Length > at + skip && TitleLength(tokens, last) > 0 && _lexicon.Heads.HeadAt(tokens, last, out _) == 0
            && (at + skip == last || _lexicon.Heads.HeadAt(tokens, last - 1, out _) > 0);
        return isTitle ? last : tokens.Length;
    }

    /// <summary>A name that nothing tells of ends before a longer known name.</summary>
    private int UnknownEnd(ReadOnlySpan<Token> tokens, int at, int border)
    {
        for (var i = at + 1; i < border; i++)
        {
            if (tokens[i].Form is "of" or "for" or "and" || (_lexicon.KnownAt(tokens, i, out var name) > 0 && name.Kind is KnownKind.Country or KnownKind.Group))
            {
                return i;
            }
        }

        return border;
    }
}
