namespace OnRecord.Names;

/// <summary>What the parts of a name tell of a person: given names, the order of the parts, initials, particles.</summary>
internal static class PersonParts
{
    private const int FewestParts = 2;

    /// <summary>Most words of a person's name, hyphens and the small words between them not counted.</summary>
    public const int MostParts = 6;

    /// <summary>Whether a token only joins the parts of a name.</summary>
    public static bool IsJoint(NameLexicon lexicon, Token token) => token.Form == "-" || lexicon.Particles.Contains(token.Form);

    /// <summary>Types the draft as a person where its parts say so.</summary>
    public static NameDraft Settle(NameSheet sheet, NameDraft draft)
    {
        var lexicon = sheet.Lexicon;
        var tokens = sheet.Tokens[draft.First..draft.End];
        var first = tokens[0].Form;
        draft.Gender = GenderOf(lexicon, tokens);
        if (WordsOf(lexicon, tokens) > MostParts || tokens[^1].Form is "&" or "-")
        {
            return draft;
        }

        if (IsFamilyFirst(lexicon, tokens))
        {
            draft.FamilyFirst = true;
            draft.Gender = Gender.Unknown;
            return draft.As(EntityType.Person, NameRules.FamilyNameFirst);
        }

        if (tokens.Length == 1 && lexicon.FamilyNames.GetValueOrDefault(first))
        {
            return draft.As(EntityType.Person, NameRules.FamilyName);
        }

        if (lexicon.GivenNames.ContainsKey(first) && (tokens.Length > 1 || !lexicon.DoubtfulGivenNames.Contains(first) || StandsFirmly(sheet, draft)))
        {
            return draft.As(EntityType.Person, NameRules.GivenName);
        }

        if (tokens.Length < FewestParts || tokens[0].Form == "-")
        {
            return draft;
        }

        if (HasParticle(lexicon, tokens))
        {
            return draft.As(EntityType.Person, NameRules.Particle);
        }

        if (lexicon.FamilyNames.ContainsKey(tokens[^1].Form) && tokens.Length < MostParts - 1 && !lexicon.NotNames.Contains(first) && NameSheet.StartsWithCapital(tokens[0]))
        {
            return draft.As(EntityType.Person, NameRules.FamilyName);
        }

        return HasMiddleInitial(tokens) ? draft.As(EntityType.Person, NameRules.MiddleInitial) : draft;
    }

    /// <summary>That of the first given name that is no initial; a name of one word is as likely a family's, and tells it only where it is known as given.</summary>
    private static Gender GenderOf(NameLexicon lexicon, ReadOnlySpan<Token> tokens)
    {
        var at = 0;
        while (at < tokens.Length - FewestParts && NameSheet.IsInitial(tokens[at].Form))
        {
            at++;
        }

        return tokens.Length < FewestParts ? lexicon.GivenNames.GetValueOrDefault(tokens[at].Form) : lexicon.GenderOfGivenName(tokens[at].Form);
    }

    private static int WordsOf(NameLexicon lexicon, ReadOnlySpan<Token> tokens)
    {
        var words = 0;
        foreach (var token in tokens)
        {
            words += IsJoint(lexicon, token) ? 0 : 1;
        }

        return words;
    }

    /// <summary>Inside the sentence, without an article: there the capital tells that no common word is meant.</summary>
    private static bool StandsFirmly(NameSheet sheet, NameDraft draft)
    {
        var token = sheet.Tokens[draft.First];
        return token.Xpos == "NNP" && draft.First > sheet.Analysis.Sentences[token.Sentence].FirstToken && sheet.Tokens[draft.First - 1].Upos is not (Upos.DET or Upos.ADJ);
    }

    /// <summary>Kim Jong-un; Xi Jinping. A known given name in front (Lee Harvey) stands in the order of the West, unless a syllabic name follows.</summary>
    private static bool IsFamilyFirst(NameLexicon lexicon, ReadOnlySpan<Token> tokens)
    {
        if (tokens.Length is < 2 or > 3)
        {
            return false;
        }

        if (NameSheet.IsSyllabicGivenName(tokens[1].Form) && tokens.Length == 2)
        {
            return true;
        }

        return lexicon.FamilyNamesFirst.Contains(tokens[0].Form) && !lexicon.GivenNames.ContainsKey(tokens[0].Form)
            && tokens[1].Form != "-" && !NameSheet.IsAllCapitals(tokens[1].Form);
    }

    private static bool HasParticle(NameLexicon lexicon, ReadOnlySpan<Token> tokens)
    {
        for (var i = 1; i < tokens.Length - 1; i++)
        {
            if (lexicon.Particles.Contains(tokens[i].Form) && tokens[i - 1].Form != "-")
            {
                return true;
            }
        }

        return lexicon.Articles.Contains(tokens[0].Lower) && tokens.Length > FewestParts + 1;
    }

    private static bool HasMiddleInitial(ReadOnlySpan<Token> tokens)
    {
        for (var i = 0; i < tokens.Length - 1; i++)
        {
            if (NameSheet.IsInitial(tokens[i].Form) && tokens[i].Form.Length > 1 && !NameSheet.IsInitial(tokens[i + 1].Form) && tokens[i + 1].Form != "-")
            {
                return true;
            }
        }

        return false;
    }
}
