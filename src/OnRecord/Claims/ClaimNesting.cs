using OnRecord.Language.Syntax;

namespace OnRecord.Claims;

/// <summary>Tells in which claim another stands: the nearest above it in its tree. What is coordinated stands beside, not in, the first.</summary>
internal sealed class ClaimNesting
{
    private readonly int[] _around;

    public ClaimNesting(DependencyTrees trees, List<ClaimDraft> drafts)
    {
        var tokens = trees.Analysis.Tokens;
        var places = new Dictionary<int, int>();
        for (var i = 0; i < drafts.Count; i++)
        {
            // A claim with a governor is met at any of its predicates.
            for (var at = drafts[i].Plan.Inner.Head; at >= 0; at = tokens[at].Head)
            {
                places.TryAdd(at, i);
                if (at == drafts[i].Plan.Clause.Head)
                {
                    break;
                }
            }
        }

        _around = [.. drafts.Select((draft, place) => Above(trees, places, draft.Plan.Beside >= 0 ? draft.Plan.Beside : draft.Plan.Clause.Head, place))];
    }

    /// <summary>Place of the claim around one; −1 where there is none.</summary>
    public int Around(int draft) => _around[draft];

    private static int Above(DependencyTrees trees, Dictionary<int, int> places, int head, int place)
    {
        var tokens = trees.Analysis.Tokens;
        for (var at = head; at >= 0;)
        {
            var isBeside = trees.Is(at, "conj") || trees.Is(at, "parataxis");
            at = tokens[at].Head;
            // What is coordinated may hang on a word of the claim itself.
            if (at >= 0 && !isBeside && places.TryGetValue(at, out var around) && around != place)
            {
                return around;
            }
        }

        return -1;
    }
}
