using System.Collections.Immutable;

namespace OnRecord.Language.Parsing;

/// <summary>Sentences laid out step by step: all first positions, then all second ones, the longest sentence first.</summary>
/// <remarks>
/// So the sentences that are still running at a step are a block of rows, in both directions of reading, and no row is padding.
/// Position 0 of each sentence is the root.
/// </remarks>
internal sealed class SentenceBatch
{
    private readonly int[] _rankOf;
    private readonly int[] _starts;

    public SentenceBatch(IReadOnlyList<string[]> sentences)
        : this([.. sentences.Select(sentence => sentence.Length)]) => Sentences = sentences;

    /// <summary>A batch of sentences whose words are not needed.</summary>
    /// <param name="lengths">Words of each.</param>
    public SentenceBatch(ImmutableArray<int> lengths)
    {
        Lengths = lengths;
        Order = [.. Enumerable.Range(0, lengths.Length).OrderByDescending(i => lengths[i]).ThenBy(i => i)];
        _rankOf = new int[lengths.Length];
        for (var rank = 0; rank < Order.Length; rank++)
        {
            _rankOf[Order[rank]] = rank;
        }

        Steps = lengths.Max() + 1;
        _starts = new int[Steps + 1];
        for (var step = 0; step < Steps; step++)
        {
            _starts[step + 1] = _starts[step] + lengths.Count(length => length >= step);
        }
    }

    /// <summary>Words of each sentence.</summary>
    public ImmutableArray<int> Lengths { get; }

    public IReadOnlyList<string[]> Sentences { get; } = [];

    /// <summary>Indexes of the sentences, longest first.</summary>
    public ImmutableArray<int> Order { get; }

    /// <summary>Positions of the longest sentence, the root counted.</summary>
    public int Steps { get; }

    /// <summary>Number of rows.</summary>
    public int Rows => _starts[^1];

    /// <summary>First row of a step.</summary>
    public int FirstRow(int step) => _starts[step];

    /// <summary>How many sentences have this position.</summary>
    public int Running(int step) => _starts[step + 1] - _starts[step];

    /// <summary>The row of a sentence's position; 0 is the root, word <c>i</c> is at <c>i + 1</c>.</summary>
    public int Row(int sentence, int position) => _starts[position] + _rankOf[sentence];
}
