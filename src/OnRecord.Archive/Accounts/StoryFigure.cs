namespace OnRecord.Archive.Accounts;

/// <summary>A figure of a report and what it is a figure of.</summary>
/// <param name="Telling">The smallest claim that holds it.</param>
/// <param name="Quantity">The figure.</param>
/// <param name="Thing">What is counted or measured, in a form in which reports are compared.</param>
/// <param name="Noun">The noun counted where it names somebody in particular ("workers"); null where it does not ("people").</param>
internal sealed record StoryFigure(Telling Telling, Quantity Quantity, string Thing, string? Noun)
{
    /// <summary>Share of a figure by which "about" may be off, where the text gives no bounds.</summary>
    private const decimal Roughly = 0.1m;

    /// <summary>Least that it can be; null where it is open.</summary>
    public decimal? Low => Quantity.Low ?? (Quantity is { Relation: QuantityRelation.About, Best: { } best } ? best * (1 - Roughly) : null);

    /// <summary>Most that it can be; null where it is open.</summary>
    public decimal? High => Quantity.High ?? (Quantity is { Relation: QuantityRelation.About, Best: { } best } ? best * (1 + Roughly) : null);

    /// <summary>Whether both cannot be right at one time.</summary>
    public bool Excludes(StoryFigure other) => (High is { } high && other.Low is { } least && high < least) || (other.High is { } most && Low is { } low && most < low);

    /// <summary>Whether both are the same figure, bounds and all.</summary>
    public bool IsSame(StoryFigure other) =>
        Quantity.Relation == other.Quantity.Relation && Quantity.Best == other.Quantity.Best && Quantity.Low == other.Quantity.Low && Quantity.High == other.Quantity.High;

    /// <summary>Whether both can be figures of one thing: nobody else's, and nowhere else.</summary>
    public bool IsComparable(StoryFigure other) =>
        !Telling.Place.ExcludesByName(other.Telling.Place) && !Telling.Agent.ExcludesByName(other.Telling.Agent)
        && (Quantity.Kind == QuantityKind.Count || SharesParticipant(other));

    /// <summary>Whether both count in one deed: by the same one, or of those whom the verb alone tells ("people marched").</summary>
    public bool IsOfOneDeed(StoryFigure other) => Noun is null || SharesParticipant(other) && Telling.Act == other.Telling.Act && (Quantity.Kind == QuantityKind.Money || Telling.Agent.Shares(other.Telling.Agent));

    private bool SharesParticipant(StoryFigure other) => new[] { Telling.Agent, Telling.Patient }.Any(own => own.Shares(other.Telling.Agent) || own.Shares(other.Telling.Patient));
}
