using System.Collections.Frozen;

namespace OnRecord.Names;

/// <summary>Tokens that stand together as one or more names: capitalised words and the small words that join them.</summary>
/// <param name="First">Index of the first token.</param>
/// <param name="End">One past the index of the last.</param>
internal readonly record struct Run(int First, int End);

/// <summary>Finds runs of capitalised words in a sentence.</summary>
internal sealed class RunFinder(NameSheet sheet)
{
    /// <summary>Longer runs are lists or shouting, not names.</summary>
    private const int LongestRun = 24;

    /// <summary>Small words inside the names of laws.</summary>
    private static readonly FrozenSet<string> LawJoints = FrozenSet.Create(StringComparer.Ordinal, "of", "to", "in", "for", "on", "and", "from", "with", "against", "or");

    private readonly NameLexicon _lexicon = sheet.Lexicon;

    /// <summary>The runs of a sentence, in order.</summary>
    public List<Run> In(Sentence sentence)
    {
        var runs = new List<Run>();
        var shape = SentenceShape.Of(sheet, sentence);
        for (var i = sentence.FirstToken; i < sentence.EndToken;)
        {
            var length = FirstPiece(sentence, shape, i);
            if (length == 0)
            {
                i++;
                continue;
            }

            var end = i + length;
            while (end - i < LongestRun && NextPiece(sentence, shape, i, end) is > 0 and var more)
            {
                end += more;
            }

            runs.Add(new Run(i, end));
            i = end;
        }

        return runs;
    }

    private int FirstPiece(Sentence sentence, SentenceShape shape, int at)
    {
        var tokens = sheet.Tokens[..sentence.EndToken];
        var known = _lexicon.KnownAt(tokens, at, out var name);
        if (known > 0 && shape.Allows(name, known) && !(known == 1 && ((name.IsInitials && StandsAmongCapitals(sentence, at)) || IsOpeningWord(sentence, at, name))))
        {
            return known;
        }

        // Secretary of State
        var title = shape.AllowsUnknown && NameSheet.StartsWithCapital(tokens[at]) ? _lexicon.TitleAt(tokens, at, out _) : 0;
        if (title > 1 && NameSheet.StartsWithCapital(tokens[at + title - 1]))
        {
            return title;
        }

        // al-Foxwell
        if (_lexicon.Articles.Contains(tokens[at].Form) && at + 2 < tokens.Length && tokens[at + 1].Form == "-" && sheet.Touches(at + 1) && sheet.Touches(at + 2)
            && NameSheet.StartsWithCapital(tokens[at + 2]))
        {
            return 3;
        }

        return IsNameWord(sentence, shape, at) ? 1 : 0;
    }

    /// <summary>Whether a town's name is a word that opens the sentence: "Nice teachers", "Reading is fun".</summary>
    private bool IsOpeningWord(Sentence sentence, int at, KnownName name) =>
        name.Kind == KnownKind.Place && sheet.Tokens[at].Upos is Upos.ADJ or Upos.ADV or Upos.VERB or Upos.INTJ && Opens(sentence, at);

    /// <summary>Whether the words on both sides are shouted, so that "IS" and "WHO" are words too.</summary>
    private bool StandsAmongCapitals(Sentence sentence, int at) =>
        at > sentence.FirstToken && at + 1 < sentence.EndToken && NameSheet.IsAllCapitals(sheet.Tokens[at - 1].Form) && NameSheet.IsAllCapitals(sheet.Tokens[at + 1].Form);

    /// <summary>Number of tokens by which the run from <paramref name="first"/> to <paramref name="end"/> goes on; 0 where it ends.</summary>
    private int NextPiece(Sentence sentence, SentenceShape shape, int first, int end)
    {
        if (end >= sentence.EndToken)
        {
            return 0;
        }

        var tokens = sheet.Tokens[..sentence.EndToken];
        if (FirstPiece(sentence, shape, end) is > 0 and var piece)
        {
            return piece;
        }

        if (IsNameWord(sentence, shape, end, inside: true))
        {
            return 1;
        }

        if (NameSheet.IsRomanNumeral(tokens[end].Form) || (tokens[end].Form == "I" && tokens[end - 1].Form == "War"))
        {
            return 1;
        }

        if (InsideLaw(tokens, first, end) is > 0 and var tail)
        {
            return tail;
        }

        return tokens[end].Lower switch
        {
            "-" => Hyphen(sentence, shape, end),
            "," => LegalForm(sentence, end),
            "&" => Behind(sentence, shape, end, 1),
            "of" => Of(sentence, shape, first, end),
            "for" or "and" => InsideHeadedName(sentence, shape, first, end),
            "'s" or "’s" => _lexicon.Possessives.Contains(tokens[end - 1].Lower) ? Behind(sentence, shape, end, 1) : 0,
            "'" or "’" => _lexicon.Possessives.Contains(tokens[end - 1].Lower) ? Behind(sentence, shape, end, 1) : 0,
            _ => Particles(sentence, shape, end),
        };
    }

    private int Behind(Sentence sentence, SentenceShape shape, int at, int skipped) =>
        at + skipped < sentence.EndToken && (IsNameWord(sentence, shape, at + skipped, inside: true) || FirstPiece(sentence, shape, at + skipped) > 0) ? skipped + 1 : 0;

    private int Hyphen(Sentence sentence, SentenceShape shape, int at)
    {
        if (sheet.EndBehindHyphens(at) > at)
        {
            return Math.Min(sheet.EndBehindHyphens(at), sentence.EndToken) - at;
        }

        var tokens = sheet.Tokens[..sentence.EndToken];
        var joins = sheet.Touches(at) && at + 1 < tokens.Length && sheet.Touches(at + 1)
            && !IsKnownAlone(tokens, at - 1) && !IsKnownAlone(tokens, at + 1);
        return joins ? Behind(sentence, shape, at, 1) : 0;
    }

    /// <summary>", Inc." behind a company's name.</summary>
    private int LegalForm(Sentence sentence, int at) =>
        at + 1 < sentence.EndToken && NameSheet.StartsWithCapital(sheet.Tokens[at + 1]) && _lexicon.Heads.IsLegalForm(sheet.Tokens[at + 1].Lower) ? 2 : 0;

    private bool IsKnownAlone(ReadOnlySpan<Token> tokens, int at) => _lexicon.KnownAt(tokens[..(at + 1)], at, out _) == 1;

    /// <summary>"of" and "of the" behind a noun that heads names.</summary>
    private int Of(Sentence sentence, SentenceShape shape, int first, int end)
    {
        var tokens = sheet.Tokens[..sentence.EndToken];
        if (!_lexicon.Heads.StandsBeforeOf(tokens[end - 1].Lower, out _) || IsTitled(tokens, first, end))
        {
            return 0;
        }

        return end + 1 < tokens.Length && tokens[end + 1].Form == "the" ? Behind(sentence, shape, end, 2) : Behind(sentence, shape, end, 1);
    }

    /// <summary>
    /// Freedom [of Expression Act], Right [to Information Act]: small words inside the name of a law, up to its head noun. Its first word is a common noun, so that a country
    /// or a person before "to" is not taken in.
    /// </summary>
    private int InsideLaw(ReadOnlySpan<Token> tokens, int first, int end)
    {
        const int LongestTail = 8;
        if (!LawJoints.Contains(tokens[end].Form) || end - first > 3 || !IsNobodysNoun(tokens, first, end))
        {
            return 0;
        }

        for (var i = end + 1; i < Math.Min(tokens.Length, end + LongestTail); i++)
        {
            if (i > end + 1 && _lexicon.Heads.HeadAt(tokens, i, out var type) is > 0 and var head && type == EntityType.Law && NameSheet.StartsWithCapital(tokens[i]))
            {
                return i + head - end;
            }

            if (!NameSheet.StartsWithCapital(tokens[i]) && !(i > end + 1 && LawJoints.Contains(tokens[i].Form)) && !(tokens[i].Form == "the" && tokens[i - 1].Form is "of"))
            {
                return 0;
            }
        }

        return 0;
    }

    /// <summary>Whether a run behind an article holds no known name, no title and nothing that heads the name of a body.</summary>
    private bool IsNobodysNoun(ReadOnlySpan<Token> tokens, int first, int end)
    {
        var isOpen = first > 0 && tokens[first - 1].Upos is Upos.DET or Upos.PRON or Upos.NUM or Upos.ADJ || tokens[end].Form == "of";
        for (var i = first; isOpen && i < end; i++)
        {
            isOpen = NameSheet.StartsWithCapital(tokens[i]) && !IsKnownAlone(tokens, i) && !_lexicon.GivenNames.ContainsKey(tokens[i].Form) && !_lexicon.FamilyNames.ContainsKey(tokens[i].Form)
                && _lexicon.TitleAt(tokens[..end], i, out _) == 0 && !(_lexicon.Heads.StandsBeforeOf(tokens[i].Lower, out var type) && type == EntityType.Organization);
        }

        return isOpen;
    }

    private bool IsTitled(ReadOnlySpan<Token> tokens, int first, int end) => first == end - 1 && _lexicon.TitleAt(tokens[..end], first, out _) == 1;

    /// <summary>"for" and "and" in the tail of an organisation's name: Institute for Defense and Security.</summary>
    private int InsideHeadedName(Sentence sentence, SentenceShape shape, int first, int end)
    {
        var tokens = sheet.Tokens[..sentence.EndToken];
        var head = HeadInRun(tokens, first, end);
        if (head < 0 || end + 1 >= tokens.Length)
        {
            return 0;
        }

        if (tokens[end].Form == "for")
        {
            return head == end - 1 ? Behind(sentence, shape, end, 1) : 0;
        }

        var joinsWords = tokens[end].Form == "and" && head < end - 1 && !IsKnownAlone(tokens, end - 1)
            && _lexicon.KnownAt(tokens, end + 1, out _) == 0 && _lexicon.TitleAt(tokens, end + 1, out _) == 0
            && (!_lexicon.GivenNames.ContainsKey(tokens[end + 1].Form) || _lexicon.DoubtfulGivenNames.Contains(tokens[end + 1].Form));
        return joinsWords ? Behind(sentence, shape, end, 1) : 0;
    }

    /// <summary>A head noun in the run with "of" or "for" behind it, or at its end; −1 where there is none.</summary>
    private int HeadInRun(ReadOnlySpan<Token> tokens, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (_lexicon.Heads.StandsBeforeOf(tokens[i].Lower, out var type) && type == EntityType.Organization
                && (i == end - 1 || tokens[i + 1].Form is "of" or "for"))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Ludwig [van] Foxwell, Omar [al-]Foxwell, Ana [de la] Foxwell.</summary>
    private int Particles(Sentence sentence, SentenceShape shape, int at)
    {
        const int Most = 4;
        var tokens = sheet.Tokens[..sentence.EndToken];
        var i = at;
        while (i < tokens.Length && i - at < Most && (_lexicon.Particles.Contains(tokens[i].Form) || (i > at && tokens[i].Form == "-" && sheet.Touches(i))))
        {
            i++;
        }

        return i > at && i < tokens.Length && tokens[at - 1].Form.Length > 1 && IsNameWord(sentence, shape, i) ? i - at + 1 : 0;
    }

    /// <param name="sentence">The sentence.</param>
    /// <param name="shape">How it uses capitals.</param>
    /// <param name="at">The token.</param>
    /// <param name="inside">Whether a name has already begun: then the capital alone says that it goes on.</param>
    private bool IsNameWord(Sentence sentence, SentenceShape shape, int at, bool inside = false)
    {
        var token = sheet.Tokens[at];
        if (!NameSheet.StartsWithCapital(token) || _lexicon.NotNames.Contains(token.Form) || token.Form.AsSpan().ContainsAny('@', '/', '_') || !shape.AllowsUnknown)
        {
            return false;
        }

        var proper = token.Xpos is "NNP" or "NNPS";
        if (!inside && Opens(sentence, at))
        {
            var next = at + 1 < sentence.EndToken ? sheet.Tokens[at + 1] : null;
            return IsPersonWord(token, next) || (proper && !sheet.IsAlsoSmall(token));
        }

        return proper || (IsContentTag(token) && (inside || !sheet.IsAlsoSmall(token) || token.Upos == Upos.PROPN)) || IsPersonWord(token, null);
    }

    /// <summary>Whether the place asks for a capital: the sentence begins here, or a quotation, or what follows a colon.</summary>
    private bool Opens(Sentence sentence, int at)
    {
        var i = at - 1;
        while (i >= sentence.FirstToken && sheet.Tokens[i].Upos is Upos.PUNCT or Upos.SYM && sheet.Tokens[i].Form is not ("," or "-" or ")"))
        {
            i--;
        }

        return i < sentence.FirstToken || (i < at - 1 && sheet.Tokens[at - 1].Form is ":" or "“" or "\"" or "‘" or "''" or "``");
    }

    private bool IsPersonWord(Token token, Token? next) =>
        _lexicon.GivenNames.ContainsKey(token.Form)
        && (next is null
            ? token.Upos is not (Upos.AUX or Upos.VERB or Upos.PRON) || !sheet.IsAlsoSmall(token)
            : NameSheet.StartsWithCapital(next) || token.Upos == Upos.PROPN || (next.Xpos is "VBD" or "VBZ" or "MD" or "POS" && !sheet.IsAlsoSmall(token)));

    private static bool IsContentTag(Token token) =>
        token.Upos is Upos.NOUN or Upos.ADJ or Upos.VERB or Upos.X or Upos.PROPN or Upos.INTJ or Upos.ADV && token.Form.Length > 1;
}
