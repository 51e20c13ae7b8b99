namespace OnRecord.Pages;

/// <summary>An input that is not a page that can be read. The message says what is wrong and what to do; the caller adds the name of the file.</summary>
public sealed class PageInputException : Exception
{
    /// <summary>An error of this kind.</summary>
    public PageInputException(PageInputProblem problem, string message, Exception? inner = null)
        : base(message, inner)
    {
        Problem = problem;
    }

    /// <summary>What is wrong.</summary>
    public PageInputProblem Problem { get; }
}

/// <summary>Reasons why an input cannot be read as a page.</summary>
public enum PageInputProblem
{
    /// <summary>No bytes, or nothing but white space.</summary>
    Empty,

    /// <summary>More bytes, packed or unpacked, than the limit.</summary>
    TooLarge,

    /// <summary>The gzip data end too early.</summary>
    TruncatedGzip,

    /// <summary>The gzip data are not valid.</summary>
    DamagedGzip,

    /// <summary>Not text: a picture, an archive, a program.</summary>
    Binary,

    /// <summary>A place of a container that holds a page which cannot be had: a damaged record, a bad line.</summary>
    Damaged,

    /// <summary>A form that holds pages and is not read: a web page in a single file (MHTML), a message of e-mail.</summary>
    UnreadForm,
}
