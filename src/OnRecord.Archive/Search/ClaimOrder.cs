namespace OnRecord.Archive.Search;

/// <summary>Orders of a list of claims.</summary>
public enum ClaimOrder
{
    /// <summary>The best match first; without words the newest document first.</summary>
    Best,

    /// <summary>By the first day on which they may have happened.</summary>
    Happened,

    /// <summary>By the day of publication of their documents.</summary>
    Published,

    /// <summary>By the name of the source.</summary>
    Source,

    /// <summary>By status.</summary>
    Status,
}
