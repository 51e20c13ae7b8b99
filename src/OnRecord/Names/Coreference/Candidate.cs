namespace OnRecord.Names.Coreference;

/// <summary>An entity, or a noun phrase of none, that a pronoun may mean, with its mentions in the sentences before.</summary>
internal sealed class Candidate
{
    /// <summary>Its mentions nearby, in the order of the text.</summary>
    public List<Phrase> Mentions { get; } = [];

    /// <summary>Weight by place, agreement and distance; minus infinity where grammar bars it.</summary>
    public double Salience { get; set; }

    /// <summary>How well the pronoun suits it.</summary>
    public double Fit { get; set; }

    /// <summary>Whether it is named again further on in the pronoun's sentence.</summary>
    public bool Returns { get; set; }

    /// <summary>Its last mention; for a name that stands behind the pronoun alone, that one.</summary>
    public Phrase Last => Mentions[^1];
}
