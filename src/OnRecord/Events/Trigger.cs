namespace OnRecord.Events;

/// <summary>A word that may tell an event, and what stands around it; −1 stands for "none".</summary>
/// <param name="Token">The word.</param>
/// <param name="Claim">The claim that it stands in, or whose word it carries.</param>
/// <param name="Agent">Head of who does it.</param>
/// <param name="Object">Head of whom or what it acts on.</param>
/// <param name="Content">The predicate of the clause that it governs; null where it governs none.</param>
/// <param name="Status">How it is told itself.</param>
/// <param name="Negated">Whether it is told as not so.</param>
internal sealed record Trigger(int Token, Claim Claim, int Agent, int Object, Trigger? Content, ClaimStatus Status, bool Negated)
{
    /// <summary>Head of the one to whom it is given or done, where the claim tells: an indirect object; −1 for none.</summary>
    public int Indirect { get; init; } = -1;

    /// <summary>Whether it is said that it must be done.</summary>
    public bool IsObligation { get; init; }
}
