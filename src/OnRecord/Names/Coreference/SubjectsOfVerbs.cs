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
            if (token.Head >= 0 && token.Relation.StartsWith("nsubj", StringComparison.Ordinal))
            {
                _byVerb.TryAdd(token.Head, phrase);
            }
        }
    }

    /// <summary>The subject of a verb; null where it has none that is a phrase.</summary>
    public Phrase? Of(int verb) => _byVerb.GetValueOrDefault(verb);
}
