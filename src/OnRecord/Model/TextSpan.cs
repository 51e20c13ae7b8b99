namespace OnRecord;

/// <summary>A half-open range of a document's text, in UTF-16 code units: <c>text[Start..End]</c>.</summary>
/// <remarks>Code points appear only where a record is written or read (<see cref="RecordJson"/>).</remarks>
public readonly record struct TextSpan : IComparable<TextSpan>
{
    /// <exception cref="ArgumentOutOfRangeException">The start is negative or lies behind the end.</exception>
    public TextSpan(int start, int end)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfLessThan(end, start);
        Start = start;
        End = end;
    }

    /// <summary>First code unit.</summary>
    public int Start { get; }

    /// <summary>One past the last code unit.</summary>
    public int End { get; }

    /// <summary>Number of code units.</summary>
    public int Length => End - Start;

    /// <summary>Whether the span holds no character.</summary>
    public bool IsEmpty => Start == End;

    /// <summary>Whether <paramref name="offset"/> lies inside the span.</summary>
    public bool Contains(int offset) => Start <= offset && offset < End;

    /// <summary>Whether every character of <paramref name="other"/> lies inside the span.</summary>
    public bool Contains(TextSpan other) => Start <= other.Start && other.End <= End;

    /// <summary>Whether the two spans share at least one character.</summary>
    public bool Overlaps(TextSpan other) => Start < other.End && other.Start < End;

    /// <summary>The smallest span that holds both.</summary>
    public TextSpan Cover(TextSpan other) => new(Math.Min(Start, other.Start), Math.Max(End, other.End));

    /// <summary>The same range, moved by <paramref name="distance"/> code units.</summary>
    public TextSpan Shift(int distance) => new(Start + distance, End + distance);

    /// <summary>The characters of <paramref name="text"/> that the span holds.</summary>
    public string Of(string text) => text.Substring(Start, Length);

    /// <summary>Orders by start, then by end: the order of every array in a record.</summary>
    public int CompareTo(TextSpan other) =>
        Start != other.Start ? Start.CompareTo(other.Start) : End.CompareTo(other.End);

    /// <inheritdoc/>
    public override string ToString() => $"{Start}..{End}";
}
