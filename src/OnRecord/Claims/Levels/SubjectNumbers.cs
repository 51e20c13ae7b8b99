using System.Collections.Immutable;
using OnRecord.Claims.Statements;
using OnRecord.Language.Syntax;
using static OnRecord.Pages.Html.Indicator;

namespace OnRecord.Claims.Levels;

/// <summary>The numbers that tell of a statement's subject: what it is, how it is made known, how far it stands from its predicate.</summary>
internal sealed class SubjectNumbers(DependencyTrees trees, ClaimWords words, Inserts inserts)
{
    private const int FarthestPredicate = 30;
    private const int MostTokens = 20;

    private readonly ImmutableArray<Token> _tokens = trees.Analysis.Tokens;

    /// <summary>What each number is, in their order.</summary>
    public static ImmutableArray<string> Names { get; } =
    [
        "subject", "subject-distance", "subject-name", "subject-noun", "subject-pronoun", "subject-number", "subject-gerund", "subject-clause", "subject-there", "subject-you", "subject-replaced", "subject-entity", "subject-person",
        "subject-plural", "subject-the", "subject-a", "subject-this", "subject-whose", "subject-bare", "subject-modified", "subject-of", "subject-told", "subject-coordinated", "subject-tokens", "subject-open", "subject-bare-the", "disagrees",
    ];

    /// <summary>The numbers of the subject.</summary>
    public float[] Of(ClausePlan plan, Statement statement)
    {
        var (subject, head) = (plan.Subject, plan.Inner.Head);
        if (subject < 0)
        {
            return new float[Names.Length];
        }

        var token = _tokens[subject];
        var determiner = trees.First(subject, "det") is var at and >= 0 ? _tokens[at].Lower : "";
        var isModified = trees.Has(subject, "amod") || trees.Has(subject, "compound") || trees.Has(subject, "nummod");
        var (isOf, isTold, isWhose) = (trees.Has(subject, "nmod"), trees.Has(subject, "acl") || trees.Has(subject, "appos"), trees.Has(subject, "nmod:poss"));
        var isKnown = statement.IsReplaced(token.Span) || inserts.Of(subject) is not null;
        var isPlural = token.Xpos is "NNS" or "NNPS";
        return
        [
            1, Math.Min(FarthestPredicate, Math.Abs(head - subject)), One(token.Upos is Upos.PROPN), One(token.Upos is Upos.NOUN), One(token.Upos is Upos.PRON), One(token.Upos is Upos.NUM or Upos.SYM), One(token.Xpos == "VBG"),
            One(trees.Is(subject, "csubj")), One(token.Lower == "there"), One(token.Lower == "you"), One(statement.IsReplaced(token.Span)), One(inserts.Of(subject) is not null), One(inserts.TypeOf(subject) is EntityType.Person),
            One(isPlural), One(determiner == "the"), One(determiner is "a" or "an"), One(determiner is "this" or "these" or "that" or "those" or "such"), One(isWhose), One(determiner.Length == 0 && token.Upos is Upos.NOUN && !isWhose),
            One(isModified), One(isOf), One(isTold), One(trees.Has(subject, "conj")), Math.Min(MostTokens, Math.Max(0, subject - trees.Leftmost(subject))),
            words.Pronoun(token.Lower) switch { "open" => 2, "speaker" => 1, _ => 0 }, One(determiner == "the" && !isModified && !isOf && !isTold && !isKnown),
            One((isPlural && _tokens[head].Xpos == "VBZ") || (token.Xpos is "NN" or "NNP" && _tokens[head].Xpos == "VBP" && !trees.Has(subject, "conj") && !trees.Has(head, "aux"))),
        ];
    }
}
