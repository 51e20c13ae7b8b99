namespace OnRecord.Pages;

/// <summary>What stands at one place of a container: a page, a problem that kept one from being read, or a remark.</summary>
public sealed record ContainedPage
{
    /// <summary>Where it stands, to be put behind the container's name: <c>byte 1234</c>, <c>line 12</c>, <c>item 3</c>.</summary>
    public required string Place { get; init; }

    /// <summary>The page; null where there is none.</summary>
    public Page? Page { get; init; }

    /// <summary>Why there is no page here, and what was skipped; null where all is well.</summary>
    public string? Problem { get; init; }

    /// <summary>What is no page and no fault: records that were left out because they never hold a page. Null elsewhere.</summary>
    public string? Remark { get; init; }

    internal static ContainedPage Of(string place, Page page) => new() { Place = place, Page = page };

    internal static ContainedPage Fault(string place, string problem) => new() { Place = place, Problem = problem };
}

/// <summary>Limits and names for the reading of containers.</summary>
public sealed record ContainerOptions
{
    /// <summary>The limits and names that hold where nobody said otherwise.</summary>
    public static ContainerOptions Default { get; } = new();

    /// <summary>Most bytes of one page, unpacked, and of one record or line that may hold it. A larger one is skipped and reported.</summary>
    public int MaxPageBytes { get; init; } = PageBytes.DefaultMaxBytes;

    /// <summary>The field of a JSON line that holds bare text; null where it is one of the known forms.</summary>
    public string? TextField { get; init; }

    /// <summary>The field of a JSON line that holds HTML; it goes before <see cref="TextField"/>.</summary>
    public string? HtmlField { get; init; }

    /// <summary>The field of a JSON line that holds the page's address; null looks for <c>url</c> and <c>uri</c>.</summary>
    public string? UriField { get; init; }

    /// <summary>The field of a JSON line that holds the day of publication; null takes none.</summary>
    public string? PublishedField { get; init; }
}

/// <summary>What holds several pages.</summary>
public enum ContainerKind
{
    /// <summary>Web archive, ISO 28500, plain or gzipped record by record.</summary>
    Warc,

    /// <summary>A ZIP archive of WARC files.</summary>
    Wacz,

    /// <summary>RSS 0.9x, 1.0 and 2.0, Atom (RFC 4287).</summary>
    XmlFeed,

    /// <summary>JSON Feed 1.0 and 1.1.</summary>
    JsonFeed,

    /// <summary>A JSON object a line, or one object in the whole file, such as news-please writes.</summary>
    Json,

    /// <summary>Web archive of the kind before WARC, plain or gzipped record by record.</summary>
    Arc,
}
