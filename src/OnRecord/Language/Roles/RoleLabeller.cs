using System.Collections.Immutable;
using OnRecord.Data;
using OnRecord.Language.Parsing;

namespace OnRecord.Language.Roles;

/// <summary>
/// Finds the predicates of a text and who does what to whom: candidates from the trees, labelled by a small network that was trained on PropBank
/// (Palmer, Gildea and Kingsbury 2005, "The Proposition Bank").
/// </summary>
/// <remarks>Safe to use from many threads: nothing in it changes after it is opened.</remarks>
internal sealed class RoleLabeller(RoleNetwork network, int view)
{
    /// <summary>
    /// How likely a label must be. Less than a half, because ranges that differ by a word share what is likely between them: one of them is an argument surely, and
    /// none is it alone.
    /// </summary>
    private const double LeastProbability = 0.4;

    /// <summary>What stands before the label of a relative pronoun.</summary>
    private const string Relative = "R-";

    private readonly int _predicateLabel = network.Labels.IndexOf(RoleNetwork.IsPredicate);
    private readonly bool[] _isCore = [.. network.Labels.Select(label => label.StartsWith("ARG", StringComparison.Ordinal) && char.IsAsciiDigit(label[^1]))];

    /// <exception cref="DataFileException">The model is missing or damaged.</exception>
    public static RoleLabeller Open(DataFolder data) => new(new RoleNetwork(data), Views.PredicateArguments);

    /// <summary>The predicates in the order of the text, with their arguments.</summary>
    public IReadOnlyList<PredicateFrame> Find(Analysis analysis) => Find(analysis, null);

    /// <summary>The arguments of given predicates, or of those that are found.</summary>
    /// <param name="analysis">What was read.</param>
    /// <param name="predicates">Which tokens are predicates, where that is known.</param>
    public IReadOnlyList<PredicateFrame> Find(Analysis analysis, IReadOnlySet<int>? predicates)
    {
        if (analysis.Views.Length <= view)
        {
            return [];
        }

        var sheet = new RoleSheet(analysis);
        var frames = new List<PredicateFrame>();
        foreach (var sentence in analysis.Sentences)
        {
            using var projected = network.Project(analysis.Views[view], sentence);
            var tokens = Enumerable.Range(sentence.FirstToken, sentence.EndToken - sentence.FirstToken);
            var found = predicates is null ? Predicates(sheet, projected, [.. tokens.Where(sheet.MayBePredicate)]) : tokens.Where(predicates.Contains);
            frames.AddRange(found.Where(token => !sheet.IsAuxiliary(token)).Select(token => new PredicateFrame(token, Arguments(sheet, projected, token))));
        }

        return frames;
    }

    /// <summary>Which of a sentence's tokens are predicates; they are scored together.</summary>
    private List<int> Predicates(RoleSheet sheet, RoleNetwork.Projection projected, List<int> tokens)
    {
        using var sums = Sums(tokens.Count);
        for (var i = 0; i < tokens.Count; i++)
        {
            sheet.Turn(tokens[i]);
            Sum(sheet, projected, tokens[i], RoleSheet.Itself(tokens[i]), sums[i]);
        }

        using var scores = network.Score(sums, tokens.Count);
        return [.. tokens.Where((_, i) => scores[i][_predicateLabel] > scores[i][0])];
    }

    private PooledRows Score(RoleSheet sheet, RoleNetwork.Projection projected, int predicate, List<RoleCandidate> candidates)
    {
        using var sums = Sums(candidates.Count);
        for (var i = 0; i < candidates.Count; i++)
        {
            Sum(sheet, projected, predicate, candidates[i], sums[i]);
        }

        return network.Score(sums, candidates.Count);
    }

    private static PooledRows Sums(int count)
    {
        var sums = new PooledRows(count, RoleNetwork.Hidden);
        sums.All.Clear();
        return sums;
    }

    private void Sum(RoleSheet sheet, RoleNetwork.Projection projected, int predicate, RoleCandidate candidate, Span<float> sum)
    {
        Span<int> places = stackalloc int[RoleNetwork.Places];
        sheet.Places(predicate, candidate, places);
        network.Sum(projected, places, sheet.Features(candidate), sum);
    }

    /// <summary>
    /// The likeliest labels first, each where no other argument stands; a numbered one once. In PropBank a relative pronoun never stands without its
    /// antecedent: that is then taken, however likely; where there is none the pronoun asks, and is the argument itself.
    /// </summary>
    private ImmutableArray<RoleArgument> Arguments(RoleSheet sheet, RoleNetwork.Projection projected, int predicate)
    {
        sheet.Turn(predicate);
        var candidates = sheet.Candidates(predicate);
        using var scores = Score(sheet, projected, predicate, candidates);
        var choices = new List<(double Probability, int Candidate, int Label)>();
        for (var i = 1; i < candidates.Count; i++)
        {
            var own = scores[i][..network.Labels.Length];
            var sum = SumOfExponentials(own);
            for (var label = 1; label < own.Length; label++)
            {
                if (label != _predicateLabel && Math.Exp(own[label]) / sum is var probability && probability >= LeastProbability)
                {
                    choices.Add((probability, i, label));
                }
            }
        }

        choices.Sort((one, other) => (-one.Probability, one.Candidate, one.Label).CompareTo((-other.Probability, other.Candidate, other.Label)));
        var chosen = new List<RoleArgument>();
        foreach (var (_, at, label) in choices)
        {
            if (!(_isCore[label] && chosen.Exists(one => one.Label == network.Labels[label])) && IsFree(candidates[at], chosen))
            {
                chosen.Add(Argument(candidates[at], label));
            }
        }

        var noun = sheet.Antecedent(predicate);
        for (var i = chosen.Count - 1; i >= 0; i--)
        {
            var label = chosen[i].Label.StartsWith(Relative, StringComparison.Ordinal) ? network.Labels.IndexOf(chosen[i].Label[Relative.Length..]) : -1;
            if (label < 0 || chosen.Exists(one => one.Label == network.Labels[label]))
            {
                continue;
            }

            var antecedents = Enumerable.Range(1, candidates.Count - 1)
                .Where(at => candidates[at].Head == noun && candidates[at].End <= chosen[i].First && IsFree(candidates[at], chosen)).ToList();
            if (antecedents.Count > 0)
            {
                chosen.Add(Argument(candidates[antecedents.MaxBy(at => scores[at][label] - scores[at][0])], label));
            }
            else
            {
                chosen[i] = chosen[i] with { Label = network.Labels[label] };
            }
        }

        return [.. chosen.OrderBy(argument => argument.First)];
    }

    private static bool IsFree(RoleCandidate candidate, List<RoleArgument> chosen) =>
        !chosen.Exists(one => one.First < candidate.End && candidate.First < one.End);

    private RoleArgument Argument(RoleCandidate candidate, int label) => new(network.Labels[label], candidate.Head, candidate.First, candidate.End);

    /// <summary>In double precision and a fixed order.</summary>
    private static double SumOfExponentials(ReadOnlySpan<float> scores)
    {
        var sum = 0.0;
        foreach (var score in scores)
        {
            sum += Math.Exp(score);
        }

        return sum;
    }
}
