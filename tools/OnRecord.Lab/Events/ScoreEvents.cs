using System.CommandLine;
using OnRecord.Attributions;
using OnRecord.Claims;
using OnRecord.Data;
using OnRecord.Events;
using OnRecord.Lab.Attributions;
using OnRecord.Lab.Language;
using OnRecord.Lab.Scoring;
using OnRecord.Language;
using OnRecord.Names;

namespace OnRecord.Lab.Events;

/// <summary>
/// <c>score-events</c>: PLOVER's type of what a source did to a target, both given, on PLV's training sentences. Ours is the type of the event that has the two as
/// its actor and recipient, else the one that has one of them, else the sentence's first; none where it has no event. Rules were written while looking at the rows
/// with even numbers; the odd ones were only counted.
/// </summary>
internal static class ScoreEvents
{
    private const string None = "none";

    public static Command Command()
    {
        var errors = new Option<bool>("--errors") { Description = "Print the rows with even numbers that are wrong." };
        var even = new Option<bool>("--even") { Description = "Only the rows with even numbers." };
        var lower = new Option<bool>("--allow-lower") { Description = "Let floors fall." };
        var command = new Command("score-events", "Scores the types of events on PLV's training sentences, source and target given.") { errors, even, lower };
        command.SetAction(parse => Run(parse.GetValue(errors), parse.GetValue(even), parse.GetValue(lower)) ? 0 : 1);
        return command;
    }

    private static bool Run(bool errors, bool even, bool allowLower)
    {
        var answers = Answers(even);
        foreach (var (gold, ours, found) in errors ? answers.Where(answer => answer.Gold.Number % 2 == 0 && answer.Ours != answer.Gold.Type) : [])
        {
            Console.WriteLine($"{gold.Number} {gold.Type} ours {ours} [{found?.Trigger.Of(gold.Text)}] {found?.Rule}: {Marked(gold)}");
        }

        if (even)
        {
            Tell("even rows", answers);
            return true;
        }

        Tell("even rows, looked at", answers.FindAll(answer => answer.Gold.Number % 2 == 0));
        Tell("odd rows, only counted", answers.FindAll(answer => answer.Gold.Number % 2 == 1));
        var (types, quads) = Tell("all rows", answers);
        var fingerprint = Treebank.Fingerprint([EventGold.File]);
        var floors = new Floors();
        return floors.Hold("events/plv-train/type-macro-f1", types, fingerprint, allowLower) & floors.Hold("events/plv-train/quad-macro-f1", quads, fingerprint, allowLower);
    }

    private static List<Answer> Answers(bool even)
    {
        var data = DataFolder.English();
        var (analyzer, names, attributions, claims, events) = (new EnglishAnalyzer(data), new NameFinder(data), new AttributionFinder(data), new ClaimFinder(data), new EventFinder(data));
        return [.. EventGold.Read().Where(gold => !even || gold.Number % 2 == 0).Select(gold =>
        {
            var analysis = analyzer.Analyze(RunningText.Document(gold.Text));
            var named = Given(names.Find(analysis), gold);
            var said = attributions.Find(analysis, named).Found;
            var found = events.Find(analysis, named, said, claims.Find(analysis, named, said, [], []).Found).Found;
            var best = found.OrderByDescending(one => Shared(one, gold)).FirstOrDefault();
            return new Answer(gold, best is null ? None : EventGold.TypeOf(best.Type), best);
        })];
    }

    /// <summary>The names found, with the source and the target as names of political actors, which is what the corpus has.</summary>
    private static NameFindings Given(NameFindings names, EventGold gold)
    {
        var entities = gold.Sources.Concat(gold.Targets).DistinctBy(span => span.Start).Select(span =>
        {
            var type = names.Mentions.LastOrDefault(mention => mention.Span.Overlaps(span) && mention.Span.End == span.End && mention.Span.Length * 2 >= span.Length)?.Type ?? EntityType.Organization;
            return (Span: span, Entity: new Entity($"given{span.Start}", span.Of(gold.Text), type, null, ["official"]));
        }).ToList();
        var others = names.Mentions.Where(mention => !entities.Exists(given => given.Span.Overlaps(mention.Span)));
        return names with
        {
            Mentions = [.. others.Concat(entities.Select(given => new Mention(given.Span, given.Entity.Type, given.Entity.Id, "given"))).OrderBy(mention => mention.Span)],
            Entities = [.. names.Entities.Concat(entities.Select(given => given.Entity))],
        };
    }

    /// <summary>2 where the event is between source and target, 1 where it has one of them in their place.</summary>
    private static int Shared(CodedEvent one, EventGold gold)
    {
        var hasSource = one.Actor.Any(participant => gold.Sources.Any(participant.Span.Overlaps));
        var hasTarget = one.Recipient.Any(participant => gold.Targets.Any(participant.Span.Overlaps)) || (one.Recipient.IsEmpty && one.Actor.Any(participant => gold.Targets.Any(participant.Span.Overlaps)));
        return (hasSource ? 1 : 0) + (hasTarget ? 1 : 0);
    }

    private static (double Types, double Quads) Tell(string what, List<Answer> answers)
    {
        var types = MacroF1(answers, type => type, what == "all rows");
        var quads = MacroF1(answers, type => EventGold.QuadOf(type) is var quad and > 0 ? $"quad {quad}" : None, what == "all rows");
        var (right, both) = (answers.Count(answer => answer.Ours == answer.Gold.Type), answers.Count(answer => answer.Found is not null && Shared(answer.Found, answer.Gold) == 2));
        Console.WriteLine(FormattableString.Invariant(
            $"{what}: {answers.Count} rows, {right} right; macro-F1 of 15 types {types:F3}, of 4 quads {quads:F3}; {answers.Count(answer => answer.Ours == None)} without event, {both} between source and target"));
        return (types, quads);
    }

    private static double MacroF1(List<Answer> answers, Func<string, string> kind, bool tell)
    {
        var scores = answers.Select(answer => kind(answer.Gold.Type)).Distinct().Order(StringComparer.Ordinal).Select(one => (Kind: one, Score: new Score(
            answers.Count(answer => kind(answer.Gold.Type) == one && kind(answer.Ours) == one),
            answers.Count(answer => kind(answer.Ours) == one),
            answers.Count(answer => kind(answer.Gold.Type) == one)))).ToList();
        foreach (var (one, score) in tell ? scores : [])
        {
            Console.WriteLine($"  {one,-10} {score}");
        }

        return scores.Average(score => score.Score.F1);
    }

    private static string Marked(EventGold gold)
    {
        var text = gold.Text;
        foreach (var (span, mark) in gold.Sources.Select(span => (span, 's')).Concat(gold.Targets.Select(span => (span, 't'))).OrderByDescending(pair => pair.span))
        {
            text = $"{text[..span.Start]}<{mark}>{text[span.Start..span.End]}</{mark}>{text[span.End..]}";
        }

        return text;
    }

    /// <summary>A row with our type for it, and the event that has it.</summary>
    private sealed record Answer(EventGold Gold, string Ours, CodedEvent? Found);
}
