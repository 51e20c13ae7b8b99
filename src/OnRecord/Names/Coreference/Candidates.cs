namespace OnRecord.Names.Coreference;

/// <summary>
/// What a pronoun may mean: the entities and noun phrases of its sentence and the ones before, by salience: an entity gains by each mention, most as a subject, and loses half with each
/// sentence back (after Lappin and Leass, 1994); and, with the least of it, names of persons further on in the sentence. Agreement and binding rule out the rest.
/// </summary>
internal sealed class Candidates(NameSheet sheet, Salience salience, Speech speech, Binding binding, IReadOnlyList<Phrase> phrases)
{
    private const int SentencesBack = 3;

    /// <summary>Names further on that are looked at.</summary>
    private const int MostAhead = 6;

    private readonly Queue<Phrase> _near = new();
    private int _next;

    /// <summary>The phrases of this sentence and the ones before, in the order of the text.</summary>
    public IEnumerable<Phrase> Near => _near;

    /// <summary>Remembers a phrase for the pronouns that follow.</summary>
    public void Pass(Phrase phrase)
    {
        while (_near.Count > 0 && _near.Peek().Sentence < phrase.Sentence - SentencesBack)
        {
            _near.Dequeue();
        }

        _near.Enqueue(phrase);
    }

    /// <summary>What may be meant, the most salient first.</summary>
    public List<Candidate> Of(Phrase phrase, Pronoun pronoun, bool looksAhead)
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
            candidate.Salience += binding.Bars(phrase, one) ? double.NegativeInfinity
                : weight * Place(one, phrase, pronoun) * Voice(phrase, one, pronoun) * Math.Pow(salience.Sentence, phrase.Sentence - one.Sentence);
        }

        if (looksAhead)
        {
            AddAhead(phrase, pronoun, candidates);
        }

        return [.. candidates.Values.Where(one => one.Salience > 0).OrderByDescending(one => one.Salience).ThenByDescending(one => one.Last.Head)];
    }

    /// <summary>How well the pronoun suits a phrase; 0 where it does not.</summary>
    public double Weight(Pronoun pronoun, Phrase phrase)
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

    /// <summary>Persons whose name stands behind the pronoun in its sentence: "in her speech Orlo said"; who is named outside of a quotation is not "she" inside it.</summary>
    private void AddAhead(Phrase phrase, Pronoun pronoun, Dictionary<object, Candidate> candidates)
    {
        while (_next < phrases.Count && phrases[_next].First <= phrase.First)
        {
            _next++;
        }

        var seen = 0;
        for (var i = _next; i < phrases.Count && phrases[i].Sentence == phrase.Sentence && seen < MostAhead; i++)
        {
            if (phrases[i] is not { Form: MentionForm.Name, Cluster: { } cluster } name || Weight(pronoun, name) is not (> 0 and var weight))
            {
                continue;
            }

            seen++;
            if (candidates.TryGetValue(cluster, out var known))
            {
                known.Returns = true;
            }
            else if (!binding.BarsAhead(phrase, name) && (!speech.IsQuoted(phrase.Head) || speech.IsQuoted(name.Head)))
            {
                candidates[cluster] = new Candidate { Mentions = { name }, Fit = weight, Salience = salience.Ahead * weight };
            }
        }
    }

    /// <summary>Who spoke before speaks again; who is spoken of in quotation marks is not who speaks; and the subject of the clause around is near.</summary>
    private double Voice(Phrase pronoun, Phrase phrase, Pronoun word) =>
        (speech.IsQuoted(phrase.Head) && !speech.IsQuoted(pronoun.Head) ? salience.Quoted : 1)
        * (speech.Speaks(pronoun.Head) && speech.Speaks(phrase.Head) ? salience.Speaker : 1)
        * (word.Means != "thing" && AntecedentFeatures.Governs(sheet, phrase, pronoun) ? salience.Governing : 1);

    /// <summary>What a mention's place in its sentence makes of it. A thing of the pronoun's own sentence is as good as a name: "approved a plan after protests led it to be weakened".</summary>
    private double Place(Phrase phrase, Phrase pronoun, Pronoun word) =>
        salience.Of(sheet.Tokens[phrase.Head].Relation)
        * (phrase is { Form: MentionForm.Nominal, Cluster: null } && !(word.Means == "thing" && phrase.Sentence == pronoun.Sentence) ? salience.Nominal : 1);
}
