using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;
using OnRecord.Archive.FullText;

namespace OnRecord.Archive.Accounts;

/// <summary>Whether a claim tells that something is so.</summary>
internal enum Stance
{
    /// <summary>It is so.</summary>
    Asserts,

    /// <summary>It is not so.</summary>
    Denies,

    /// <summary>It may be, will be, or is not known to be.</summary>
    Open,
}

/// <summary>A claim of a report, in a form in which it is compared with claims of others.</summary>
internal sealed record Telling
{
    /// <summary>The report.</summary>
    public required Report Report { get; init; }

    /// <summary>The claim.</summary>
    public required Claim Claim { get; init; }

    /// <summary>The verb that stands for all that tell the same.</summary>
    public required string Act { get; init; }

    /// <summary>Event coded of it; null where none is.</summary>
    public CodedEvent? Event { get; init; }

    /// <summary>Who does it.</summary>
    public required Participant Agent { get; init; }

    /// <summary>Whom or what it befalls.</summary>
    public required Participant Patient { get; init; }

    /// <summary>Where.</summary>
    public required Participant Place { get; init; }

    /// <summary>The days that it names, in the order of the text.</summary>
    public required ImmutableArray<TimeExpression> Days { get; init; }

    /// <summary>Whether it tells that it is so.</summary>
    public required Stance Stance { get; init; }

    /// <summary>Who says so, in words; null where the report speaks itself.</summary>
    public string? Source { get; init; }

    /// <summary>The independent voice to which it is counted.</summary>
    public required string Voice { get; init; }

    /// <summary>Of a claim that one source says that another made: the words for the one who says so; null elsewhere.</summary>
    public string? Through { get; init; }

    /// <summary>The voice that does it, and the words for that one; null where the doer says nothing in the story.</summary>
    public (string Voice, string Words)? Doer { get; init; }

    /// <summary>Whether its voice tells of a deed of its own.</summary>
    public bool IsOwnDeed => Doer?.Voice == Voice;

    /// <summary>Copies of the report that repeat it.</summary>
    public int Copies { get; init; }

    /// <summary>Its only participant where it has one; else null.</summary>
    public Participant? Sole => Agent.IsOpen ? Patient : Patient.IsOpen ? Agent : null;

    /// <summary>Whether the days that two claims name exclude each other.</summary>
    public bool IsOfAnotherDay(Telling other) => !Days.IsEmpty && !other.Days.IsEmpty && Days.All(own => other.Days.All(theirs => AreApart(own, theirs)));

    /// <summary>The day that it names, where it names one and no other.</summary>
    public LocalDate? Day => Days is [{ Earliest: { } first, Latest: { } last }] && first == last ? first : null;

    /// <summary>What the claim says, as an account shows it.</summary>
    /// <param name="marked">What is marked in the sentence; null for the claim.</param>
    public Testimony Told(TextSpan? marked = null)
    {
        var (record, text) = (Report.Record, Report.Record.Document.Text);
        var map = new CodePointMap(text);
        var mark = marked ?? Claim.Span;
        var home = record.Sentences.FirstOrDefault(sentence => sentence.Contains(mark));
        var sentence = home.IsEmpty ? mark : home;
        return new Testimony
        {
            Record = record.Id,
            Claim = Claim.Id,
            Predicate = WordsOf(map, Claim.Predicate.Span),
            Statement = Claim.Statement,
            Sentence = WordFolding.Storable(sentence.Of(text)),
            Marked = new(map.ToCodePoints(mark.Start) - map.ToCodePoints(sentence.Start), map.ToCodePoints(mark.End) - map.ToCodePoints(sentence.Start)),
            Status = ContractNames<ClaimStatus>.Of(Claim.Status),
            Negated = Claim.Negated,
            Governor = Claim.Governor?.Of(text),
            Source = Source,
            Through = Through,
            Voice = Voice,
            Title = Report.Title,
            Publisher = record.Document.Publisher,
            Said = Iso(Report.Day),
            Earliest = Iso(Days.FirstOrDefault()?.Earliest),
            Latest = Iso(Days.FirstOrDefault()?.Latest),
            Copies = Copies,
        };
    }

    /// <summary>Words of a text with their place in code points.</summary>
    public static Words WordsOf(CodePointMap map, TextSpan span) => new(map.ToCodePoints(span.Start), map.ToCodePoints(span.End), span.Of(map.Text));

    private static bool AreApart(TimeExpression own, TimeExpression theirs) =>
        (own.Latest is { } end && theirs.Earliest is { } begin && end < begin) || (theirs.Latest is { } last && own.Earliest is { } first && last < first);

    private static string? Iso(LocalDate? day) => day is { } known ? LocalDatePattern.Iso.Format(known) : null;
}
