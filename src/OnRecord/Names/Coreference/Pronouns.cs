namespace OnRecord.Names.Coreference;

/// <summary>Finds whom a pronoun means among the entities of its sentence and the ones before.</summary>
internal sealed class Pronouns(NameSheet sheet, NounKinds kinds, PhraseJoiner joiner, Candidates candidates, AntecedentRanker ranker, MentionMemory memory, Speech speech, SubjectsOfVerbs subjects)
{
    private static readonly Pronoun AnyPerson = new(Gender.Unknown, Pronoun.AnyPerson, "plain");

    /// <summary>Joins a pronoun to the entity that it most likely means.</summary>
    public void Resolve(Phrase phrase, List<Unresolved> open)
    {
        var pronoun = kinds.PronounOf(sheet.Tokens[phrase.Head].Lower)!;
        if (pronoun.Use == "reflexive")
        {
            if (Subject(phrase) is { } subject && candidates.Weight(pronoun, subject) > 0)
            {
                joiner.Join(phrase, subject, JoinRules.Reflexive);
            }

            return;
        }

        if (IsOfTwo(phrase))
        {
            open.Add(new Unresolved(sheet.Analysis.SpanOf(phrase.First, phrase.End), "mention", "ambiguousPronoun"));
            return;
        }

        var host = Host(phrase);
        if (host is not null && candidates.Weight(pronoun, host) > 0)
        {
            Join(phrase, host, pronoun);
            return;
        }

        var ranked = Ranked(phrase, pronoun, host);
        if (ranked.TrueForAll(one => one.Last.First > phrase.First) && pronoun.Means is "m" or "f" && Ahead(phrase) is { } ahead && candidates.Weight(pronoun, ahead) > 0)
        {
            joiner.Join(phrase, ahead, JoinRules.PronounBeforeName);
            return;
        }

        if ((Speaker(phrase, ranked) ?? ranker.Choose(phrase, pronoun, ranked)) is not { } chosen)
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
        if (ranker.Choose(phrase, AnyPerson, candidates.Of(phrase, AnyPerson, looksAhead: false)) is { } chosen && chosen.Last.Cluster is not null)
        {
            joiner.Join(phrase, chosen.Last, JoinRules.AgeOfPerson);
        }
    }

    /// <summary>What might be meant, with the numbers of each; for training.</summary>
    /// <param name="phrase">The pronoun.</param>
    /// <param name="isBlind">Whether "he" and "she" are taken as one word for persons of either gender.</param>
    public IEnumerable<(Candidate Candidate, float[] Numbers)> Judged(Phrase phrase, bool isBlind)
    {
        var host = Host(phrase);
        return kinds.PronounOf(sheet.Tokens[phrase.Head].Lower) is { Use: "plain" } pronoun && !(host is not null && candidates.Weight(pronoun, host) > 0)
            ? ranker.Judged(phrase, isBlind && pronoun.IsPerson ? AnyPerson : pronoun, candidates.Of(phrase, isBlind && pronoun.IsPerson ? AnyPerson : pronoun, looksAhead: true))
            : [];
    }

    /// <summary>Remembers a phrase for the pronouns that follow.</summary>
    public void Pass(Phrase phrase)
    {
        candidates.Pass(phrase);
        memory.Pass(phrase, phrase.Form == MentionForm.Pronoun ? kinds.PronounOf(sheet.Tokens[phrase.Head].Lower)?.Means : null, speech.Speaks(phrase));
    }

    /// <summary>"they both", "both of them": two names, of which no group is made.</summary>
    private bool IsOfTwo(Phrase phrase) => kinds.PronounOf(sheet.Tokens[phrase.Head].Lower)!.Means == "several"
        && ((phrase.End < sheet.Tokens.Length && sheet.Tokens[phrase.End].Lower == "both")
            || (phrase.First > 1 && sheet.Tokens[phrase.First - 1].Lower == "of" && sheet.Tokens[phrase.First - 2].Lower is "both" or "neither" or "either"));

    /// <summary>"Orlo admitted that the sides had split, which was no surprise, he said": the only one who speaks in the sentence goes on speaking. "Orlo testified that Brell had left. He said …": so does who opens the next one.</summary>
    private Candidate? Speaker(Phrase phrase, List<Candidate> ranked)
    {
        if (!speech.Speaks(phrase.Head))
        {
            return null;
        }

        if (phrase.First == sheet.Analysis.Sentences[phrase.Sentence].FirstToken)
        {
            return SpeakerOf(phrase.Sentence - 1);
        }

        return sheet.Tokens[phrase.First - 1].Form is "," or "”" or "\"" or "''" ? SpeakerOf(phrase.Sentence) : null;

        Candidate? SpeakerOf(int sentence) =>
            ranked.FindAll(one => one.Mentions.Exists(mention => mention.Sentence == sentence && mention.First < phrase.First && speech.Speaks(mention))) is [var only] ? only : null;
    }

    /// <summary>What may be meant, the most salient first. "All parties and their voters" means no one before.</summary>
    private List<Candidate> Ranked(Phrase phrase, Pronoun pronoun, Phrase? host) =>
        host is { Determination: Determination.Quantified, IsPlural: true } && pronoun.Means == "several" ? [] : candidates.Of(phrase, pronoun, ranker.LooksAhead && pronoun.Means is "m" or "f");

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
        _ => with.First > phrase.First ? JoinRules.PronounBeforeName : JoinRules.PronounOfPerson,
    });

    /// <summary>Of a possessive the phrase to which its thing is joined by "and": Orlo and <em>her</em> aides.</summary>
    private Phrase? Host(Phrase pronoun)
    {
        if (sheet.Tokens[pronoun.Head].Relation != "nmod:poss")
        {
            return null;
        }

        var thing = sheet.Tokens[sheet.Tokens[pronoun.Head].Head];
        return thing.Relation == "conj"
            ? candidates.Near.LastOrDefault(one => one.Sentence == pronoun.Sentence && one.Head == thing.Head && one.End <= pronoun.First)
            : null;
    }

    /// <summary>The subject of the clause in which a reflexive stands.</summary>
    private Phrase? Subject(Phrase pronoun)
    {
        const int MostSteps = 6;
        var verb = sheet.Tokens[pronoun.Head].Head;
        for (var steps = 0; steps < MostSteps && verb >= 0; steps++)
        {
            foreach (var one in candidates.Near)
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
