namespace OnRecord.Names.Coreference;

/// <summary>What the grammar of a sentence sets equal: "Emily Quorndale, the mayor", "the mayor, Emily Quorndale", "Emily Quorndale is the mayor".</summary>
internal sealed class Equations(NameSheet sheet, IReadOnlyDictionary<int, Phrase> byHead, PhraseJoiner joiner)
{
    private static readonly string[] Doubt = ["would", "could", "might", "may", "should", "can", "if", "whether", "unless", "not", "n't", "n’t", "never", "no"];

    /// <summary>Joins what is set equal.</summary>
    public void Take(IReadOnlyList<Phrase> phrases)
    {
        var (copulas, subjects, doubts) = Dependents();
        foreach (var phrase in phrases)
        {
            var token = sheet.Tokens[phrase.Head];
            if (token.Relation == "appos" && byHead.TryGetValue(token.Head, out var other))
            {
                TakeApposition(other, phrase);
            }
            else if (phrase.Form == MentionForm.Nominal && copulas.Contains(phrase.Head) && !doubts.Contains(phrase.Head)
                && subjects.TryGetValue(phrase.Head, out var subject) && byHead.TryGetValue(subject, out var named)
                && named is { Form: MentionForm.Name, Cluster: not null } && phrase.Determination != Determination.Quantified && Agrees(named, phrase))
            {
                Equate(named, phrase, JoinRules.Copula);
            }
        }
    }

    /// <summary>Heads with a copula, heads with a subject, heads under a word that takes back what is said.</summary>
    private (HashSet<int> Copulas, Dictionary<int, int> Subjects, HashSet<int> Doubts) Dependents()
    {
        var (copulas, subjects, doubts) = (new HashSet<int>(), new Dictionary<int, int>(), new HashSet<int>());
        for (var i = 0; i < sheet.Tokens.Length; i++)
        {
            var token = sheet.Tokens[i];
            if (token.Head < 0)
            {
                continue;
            }

            if (token.Relation == "cop")
            {
                copulas.Add(token.Head);
            }
            else if (token.Relation is "nsubj" or "nsubj:outer")
            {
                subjects.TryAdd(token.Head, i);
            }

            if (Doubt.Contains(token.Lower) || token.Form == "?")
            {
                doubts.Add(token.Head);
            }
        }

        return (copulas, subjects, doubts);
    }

    private void TakeApposition(Phrase first, Phrase second)
    {
        var (name, noun) = first.Form == MentionForm.Name ? (first, second) : (second, first);
        if (noun.Form == MentionForm.Nominal && noun.Determination != Determination.Quantified && Agrees(name, noun) && (name.Form == MentionForm.Name || IsSetOff(first, second)))
        {
            Equate(name, noun, JoinRules.Apposition);
        }
    }

    private bool IsSetOff(Phrase first, Phrase second) => first.End < second.First && sheet.Tokens[first.End].Form is "," or "-" or "–" or "—" or "(";

    private void Equate(Phrase name, Phrase noun, string rule)
    {
        if (noun.Cluster is null)
        {
            joiner.Join(noun, name, rule);
        }

        if (noun.Cluster is { Type: EntityType.Person } person && noun.Cluster == name.Cluster && Roles.Title(sheet, noun) is { } role)
        {
            person.TakeRole(role.First, role.End);
        }
    }

    /// <summary>One person and a word for one person, one organisation and a word for one, a place and a word for places.</summary>
    private static bool Agrees(Phrase one, Phrase noun)
    {
        if (one.IsPlural != noun.IsPlural || noun.Type is not { } type)
        {
            return false;
        }

        var gender = one.Cluster?.Gender ?? one.Gender;
        var isSameGender = gender == noun.Gender || gender == Gender.Unknown || noun.Gender == Gender.Unknown;
        return isSameGender && (one.Type == type || (one.Type is EntityType.Country or EntityType.Place && type is EntityType.Country or EntityType.Place));
    }
}
