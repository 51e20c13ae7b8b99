using System.Collections.Immutable;
using OnRecord.Attributions;
using OnRecord.Claims;
using OnRecord.Data;
using OnRecord.Events;
using OnRecord.Names;

namespace OnRecord.Tests.Corpus;

public sealed class EventsCorpusTests
{
    private static readonly DataFolder Data = DataFolder.English();
    private static readonly NameFinder Names = new(Data);
    private static readonly AttributionFinder Attributions = new(Data);
    private static readonly ClaimFinder Claims = new(Data);
    private static readonly EventFinder Finder = new(Data);

    private static readonly CorpusDimension Dimension = new("events", Find, () => EventFinder.RuleNames);

    public static TheoryData<string> Lines() => Dimension.Places;

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_line_of_the_corpus_holds(string place) => Dimension.Holds(place);

    [Fact]
    public void Every_rule_fires_on_some_line()
    {
        var fired = Dimension.Fired();
        Assert.DoesNotContain(Dimension.Rules(), rule => !fired.Contains(rule));
    }

    private static IEnumerable<CorpusFinding> Find(Analysis analysis)
    {
        var names = Names.Find(analysis);
        var attributions = Attributions.Find(analysis, names).Found;
        return Finder.Find(analysis, names, attributions, Claims.Find(analysis, names, attributions, [], []).Found).Found
            .Select(one => new CorpusFinding(one.Trigger, Notation(one, analysis.Text), one.Rule));
    }

    private static string Notation(CodedEvent one, string text) => string.Join(" ¦ ",
        one.Mode is null ? Plover.NameOf(one.Type) : $"{Plover.NameOf(one.Type)} {one.Mode}",
        Words(one.Actor, text),
        Words(one.Recipient, text),
        char.ToLowerInvariant(one.Status.ToString()[0]) + one.Status.ToString()[1..] + (one.Negated ? ", not so" : ""));

    private static string Words(ImmutableArray<EventParticipant> participants, string text) =>
        participants.IsEmpty ? "-" : string.Join("; ", participants.Select(participant => participant.Span.Of(text)));
}
