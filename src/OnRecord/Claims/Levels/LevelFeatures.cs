using System.Collections.Immutable;
using OnRecord.Claims.Statements;
using OnRecord.Language.Syntax;
using static OnRecord.Pages.Html.Indicator;

namespace OnRecord.Claims.Levels;

/// <summary>
/// The numbers from which it is judged how likely a statement reads alone: what the claim carries, its subject, its predicate, its words and what stands around them in
/// the sentence. None tells of the whole document, so a sentence is judged alike wherever it stands, and whatever follows.
/// </summary>
internal sealed class LevelFeatures(DependencyTrees trees, ClaimWords words, Inserts inserts)
{
    private static readonly string[] Relations = ["root", "conj", "ccomp", "advcl", "acl:relcl", "acl", "parataxis", "xcomp"];
    private static readonly ClaimStatus[] Statuses = [ClaimStatus.Asserted, ClaimStatus.Possible, ClaimStatus.Planned, ClaimStatus.Hypothetical];
    private static readonly RoleKind[] Roles = [RoleKind.Agent, RoleKind.Patient, RoleKind.Attribute, RoleKind.Time, RoleKind.Place];

    private static readonly string[] Marks = ["that", "when", "as", "if", "while", "because", "before", "after", "once", "until", "how", "where", "so", "than", "though", "since"];

    private readonly ImmutableArray<Token> _tokens = trees.Analysis.Tokens;
    private readonly SubjectNumbers _subjects = new(trees, words, inserts);
    private readonly NounPhrases _phrases = new(trees);
    private readonly WordNumbers _wording = new(trees, words);

    /// <summary>What each number is, in their order.</summary>
    public static ImmutableArray<string> Names { get; } =
    [
        "main", "nested", "attributed", "figure", "time", "names", "names-object", "quotation", "first-person", "past", "deed", "governed", "short", "negated", "certainty",
        .. Relations.Select(relation => "relation-" + relation), .. Statuses.Select(status => "status-" + status), .. Roles.Select(role => "role-" + role), "roles",
        .. SubjectNumbers.Names,
        "verb", "copular", "passive", "finite", "tense", "modal", "no-complement", "predicate-noun", "predicate-adjective", "predicate-tag", "be", "have", "mental", "lent-before", "lent-behind", "left-out", .. Marks.Select(mark => "mark-" + mark), "adds", "antecedent",
        .. WordNumbers.Names,
    ];

    /// <summary>The numbers of a claim, as the rules have it.</summary>
    public float[] Of(ClausePlan plan, Statement statement, ClaimFacts facts, Claim claim) =>
    [
        One(claim.Level == ClaimLevel.Main), One(facts.IsNested), One(facts.IsAttributed), One(facts.HasFigure), One(facts.HasTime), One(facts.NamesSomebody), One(facts.NamesObject), One(facts.IsQuotation),
        One(facts.HasFirstPerson), One(facts.IsPast), One(facts.IsDeed), One(facts.IsGoverned), One(facts.IsShort), One(claim.Negated), (float)(claim.Certainty ?? 0),
        .. Relations.Select(relation => One(_tokens[plan.Clause.Head].Relation == relation)), .. Statuses.Select(status => One(claim.Status == status)),
        .. Roles.Select(role => (float)claim.Roles.Count(one => one.Role == role)), claim.Roles.Length,
        .. _subjects.Of(plan, statement), .. OfPredicate(plan), .. _wording.Of(plan, statement),
    ];

    private float[] OfPredicate(ClausePlan plan)
    {
        var (head, group) = (plan.Inner.Head, plan.Inner.Group);
        var lemma = _tokens[head].Lemma.ToLowerInvariant();
        return
        [
            One(_tokens[head].Upos is Upos.VERB), One(group is { Copular: true }), One(group is { Passive: true }), One(group is { Finite: true }), (float)(group?.Tense ?? 0), One(group is { Modal: not null }),
            One(!HasComplement(head) && plan.Behind.IsEmpty), One(_tokens[head].Upos is Upos.NOUN or Upos.PROPN), One(_tokens[head].Upos is Upos.ADJ),
            _tokens[head].Xpos switch { "VBD" => 1, "VBZ" => 2, "VBP" => 3, "VBN" => 4, "VBG" => 5, "VB" => 6, _ => 0 },
            One(lemma == "be"), One(lemma == "have"), One(words.IsMental(lemma)), One(!plan.Before.IsEmpty), One(!plan.Behind.IsEmpty), plan.LeftOut.Length,
            .. Marks.Select(mark => One(Mark(plan.Clause.Head) == mark)), One(_phrases.IsBehindComma(plan.Clause.Head)), Antecedent(plan.Clause.Head),
        ];
    }

    /// <summary>The word that leads into a clause; empty where none does.</summary>
    private string Mark(int head)
    {
        foreach (var dependent in trees.Of(head))
        {
            if (dependent < head && (trees.Is(dependent, "mark") || _tokens[dependent].Xpos == "WRB"))
            {
                return _tokens[dependent].Lower;
            }
        }

        return "";
    }

    /// <summary>What a relative clause hangs on: a name, a noun with "the", with another word before it, with none; 0 where it is none.</summary>
    private float Antecedent(int head)
    {
        if (!DependencyTrees.Is(_tokens[head].Relation, "acl") || _tokens[head].Head < 0)
        {
            return 0;
        }

        var noun = _tokens[head].Head;
        return _tokens[noun].Upos is Upos.PROPN ? 1 : trees.First(noun, "det") is not (var determiner and >= 0) ? 2 : _tokens[determiner].Lower == "the" ? 3 : 4;
    }

    private bool HasComplement(int head)
    {
        foreach (var dependent in trees.Of(head))
        {
            if (dependent > head && (trees.Is(dependent, "obj") || trees.Is(dependent, "obl") || trees.Is(dependent, "ccomp") || trees.Is(dependent, "xcomp") || trees.Is(dependent, "advmod")))
            {
                return true;
            }
        }

        return false;
    }
}
