using OnRecord.Language.Syntax;

namespace OnRecord.Language.Roles;

/// <summary>An analysis with all that candidates and features are made from.</summary>
internal sealed class RoleSheet
{
    private readonly DependencyTrees _trees;
    private readonly RoleFeatures _features;
    private readonly RoleCandidates _candidates;

    public RoleSheet(Analysis analysis)
    {
        (Analysis, _trees) = (analysis, analysis.Syntax.Trees);
        _candidates = new RoleCandidates(_trees, new SubtreeRanges(analysis));
        _features = new RoleFeatures(analysis, _trees, new RoleWords(analysis, _trees));
    }

    public Analysis Analysis { get; }

    /// <summary>Whether a token may be a predicate: a verb that is no auxiliary, a copula, a noun or an adjective.</summary>
    public bool MayBePredicate(int token) => Analysis.Tokens[token].Upos switch
    {
        Upos.VERB or Upos.NOUN or Upos.ADJ => true,
        Upos.AUX => !IsAuxiliary(token),
        _ => false,
    };

    /// <summary>Whether a token is an auxiliary of a verb, which has no arguments of its own.</summary>
    public bool IsAuxiliary(int token) => _trees.Is(token, "aux");

    /// <summary>Turns to a predicate, or to what may be one.</summary>
    public void Turn(int predicate) => _features.Turn(predicate, _candidates.IsCopula(predicate));

    /// <summary>The candidates of the predicate that was turned to; the list is used again by the next call.</summary>
    public List<RoleCandidate> Candidates(int predicate) => _candidates.Of(predicate);

    /// <summary>The features of a candidate of the predicate that was turned to; the list is used again by the next call.</summary>
    public List<uint> Features(RoleCandidate candidate) => _features.Of(candidate);

    /// <summary>The noun that the relative clause of a predicate modifies; −1 where it stands in none.</summary>
    public int Antecedent(int predicate)
    {
        for (var (at, climb) = (predicate, 0); at >= 0 && climb < RoleCandidates.MostClimbs; at = Analysis.Tokens[at].Head, climb++)
        {
            if (_trees.Is(at, "acl"))
            {
                return Analysis.Tokens[at].Head;
            }
        }

        return -1;
    }

    /// <summary>The words of a candidate whose states the network sees.</summary>
    public void Places(int predicate, RoleCandidate candidate, Span<int> places)
    {
        var sentence = Analysis.Sentences[Analysis.Tokens[predicate].Sentence];
        (places[0], places[1], places[2], places[3]) = (predicate, candidate.Head, candidate.First, candidate.End - 1);
        places[4] = candidate.First > sentence.FirstToken ? candidate.First - 1 : RoleNetwork.Nowhere;
        places[5] = candidate.End < sentence.EndToken ? candidate.End : RoleNetwork.Nowhere;
    }

    /// <summary>The question whether a token is a predicate, as a candidate.</summary>
    public static RoleCandidate Itself(int token) => new(CandidateKind.Predicate, 0, token, token, token, token + 1, -1);
}
