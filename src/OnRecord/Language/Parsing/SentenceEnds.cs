using System.Buffers;
using OnRecord.Data;

namespace OnRecord.Language.Parsing;

/// <summary>
/// Decides after which tokens of a block a sentence ends: a small bidirectional LSTM over the words, which also sees the gap behind each token and what
/// the rules of <see cref="SentenceSplitter"/> say of it. So it finds ends that no mark shows ("Thanks, Sean Here you go").
/// </summary>
/// <remarks>Safe to use from many threads. A block's ends do not depend on other blocks. Cost grows with the number of tokens.</remarks>
internal sealed class SentenceEnds
{
    /// <summary>The network's file in <c>models/</c>.</summary>
    public const string ModelName = "english-sentences.network";

    /// <summary>Tokens that are read in one go; a longer block is read in windows.</summary>
    public const int Window = 256;

    /// <summary>Tokens on each side of a window that only give context.</summary>
    private const int Context = 32;

    /// <summary>Windows are read together up to so many tokens.</summary>
    private const int TokensAtOnce = 2000;

    private readonly WordEncoder _words;
    private readonly float[] _signals;
    private readonly Lstm[] _layers;
    private readonly PackedMatrix _end;

    /// <exception cref="DataFileException">The model is missing or damaged.</exception>
    public SentenceEnds(DataFolder data)
        : this(data.Model(ModelName), ModelName)
    {
    }

    /// <exception cref="DataFileException">The bytes are no network, or damaged.</exception>
    public SentenceEnds(byte[] model, string path)
    {
        var file = NetworkFile.Read(model, path);
        try
        {
            _words = new WordEncoder(file);
            _signals = file.Tensor("signals.weight", BoundarySignal.Count * file.Width);
            _layers = [.. Enumerable.Range(0, file.Layers).Select(layer => NetworkLayers.Lstm(file, layer, layer == 0 ? file.Width : 2 * file.Width))];
            _end = NetworkLayers.Linear(file, "end", 2 * file.Width, 1);
        }
        catch (InvalidDataException error)
        {
            throw new DataFileException(path, "the network lacks a part; take the file from the release again.", error);
        }
    }

    /// <summary>For each block, for each token, whether a sentence ends after it; it always does after the last.</summary>
    /// <param name="text">The text.</param>
    /// <param name="blocks">The tokens of each block.</param>
    /// <param name="signals">What <see cref="BoundarySignal"/> says of each token.</param>
    /// <param name="cancellation">Ends the search before it is done.</param>
    public bool[][] Find(string text, IReadOnlyList<List<TextSpan>> blocks, IReadOnlyList<int[]> signals, CancellationToken cancellation = default)
    {
        var ends = blocks.Select(tokens => new bool[tokens.Count]).ToArray();
        var windows = blocks.SelectMany((tokens, block) => WindowsOf(tokens.Count).Select(window => (Block: block, window.First, window.End))).ToList();
        for (var first = 0; first < windows.Count;)
        {
            var (end, tokens) = (first, 0);
            while (end < windows.Count && (end == first || tokens + windows[end].End - windows[end].First <= TokensAtOnce))
            {
                tokens += windows[end].End - windows[end].First;
                end++;
            }

            cancellation.ThrowIfCancellationRequested();
            Read(windows[first..end]);
            first = end;
        }

        foreach (var block in ends)
        {
            block.AsSpan(Math.Max(0, block.Length - 1)).Fill(true);
        }

        return ends;

        void Read(List<(int Block, int First, int End)> some)
        {
            var words = some.ConvertAll(window => blocks[window.Block][window.First..window.End].ConvertAll(token => token.Of(text)).ToArray());
            var batch = new SentenceBatch(words);
            var scores = Score(batch, (sentence, i) => signals[some[sentence].Block][some[sentence].First + i]);
            for (var i = 0; i < some.Count; i++)
            {
                // Windows overlap by twice the context: each token is decided in the one that shows context on both sides of it.
                var (block, start, end) = some[i];
                var from = start == 0 ? 0 : Context;
                var to = end == blocks[block].Count ? end - start : end - start - Context;
                for (var at = from; at < to; at++)
                {
                    ends[block][start + at] = scores[batch.Row(i, at + 1)] > 0;
                }
            }
        }
    }

    /// <summary>Windows over so many tokens, each but the first beginning twice the context before the end of the one before.</summary>
    private static IEnumerable<(int First, int End)> WindowsOf(int count)
    {
        for (var first = 0; count > 0; first += Window - 2 * Context)
        {
            var end = Math.Min(first + Window, count);
            yield return (first, end);
            if (end == count)
            {
                yield break;
            }
        }
    }

    /// <summary>The log-odds of an end after each row of the batch.</summary>
    private float[] Score(SentenceBatch batch, Func<int, int, int> signalOf)
    {
        var rows = ArrayPool<float>.Shared.Rent(batch.Rows * _words.Outputs);
        using (var inputs = new PooledRows(batch.Rows, _words.Inputs))
        {
            _words.Encode(batch, inputs.Array, rows);
        }

        for (var sentence = 0; sentence < batch.Sentences.Count; sentence++)
        {
            for (var i = 0; i < batch.Sentences[sentence].Length; i++)
            {
                Activations.Add(
                    rows.AsSpan(batch.Row(sentence, i + 1) * _words.Outputs, _words.Outputs),
                    _signals.AsSpan(signalOf(sentence, i) * _words.Outputs, _words.Outputs));
            }
        }

        rows = Lstm.RunAll(_layers, batch, rows);
        var scores = _end.Multiply(rows, batch.Rows);
        ArrayPool<float>.Shared.Return(rows);
        return scores;
    }
}
