using OnRecord.Attributions.Borders;

namespace OnRecord.Attributions.Judging;

/// <summary>How sure the taggers are of a draft, and what the rules had made of its cue.</summary>
/// <param name="Cue">Greatest probability of a token of the cue to be one.</param>
/// <param name="CueMean">Mean probability of the cue's tokens.</param>
/// <param name="Source">Mean probability of the source's tokens; 0 where the tagger saw none.</param>
/// <param name="Content">Mean probability of the content's tokens.</param>
/// <param name="Rule">The rules' draft of the cue; null where they had none.</param>
/// <param name="IsRead">Whether the second tagger looked for its source and content; if not, these are the rules' alone.</param>
/// <param name="IsInner">Whether its cue stands inside another's content.</param>
internal sealed record Evidence(double Cue, double CueMean, double Source, double Content, Draft? Rule, bool IsRead = true, bool IsInner = false)
{
    /// <summary>What the second tagger says of each token as content.</summary>
    public ContentScores Tokens { get; init; } = ContentScores.None;
}
