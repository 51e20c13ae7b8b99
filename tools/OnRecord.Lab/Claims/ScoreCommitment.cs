using System.CommandLine;
using OnRecord.Claims;
using OnRecord.Data;
using OnRecord.Lab.Language;
using OnRecord.Language;

namespace OnRecord.Lab.Claims;

/// <summary>
/// <c>score-commitment</c>: clauses under negated, asked, modal and conditional verbs of the CommitmentBank. Pearson's r of our certainty, and of our states put on the
/// scale of UDS-IH2, with how sure readers are that the writer holds the clause true. The corpus is measured with, never learned from.
/// </summary>
internal static class ScoreCommitment
{
    public static Command Command()
    {
        var errors = new Option<bool>("--errors") { Description = "Print the items whose state lies furthest from the rating." };
        var command = new Command("score-commitment", "Scores certainty and status of embedded clauses on the CommitmentBank.") { errors };
        command.SetAction(parse => Run(parse.GetValue(errors)));
        return command;
    }

    private static void Run(bool errors)
    {
        var data = DataFolder.English();
        var (analyzer, finder) = (new EnglishAnalyzer(data), new ClaimFinder(data));
        var (rated, items) = (new List<Rated>(), 0);
        foreach (var item in CommitmentGold.Read())
        {
            items++;
            var text = $"{item.Context} {item.Target}";
            var analysis = analyzer.Analyze(Treebank.DocumentOf(text));
            if (Embedded(analysis, [.. finder.Statuses(analysis, [])], item) is { } found)
            {
                rated.Add(new Rated(item, found));
            }
        }

        // Under a negated modal, an item counts as both.
        foreach (var group in rated.SelectMany(one => one.Item.Under.Split(' ').Select(under => (under, one))).GroupBy(pair => pair.under, pair => pair.one).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            Tell(group.Key, [.. group]);
        }

        Tell($"all ({rated.Count} of {items} clauses found)", rated);
        foreach (var (item, claim) in errors ? rated.Where(one => Math.Abs(one.Item.Rating - Scaled(one)) > 2.5) : [])
        {
            Console.WriteLine(FormattableString.Invariant($"{item.Rating:F1}\t{item.Under}\t{claim.Presented}{(claim.Negated ? ", negated" : "")}\t{claim.Rule}\t{item.Target}"));
        }
    }

    /// <summary>The clause that the verb embeds: the first one behind it whose predicate is a word of the clause that readers were asked about.</summary>
    private static ClauseStatus? Embedded(Analysis analysis, List<ClauseStatus> clauses, CommitmentItem item)
    {
        var words = item.Clause.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.Trim('.', ',', '?', '!', ';', '"', '\'').ToLowerInvariant()).ToHashSet(StringComparer.Ordinal);
        var start = item.Context.Length + 1;
        var verb = analysis.Tokens.FirstOrDefault(token => token.Span.Start >= start && token.Upos is Upos.VERB && token.Lemma.Equals(item.Verb, StringComparison.OrdinalIgnoreCase));
        return verb is null ? null : clauses.Find(clause => clause.Predicate.Start > verb.Span.Start && words.Contains(clause.Predicate.Of(analysis.Text).ToLowerInvariant()));
    }

    private static void Tell(string name, List<Rated> rated)
    {
        var certain = rated.FindAll(one => one.Claim.Certainty is not null);
        var certainty = UdsGold.Pearson(certain.ConvertAll(one => one.Item.Rating), certain.ConvertAll(one => (double)one.Claim.Certainty!.Value));
        var state = UdsGold.Pearson(rated.ConvertAll(one => one.Item.Rating), rated.ConvertAll(Scaled));
        Console.WriteLine(FormattableString.Invariant($"{name,-36} {rated.Count,5}  mean rating {rated.Average(one => one.Item.Rating),6:F2}  certainty r {certainty:F3}  state r {state:F3}"));
    }

    private static double Scaled(Rated one) => StateScale.Of(one.Claim.Presented, one.Claim.Negated);

    private sealed record Rated(CommitmentItem Item, ClauseStatus Claim);
}
