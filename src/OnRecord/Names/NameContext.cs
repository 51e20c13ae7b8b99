namespace OnRecord.Names;

/// <summary>What the words around a name tell of it.</summary>
internal sealed class NameContext(NameSheet sheet, RunReader reader, IReadOnlyList<NameDraft> drafts)
{
    private const int LongestTitle = 4;

    /// <summary>Words of a town's name.</summary>
    private const int LongestTown = 2;

    private readonly NameLexicon _lexicon = sheet.Lexicon;

    /// <summary>Names that the document somewhere writes behind an article, as persons' names are not.</summary>
    private readonly HashSet<string> _withArticle = drafts
        .Where(draft => draft.First > 0 && sheet.Tokens[draft.First - 1].Upos == Upos.DET)
        .Select(draft => draft.Text)
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>Takes the title in small letters before a person's name; such a title makes an untyped name a person's.</summary>
    public void TakeCalling(NameDraft draft)
    {
        if (draft.Title is not null || !(draft.Type is null or EntityType.Person))
        {
            return;
        }

        var sentence = SentenceOf(draft);
        var tokens = sheet.Tokens[..draft.First];
        for (var first = Math.Max(sentence.FirstToken, draft.First - LongestTitle); first < draft.First; first++)
        {
            if (_lexicon.TitleAt(tokens, first, out var title) == draft.First - first && tokens[draft.First - 1].Upos is Upos.NOUN or Upos.PROPN or Upos.ADJ)
            {
                draft.Title = new TitleWords(first, draft.First, sheet.TextOf(first, draft.First));
                draft.Gender = title.Gender == Gender.Unknown ? draft.Gender : title.Gender;
                draft.Country ??= reader.CountryBefore(sentence, first);
                if (draft.Type is null)
                {
                    draft.As(EntityType.Person, NameRules.CallingBeforeName);
                }

                return;
            }
        }
    }

    /// <summary>Types a name that nothing inside it has typed.</summary>
    public void Settle(NameDraft draft)
    {
        var sentence = SentenceOf(draft);
        if (draft is { Title: null, Length: <= LongestTown, Type: null or EntityType.Person } && StandsBehindAge(draft, sentence))
        {
            draft.As(EntityType.Place, NameRules.PlaceBehindAge);
        }
        else if (draft is { Length: 1, Title: null, Rule: NameRules.GivenName or NameRules.FamilyName } && TellsPlace(draft, sentence) is { } rule)
        {
            draft.As(EntityType.Place, rule);
        }

        if (draft.Type is not null)
        {
            return;
        }

        if (NounBeside(draft, sentence) is { } told)
        {
            draft.As(told, NameRules.NounBeside);
        }
        else if (IsAge(draft, sentence))
        {
            draft.As(EntityType.Person, NameRules.AgeBehindName);
        }
        else if (StandsBeforeRegion(draft, sentence))
        {
            draft.As(EntityType.Place, NameRules.PlaceBeforeRegion);
        }
        else if (IsCapitalLetters(draft) && ActsOrHasMembers(draft, sentence))
        {
            draft.As(EntityType.Organization, NameRules.CapitalLetters);
        }
        else if (HasMembers(draft, sentence))
        {
            draft.As(EntityType.Organization, NameRules.NounBeside);
        }
        else if (IsSubjectOfPersonVerb(draft, sentence))
        {
            draft.As(EntityType.Person, NameRules.PersonAsSubject);
        }
        else if (FollowsPlacePreposition(draft, sentence))
        {
            draft.As(EntityType.Place, NameRules.AfterPlacePreposition);
        }
        else if (IsLargeTown(draft))
        {
            draft.As(EntityType.Place, NameRules.LargeTown);
        }
        else if (LooksLikePerson(draft) && StandsAsPerson(draft, sentence))
        {
            draft.As(EntityType.Person, NameRules.TwoWordsOfAName);
        }
    }

    /// <summary>The name of a large town and of nobody, not behind an article.</summary>
    private bool IsLargeTown(NameDraft draft)
    {
        var token = sheet.Tokens[draft.First];
        return draft.Length <= 3 && token.Xpos == "NNP" && !sheet.IsAlsoSmall(token) && !_withArticle.Contains(draft.Text) && !NameSheet.IsAllCapitals(draft.Text)
            && !_lexicon.GivenNames.ContainsKey(token.Form) && !_lexicon.FamilyNames.ContainsKey(draft.Text) && _lexicon.TownOf(draft.Text) is { IsLarge: true };
    }

    /// <summary>Two or three capitalised words that the text does not use as common words.</summary>
    private bool LooksLikePerson(NameDraft draft)
    {
        if (draft.Length is < 2 or > 3 || _withArticle.Contains(draft.Text))
        {
            return false;
        }

        for (var i = draft.First; i < draft.End; i++)
        {
            var token = sheet.Tokens[i];
            if (token.Xpos != "NNP" || (_lexicon.KnownAt(sheet.Tokens[..(i + 1)], i, out var known) > 0 && known.Kind is KnownKind.Country or KnownKind.Capital) || !token.Form.All(char.IsLetter) || NameSheet.IsAllCapitals(token.Form) || sheet.IsAlsoSmall(token) || _lexicon.Heads.HeadAt(sheet.Tokens[..draft.End], i, out _) > 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>What says that a word is a place's name though persons bear it too.</summary>
    private string? TellsPlace(NameDraft draft, Sentence sentence) =>
        NounBeside(draft, sentence) == EntityType.Place ? NameRules.NounBeside
        : StandsBeforeRegion(draft, sentence) ? NameRules.PlaceBeforeRegion
        : FollowsPlacePreposition(draft, sentence) && At(draft.End, sentence) is not { Xpos: "POS" } ? NameRules.AfterPlacePreposition
        : null;

    /// <summary>Where persons stand, and places and things seldom: the beginning of a sentence, before a verb, behind "by", "with", a mark.</summary>
    private bool StandsAsPerson(NameDraft draft, Sentence sentence)
    {
        var (before, next) = (At(draft.First - 1, sentence), At(draft.End, sentence));
        if (before is { Upos: Upos.DET or Upos.ADJ or Upos.NOUN or Upos.PROPN or Upos.NUM } or { Xpos: "POS" })
        {
            return false;
        }

        return before is { Upos: Upos.ADP } ? before.Lower is "by" or "with" : next is { Upos: Upos.VERB or Upos.AUX or Upos.ADV } or { Form: "," or "(" or "and" or "." } or { Xpos: "POS" };
    }

    private Sentence SentenceOf(NameDraft draft) => sheet.Analysis.Sentences[sheet.Tokens[draft.First].Sentence];

    private Token? At(int index, Sentence sentence) => index >= sentence.FirstToken && index < sentence.EndToken ? sheet.Tokens[index] : null;

    /// <summary>"the town of Foxwell", "the carmaker Foxwell", "Foxwell, a town in …", "Foxwell, the economist".</summary>
    private EntityType? NounBeside(NameDraft draft, Sentence sentence)
    {
        if (At(draft.First - 1, sentence) is { Form: "of" } && At(draft.First - 2, sentence) is { Upos: Upos.NOUN } before && _lexicon.Neighbors.TypeOf(before.Lower) == EntityType.Place)
        {
            return EntityType.Place;
        }

        if (At(draft.First - 1, sentence) is { Upos: Upos.NOUN } beside && _lexicon.Neighbors.TypeOf(beside.Lower) is { } type)
        {
            return type;
        }

        return At(draft.End, sentence) is { Form: "," } && At(draft.End + 1, sentence) is { Lower: "a" or "an" or "the" or "whose" } ? Apposition(draft.End + 2, sentence) : null;
    }

    /// <summary>The head noun of a short noun phrase.</summary>
    private EntityType? Apposition(int at, Sentence sentence)
    {
        const int LongestPhrase = 5;
        var tokens = sheet.Tokens[..sentence.EndToken];
        EntityType? last = null;
        for (var i = at; i < Math.Min(tokens.Length, at + LongestPhrase) && tokens[i].Upos is Upos.NOUN or Upos.ADJ or Upos.PROPN or Upos.NUM or Upos.VERB || (i < tokens.Length && tokens[i].Form == "-"); i++)
        {
            if (i + 1 < tokens.Length && tokens[i + 1].Upos is Upos.NOUN or Upos.ADJ or Upos.PROPN)
            {
                continue;
            }

            last = _lexicon.Neighbors.TypeOf(tokens[i].Lower) ?? (_lexicon.TitleAt(tokens, i, out _) == 1 ? EntityType.Person : last);
        }

        return last;
    }

    private bool IsAge(NameDraft draft, Sentence sentence) =>
        At(draft.End, sentence) is { Form: "," } && At(draft.End + 1, sentence) is { Upos: Upos.NUM } age && age.Form.Length <= 2 && age.Form.All(char.IsAsciiDigit)
        && At(draft.End + 2, sentence) is { Form: "," or "." or ";" };

    /// <summary>"Emily Quorndale, 32, of Grace", "Emily Quorndale (32), from Grace": where somebody lives.</summary>
    private bool StandsBehindAge(NameDraft draft, Sentence sentence)
    {
        if (At(draft.First - 1, sentence) is not { Lower: "of" or "from" } || At(draft.End, sentence) is { Xpos: "POS" })
        {
            return false;
        }

        var at = draft.First - 2;
        at -= At(at, sentence) is { Form: "," } && At(at - 1, sentence) is { Form: ")" } ? 1 : 0;
        return At(at, sentence) is { Form: "," or ")" } && At(at - 1, sentence) is { Upos: Upos.NUM } age && age.Form.Length <= 3 && age.Form.All(char.IsAsciiDigit)
            && At(at - 2, sentence) is { Form: "," or "(" or "aged" or "age" };
    }

    private bool StandsBeforeRegion(NameDraft draft, Sentence sentence)
    {
        if (At(draft.End, sentence) is not { Form: "," } || draft.End + 1 >= sentence.EndToken)
        {
            return false;
        }

        return _lexicon.KnownAt(sheet.Tokens[..sentence.EndToken], draft.End + 1, out var known) > 0 && known.Kind is KnownKind.Country or KnownKind.Place or KnownKind.Region or KnownKind.Capital
            && At(draft.First - 1, sentence) is not { Form: "," };
    }

    private bool IsCapitalLetters(NameDraft draft)
    {
        const int Longest = 6;
        return draft.Length == 1 && draft.Text.Length <= Longest && NameSheet.IsAllCapitals(draft.Text) && sheet.Tokens[draft.First].Upos is Upos.PROPN or Upos.NOUN;
    }

    /// <summary>"the QHT said", "a spokesman for the QHT", "members of the QHT".</summary>
    private bool ActsOrHasMembers(NameDraft draft, Sentence sentence)
    {
        if (At(draft.End, sentence) is { Xpos: "VBD" or "VBZ", Upos: Upos.VERB })
        {
            return true;
        }

        return HasMembers(draft, sentence);
    }

    /// <summary>"members of the QHT", "shares of Tannaby", "the Tannaby spokesman".</summary>
    private bool HasMembers(NameDraft draft, Sentence sentence)
    {
        if (At(draft.End, sentence) is { Upos: Upos.NOUN } behind && _lexicon.Neighbors.Members.Contains(behind.Lower))
        {
            return true;
        }

        var before = At(draft.First - 1, sentence) is { Lower: "the" } ? draft.First - 2 : draft.First - 1;
        return At(before, sentence) is { Lower: "of" or "for" or "at" or "with" } && At(before - 1, sentence) is { Upos: Upos.NOUN } noun && _lexicon.Neighbors.Members.Contains(noun.Lower);
    }

    private bool IsSubjectOfPersonVerb(NameDraft draft, Sentence sentence)
    {
        if (sheet.Tokens[draft.First].Xpos != "NNP" || (draft.Length == 1 && draft.First == sentence.FirstToken && draft.Text[^1] == 's'))
        {
            return false;
        }

        var next = At(draft.End, sentence);
        if (next is { Lower: "who" or "whose" } || (next is { Form: "," } && At(draft.End + 1, sentence) is { Lower: "who" or "whose" }))
        {
            return true;
        }

        return next is { Xpos: "VBD" or "VBZ" } && _lexicon.Neighbors.PersonVerbs.Contains(next.Lemma);
    }

    private bool FollowsPlacePreposition(NameDraft draft, Sentence sentence) =>
        At(draft.First - 1, sentence) is { } before && _lexicon.Neighbors.PlacePrepositions.Contains(before.Lower)
        && At(draft.End, sentence) is not { Upos: Upos.NOUN or Upos.NUM };
}
