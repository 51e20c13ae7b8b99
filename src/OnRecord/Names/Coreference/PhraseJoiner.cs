namespace OnRecord.Names.Coreference;

/// <summary>Joins a phrase to what another one means.</summary>
internal sealed class PhraseJoiner(NameSheet sheet)
{
    /// <summary>The entity of a phrase; one without a name is opened where the phrase is the first to mean it. Null where its noun is of no type that entities have.</summary>
    public EntityCluster? ClusterOf(Phrase phrase)
    {
        if (phrase.Cluster is null && phrase is { Form: MentionForm.Nominal, Type: { } type })
        {
            phrase.Cluster = new EntityCluster(type);
            Take(phrase);
        }

        return phrase.Cluster;
    }

    /// <summary>Joins a phrase that means nothing yet to the entity of another.</summary>
    public void Join(Phrase phrase, Phrase antecedent, string rule)
    {
        if (ClusterOf(antecedent) is { } cluster)
        {
            (phrase.Cluster, phrase.Join) = (cluster, rule);
            Take(phrase);
        }
    }

    private void Take(Phrase phrase)
    {
        if (phrase.Form == MentionForm.Pronoun)
        {
            phrase.Cluster!.Learn(phrase.Gender);
        }
        else
        {
            phrase.Cluster!.TakePhrase(phrase.First, phrase.End, sheet.TextOf(phrase.First, phrase.End), phrase.Gender);
        }
    }
}
