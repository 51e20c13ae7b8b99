using System.Collections.Immutable;

namespace OnRecord.Claims;

/// <summary>On whose word each token stands: the attributions whose content holds it.</summary>
internal sealed class Voices
{
    /// <summary>No chain is followed further.</summary>
    private const int MostLinks = 40;

    private readonly Analysis _analysis;
    private readonly ImmutableArray<Attribution> _attributions;
    private readonly Dictionary<int, List<int>> _voices = [];
    private readonly Dictionary<int, List<int>> _cues = [];
    private readonly Dictionary<int, ImmutableArray<int>> _ordered = [];
    private readonly int[] _depths;

    public Voices(Analysis analysis, ImmutableArray<Attribution> attributions)
    {
        (_analysis, _attributions) = (analysis, attributions);
        _depths = Depths(attributions);
        for (var i = 0; i < attributions.Length; i++)
        {
            foreach (var content in attributions[i].Content)
            {
                Mark(_voices, content, i);
            }

            Mark(_cues, attributions[i].Cue.Span, i);
        }
    }

    /// <summary>Indexes of the attributions whose content holds a token, the widest first, and of those with the same content the outer one.</summary>
    public ImmutableArray<int> Of(int token) => _ordered.TryGetValue(token, out var known) ? known : _ordered[token] = Order(token);

    private ImmutableArray<int> Order(int token) =>
        _voices.TryGetValue(token, out var found)
            ? [.. found.Distinct().OrderByDescending(i => _attributions[i].Content.Sum(content => content.Length)).ThenBy(i => _depths[i]).ThenBy(i => i)]
            : [];

    /// <summary>Whether a token lies in the narrowest content that holds a predicate; every token does where none holds it.</summary>
    public bool IsInside(int token, int predicate) =>
        Of(predicate) is not [.., var narrowest] || _attributions[narrowest].Content.Any(content => content.Contains(_analysis.Tokens[token].Span));

    /// <summary>
    /// Whether a token is in a cue whose content is a clause of its own, headed by one of these heads (in ascending order). What is made of a noun stays a claim:
    /// "dismissed calls to restart talks", "is considering options".
    /// </summary>
    public bool IsCueWithClaims(int token, List<int> heads) =>
        _cues.TryGetValue(token, out var cues) && cues.Any(i => _attributions[i].Content.Any(content => IsHeadedByAny(content, heads)));

    /// <summary>The innermost attribution of a clause that stands at the head of its content; null where it is embedded, or nobody's.</summary>
    public int? HeadOfContent(Clause clause)
    {
        var relation = _analysis.Tokens[clause.Head].Relation;
        return relation is "root" or "ccomp" or "parataxis" or "conj" && Of(clause.Head) is { Length: > 0 } voices ? voices[^1] : null;
    }

    /// <summary>Whether one of these heads depends on nothing else in the content.</summary>
    private bool IsHeadedByAny(TextSpan content, List<int> heads)
    {
        var at = heads.BinarySearch(_analysis.TokenAt(content.Start));
        for (at = at < 0 ? ~at : at; at < heads.Count && _analysis.Tokens[heads[at]].Span.Start < content.End; at++)
        {
            var governor = _analysis.Tokens[heads[at]].Head;
            if (governor < 0 || !content.Contains(_analysis.Tokens[governor].Span))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>How many attributions stand around each.</summary>
    private static int[] Depths(ImmutableArray<Attribution> attributions)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < attributions.Length; i++)
        {
            places[attributions[i].Id] = i;
        }

        var depths = new int[attributions.Length];
        for (var i = 0; i < attributions.Length; i++)
        {
            for (var outer = attributions[i].Within; outer is not null && depths[i] < MostLinks; outer = attributions[places[outer]].Within)
            {
                depths[i]++;
            }
        }

        return depths;
    }

    private void Mark(Dictionary<int, List<int>> marks, TextSpan span, int attribution)
    {
        for (var token = _analysis.TokenAt(span.Start); token < _analysis.Tokens.Length && _analysis.Tokens[token].Span.Start < span.End; token++)
        {
            (marks.TryGetValue(token, out var found) ? found : marks[token] = []).Add(attribution);
        }
    }
}
