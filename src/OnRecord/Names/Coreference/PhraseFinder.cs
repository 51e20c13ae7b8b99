namespace OnRecord.Names.Coreference;

/// <summary>Finds the noun phrases of a text with their heads, and what their words say of them.</summary>
internal sealed class PhraseFinder(NameSheet sheet, NounKinds kinds)
{
    /// <summary>Longer chains of words before a noun are lists.</summary>
    private const int Longest = 16;

    private static readonly string[] Premodifiers = ["det", "amod", "nmod", "compound", "nummod", "flat", "advmod", "punct"];

    /// <summary>All phrases in the order of their heads.</summary>
    public List<Phrase> Find(IReadOnlyList<NameDraft> drafts, IReadOnlyDictionary<NameDraft, EntityCluster?> joined)
    {
        var tokens = sheet.Tokens;
        var named = new NameDraft?[tokens.Length];
        var titled = new bool[tokens.Length];
        foreach (var draft in drafts.Where(draft => draft.Rule != NameRules.InsideName))
        {
            named.AsSpan(draft.First, draft.Length).Fill(draft);
            if (draft.Title is { } title)
            {
                titled.AsSpan(title.First, title.End - title.First).Fill(true);
            }
        }

        var phrases = new List<Phrase>();
        for (var i = 0; i < tokens.Length; i++)
        {
            if (named[i] is { } draft)
            {
                if (i == HeadOf(draft))
                {
                    phrases.Add(NameOf(draft, joined[draft]));
                }
            }
            else if (kinds.PronounOf(tokens[i].Lower) is { } pronoun && tokens[i].Upos is Upos.PRON && !MeansNothing(i))
            {
                phrases.Add(new Phrase { First = i, End = i + 1, Head = i, Sentence = tokens[i].Sentence, Form = MentionForm.Pronoun, Gender = pronoun.Gender, IsPlural = pronoun.Means == "several" });
            }
            else if (AgeOf(i) is { } age)
            {
                phrases.Add(age);
            }
            else if (!titled[i] && IsNoun(i))
            {
                phrases.Add(NominalOf(i));
            }
        }

        return phrases;
    }

    /// <summary>"it" in "it rained", "it seems", "it is clear that …".</summary>
    private bool MeansNothing(int at)
    {
        var token = sheet.Tokens[at];
        if (token.Relation == "expl" || token.Lower != "it" || token.Head < 0)
        {
            return token.Relation == "expl";
        }

        var head = sheet.Tokens[token.Head];
        if (IsIdiom(at, token, head))
        {
            return true;
        }

        var isClause = head.Upos == Upos.ADJ && token.Head + 1 < sheet.Tokens.Length && sheet.Tokens[token.Head + 1].Lower is "that" or "to" or "for" or "whether" or "if";
        return isClause || kinds.IsExpletive(head.Lemma);
    }

    /// <summary>"do it", "as Orlo put it,", "when it comes to", "it was Orlo who".</summary>
    private bool IsIdiom(int at, Token token, Token head)
    {
        var next = at + 1 < sheet.Tokens.Length ? sheet.Tokens[at + 1] : null;
        return token.Relation == "obj"
            ? head.Lemma is "do" or "make" || (head.Lemma == "put" && next is { Upos: Upos.PUNCT })
            : token.Relation.StartsWith("nsubj", StringComparison.Ordinal)
                && ((head.Lemma == "come" && token.Head + 1 < sheet.Tokens.Length && sheet.Tokens[token.Head + 1].Lower == "to")
                    || (head.Upos == Upos.PROPN && Behind(token.Head) is "who" or "that"));
    }

    /// <summary>The word behind a name's last one.</summary>
    private string? Behind(int head)
    {
        var at = head + 1;
        while (at < sheet.Tokens.Length && sheet.Tokens[at].Head == head && sheet.Tokens[at].Relation is "flat" or "compound")
        {
            at++;
        }

        return at < sheet.Tokens.Length && sheet.Tokens[at].Sentence == sheet.Tokens[head].Sentence ? sheet.Tokens[at].Lower : null;
    }

    /// <summary>A common noun that heads a phrase, or an office in capitals: the Prime Minister.</summary>
    private bool IsNoun(int at)
    {
        var token = sheet.Tokens[at];
        return token.Upos == Upos.NOUN
            ? token.Relation is not ("compound" or "flat" or "fixed" or "goeswith" or "case" or "advmod")
            : token.Upos == Upos.PROPN && token.Relation is not ("compound" or "flat") && sheet.Lexicon.TitleAt(sheet.Tokens, at, out var title) == 1 && title.Kind == TitleKind.Office;
    }

    /// <summary>"the 56-year-old" that stands for a person: no noun follows.</summary>
    private Phrase? AgeOf(int at)
    {
        const int Words = 6;
        var tokens = sheet.Tokens;
        if (tokens[at].Lower != "old" || at < Words - 1 || tokens[at - 2].Lower != "year" || tokens[at - 4].Upos != Upos.NUM || tokens[at - 5].Lower != "the"
            || tokens[at - 5].Sentence != tokens[at].Sentence || (at + 1 < tokens.Length && tokens[at + 1].Upos is Upos.NOUN or Upos.PROPN or Upos.ADJ))
        {
            return null;
        }

        return new Phrase { First = at - 5, End = at + 1, Head = at, Sentence = tokens[at].Sentence, Form = MentionForm.Nominal, Type = EntityType.Person, Determination = Determination.Definite, IsAge = true };
    }

    private int HeadOf(NameDraft draft)
    {
        for (var i = draft.First; i < draft.End; i++)
        {
            if (sheet.Tokens[i].Head is var head && (head < draft.First || head >= draft.End) && sheet.Tokens[i].Upos != Upos.PUNCT)
            {
                return i;
            }
        }

        return draft.End - 1;
    }

    private Phrase NameOf(NameDraft draft, EntityCluster? cluster)
    {
        var head = HeadOf(draft);
        return new Phrase
        {
            First = draft.First,
            End = draft.End,
            Head = head,
            Sentence = sheet.Tokens[head].Sentence,
            Form = MentionForm.Name,
            Draft = draft,
            Type = draft.Type,
            IsPlural = draft.Type == EntityType.Group && sheet.Tokens[head].Upos is Upos.NOUN or Upos.PROPN && sheet.Tokens[head].Relation is not ("amod" or "compound"),
            Gender = cluster?.Gender ?? draft.Gender,
            Cluster = cluster,
        };
    }

    private Phrase NominalOf(int head)
    {
        var token = sheet.Tokens[head];
        var first = FirstOf(head);
        var isPlural = token.Xpos is "NNS" or "NNPS";
        var type = kinds.TypeOf(token.Lemma.ToLowerInvariant(), out var gender);
        if (kinds.Description(token.Lemma.ToLowerInvariant()) is { Sort: NounKinds.Anonymous } && head + 1 < sheet.Tokens.Length && sheet.Tokens[head + 1].Lower == "of")
        {
            // "a source of income".
            type = null;
        }

        if (type is null && sheet.Lexicon.Callings.TryGetValue(token.Lemma.ToLowerInvariant(), out gender))
        {
            type = EntityType.Person;
        }

        return new Phrase
        {
            First = first,
            End = head + 1,
            Head = head,
            Sentence = token.Sentence,
            Form = MentionForm.Nominal,
            Type = isPlural && type == EntityType.Person ? EntityType.Group : type,
            IsPlural = isPlural,
            Gender = gender,
            Determination = DeterminationOf(first, head),
        };
    }

    /// <summary>The first of the words before the noun that hang on it without a break.</summary>
    private int FirstOf(int head)
    {
        var first = head;
        var start = Math.Max(sheet.Analysis.Sentences[sheet.Tokens[head].Sentence].FirstToken, head - Longest);
        while (first > start && TopRelation(first - 1, head) is { } relation && Premodifiers.Contains(relation.Split(':')[0]))
        {
            first--;
        }

        while (first < head && sheet.Tokens[first].Upos is Upos.PUNCT or Upos.ADV or Upos.CCONJ)
        {
            first++;
        }

        return first;
    }

    /// <summary>The relation to <paramref name="head"/> of that of its dependents under which a token stands; null where it stands under none.</summary>
    private string? TopRelation(int at, int head)
    {
        for (var steps = 0; steps < Longest && at >= 0; steps++)
        {
            if (sheet.Tokens[at].Head == head)
            {
                return sheet.Tokens[at].Relation;
            }

            at = sheet.Tokens[at].Head;
        }

        return null;
    }

    private Determination DeterminationOf(int first, int head)
    {
        for (var i = first; i < head; i++)
        {
            if (sheet.Tokens[i].Xpos == "POS")
            {
                return Determination.Possessed;
            }
        }

        return kinds.DeterminationOf(sheet.Tokens[first].Lower);
    }
}
