using OnRecord.Data;

namespace OnRecord.Times;

/// <summary>Finds expressions of time and the days that they cover.</summary>
public sealed class TimeFinder
{
    /// <summary>Opens the lexicons of time.</summary>
    /// <exception cref="DataFileException">A lexicon is missing or damaged.</exception>
    public TimeFinder(DataFolder data)
    {
        _ = data;
    }

    /// <summary>The expressions of time in a text, resolved against the document's day of publication where it is known.</summary>
    public Findings<TimeExpression> Find(Analysis analysis) => Findings<TimeExpression>.None;
}
