namespace OnRecord.Names.Coreference;

/// <summary>For each verb the phrase that is its subject.</summary>
internal sealed class SubjectsOfVerbs
{
    private readonly Dictionary<int, Phrase> _byVerb = [];

    public SubjectsOfVerbs(NameSheet sheet, IEnumerable<Phrase> phrases)
    {
        foreach (var phrase in phrases)
        {
            var token = sheet.Tokens[phrase.Head];
            if (token.Head < 0)
            {
                continue;
            }

            if (token.Relation.StartsWith("nsubj", StringComparison.Ordinal))
            {
                _byVerb.TryAdd(token.Head, phrase);
            }
            else if (phrase is { Form: MentionForm.Name, Type: EntityType.Person } && token.Relation.Split(':')[0] is "appos" or "flat" or "compound" or "nmod"
                && phrase.First == token.Head + 1 && sheet.Tokens[token.Head] is { Head: >= 0 } noun && noun.Relation.StartsWith("nsubj", StringComparison.Ordinal))
            {
                // "Ben's mum Beverly Glass said": the name, and not what she is.
                _byVerb[noun.Head] = phrase;
            }
        }
    }

    /// <summary>The subject of a verb; null where it has none that is a phrase.</summary>
    public Phrase? Of(int verb) => _byVerb.GetValueOrDefault(verb);
}
