using System.Collections.Immutable;
using System.Globalization;
using OnRecord.Claims.Certainty;
using OnRecord.Claims.Levels;
using OnRecord.Claims.Ranks;
using OnRecord.Claims.Roles;
using OnRecord.Claims.Statements;
using OnRecord.Data;
using OnRecord.Language.Roles;
using OnRecord.Names;
using OnRecord.Names.Coreference;

namespace OnRecord.Claims;

/// <summary>Finds what is claimed, one statement a claim, and how the source presents it.</summary>
/// <remarks>Status is FactBank's factuality (Saurí and Pustejovsky 2009) in six states, with negation apart; see <c>docs/claims.md</c>.</remarks>
public sealed class ClaimFinder
{
    private readonly ClaimWords _words;
    private readonly CertaintyModel _certainty;
    private readonly ClaimRanks _ranks;
    private readonly RoleLabeller _labeller;
    private readonly RoleNames _roles;
    private readonly NounKinds _kinds;
    private readonly LevelJudge _judge;

    /// <summary>Opens the lexicons and the models of claims.</summary>
    /// <exception cref="DataFileException">A lexicon or a model is missing or damaged.</exception>
    public ClaimFinder(DataFolder data)
        : this(data, new NounKinds(data))
    {
    }

    /// <summary>Opens the lexicons and the models of claims, beside the kinds of nouns that are open already.</summary>
    /// <exception cref="DataFileException">A lexicon or a model is missing or damaged.</exception>
    internal ClaimFinder(DataFolder data, NounKinds kinds)
        : this(data, kinds, LevelJudge.Open(data))
    {
    }

    /// <summary>The same, with a judge of levels.</summary>
    /// <exception cref="DataFileException">A lexicon or a model is missing or damaged.</exception>
    internal ClaimFinder(DataFolder data, NounKinds kinds, LevelJudge judge) =>
        (_words, _certainty, _ranks, _labeller, _roles, _kinds, _judge) = (new ClaimWords(data), CertaintyModel.Open(data), ClaimRanks.Open(data), RoleLabeller.Open(data), new RoleNames(data), kinds, judge);

    /// <summary>Names of all rules, as <see cref="Claim.Rule"/> gives them.</summary>
    public static IReadOnlyList<string> RuleNames => StatusRules.Names;

    /// <summary>Names of the rules that put a name in the place of words, as <see cref="StatementPart.Rule"/> gives them.</summary>
    public static IReadOnlyList<string> InsertRuleNames => [Inserts.Pronoun, Inserts.Description, Inserts.Speaker, Inserts.Possessive];

    /// <summary>The claims in a text.</summary>
    public Findings<Claim> Find(
        Analysis analysis,
        NameFindings names,
        ImmutableArray<Attribution> attributions,
        ImmutableArray<TimeExpression> times,
        ImmutableArray<Quantity> quantities) =>
        new([.. Read(analysis, names, attributions, times, quantities, (claim, _) => claim).OrderBy(claim => claim.Span).ThenBy(claim => claim.Predicate.Span)], []);

    /// <summary>The claims, each with the numbers from which its level is judged.</summary>
    internal ImmutableArray<(Claim Claim, float[] Numbers)> FindWithNumbers(
        Analysis analysis,
        NameFindings names,
        ImmutableArray<Attribution> attributions,
        ImmutableArray<TimeExpression> times,
        ImmutableArray<Quantity> quantities) =>
        [.. Read(analysis, names, attributions, times, quantities, (claim, numbers) => (claim, numbers()))];

    private IEnumerable<T> Read<T>(
        Analysis analysis,
        NameFindings names,
        ImmutableArray<Attribution> attributions,
        ImmutableArray<TimeExpression> times,
        ImmutableArray<Quantity> quantities,
        Func<Claim, Func<float[]>, T> result)
    {
        var reading = new ClauseReading(analysis, attributions, _words, _certainty);
        var inserts = new Inserts(analysis, names.Mentions, names.Entities);
        var planner = new ClausePlanner(reading, _words, inserts.TypeOf);
        var plans = Plans(reading, planner, inserts);
        var drafts = Drafts(analysis, inserts, attributions, reading, planner, plans);
        var frames = _labeller.Find(analysis, plans.Select(plan => ClaimRoleReader.Predicate(reading.Trees, plan.Inner.Head)).ToHashSet());
        var phrases = new PhraseRoles(reading.Trees, inserts, _roles, _kinds, _words, times);
        var roles = new ClaimRoleReader(reading.Trees, frames, inserts, new RoleRanges(reading.Trees, new NounPhrases(reading.Trees), phrases), phrases, _roles, _words);
        var links = new ClaimLinks(analysis, drafts, times, quantities);
        var nesting = new ClaimNesting(reading.Trees, drafts);
        var facts = new FactReader(analysis, names, attributions, quantities, reading.Voices, _words);
        var presentation = new Presentation(reading, _words, planner.Complements);
        var levels = new ClaimLevels(reading.Trees, _words, new OpenPronouns(reading.Trees, _words, inserts));
        var features = new LevelFeatures(reading.Trees, _words, inserts);
        return drafts.Select((draft, at) =>
        {
            var verdict = reading.Presented(draft.Plan.Inner);
            var (status, negated) = presentation.Of(draft.Plan.Clause, draft.Plan.Inner, verdict);
            var known = facts.Of(draft, links.TimesOf(at), links.QuantitiesOf(at), nesting.Around(at) >= 0);
            var level = levels.Of(draft.Plan, draft.Statement, known);
            var voices = reading.Voices.Of(draft.Plan.Inner.Head);
            var claim = new Claim
            {
                Id = draft.Id,
                Span = draft.Statement.Hull,
                Statement = draft.Statement.Words,
                Parts = draft.Statement.Parts,
                Predicate = PredicateOf(analysis, draft.Plan.Inner.Head),
                Governor = draft.Plan.Governor >= 0 ? analysis.Tokens[draft.Plan.Governor].Span : null,
                Roles = roles.Of(draft.Plan, draft.Statement.Ranges),
                Negated = negated,
                Status = status,
                AttributedTo = [.. voices.Select(index => attributions[index].Id)],
                Certainty = reading.CertaintyOf(draft.Plan.Inner),
                Origin = voices is [.., var last] ? attributions[last].Source : null,
                Times = links.TimesOf(at),
                Quantities = links.QuantitiesOf(at),
                Within = nesting.Around(at) is var around and >= 0 ? drafts[around].Id : null,
                Level = level,
                Rule = verdict.Rule,
            };
            float[] Numbers() => features.Of(draft.Plan, draft.Statement, known, claim);
            var judged = _judge.Of(level, Numbers);
            var (rank, reasons) = _ranks.Of(judged, status, known);
            return result(claim with { Level = judged, Rank = rank, Reasons = reasons }, Numbers);
        });
    }

    /// <summary>The status of every clause, whether it becomes a claim of its own or not; without cues whose content makes claims, and what a silence covers.</summary>
    internal IEnumerable<ClauseStatus> Statuses(Analysis analysis, ImmutableArray<Attribution> attributions)
    {
        var reading = new ClauseReading(analysis, attributions, _words, _certainty);
        var planner = new ClausePlanner(reading, _words, _ => null);
        var presentation = new Presentation(reading, _words, planner.Complements);
        var spoken = reading.Spoken();
        var heads = spoken.ConvertAll(clause => clause.Head);
        return spoken.Where(clause => !reading.IsCue(clause, heads)).Select(clause =>
        {
            var verdict = reading.Presented(clause);
            var (status, negated) = presentation.Of(planner.Complements.Outermost(clause), clause, verdict);
            return new ClauseStatus(analysis.Tokens[clause.Head].Span, verdict.Status, verdict.Rule, reading.CertaintyOf(clause), status, negated);
        });
    }

    /// <summary>The clauses that become claims: no cue whose content does.</summary>
    private static List<ClausePlan> Plans(ClauseReading reading, ClausePlanner planner, Inserts inserts)
    {
        // "the House Select Committee": a verb inside a name is none.
        var plans = reading.Spoken().Select(planner.PlanOf).OfType<ClausePlan>()
            .Where(plan => reading.Trees.Analysis.Tokens[plan.Inner.Head].Upos is not Upos.VERB || !inserts.IsInName(plan.Inner.Head)).ToList();
        var heads = plans.ConvertAll(plan => plan.Clause.Head);
        return plans.FindAll(plan => !reading.IsCue(plan.Clause, heads));
    }

    private List<ClaimDraft> Drafts(
        Analysis analysis, Inserts inserts, ImmutableArray<Attribution> attributions, ClauseReading reading, ClausePlanner planner, List<ClausePlan> plans)
    {
        var phrases = new NounPhrases(reading.Trees);
        var builder = new StatementBuilder(analysis, phrases, new OwnWords(reading, planner, _words, phrases), inserts);
        var speakers = new Speakers(reading, attributions, inserts, phrases, _words);
        return plans.ConvertAll(plan =>
        {
            var statement = builder.Build(plan, token => reading.Voices.IsInside(token, plan.Clause.Head), speakers);
            var predicate = analysis.Tokens[plan.Inner.Head].Span;
            return new ClaimDraft(StableId.Of("c", Number(statement.Hull.Start), Number(predicate.Start), statement.Hull.Of(analysis.Text)), plan, statement);
        });
    }

    private static ClaimPredicate PredicateOf(Analysis analysis, int head)
    {
        // "is $1,170": the sign with its figure.
        var last = analysis.Tokens[head].Upos is Upos.SYM && head + 1 < analysis.Tokens.Length && analysis.Tokens[head + 1].Upos is Upos.NUM ? head + 1 : head;
        return new(analysis.SpanOf(head, last + 1), analysis.Tokens[head].Lemma.ToLowerInvariant());
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A claim while it is made.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Plan">What grammar makes of its clause.</param>
/// <param name="Statement">How it reads alone.</param>
internal sealed record ClaimDraft(string Id, ClausePlan Plan, Statement Statement);
