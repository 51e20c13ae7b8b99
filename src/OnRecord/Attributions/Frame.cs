namespace OnRecord.Attributions;

/// <summary>What stands behind a cue (or before it): the shape of its complement.</summary>
internal enum Frame
{
    /// <summary>Nothing that could be content.</summary>
    None,

    /// <summary>Quotation marks: <c>said: “…”</c>, <c>called it “…”</c>.</summary>
    Quote,

    /// <summary>A clause with <c>that</c>.</summary>
    That,

    /// <summary>A clause without <c>that</c>.</summary>
    Clause,

    /// <summary><c>whether</c>, <c>how</c>, <c>what</c>, <c>if</c> …</summary>
    Wh,

    /// <summary><c>to</c> and an infinitive.</summary>
    To,

    /// <summary>A noun phrase, then <c>to</c> and an infinitive: <c>urged them to leave</c>.</summary>
    ObjectTo,

    /// <summary>A form in -ing.</summary>
    Ing,

    /// <summary>A noun phrase.</summary>
    Object,

    /// <summary>A noun phrase, then <c>as</c>: <c>described him as …</c>.</summary>
    As,

    /// <summary>A preposition and its object: <c>called for …</c>.</summary>
    Preposition,

    /// <summary>The content stands before the cue: <c>…, she said</c>.</summary>
    Before,

    /// <summary>The content stands before the cue, and the source behind it: <c>…, said Ono</c>.</summary>
    Inverted,

    /// <summary>No complement, or one that only the subject completes: <c>was criticized</c>.</summary>
    Passive,
}
