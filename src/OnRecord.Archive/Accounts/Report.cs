using NodaTime;

namespace OnRecord.Archive.Accounts;

/// <summary>A report of a story.</summary>
/// <param name="Record">What was read of it.</param>
/// <param name="Family">Id of the earliest record of its copies, or its own: copies of one report are one report.</param>
/// <param name="Press">Who speaks where it names no source: the publisher of that earliest record, or its id where nobody knows who prints it.</param>
/// <param name="Title">Its headline, or how its text begins.</param>
internal sealed record Report(Record Record, string Family, string Press, string Title)
{
    /// <summary>Its day of publication.</summary>
    public LocalDate? Day => Record.Document.Published?.Value;

    /// <summary>Its attributions, by id.</summary>
    public IReadOnlyDictionary<string, Attribution> Attributions { get; } = Record.Attributions.DistinctBy(attribution => attribution.Id, StringComparer.Ordinal).ToDictionary(attribution => attribution.Id, StringComparer.Ordinal);

    /// <summary>The names in it.</summary>
    public ReportNames Names { get; } = new(Record);
}
