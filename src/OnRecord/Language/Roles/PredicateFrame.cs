using System.Collections.Immutable;

namespace OnRecord.Language.Roles;

/// <summary>A predicate, a verb or a noun that tells what happens, with those who take part in it.</summary>
/// <param name="Predicate">Index of its word in <see cref="Analysis.Tokens"/>.</param>
/// <param name="Arguments">Its arguments in the order of the text; none overlaps another.</param>
internal sealed record PredicateFrame(int Predicate, ImmutableArray<RoleArgument> Arguments);

/// <summary>An argument of a predicate, with PropBank's label.</summary>
/// <param name="Label">
/// <c>ARG0</c> who does it, <c>ARG1</c> whom or what it befalls, <c>ARG2</c> … by the predicate, <c>ARGM-TMP</c> when, <c>ARGM-LOC</c> where and so on;
/// <c>R-</c> before it is a relative pronoun that stands for the argument.
/// </param>
/// <param name="Head">Index of its head in <see cref="Analysis.Tokens"/>; it lies in the range.</param>
/// <param name="First">Index of its first token.</param>
/// <param name="End">One past the index of its last.</param>
internal sealed record RoleArgument(string Label, int Head, int First, int End);
