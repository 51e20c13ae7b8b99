using OnRecord.Language.Syntax;

namespace OnRecord.Claims;

/// <summary>A clause: the token that heads it, and the tokens that it covers.</summary>
/// <param name="Head">Index of its predicate: a verb, or the adjective or noun behind a copula.</param>
/// <param name="First">Index of its first token.</param>
/// <param name="End">One past the index of its last token.</param>
/// <param name="Group">The verb group with its modal, tense and negation; null where it has no verb.</param>
internal sealed record Clause(int Head, int First, int End, VerbGroup? Group)
{
    /// <summary>Whether it is an infinitive with "to".</summary>
    public bool IsInfinitive(DependencyTrees trees) => Group is { Infinitive: true } || trees.HasTo(Head);
}
