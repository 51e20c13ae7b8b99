using System.Collections.Immutable;

namespace OnRecord.Attributions;

/// <summary>A stretch of text in quotation marks, marks included; one part a paragraph.</summary>
/// <param name="Parts">One span, or several where each paragraph repeats the opening mark and only the last closes it.</param>
/// <param name="Closed">Whether a closing mark was found.</param>
internal sealed record Quotation(ImmutableArray<TextSpan> Parts, bool Closed)
{
    /// <summary>The opening mark of the first paragraph.</summary>
    public int Start => Parts[0].Start;

    /// <summary>One past the closing mark of the last paragraph.</summary>
    public int End => Parts[^1].End;
}
