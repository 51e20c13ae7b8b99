using System.Collections.Immutable;
using System.CommandLine;
using OnRecord.Data;
using OnRecord.Lab.Language;
using OnRecord.Lab.Scoring;
using OnRecord.Language;
using OnRecord.Language.Roles;

namespace OnRecord.Lab.Roles;

/// <summary>
/// <c>score-roles</c>: arguments of predicates on PropBank EWT, from raw text. An argument is right if predicate, label and both borders are; pieces
/// (<c>C-</c>) and relative pronouns (<c>R-</c>) count as arguments of their own.
/// </summary>
internal static class ScoreRoles
{
    public static Command Command()
    {
        var part = new Option<string>("--part") { Description = "train or dev.", DefaultValueFactory = _ => "dev" };
        var lower = new Option<bool>("--allow-lower") { Description = "Let floors fall." };
        var errors = new Option<bool>("--errors") { Description = "Print the arguments of given predicates that are wrong or missed." };
        var command = new Command("score-roles", "Scores arguments of predicates on PropBank EWT.") { part, lower, errors };
        command.SetAction(parse => Run(parse.GetValue(part)!, parse.GetValue(lower), parse.GetValue(errors)) ? 0 : 1);
        return command;
    }

    private static bool Run(string part, bool allowLower, bool errors)
    {
        var data = DataFolder.English();
        var (analyzer, labeller) = (new EnglishAnalyzer(data), RoleLabeller.Open(data));
        var (found, given) = (new Tally(), new Tally());
        foreach (var gold in RoleGold.Read(part))
        {
            var analysis = analyzer.Analyze(Treebank.DocumentOf(gold.Text.Text));
            found.Add(analysis, gold, labeller.Find(analysis), null);
            var predicates = gold.Predicates.Select(one => analysis.TokenAt(one.Span.Start)).Where(token => token < analysis.Tokens.Length).ToHashSet();
            given.Add(analysis, gold, labeller.Find(analysis, predicates), errors ? Console.Out : null);
        }

        found.Tell("from raw text");
        given.Tell("given the predicates");
        if (part != "dev")
        {
            return true;
        }

        var (floors, print) = (new Floors(), Treebank.Fingerprint([Treebank.EwtDev, RoleGold.File(part)]));
        return floors.Hold("roles/propbank-ewt-dev/verbs-f1", found.Verbs.F1, print, allowLower)
            & floors.Hold("roles/propbank-ewt-dev/verbs-given-f1", given.Verbs.F1, print, allowLower)
            & floors.Hold("roles/propbank-ewt-dev/nouns-f1", found.Of("NOUN").F1, print, allowLower);
    }

    /// <summary>Counts by part of speech of the predicate and by label.</summary>
    private sealed class Tally
    {
        private readonly SortedDictionary<(string Kind, string Label), Score> _scores = [];
        private readonly SortedDictionary<string, Score> _predicates = new(StringComparer.Ordinal);

        /// <summary>Verbs with copulas; auxiliaries have no arguments.</summary>
        public Score Verbs => Of("VERB") + Of("AUX");

        public Score Of(string kind) => _scores.Where(pair => pair.Key.Kind == kind).Aggregate(default(Score), (sum, pair) => sum + pair.Value);

        public void Add(Analysis analysis, GoldRoles gold, IReadOnlyList<PredicateFrame> frames, TextWriter? errors)
        {
            var ours = frames.ToDictionary(frame => analysis.Tokens[frame.Predicate].Span);
            foreach (var one in gold.Predicates)
            {
                var frame = ours.GetValueOrDefault(one.Span);
                ours.Remove(one.Span);
                var arguments = Arguments(analysis, frame);
                CountPredicate(one.Upos, frame is null ? new Score(0, 0, 1) : new Score(1, 1, 1), one.Arguments.Length > 0 || frame is not null);
                foreach (var argument in one.Arguments)
                {
                    Count(one.Upos, argument.Label, new Score(arguments.Contains(argument) ? 1 : 0, 0, 1));
                }

                arguments.ForEach(argument => Count(one.Upos, argument.Label, new Score(0, 1, 0)));
                if (errors is not null)
                {
                    TellErrors(errors, gold, one, arguments);
                }
            }

            foreach (var frame in ours.Values)
            {
                var kind = analysis.Tokens[frame.Predicate].Upos.ToString();
                CountPredicate(kind, new Score(0, 1, 0), true);
                Arguments(analysis, frame).ForEach(argument => Count(kind, argument.Label, new Score(0, 1, 0)));
            }
        }

        public void Tell(string title)
        {
            Console.WriteLine($"{title}: verbs with copulas {Verbs}");
            foreach (var kind in _predicates.Keys)
            {
                Console.WriteLine($"  {kind,-6} predicates {_predicates[kind]}");
                Console.WriteLine($"  {"",-6} arguments  {Of(kind)}");
            }

            foreach (var label in _scores.Where(pair => pair.Key.Kind is "VERB" or "AUX").GroupBy(pair => pair.Key.Label).OrderByDescending(group => group.Sum(pair => pair.Value.Gold)))
            {
                Console.WriteLine($"    {label.Key,-12} {label.Aggregate(default(Score), (sum, pair) => sum + pair.Value)}");
            }
        }

        private static List<GoldArgument> Arguments(Analysis analysis, PredicateFrame? frame) => frame is null
            ? []
            : [.. frame.Arguments.Select(argument => new GoldArgument(argument.Label, analysis.SpanOf(argument.First, argument.End)))];

        private static void TellErrors(TextWriter errors, GoldRoles gold, GoldPredicate one, List<GoldArgument> ours)
        {
            string Show(GoldArgument argument) => $"{argument.Label} [{argument.Span.Of(gold.Text.Text)}]";
            var (missed, wrong) = (one.Arguments.Except(ours).ToList(), ours.Except(one.Arguments).ToList());
            if (missed.Count + wrong.Count > 0)
            {
                errors.WriteLine($"{one.Upos}\t{one.Roleset}\t{one.Span.Of(gold.Text.Text)}\tgold {string.Join(" ; ", missed.Select(Show))}\tours {string.Join(" ; ", wrong.Select(Show))}");
            }
        }

        private void Count(string kind, string label, Score score) => _scores[(kind, label)] = _scores.GetValueOrDefault((kind, label)) + score;

        /// <summary>An auxiliary without arguments is a predicate to PropBank and none to us.</summary>
        private void CountPredicate(string kind, Score score, bool counts)
        {
            if (counts || kind != "AUX")
            {
                _predicates[kind] = _predicates.GetValueOrDefault(kind) + score;
            }
        }
    }
}
