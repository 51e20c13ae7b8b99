using System.Collections.Immutable;

namespace OnRecord.Archive.Accounts;

/// <summary>Finds what sources ascribe to each other: one says what another said or did, and that one has words of its own on it.</summary>
internal static class AscriptionFinder
{
    private const int Most = 40;

    /// <param name="happenings">Claims by happening, in the order of days.</param>
    /// <param name="tellings">All claims.</param>
    /// <param name="words">Words by which they are compared.</param>
    public static ImmutableArray<Ascription> Find(IEnumerable<IReadOnlyList<Telling>> happenings, IReadOnlyList<Telling> tellings, StoryWords words) =>
        [.. happenings.SelectMany(Of).Concat(Disowned(tellings, words)).Take(Most)];

    /// <summary>Of one happening: who says that others said so, or did so, and what these say.</summary>
    private static IEnumerable<Ascription> Of(IReadOnlyList<Telling> happening) =>
        happening.Select(telling => (Telling: telling, To: To(telling))).Where(ascribed => ascribed.To is not null)
            .GroupBy(ascribed => ascribed.To!.Value.Voice, StringComparer.Ordinal)
            .Select(to => (By: to.ToList(), Own: happening.Where(telling => telling.Voice == to.Key && telling.Through is null && telling.Stance != Stance.Open).ToList()))
            .Where(ascribed => ascribed.Own.Count > 0)
            .Select(ascribed => new Ascription(
                ascribed.By[0].To!.Value.Words,
                ascribed.Own.Exists(own => ascribed.By.Exists(by => by.Telling.Stance != Stance.Open && by.Telling.Stance != own.Stance)),
                [.. ascribed.By.Select(by => by.Telling.Told())],
                [.. ascribed.Own.Select(own => own.Told())]));

    /// <summary>To whom a claim on somebody's word is ascribed: the one who is said to have said it, else the one who is said to have done it; null where that is nobody who speaks.</summary>
    private static (string Voice, string Words)? To(Telling telling) => telling switch
    {
        { Through: not null, Source: { } source } => (telling.Voice, source),
        { Source: not null, Doer: { } doer } when doer.Voice != telling.Voice => doer,
        _ => null,
    };

    /// <summary>Those who deny having said what others say that they said.</summary>
    public static IEnumerable<Contradiction> Contradictions(IReadOnlyList<Telling> tellings, StoryWords words) => Disowned(tellings, words)
        .Select(denied => ContradictionFinder.Of(ContradictionKind.Ascribed, "one says that the other said so, who denies having said it", null, denied.By, denied.Own));

    /// <summary>Denials of having said what others say that one said: "denied that it had admitted any leak".</summary>
    private static IEnumerable<Ascription> Disowned(IReadOnlyList<Telling> tellings, StoryWords words)
    {
        var said = tellings.Where(telling => telling is { Through: not null, Source: not null, Stance: Stance.Asserts })
            .ToLookup(telling => (telling.Voice, Act: telling.Report.Attributions.GetValueOrDefault(telling.Claim.AttributedTo[^1]) is { } last ? words.ActOf(last.Cue.Lemma) : ""));
        return tellings.Where(telling => telling is { Through: null, Stance: Stance.Denies, IsOwnDeed: true } && said.Contains((telling.Voice, telling.Act)))
            .GroupBy(telling => (telling.Voice, telling.Act))
            .Select(denied => new Ascription(said[denied.Key].First().Source!, true, [.. said[denied.Key].Select(telling => telling.Told())], [.. denied.Select(telling => telling.Told())]));
    }
}
