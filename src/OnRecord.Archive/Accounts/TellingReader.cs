using OnRecord.Archive.FullText;

namespace OnRecord.Archive.Accounts;

/// <summary>Makes the claims of a story's reports comparable, copies of claims folded.</summary>
internal static class TellingReader
{
    /// <summary>Claims that are read of a report: news tells first what happened.</summary>
    private const int MostOfReport = 150;

    /// <summary>Claims that are read of all reports; of many reports fewer are read of each.</summary>
    private const int MostOfAll = 5_000;

    private static readonly RoleKind[] Befallen = [RoleKind.Patient, RoleKind.Recipient];
    private static readonly RoleKind[] Core = [RoleKind.Agent, .. Befallen];

    /// <param name="reports">The reports, in the order of their days.</param>
    /// <param name="words">Words by which they are compared.</param>
    public static List<Telling> Read(IReadOnlyList<Report> reports, StoryWords words)
    {
        var voices = new VoiceIndex(reports, words);
        var (tellings, places) = (new List<Telling>(), new Dictionary<(string Family, string Statement, string Voice), int>());
        var most = Math.Min(MostOfReport, Math.Max(1, MostOfAll / Math.Max(1, reports.Count)));
        foreach (var report in reports)
        {
            var events = report.Record.Events.DistinctBy(coded => coded.Claim, StringComparer.Ordinal).ToDictionary(coded => coded.Claim, StringComparer.Ordinal);
            foreach (var claim in report.Record.Claims.Where(IsRead).Take(most))
            {
                var telling = Of(report, claim, events.GetValueOrDefault(claim.Id), voices, words);
                var key = (report.Family, WordFolding.Line(claim.Statement), telling.Voice);
                if (!places.TryGetValue(key, out var place))
                {
                    places.Add(key, tellings.Count);
                    tellings.Add(telling);
                }
                else if (tellings[place].Report != report)
                {
                    tellings[place] = tellings[place] with { Copies = tellings[place].Copies + 1 };
                }
            }
        }

        // Who speaks is known now, so that a doer who says something in the story is found among the voices.
        return tellings.ConvertAll(telling => telling with { Doer = DoerOf(telling, voices) });
    }

    private static (string Voice, string Words)? DoerOf(Telling telling, VoiceIndex voices) =>
        telling.Claim.Roles.FirstOrDefault(role => role.Role == RoleKind.Agent) is { } agent && ItselfIn(telling.Report, telling.Claim, agent) is var doer && voices.Find(telling.Report, doer.Span, doer.Entity) is { } voice
            ? (voice, doer.Entity is { } id && telling.Report.Names.Find(id) is { Named: true } entity ? entity.Name : doer.Span.Of(telling.Report.Names.Text))
            : null;

    /// <summary>A role, or the words that name the source where it is the source that plays it: "the group said it had".</summary>
    private static ClaimRole ItselfIn(Report report, Claim claim, ClaimRole role) =>
        claim.Origin is { } origin && (role.Entity is { } entity ? entity == origin.Entity : claim.Parts.Any(part => part.Span == role.Span && part.Insert == origin.Span.Of(report.Names.Text)))
            ? role with { Span = origin.Span, Entity = origin.Entity }
            : role;

    /// <summary>What does not read alone is read where somebody tells it as a fact: its sentence is shown with it.</summary>
    private static bool IsRead(Claim claim) =>
        claim.Level != ClaimLevel.Fragment || claim.Status == ClaimStatus.NotStated || (!claim.AttributedTo.IsEmpty && claim.Status is ClaimStatus.Asserted or ClaimStatus.Denied);

    private static Telling Of(Report report, Claim claim, CodedEvent? coded, VoiceIndex voices, StoryWords words)
    {
        var counter = claim.AttributedTo.IsEmpty && words.IsCounting(claim.Predicate.Lemma) && !claim.Quantities.IsEmpty ? claim.Roles.FirstOrDefault(role => role.Role == RoleKind.Agent) : null;
        var roles = claim.Roles.Select(role => ItselfIn(report, claim, role)).ToList();
        var (voice, source) = counter is null ? voices.Of(report, claim) : voices.Of(report, counter.Span, counter.Entity);
        return new Telling
        {
            Report = report,
            Claim = claim,
            Act = words.ActOf(claim.Predicate.Lemma),
            Event = coded,
            Agent = Participant.Of(report.Names, roles.Where(role => role.Role == RoleKind.Agent), words),
            Patient = Participant.Of(report.Names, roles.Where(role => Befallen.Contains(role.Role)), words),
            Place = Participant.Of(report.Names, roles.Where(role => role.Role == RoleKind.Place || (!Core.Contains(role.Role) && report.Names.Find(role.Entity)?.Type is EntityType.Place or EntityType.Country)), words),
            Days = [.. claim.Times.Order().Select(place => report.Record.Times[place]).Where(time => time.Type is TimexType.Date or TimexType.Time && (time.Earliest ?? time.Latest) is not null)],
            Stance = StanceOf(claim, words.IsOpposite(claim.Predicate.Lemma)),
            Voice = voice,
            Through = voices.Through(report, claim) is { } through && through.Voice != voice ? through.Source : null,
            Source = source,
        };
    }

    private static Stance StanceOf(Claim claim, bool isOpposite) => (StanceOf(claim), isOpposite) switch
    {
        (Stance.Asserts, true) => Stance.Denies,
        (Stance.Denies, true) => Stance.Asserts,
        var (stance, _) => stance,
    };

    private static Stance StanceOf(Claim claim) => claim switch
    {
        // "Has denied kicking": the governor is the denial.
        { Status: ClaimStatus.Denied, Governor: not null } => Stance.Denies,
        { Status: ClaimStatus.Denied } => claim.Negated ? Stance.Asserts : Stance.Denies,
        { Status: ClaimStatus.Asserted, Negated: true } => Stance.Denies,
        // "Tried to", "wanted to": nobody tells that it is so.
        { Status: ClaimStatus.Asserted, Governor: null } => Stance.Asserts,
        _ => Stance.Open,
    };
}
