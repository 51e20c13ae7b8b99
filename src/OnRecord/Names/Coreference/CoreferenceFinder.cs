using OnRecord.Data;

namespace OnRecord.Names.Coreference;

/// <summary>
/// Joins noun phrases and pronouns to the entities of a document, the surest first: appositions and copulas, then one pass through the text in which each description and
/// each pronoun looks back. A join that is not the only likely one is not made.
/// </summary>
internal sealed class CoreferenceFinder(DataFolder data)
{
    private readonly NounKinds _kinds = new(data);
    private readonly Salience _salience = new(data);

    /// <summary>The phrases that mean an entity, in the order of the text; pronouns and descriptions for which several are as likely go to <paramref name="open"/>.</summary>
    public List<Phrase> Find(NameSheet sheet, IReadOnlyList<NameDraft> drafts, IReadOnlyDictionary<NameDraft, EntityCluster?> joined, List<Unresolved> open)
    {
        var phrases = new PhraseFinder(sheet, _kinds).Find(drafts, joined);
        var byHead = phrases.ToDictionary(phrase => phrase.Head);
        var joiner = new PhraseJoiner(sheet);
        new Equations(sheet, byHead, joiner).Take(phrases);
        var (descriptions, pronouns) = (new Descriptions(sheet, _kinds, joiner), new Pronouns(sheet, _kinds, _salience, joiner));
        foreach (var phrase in phrases)
        {
            if (phrase is { Form: MentionForm.Nominal, Cluster: null })
            {
                descriptions.Resolve(phrase, open);
            }
            else if (phrase.Form == MentionForm.Pronoun)
            {
                pronouns.Resolve(phrase, open);
            }

            descriptions.Pass(phrase);
            pronouns.Pass(phrase);
        }

        return [.. phrases.Where(phrase => phrase is { Form: not MentionForm.Name, Cluster: not null })];
    }
}
