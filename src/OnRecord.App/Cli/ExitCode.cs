namespace OnRecord.App.Cli;

/// <summary>What the program's exit code says. Documented in <c>docs/cli.md</c>; never renumbered.</summary>
internal static class ExitCode
{
    /// <summary>Every page was read.</summary>
    public const int Success = 0;

    /// <summary>At least one page could not be read; all others were, and are in the output.</summary>
    public const int SomeUnread = 1;

    /// <summary>The command line is wrong, or it names no page at all.</summary>
    public const int Usage = 2;

    /// <summary>A lexicon or model of the installation is missing or damaged.</summary>
    public const int Installation = 3;

    /// <summary>The output could not be written.</summary>
    public const int Output = 4;

    /// <summary>The archive is missing, no archive, damaged, or cannot be written.</summary>
    public const int Archive = 5;

    /// <summary>A fault of the program itself; the message says where.</summary>
    public const int Fault = 70;

    /// <summary>Interrupted; what had been read by then is in the output.</summary>
    public const int Interrupted = 130;

    /// <summary>The reader of the output has gone, as in <c>onrecord read … | head</c>: nothing is said.</summary>
    public const int ReaderGone = 141;
}
