using OnRecord.Pages.Html;

namespace OnRecord.Names.Coreference;

/// <summary>
/// Finds whom a pronoun means among the entities of its sentence and the ones before, by salience: an entity gains by each mention, most as a subject, and loses half with each sentence
/// (after Lappin and Leass, 1994). Agreement and the binding of pronouns inside a clause rule entities out.
/// </summary>
internal sealed class Pronouns(NameSheet sheet, NounKinds kinds, Salience salience, PhraseJoiner joiner, Speech speech, SubjectsOfVerbs subjects, TreeModel? ranker)
{
    private static readonly Pronoun AnyPerson = new(Gender.Unknown, "any", "plain");

    private const int SentencesBack = 3;

    private readonly Queue<Phrase> _near = new();

    /// <summary>Joins a pronoun to the entity that it most likely means.</summary>
    public void Resolve(Phrase phrase, List<Unresolved> open)
    {
        var pronoun = kinds.PronounOf(sheet.Tokens[phrase.Head].Lower)!;
        if (pronoun.Use == "reflexive")
        {
            if (Subject(phrase) is { } subject && Weight(pronoun, subject) > 0)
            {
                joiner.Join(phrase, subject, JoinRules.Reflexive);
            }

            return;
        }

        var host = Host(phrase);
        if (host is not null && Weight(pronoun, host) > 0)
        {
            Join(phrase, host, pronoun);
            return;
        }

        // "All parties and their voters" means no one before.
        var ranked = host is { Determination: Determination.Quantified, IsPlural: true } && pronoun.Means == "several" ? [] : Rank(phrase, pronoun);
        if (ranked.Count == 0 && pronoun.Means is "m" or "f" && Ahead(phrase) is { } ahead && Weight(pronoun, ahead) > 0)
        {
            joiner.Join(phrase, ahead, JoinRules.PronounBeforeName);
            return;
        }

        if (Choose(phrase, ranked, pronoun.Means is "m" or "f") is not { } chosen)
        {
            var why = ranked.Count > 0 ? "ambiguousPronoun" : pronoun.Means is "m" or "f" ? "pronounWithoutName" : null;
            if (why is not null)
            {
                open.Add(new Unresolved(sheet.Analysis.SpanOf(phrase.First, phrase.End), "mention", why));
            }

            return;
        }

        Join(phrase, chosen.Last, pronoun);
    }

    /// <summary>"The 56-year-old": the person last spoken of, as a pronoun would mean.</summary>
    public void ResolveAge(Phrase phrase)
    {
        if (Choose(phrase, Rank(phrase, AnyPerson), isPerson: true) is { } chosen && chosen.Last.Cluster is not null)
        {
            joiner.Join(phrase, chosen.Last, JoinRules.AgeOfPerson);
        }
    }

    /// <summary>The one that is meant: the likeliest, if it leaves the next behind; null where none does.</summary>
    private Candidate? Choose(Phrase phrase, List<Candidate> ranked, bool isPerson)
    {
        if (ranked.Count == 0)
        {
            return null;
        }

        if (!isPerson || ranker is null)
        {
            return ranked.Count > 1 && ranked[0].Salience < ranked[1].Salience * salience.Rival ? null : ranked[0];
        }

        var judged = ranked.Select(one => (one, Sure: ranker.Probability(PronounFeatures.Of(sheet, speech, phrase, one, ranked)))).OrderByDescending(one => one.Sure).ToList();
        return judged[0].Sure >= salience.Least && (judged.Count == 1 || judged[0].Sure - judged[1].Sure >= salience.Margin) ? judged[0].one : null;
    }

    /// <summary>What might be meant, with the numbers of each; for training.</summary>
    public IEnumerable<(Candidate Candidate, float[] Numbers)> Judged(Phrase phrase)
    {
        var ranked = kinds.PronounOf(sheet.Tokens[phrase.Head].Lower) is { Means: "m" or "f", Use: "plain" } pronoun ? Rank(phrase, pronoun) : [];
        return ranked.Select(one => (one, PronounFeatures.Of(sheet, speech, phrase, one, ranked)));
    }

    /// <summary>"While she accepted that, Beverly Glass said …": the subject of the clause on which the pronoun's hangs, where nobody has been named before.</summary>
    private Phrase? Ahead(Phrase pronoun)
    {
        const int MostSteps = 8;
        var at = pronoun.Head;
        for (var steps = 0; steps < MostSteps && at >= 0; steps++)
        {
            var head = sheet.Tokens[at].Head;
            if (sheet.Tokens[at].Relation.StartsWith("advcl", StringComparison.Ordinal) && head > at)
            {
                return subjects.Of(head) is { Form: MentionForm.Name, Type: EntityType.Person, Cluster: not null } one && one.First > at ? one : null;
            }

            at = head;
        }

        return null;
    }

    private void Join(Phrase phrase, Phrase with, Pronoun pronoun) => joiner.Join(phrase, with, pronoun.Means switch
    {
        "thing" => JoinRules.PronounOfThing,
        "several" => JoinRules.PronounOfSeveral,
        _ => JoinRules.PronounOfPerson,
    });

    /// <summary>Remembers a phrase for the pronouns that follow.</summary>
    public void Pass(Phrase phrase)
    {
        while (_near.Count > 0 && _near.Peek().Sentence < phrase.Sentence - SentencesBack)
        {
            _near.Dequeue();
        }

        _near.Enqueue(phrase);
    }

    /// <summary>The entities that may be meant, the most salient first.</summary>
    private List<Candidate> Rank(Phrase phrase, Pronoun pronoun)
    {
        var candidates = new Dictionary<object, Candidate>();
        foreach (var one in _near)
        {
            var weight = Weight(pronoun, one);
            if (weight == 0 || one.End > phrase.First)
            {
                continue;
            }

            var key = (object?)one.Cluster ?? one;
            var candidate = candidates.TryGetValue(key, out var known) ? known : candidates[key] = new Candidate();
            candidate.Mentions.Add(one);
            candidate.Fit = weight;
            candidate.Salience += IsBarred(phrase, one) ? double.NegativeInfinity
                : weight * Place(one, phrase, pronoun) * Voice(phrase, one, pronoun) * Math.Pow(salience.Sentence, phrase.Sentence - one.Sentence);
        }

        return [.. candidates.Values.Where(one => one.Salience > 0).OrderByDescending(one => one.Salience).ThenByDescending(one => one.Last.Head)];
    }

    /// <summary>Who spoke before speaks again; who is spoken of in quotation marks is not who speaks; and the subject of the clause around is near.</summary>
    private double Voice(Phrase pronoun, Phrase phrase, Pronoun word) =>
        (speech.IsQuoted(phrase.Head) && !speech.IsQuoted(pronoun.Head) ? salience.Quoted : 1)
        * (speech.Speaks(pronoun.Head) && speech.Speaks(phrase.Head) ? salience.Speaker : 1)
        * (word.Means != "thing" && PronounFeatures.Governs(sheet, phrase, pronoun) ? salience.Governing : 1);

    /// <summary>How well the pronoun suits a phrase; 0 where it does not.</summary>
    private double Weight(Pronoun pronoun, Phrase phrase)
    {
        var type = phrase.Cluster?.Type ?? phrase.Type;
        if (phrase is { Form: MentionForm.Name, Cluster: null } || phrase.Determination == Determination.Quantified)
        {
            return 0;
        }

        switch (pronoun.Means)
        {
            case "thing":
                return type is EntityType.Person or EntityType.Group || phrase.IsPlural || phrase is { Form: MentionForm.Pronoun, Cluster: null } ? 0 : 1;
            case "several":
                return type == EntityType.Group && (phrase.IsPlural || phrase.Form == MentionForm.Pronoun) ? 1
                    : phrase is { Form: MentionForm.Nominal, IsPlural: true } ? 1
                    : type == EntityType.Organization ? salience.Organization
                    : 0;
            default:
                var gender = phrase.Cluster?.Gender ?? phrase.Gender;
                return type != EntityType.Person || phrase.IsPlural || (gender != Gender.Unknown && pronoun.Gender != Gender.Unknown && gender != pronoun.Gender) ? 0
                    : gender == pronoun.Gender || pronoun.Gender == Gender.Unknown ? 1 : salience.Ungendered;
        }
    }

    /// <summary>What a mention's place in its sentence makes of it. A thing of the pronoun's own sentence is as good as a name: "approved a plan after protests led it to be weakened".</summary>
    private double Place(Phrase phrase, Phrase pronoun, Pronoun word) =>
        salience.Of(sheet.Tokens[phrase.Head].Relation)
        * (phrase is { Form: MentionForm.Nominal, Cluster: null } && !(word.Means == "thing" && phrase.Sentence == pronoun.Sentence) ? salience.Nominal : 1);

    /// <summary>A pronoun that is no reflexive does not mean another part of its own clause, a possessor not the thing possessed; nor does a speaker call himself "he".</summary>
    private bool IsBarred(Phrase pronoun, Phrase phrase)
    {
        if (pronoun.Sentence != phrase.Sentence)
        {
            return false;
        }

        var (at, other) = (sheet.Tokens[pronoun.Head], sheet.Tokens[phrase.Head]);
        if (at.Relation == "nmod:poss")
        {
            return IsUnder(pronoun.Head, phrase.Head) || IsQuotedFrom(pronoun, phrase);
        }

        return (at.Head >= 0 && at.Head == other.Head && other.Relation != "conj") || at.Head == phrase.Head || IsUnder(phrase.Head, pronoun.Head) || IsQuotedFrom(pronoun, phrase);
    }

    /// <summary>Of a possessive the phrase to which its thing is joined by "and": Orlo and <em>her</em> aides.</summary>
    private Phrase? Host(Phrase pronoun)
    {
        if (sheet.Tokens[pronoun.Head].Relation != "nmod:poss")
        {
            return null;
        }

        var thing = sheet.Tokens[sheet.Tokens[pronoun.Head].Head];
        return thing.Relation == "conj"
            ? _near.LastOrDefault(one => one.Sentence == pronoun.Sentence && one.Head == thing.Head && one.End <= pronoun.First)
            : null;
    }

    private bool IsUnder(int at, int head)
    {
        const int MostSteps = 24;
        for (var steps = 0; steps < MostSteps && at >= 0; steps++)
        {
            at = sheet.Tokens[at].Head;
            if (at == head)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Inside a quotation of the sentence, and the phrase is the subject outside it.</summary>
    private bool IsQuotedFrom(Phrase pronoun, Phrase phrase)
    {
        if (!sheet.Tokens[phrase.Head].Relation.StartsWith("nsubj", StringComparison.Ordinal) || !IsUnder(pronoun.Head, sheet.Tokens[phrase.Head].Head))
        {
            return false;
        }

        var marks = 0;
        for (var i = phrase.End; i < pronoun.First; i++)
        {
            marks += sheet.Tokens[i].Form is "“" or "\"" or "``" or "”" or "''" ? 1 : 0;
        }

        return marks % 2 == 1;
    }

    /// <summary>The subject of the clause in which a reflexive stands.</summary>
    private Phrase? Subject(Phrase pronoun)
    {
        const int MostSteps = 6;
        var verb = sheet.Tokens[pronoun.Head].Head;
        for (var steps = 0; steps < MostSteps && verb >= 0; steps++)
        {
            foreach (var one in _near)
            {
                if (one.Sentence == pronoun.Sentence && sheet.Tokens[one.Head].Head == verb && sheet.Tokens[one.Head].Relation.StartsWith("nsubj", StringComparison.Ordinal))
                {
                    return one;
                }
            }

            verb = sheet.Tokens[verb].Head;
        }

        return null;
    }
}
