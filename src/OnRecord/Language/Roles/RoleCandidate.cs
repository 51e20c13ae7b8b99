namespace OnRecord.Language.Roles;

/// <summary>How a candidate was taken from the tree.</summary>
internal enum CandidateKind
{
    /// <summary>The predicate itself: the question is whether it is one.</summary>
    Predicate,

    /// <summary>The subtree of a dependent.</summary>
    Dependent,

    /// <summary>A dependent without the last part of its subtree, which the tree may have put too low.</summary>
    Cut,

    /// <summary>That last part.</summary>
    Tail,

    /// <summary>Two dependents that follow each other at once, of which the tree may have put the second too high; an object with its predicate.</summary>
    Joined,

    /// <summary>The head of a dependent, alone: the noun of a light verb.</summary>
    Bare,

    /// <summary>What the predicate modifies, up to the predicate: the antecedent of a relative clause, the sentence that is quoted.</summary>
    Antecedent,

    /// <summary>What the predicate modifies, without its preposition or conjunction.</summary>
    Stripped,

    /// <summary>What the predicate modifies, behind the predicate.</summary>
    Following,

    /// <summary>The word that the predicate depends on, alone: the light verb of a noun.</summary>
    Governor,

    /// <summary>What a copula says of its subject.</summary>
    Attribute,
}

/// <summary>A range of tokens that may be an argument of a predicate.</summary>
/// <param name="Kind">How it was taken from the tree.</param>
/// <param name="Level">How many heads up from the predicate.</param>
/// <param name="Dependent">The dependent that it was made from, or the head that it is a part of.</param>
/// <param name="Head">Its head.</param>
/// <param name="First">Index of its first token.</param>
/// <param name="End">One past the index of its last.</param>
/// <param name="Edge">What its border was drawn at: the word whose subtree was cut off, joined, or stands last in it; −1 where nothing does.</param>
internal readonly record struct RoleCandidate(CandidateKind Kind, int Level, int Dependent, int Head, int First, int End, int Edge);
