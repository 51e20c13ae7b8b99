namespace OnRecord.Names.Coreference;

/// <summary>What a text has spoken of so far: how often and since when, and what the last pronoun of each kind meant.</summary>
internal sealed class MentionMemory
{
    private readonly Dictionary<EntityCluster, (int Count, int First)> _entities = [];
    private readonly Dictionary<string, Phrase> _pronouns = new(StringComparer.Ordinal);

    /// <summary>Remembers a phrase.</summary>
    /// <param name="phrase">The phrase.</param>
    /// <param name="means">What a pronoun's word stands for; null for other phrases.</param>
    /// <param name="speaks">Whether it is the subject of a verb of saying.</param>
    public void Pass(Phrase phrase, string? means, bool speaks)
    {
        if (speaks)
        {
            Speaker = phrase.Cluster;
        }

        if (phrase.Cluster is { } cluster)
        {
            _entities[cluster] = _entities.TryGetValue(cluster, out var known) ? (known.Count + 1, known.First) : (1, phrase.Sentence);
        }

        if (means is not null)
        {
            _pronouns[means] = phrase;
            if (means is "m" or "f")
            {
                _pronouns[Pronoun.AnyPerson] = phrase;
            }
        }
    }

    /// <summary>How often the entity of a phrase has been spoken of.</summary>
    public int Count(Phrase phrase) => phrase.Cluster is { } cluster ? _entities.GetValueOrDefault(cluster).Count : 1;

    /// <summary>The sentence in which it was first spoken of.</summary>
    public int FirstSentence(Phrase phrase) => phrase.Cluster is { } cluster && _entities.TryGetValue(cluster, out var known) ? known.First : phrase.Sentence;

    /// <summary>The last pronoun of a kind; null before the first.</summary>
    public Phrase? LastPronoun(Pronoun pronoun) => _pronouns.GetValueOrDefault(pronoun.Means);

    /// <summary>Who spoke last; null before the first.</summary>
    public EntityCluster? Speaker { get; private set; }
}
