namespace OnRecord.Quantities;

/// <summary>A figure that is found but whose money may still need the rest of the document.</summary>
/// <param name="Quantity">The figure.</param>
/// <param name="Money">The money it names, or null.</param>
internal readonly record struct Draft(Quantity Quantity, MoneyName? Money);
