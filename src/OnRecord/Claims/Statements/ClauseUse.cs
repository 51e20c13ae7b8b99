using System.Collections.Immutable;
using OnRecord.Language.Syntax;

namespace OnRecord.Claims.Statements;

/// <summary>What becomes of a clause.</summary>
internal enum ClauseUse
{
    /// <summary>A claim of its own.</summary>
    Row,

    /// <summary>Kept as a claim that cannot be made to read alone: a question, a command, a condition, a clause without a subject.</summary>
    Fragment,

    /// <summary>One claim with the verb, adjective or noun above it: "agreed [to send]", "is unlikely [to pass]".</summary>
    Complement,

    /// <summary>A part of the clause that it hangs on: an infinitive of purpose, a participle.</summary>
    Part,
}

/// <summary>A clause that becomes a claim, with what grammar lends it.</summary>
internal sealed record ClausePlan
{
    /// <summary>The clause whose words the claim has: with a governor, the governor's.</summary>
    public required Clause Clause { get; init; }

    /// <summary>The clause that says what happens: the innermost complement, or the clause itself.</summary>
    public required Clause Inner { get; init; }

    /// <summary><see cref="ClauseUse.Row"/> or <see cref="ClauseUse.Fragment"/>.</summary>
    public required ClauseUse Use { get; init; }

    /// <summary>Words from outside of the clause that stand before it: a shared subject, an antecedent, shared auxiliaries.</summary>
    public ImmutableArray<TokenRange> Before { get; init; } = [];

    /// <summary>Words from outside of the clause that stand behind its token <see cref="BehindToken"/>: the antecedent that is its object.</summary>
    public ImmutableArray<TokenRange> Behind { get; init; } = [];

    /// <summary>Head of <see cref="Behind"/>, where that is the object of the verb; −1 where it is not.</summary>
    public int LentObject { get; init; } = -1;

    /// <summary>The token that <see cref="Behind"/> follows; −1 = the last.</summary>
    public int BehindToken { get; init; } = -1;

    /// <summary>The noun of whom <see cref="Possessive"/> stands: "whose"; −1 where there is none.</summary>
    public int Possessor { get; init; } = -1;

    /// <summary>The token "whose"; −1 where there is none.</summary>
    public int Possessive { get; init; } = -1;

    /// <summary>Head of the subject, of its own or lent; −1 where there is none.</summary>
    public int Subject { get; init; } = -1;

    /// <summary>The claim beside which it stands, where it is coordinated with one: the head of its clause; −1 where it is not.</summary>
    public int Beside { get; init; } = -1;

    /// <summary>Tokens of the clause that are left out: a relative pronoun with its preposition.</summary>
    public ImmutableArray<int> LeftOut { get; init; } = [];

    /// <summary>The governor's token; −1 where the claim has none.</summary>
    public int Governor => Clause.Head == Inner.Head ? -1 : Clause.Head;
}
