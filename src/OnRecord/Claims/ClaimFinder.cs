using System.Collections.Immutable;
using System.Globalization;
using OnRecord.Claims.Certainty;
using OnRecord.Data;
using OnRecord.Language;

namespace OnRecord.Claims;

/// <summary>Finds what is claimed, clause by clause, and how the source presents it.</summary>
/// <remarks>Status is FactBank's factuality (Saurí and Pustejovsky 2009) in six states; see <c>docs/claims.md</c>.</remarks>
public sealed class ClaimFinder
{
    private readonly ClaimWords _words;
    private readonly CertaintyModel _certainty;

    /// <summary>Opens the lexicons and the model of claims.</summary>
    /// <exception cref="DataFileException">A lexicon or the model is missing or damaged.</exception>
    public ClaimFinder(DataFolder data) => (_words, _certainty) = (new ClaimWords(data), CertaintyModel.Open(data));

    /// <summary>Names of all rules, as <see cref="Claim.Rule"/> gives them.</summary>
    public static IReadOnlyList<string> RuleNames => StatusRules.Names;

    /// <summary>The claims in a text.</summary>
    public Findings<Claim> Find(
        Analysis analysis,
        ImmutableArray<Attribution> attributions,
        ImmutableArray<TimeExpression> times,
        ImmutableArray<Quantity> quantities)
    {
        var trees = new DependencyTrees(analysis);
        var clauses = new ClauseFinder(trees, VerbGroups.Find(analysis), _words).Find();
        var voices = new Voices(analysis, attributions);
        var statuses = new StatusReader(trees, clauses, _words, head => voices.Of(head).Length > 0);
        var features = new CertaintyFeatures(trees, clauses, statuses);
        var kept = Keep(clauses, statuses, voices);
        var spans = kept.ConvertAll(clause => voices.Clip(clause.Head, analysis.SpanOf(clause.First, clause.End)));
        var links = new ClaimLinks(spans, times, quantities);
        return new Findings<Claim>(
            [.. kept.Select((clause, at) => Claim(analysis, clause, spans[at], Presented(clause, statuses, voices, attributions)) with
            {
                Certainty = statuses.Of(clause).Status == ClaimStatus.NotStated ? null : _certainty.Of(features, clause, statuses.Of(clause)),
                AttributedTo = [.. voices.Of(clause.Head).Select(index => attributions[index].Id)],
                Origin = voices.Of(clause.Head) is [.., var last] ? attributions[last].Source : null,
                Times = links.TimesOf(at),
                Quantities = links.QuantitiesOf(at),
            }).OrderBy(claim => claim.Span).ThenBy(claim => claim.Predicate)],
            []);
    }

    /// <summary>Leaves out what a clause of silence covers, and cues whose content makes claims of its own.</summary>
    private static List<Clause> Keep(List<Clause> clauses, StatusReader statuses, Voices voices)
    {
        var silent = clauses.Where(clause => statuses.Of(clause).Status == ClaimStatus.NotStated).ToList();
        var spoken = new List<Clause>();
        var (at, silentEnd) = (0, 0);
        foreach (var clause in clauses)
        {
            while (at < silent.Count && silent[at].Head < clause.Head)
            {
                silentEnd = Math.Max(silentEnd, silent[at++].End);
            }

            if (clause.Head >= silentEnd)
            {
                spoken.Add(clause);
            }
        }

        var heads = spoken.Select(clause => clause.Head).ToList();
        return spoken.FindAll(clause => statuses.Of(clause).Status == ClaimStatus.NotStated || !voices.IsCueWithClaims(clause.Head, heads));
    }

    /// <summary>The clause's status; a plain one that stands at the head of what somebody believes is possible.</summary>
    private Verdict Presented(Clause clause, StatusReader statuses, Voices voices, ImmutableArray<Attribution> attributions)
    {
        var verdict = statuses.Of(clause);
        if (verdict != Verdict.Plain || voices.HeadOfContent(clause) is not { } voice)
        {
            return verdict;
        }

        return _words.Governor("verb", attributions[voice].Cue.Lemma)?.Positive is ClaimStatus.Possible
            ? new Verdict(ClaimStatus.Possible, StatusRules.CueOfBelief)
            : verdict;
    }

    private static Claim Claim(Analysis analysis, Clause clause, TextSpan span, Verdict verdict)
    {
        var predicate = analysis.Tokens[clause.Head].Span;
        return new Claim
        {
            Id = StableId.Of("c", Number(span.Start), Number(predicate.Start), span.Of(analysis.Text)),
            Span = span,
            Predicate = predicate,
            Status = verdict.Status,
            Rule = verdict.Rule,
        };
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
