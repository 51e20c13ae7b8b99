using System.Collections.Immutable;
using OnRecord.Archive.Search;

namespace OnRecord.Archive.Accounts;

/// <summary>What the reports of one story tell together: computed when somebody asks, never stored.</summary>
/// <param name="Happenings">What happened, as it is told; what most voices tell comes first.</param>
/// <param name="Contradictions">What cannot all be right.</param>
/// <param name="Figures">Figures of one thing, in the order in which they were said.</param>
/// <param name="Gaps">What a reader would expect and no report states, or reports say is not known.</param>
/// <param name="Ascriptions">What sources say of each other, where those have words of their own on it.</param>
/// <param name="Voices">Independent voices: those on whose word anything stands, each once, copies counted with the original.</param>
/// <param name="Read">Reports that were read, copies among them.</param>
/// <param name="Left">Reports that were not read, because the story has too many.</param>
public sealed record Account(
    ImmutableArray<Happening> Happenings, ImmutableArray<Contradiction> Contradictions, ImmutableArray<FigureSeries> Figures, ImmutableArray<Gap> Gaps, ImmutableArray<Ascription> Ascriptions, int Voices, int Read, int Left);

/// <summary>Claims of several reports, or several of one, that tell the same happening.</summary>
/// <param name="Id">Made from its first claim.</param>
/// <param name="Type">PLOVER's type, where its claims are coded so; null where they are not.</param>
/// <param name="Act">What happens: the verb that stands for all that tell it.</param>
/// <param name="Voices">Independent voices that tell that it is so.</param>
/// <param name="Pages">Reports that tell of it, copies among them.</param>
/// <param name="Claims">Its claims, in the order of days; what copies repeat is counted and not listed.</param>
public sealed record Happening(string Id, string? Type, string Act, int Voices, int Pages, ImmutableArray<Testimony> Claims);

/// <summary>What one report says, with the words that prove it.</summary>
public sealed record Testimony
{
    /// <summary>Id of the record.</summary>
    public required string Record { get; init; }

    /// <summary>Id of the claim.</summary>
    public required string Claim { get; init; }

    /// <summary>The word that tells it.</summary>
    public required Words Predicate { get; init; }

    /// <summary>The claim as it reads alone.</summary>
    public required string Statement { get; init; }

    /// <summary>The sentence in which it stands.</summary>
    public required string Sentence { get; init; }

    /// <summary>The claim, or the figure, in its sentence.</summary>
    public required Match Marked { get; init; }

    /// <summary>How it is presented, as the record writes it.</summary>
    public required string Status { get; init; }

    /// <summary>Whether the claim says itself that something is not so.</summary>
    public required bool Negated { get; init; }

    /// <summary>The word that tells how far or how sure, or null.</summary>
    public string? Governor { get; init; }

    /// <summary>On whose word it stands: a name, or words of the text; null where the report speaks itself.</summary>
    public string? Source { get; init; }

    /// <summary>Who says that the source says so, in words of the text; null where it speaks itself.</summary>
    public string? Through { get; init; }

    /// <summary>The independent voice to which it is counted.</summary>
    public required string Voice { get; init; }

    /// <summary>The report's headline, or how its text begins.</summary>
    public required string Title { get; init; }

    /// <summary>Who prints it.</summary>
    public string? Publisher { get; init; }

    /// <summary>ISO day on which it was said: the report's day of publication.</summary>
    public string? Said { get; init; }

    /// <summary>First ISO day that it tells of, where it names one.</summary>
    public string? Earliest { get; init; }

    /// <summary>Last ISO day that it tells of.</summary>
    public string? Latest { get; init; }

    /// <summary>Copies of the report that repeat it.</summary>
    public int Copies { get; init; }
}

/// <summary>Words of a record's text.</summary>
/// <param name="Start">First character, in code points.</param>
/// <param name="End">One past the last.</param>
/// <param name="Text">The words.</param>
public sealed record Words(int Start, int End, string Text);

/// <summary>Two sides that cannot both be right.</summary>
/// <param name="Id">Made from the first claims of both sides.</param>
/// <param name="Kind">In what: <c>denial</c>, <c>ascribed</c> (one denies what another says that it said), <c>figure</c> (of one thing, said on one day), <c>actor</c>, <c>place</c> or <c>day</c>.</param>
/// <param name="Reason">Why they exclude each other, in words.</param>
/// <param name="Happening">Id of the happening that both tell of; null for figures.</param>
/// <param name="One">Who says so, in the order of days.</param>
/// <param name="Other">Who says otherwise.</param>
public sealed record Contradiction(string Id, string Kind, string Reason, string? Happening, ImmutableArray<Testimony> One, ImmutableArray<Testimony> Other)
{
    /// <summary>Independent voices on the two sides.</summary>
    public int Voices => One.Concat(Other).Select(testimony => testimony.Voice).Distinct(StringComparer.Ordinal).Count();
}

/// <summary>Figures of one thing in one story.</summary>
/// <param name="Thing">What is counted or measured, in words.</param>
/// <param name="Counted">Who or what is counted, where all figures name the same: "worker"; null for people, and where they do not.</param>
/// <param name="Unit">Currency or unit; null for counts.</param>
/// <param name="Figures">Each number of each source once as long as it stays the same, in the order of days.</param>
public sealed record FigureSeries(string Thing, string? Counted, string? Unit, ImmutableArray<ToldFigure> Figures);

/// <summary>A figure that a source tells.</summary>
/// <param name="Told">Where it was said first.</param>
/// <param name="Figure">The figure in the words of the text.</param>
/// <param name="Low">Lower bound; null where it is open.</param>
/// <param name="High">Upper bound; null where it is open.</param>
/// <param name="Best">The figure named.</param>
/// <param name="Relation">How the figure named relates to the true one, as the record writes it.</param>
/// <param name="Revises">Place in the series of the figure of the same source that it takes the place of; null where it is that source's first.</param>
/// <param name="Repeated">Where the same source's figure is told again.</param>
public sealed record ToldFigure(Testimony Told, Words Figure, decimal? Low, decimal? High, decimal? Best, string Relation, int? Revises, ImmutableArray<Testimony> Repeated);

/// <summary>What sources say that another said or did, and what that one says itself.</summary>
/// <param name="To">To whom it is ascribed, in the words of the text.</param>
/// <param name="Denied">Whether its own words and those of the others exclude each other.</param>
/// <param name="By">Who says so.</param>
/// <param name="Own">Its own words on it.</param>
public sealed record Ascription(string To, bool Denied, ImmutableArray<Testimony> By, ImmutableArray<Testimony> Own);

/// <summary>What is not known, or not said.</summary>
/// <param name="Question">What.</param>
/// <param name="Said">Reports that say that it is not known or was not said; empty where no report states it at all.</param>
public sealed record Gap(string Question, ImmutableArray<Testimony> Said);
