using CsCheck;
using OnRecord.Language.Parsing;

namespace OnRecord.Tests.Language;

public sealed class SpanningTreeTests
{
    private static readonly Gen<float[]> Scores =
        Gen.Int[1, 5].SelectMany(length => Gen.Int[-9, 9].Select(value => (float)value).Array[(length + 1) * (length + 1)]);

    [Fact]
    public void No_tree_scores_more_than_the_best_arborescence() => Scores.Sample(scores =>
    {
        var size = (int)Math.Sqrt(scores.Length);
        var rows = Enumerable.Range(0, size).Select(word => scores[(word * size)..((word + 1) * size)].Select(score => (double)score).ToArray()).ToArray();
        var heads = Arborescence.Best(rows);
        Assert.Equal(-1, heads[0]);
        var found = heads.Skip(1).ToArray();
        Assert.True(IsTree(found));
        Assert.Equal(AllHeads(size - 1).Where(IsTree).Max(tree => Sum(scores, size, tree)), Sum(scores, size, found));
    });

    [Fact]
    public void A_decoded_tree_has_one_root() => Scores.Sample(scores =>
    {
        var length = (int)Math.Sqrt(scores.Length) - 1;
        var heads = SpanningTree.Decode(scores, length);
        Assert.Equal(length, heads.Length);
        Assert.Single(heads, 0);
        Assert.True(IsTree(heads));
    });

    [Fact]
    public void Four_hundred_words_that_all_want_their_neighbour_are_still_a_tree()
    {
        const int Size = 401;
        var scores = new float[Size * Size];
        for (var word = 1; word < Size; word++)
        {
            for (var head = 0; head < Size; head++)
            {
                scores[word * Size + head] = -Math.Abs(word - head) - (head == 0 ? 1000 : 0);
            }
        }

        var heads = SpanningTree.Decode(scores, Size - 1);
        Assert.Single(heads, 0);
        Assert.True(IsTree(heads));
    }

    /// <summary>All ways to give each of so many words a head.</summary>
    private static IEnumerable<int[]> AllHeads(int length)
    {
        var count = (int)Math.Pow(length + 1, length);
        for (var i = 0; i < count; i++)
        {
            var (heads, rest) = (new int[length], i);
            for (var word = 0; word < length; word++, rest /= length + 1)
            {
                heads[word] = rest % (length + 1);
            }

            yield return heads;
        }
    }

    private static bool IsTree(int[] heads) => Enumerable.Range(1, heads.Length).All(word =>
    {
        for (var steps = 0; steps <= heads.Length && word > 0; steps++)
        {
            word = heads[word - 1];
        }

        return word == 0;
    });

    private static float Sum(float[] scores, int size, int[] heads) => heads.Select((head, i) => scores[(i + 1) * size + head]).Sum();
}
