namespace OnRecord.Attributions;

/// <summary>A place that may tie content to a source.</summary>
/// <param name="First">First token of the cue.</param>
/// <param name="End">One past the last token of the cue.</param>
/// <param name="Head">The verb or noun that the cue is about.</param>
/// <param name="Lemma">Lemma of the head, with its particle or preposition.</param>
/// <param name="Class">Sort of cue, from the lexicon.</param>
/// <param name="Frame">Shape of the complement.</param>
/// <param name="Complement">First token of the complement; the end of the cue where it stands before.</param>
/// <param name="Voice">Active, passive or participle.</param>
/// <param name="Sentence">Index of the sentence.</param>
internal readonly record struct Cue(int First, int End, int Head, string Lemma, string Class, Frame Frame, int Complement, Voice Voice, int Sentence);

/// <summary>Which part the source plays in the cue's verb group.</summary>
internal enum Voice
{
    /// <summary>The source is the subject.</summary>
    Active,

    /// <summary>The source follows <c>by</c>, or is not named.</summary>
    Passive,

    /// <summary>A participle: the source is the subject of the clause that it hangs on.</summary>
    Participle,

    /// <summary>An infinitive.</summary>
    Infinitive,

    /// <summary>A noun: the source is its possessor.</summary>
    Noun,

    /// <summary>A phrase or adverb: "according to", "reportedly".</summary>
    Phrase,
}
