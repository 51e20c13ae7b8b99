using OnRecord.Attributions.Borders;
using OnRecord.Attributions.Judging;

namespace OnRecord.Attributions;

/// <summary>An attribution in the making: tokens for the cue, spans for the rest.</summary>
internal sealed class Draft
{
    public required Cue Cue { get; init; }

    public required TextSpan CueSpan { get; init; }

    public required string Rule { get; init; }

    public TextSpan? Source { get; set; }

    public List<TextSpan> Content { get; } = [];

    /// <summary>The attribution that hands this one on, where the text puts them side by side; null where only content tells.</summary>
    public Draft? Within { get; set; }

    /// <summary>Whether its cue is a phrase or adverb that can mean nothing else: "according to", "in her view", "reportedly".</summary>
    public bool IsPlain => Rule is Rules.Adverb or Rules.SourceBehindPhrase or Rules.Possessor;

    /// <summary>What the taggers say of it; null before they were asked.</summary>
    public Evidence? Evidence { get; set; }

    /// <summary>Where its content may end, with the numbers of each place; only for training.</summary>
    public (OpenContent Content, List<float[]> Rows)? Ends { get; set; }

    /// <summary>The numbers by which it was judged; null where it was not.</summary>
    public float[]? Features { get; set; }

    /// <summary>How likely it is right as a whole; null where it was not judged.</summary>
    public double? Confidence { get; set; }

    /// <summary>Last token that the attribution uses, for what follows it.</summary>
    public int LastToken { get; set; }

    /// <summary>First token that the attribution uses beside its content before the cue.</summary>
    public int FirstToken { get; set; }
}
