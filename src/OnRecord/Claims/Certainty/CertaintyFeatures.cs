using System.Collections.Immutable;
using OnRecord.Language.Syntax;

namespace OnRecord.Claims.Certainty;

/// <summary>What the certainty model sees of a clause: its own words and form, what it stands under, and the rules' opinion.</summary>
internal sealed class CertaintyFeatures
{
    /// <summary>How many clauses are climbed.</summary>
    private const int MostClimbs = 6;

    private readonly DependencyTrees _trees;
    private readonly StatusReader _statuses;
    private readonly Dictionary<int, Clause> _clauses;

    public CertaintyFeatures(DependencyTrees trees, IEnumerable<Clause> clauses, StatusReader statuses)
    {
        (_trees, _statuses) = (trees, statuses);
        _clauses = clauses.ToDictionary(clause => clause.Head);
    }

    /// <summary>Features that are words; the model has the mean rating of each.</summary>
    public static ImmutableArray<string> WordNames { get; } =
        ["rule", "lemma", "form", "relation", "mark", "auxiliaries", "governor", "governor-rule", "governor-relation", "adverb", "subject", "object", "opening", "above", "below", "next"];

    /// <summary>Features that are numbers.</summary>
    public static ImmutableArray<string> NumberNames { get; } =
    [
        "depth", "length", "place", "negated", "perfect", "progressive", "passive", "finite", "infinitive", "tense", "question", "dependents", "asserted-above", "negated-above", "modal-above", "conditional-above", "clauses",
    ];

    /// <summary>The words of a clause, in the order of <see cref="WordNames"/>; empty where there is none.</summary>
    public string[] Words(Clause clause, Verdict verdict)
    {
        var token = Token(clause.Head)!;
        var governor = Token(token.Head);
        var above = governor is null ? null : Token(governor.Head);
        var marker = _trees.Marker(clause.Head);
        var sentence = _trees.Analysis.Sentences[token.Sentence];
        return
        [
            $"{verdict.Status}:{verdict.Rule}",
            Lemma(token),
            token.Xpos,
            token.Relation,
            marker < 0 ? "" : _trees.Analysis.Tokens[marker].Lower,
            Auxiliaries(clause.Head),
            governor is null ? "" : $"{Lemma(governor)} {Base(token.Relation)}",
            governor is not null && _clauses.TryGetValue(token.Head, out var outer) ? $"{_statuses.Of(outer).Status}:{_statuses.Of(outer).Rule}" : governor?.Upos.ToString() ?? "",
            governor?.Relation ?? "",
            Dependent(clause.Head, "advmod"),
            Noun(_trees.First(clause.Head, "nsubj")),
            Noun(_trees.First(clause.Head, "obj")),
            _trees.Analysis.Tokens[sentence.FirstToken].Lower,
            above is null ? "" : Lemma(above),
            Below(clause.Head),
            clause.Head + 1 < sentence.EndToken ? _trees.Analysis.Tokens[clause.Head + 1].Lower : "",
        ];
    }

    /// <summary>The numbers of a clause, in the order of <see cref="NumberNames"/>.</summary>
    public float[] Numbers(Clause clause)
    {
        var token = Token(clause.Head)!;
        var sentence = _trees.Analysis.Sentences[token.Sentence];
        var around = Around(clause.Head);
        var last = _trees.Analysis.Tokens[sentence.EndToken - 1].Lower;
        return
        [
            around.Count,
            sentence.EndToken - sentence.FirstToken,
            (float)(clause.Head - sentence.FirstToken) / (sentence.EndToken - sentence.FirstToken),
            Flag(_statuses.IsNegated(clause.Head)),
            Flag(clause.Group is { Perfect: true }),
            Flag(clause.Group is { Progressive: true }),
            Flag(clause.Group is { Passive: true }),
            Flag(clause.Group is { Finite: true }),
            Flag(clause.Group is { Infinitive: true }),
            clause.Group is { } group ? (int)group.Tense : -1,
            Flag(last == "?"),
            _trees.Of(clause.Head).Length,
            Flag(around.TrueForAll(one => _statuses.Of(one).Status == ClaimStatus.Asserted)),
            Flag(around.Exists(one => _statuses.IsNegated(one.Head))),
            Flag(around.Exists(one => one.Group is { Modal: not null })),
            Flag(around.Exists(one => _statuses.Of(one).Status == ClaimStatus.Hypothetical)),
            _trees.Of(clause.Head).ToArray().Count(_clauses.ContainsKey),
        ];
    }

    /// <summary>The clauses that a predicate is embedded under, the nearest first.</summary>
    private List<Clause> Around(int head)
    {
        var around = new List<Clause>();
        for (var (at, climb) = (_trees.Analysis.Tokens[head].Head, 0); at >= 0 && climb < MostClimbs; at = _trees.Analysis.Tokens[at].Head, climb++)
        {
            if (_clauses.TryGetValue(at, out var clause))
            {
                around.Add(clause);
            }
        }

        return around;
    }

    private Token? Token(int at) => at < 0 ? null : _trees.Analysis.Tokens[at];

    private static string Lemma(Token token) => token.Lemma.ToLowerInvariant();

    private static string Base(string relation) => relation.IndexOf(':') is var colon and > 0 ? relation[..colon] : relation;

    private string Dependent(int head, string relation) => Token(_trees.First(head, relation))?.Lower ?? "";

    private string Auxiliaries(int head)
    {
        var auxiliaries = new List<string>();
        foreach (var dependent in _trees.Of(head))
        {
            if (_trees.Is(dependent, "aux") || _trees.Is(dependent, "cop"))
            {
                auxiliaries.Add(_trees.Analysis.Tokens[dependent].Lower);
            }
        }

        return string.Join(' ', auxiliaries);
    }

    /// <summary>A pronoun as it is; of another noun phrase its determiner and number.</summary>
    private string Noun(int head)
    {
        if (Token(head) is not { } token)
        {
            return "";
        }

        return token.Upos is Upos.PRON ? token.Lower : $"{token.Xpos} {Dependent(head, "det")}{(_trees.First(head, "nmod:poss") >= 0 ? "'s" : "")}";
    }

    /// <summary>The first clause that this one governs.</summary>
    private string Below(int head)
    {
        foreach (var dependent in _trees.Of(head))
        {
            if (_clauses.ContainsKey(dependent))
            {
                return Base(_trees.Analysis.Tokens[dependent].Relation) + " " + _trees.Analysis.Tokens[dependent].Xpos;
            }
        }

        return "";
    }

    private static float Flag(bool value) => value ? 1 : 0;
}
