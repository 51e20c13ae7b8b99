namespace OnRecord.Language.Syntax;

/// <summary>A half-open range of <see cref="Analysis.Tokens"/>.</summary>
/// <param name="First">Index of the first token.</param>
/// <param name="End">One past the index of the last token.</param>
internal readonly record struct TokenRange(int First, int End)
{
    /// <summary>Number of tokens.</summary>
    public int Length => End - First;

    /// <summary>Whether it holds no token.</summary>
    public bool IsEmpty => End <= First;

    /// <summary>Whether a token lies inside.</summary>
    public bool Contains(int token) => First <= token && token < End;
}
