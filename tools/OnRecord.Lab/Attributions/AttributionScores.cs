using System.Collections.Immutable;
using OnRecord.Lab.Scoring;

namespace OnRecord.Lab.Attributions;

/// <summary>The measures of one or more articles.</summary>
/// <param name="Cue">Cues that share a character, each gold cue paired once.</param>
/// <param name="CueExact">Cues with the same first and last character.</param>
/// <param name="Source">Characters that stand in some source.</param>
/// <param name="Content">Characters that stand in some content.</param>
/// <param name="Whole">Cues paired, sources that overlap (or none in both), contents with Jaccard of at least one half.</param>
/// <param name="Close">Sources and contents each with Jaccard of at least nine tenths.</param>
internal readonly record struct AttributionScores(Score Cue, Score CueExact, Score Source, Score Content, Score Whole, Score Close)
{
    private const double Half = 0.5;
    private const double NineTenths = 0.9;

    public static AttributionScores operator +(AttributionScores left, AttributionScores right) => new(
        left.Cue + right.Cue,
        left.CueExact + right.CueExact,
        left.Source + right.Source,
        left.Content + right.Content,
        left.Whole + right.Whole,
        left.Close + right.Close);

    /// <summary>Compares with gold. PolNeAR marks only the outermost attribution, so of ours those inside another are left out; links beside a report it does not know.</summary>
    public static AttributionScores Of(GoldArticle gold, ImmutableArray<Attribution> found, Action<GoldAttribution?, Attribution?>? tell = null)
    {
        var links = found.Where(attribution => attribution.Rule.StartsWith("link-", StringComparison.Ordinal)).Select(attribution => attribution.Id).ToHashSet(StringComparer.Ordinal);
        var ours = found.Where(attribution => attribution.Within is null || (links.Contains(attribution.Within) && !links.Contains(attribution.Id))).ToImmutableArray();
        int cue = 0, exact = 0, whole = 0, close = 0;
        var taken = new HashSet<Attribution>(ReferenceEqualityComparer.Instance);
        foreach (var right in gold.Attributions)
        {
            var pair = ours
                .Where(one => !taken.Contains(one) && right.Cue.Any(span => span.Overlaps(one.Cue.Span)))
                .MaxBy(one => Jaccard(right.Content, one.Content));
            if (pair is null)
            {
                tell?.Invoke(right, null);
                continue;
            }

            taken.Add(pair);
            cue++;
            exact += right.Cue.Length == 1 && right.Cue[0] == pair.Cue.Span ? 1 : 0;
            ImmutableArray<TextSpan> source = pair.Source is null ? [] : [pair.Source.Span];
            var sameSource = Jaccard(right.Source, source);
            var sameContent = Jaccard(right.Content, pair.Content);
            var isWhole = IsWhole(right, pair);
            whole += isWhole ? 1 : 0;
            close += sameSource >= NineTenths && sameContent >= NineTenths ? 1 : 0;
            if (!isWhole || sameContent < NineTenths || sameSource < NineTenths)
            {
                tell?.Invoke(right, pair);
            }
        }

        foreach (var wrong in ours.Where(one => !taken.Contains(one)))
        {
            tell?.Invoke(null, wrong);
        }

        Score Count(int right) => new(right, ours.Length, gold.Attributions.Length);
        return new AttributionScores(
            Count(cue),
            Count(exact),
            Characters(gold.Attributions.SelectMany(one => one.Source), ours.Where(one => one.Source is not null).Select(one => one.Source!.Span), gold.Text.Length),
            Characters(gold.Attributions.SelectMany(one => one.Content), ours.SelectMany(one => one.Content), gold.Text.Length),
            Count(whole),
            Count(close));
    }

    public IEnumerable<(string Measure, Score Score)> All() =>
    [
        ("cue-f1", Cue), ("cue-exact-f1", CueExact), ("source-chars-f1", Source), ("content-chars-f1", Content), ("whole-f1", Whole), ("close-f1", Close),
    ];

    /// <summary>Whether the source overlaps and the content is by half the same.</summary>
    public static bool IsWhole(GoldAttribution gold, Attribution ours) =>
        Jaccard(gold.Source, ours.Source is null ? [] : [ours.Source.Span]) > 0 && Jaccard(gold.Content, ours.Content) >= Half;

    /// <summary>Shared characters by characters of either; 1 where both are empty.</summary>
    private static double Jaccard(ImmutableArray<TextSpan> left, ImmutableArray<TextSpan> right)
    {
        if (left.IsEmpty && right.IsEmpty)
        {
            return 1;
        }

        var shared = left.Sum(one => right.Sum(other => Math.Max(0, Math.Min(one.End, other.End) - Math.Max(one.Start, other.Start))));
        return (double)shared / Math.Max(1, left.Sum(one => one.Length) + right.Sum(one => one.Length) - shared);
    }

    private static Score Characters(IEnumerable<TextSpan> gold, IEnumerable<TextSpan> ours, int length)
    {
        var marks = new byte[length];
        Mark(marks, gold, 1);
        Mark(marks, ours, 2);
        return new Score(marks.Count(mark => mark == 3), marks.Count(mark => (mark & 2) != 0), marks.Count(mark => (mark & 1) != 0));
    }

    private static void Mark(byte[] marks, IEnumerable<TextSpan> spans, byte bit)
    {
        foreach (var span in spans)
        {
            for (var i = span.Start; i < span.End; i++)
            {
                marks[i] |= bit;
            }
        }
    }
}
