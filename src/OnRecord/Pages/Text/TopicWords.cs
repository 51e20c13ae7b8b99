using System.Runtime.InteropServices;

namespace OnRecord.Pages.Text;

/// <summary>The content words of every piece of a page, and how far pieces share them.</summary>
internal sealed class TopicWords
{
    private const int StemLength = 6;

    /// <summary>More words of one piece add nothing: a page of one line must not cost more than its length.</summary>
    private const int MaxWords = 400;

    private readonly int[][] _stems;
    private readonly int[] _documentFrequency;

    public TopicWords(string text, List<Piece> pieces, PageWords words)
    {
        var ids = new Dictionary<string, int>();
        _stems = [.. pieces.Select(piece => Stems(text, piece, words, ids))];
        _documentFrequency = new int[ids.Count];
        foreach (var stem in _stems.SelectMany(stems => stems))
        {
            _documentFrequency[stem]++;
        }
    }

    /// <summary>Number of distinct content words of a piece.</summary>
    public int Count(int piece) => _stems[piece].Length;

    /// <summary>How many pieces of a set hold each word.</summary>
    public int[] Counts(IEnumerable<int> pieces)
    {
        var counts = new int[_documentFrequency.Length];
        foreach (var stem in pieces.SelectMany(piece => _stems[piece]))
        {
            counts[stem]++;
        }

        return counts;
    }

    /// <summary>How many of a piece's words stand in the counted pieces, itself left out.</summary>
    public int Shared(int piece, int[] counts, bool counted)
    {
        var least = counted ? 2 : 1;
        return _stems[piece].Count(stem => counts[stem] >= least);
    }

    /// <summary>Share of a piece's words that stand in another piece.</summary>
    public double Overlap(int piece, int other) =>
        _stems[piece].Length == 0 ? 0 : (double)_stems[piece].Intersect(_stems[other]).Count() / _stems[piece].Length;

    private static int[] Stems(string text, Piece piece, PageWords words, Dictionary<string, int> ids)
    {
        var stems = new HashSet<int>();
        if (piece.Shape is Shape.Furniture or Shape.RelatedHeading)
        {
            return [];
        }

        foreach (var run in TextScan.Runs(text, piece.Span, MaxWords))
        {
            var word = run.Word(text);
            if (word.Length < 3 || char.IsDigit(word[0]) || (word.Length == 3 && !char.IsUpper(word[0])) || words.Is(word, (WordKinds)~0))
            {
                continue;
            }

            var possessive = word.IndexOfAny('’', '\'');
            var stem = (possessive > 2 ? word[..possessive] : word).ToString().ToLowerInvariant();
            stem = stem.Length > StemLength ? stem[..StemLength] : stem.TrimEnd('s');
            ref var id = ref CollectionsMarshal.GetValueRefOrAddDefault(ids, stem, out var known);
            id = known ? id : ids.Count - 1;
            stems.Add(id);
        }

        return [.. stems];
    }
}
