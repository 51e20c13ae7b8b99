namespace OnRecord.Archive.Search;

/// <summary>Orders of a list of claims.</summary>
public enum ClaimOrder
{
    /// <summary>Main claims first; of one level the best match, or without words the newest document, and in it the highest rank.</summary>
    Best,

    /// <summary>By the first day on which they may have happened.</summary>
    Happened,

    /// <summary>By the day of publication of their documents.</summary>
    Published,

    /// <summary>By the name of the source.</summary>
    Source,

    /// <summary>By status.</summary>
    Status,

    /// <summary>What a checker would want first, first.</summary>
    Rank,

    /// <summary>As they stand in the documents, in the order of the archive.</summary>
    Text,
}
