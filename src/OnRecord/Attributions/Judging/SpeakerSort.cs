namespace OnRecord.Attributions.Judging;

/// <summary>What sort of being or thing a source is.</summary>
internal enum SpeakerSort
{
    /// <summary>No source, or a word that tells nothing.</summary>
    None,

    /// <summary>A person, or several.</summary>
    Person,

    /// <summary>An organisation.</summary>
    Organization,

    /// <summary>A people, party or other group.</summary>
    Group,

    /// <summary>A country or place.</summary>
    Place,

    /// <summary>What is written or shown: a report, a law, a survey.</summary>
    Document,

    /// <summary>A product.</summary>
    Product,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A clause or gerund: "knowing how".</summary>
    Clause,

    /// <summary>A name of which nothing is known.</summary>
    Name,

    /// <summary>"It", "this", "which".</summary>
    It,

    /// <summary>Any other thing, act or thought.</summary>
    Thing,
}
