using System.Buffers;

namespace OnRecord.Language.Parsing;

/// <summary>One layer of a bidirectional LSTM (Hochreiter and Schmidhuber, 1997).</summary>
internal sealed class Lstm(Lstm.Direction forward, Lstm.Direction backward)
{
    /// <summary>Values in a row of results: the states of both directions, side by side.</summary>
    public int Outputs => forward.Width + backward.Width;

    /// <summary>Reads all rows of a batch.</summary>
    /// <param name="batch">The layout of the rows.</param>
    /// <param name="inputs">One row a position.</param>
    /// <param name="outputs">Room for <see cref="Outputs"/> values a row.</param>
    public void Run(SentenceBatch batch, ReadOnlySpan<float> inputs, Span<float> outputs)
    {
        forward.Run(batch, inputs, batch.Rows, null, outputs, Outputs, 0, isForward: true);
        backward.Run(batch, inputs, batch.Rows, null, outputs, Outputs, forward.Width, isForward: false);
    }

    /// <summary>Reads all rows of a batch, of which some come in alike: each of those is multiplied once.</summary>
    /// <param name="batch">The layout of the rows.</param>
    /// <param name="inputs">The rows that differ, and nothing behind them.</param>
    /// <param name="inputOf">For each row of the batch the row of <paramref name="inputs"/> that it comes in as.</param>
    /// <param name="outputs">Room for <see cref="Outputs"/> values a row of the batch.</param>
    public void Run(SentenceBatch batch, ReadOnlySpan<float> inputs, int[] inputOf, Span<float> outputs)
    {
        var count = inputs.Length / forward.Input.Inputs;
        forward.Run(batch, inputs, count, inputOf, outputs, Outputs, 0, isForward: true);
        backward.Run(batch, inputs, count, inputOf, outputs, Outputs, forward.Width, isForward: false);
    }

    /// <summary>Runs layers one upon the other.</summary>
    /// <param name="layers">The layers, the lowest first.</param>
    /// <param name="batch">The layout of the rows.</param>
    /// <param name="rows">One row a position, in an array from the shared pool; it goes back there.</param>
    /// <returns>The rows of the last layer, in an array from the shared pool.</returns>
    public static float[] RunAll(IEnumerable<Lstm> layers, SentenceBatch batch, float[] rows)
    {
        foreach (var layer in layers)
        {
            var states = ArrayPool<float>.Shared.Rent(batch.Rows * layer.Outputs);
            layer.Run(batch, rows, states);
            ArrayPool<float>.Shared.Return(rows);
            rows = states;
        }

        return rows;
    }

    /// <summary>The weights of one direction; gates in the order in, forget, cell, out.</summary>
    internal sealed record Direction(ByteMatrix Input, ByteMatrix State, int Width)
    {
        public void Run(SentenceBatch batch, ReadOnlySpan<float> inputs, int count, int[]? inputOf, Span<float> outputs, int outputWidth, int outputOffset, bool isForward)
        {
            var gateWidth = Input.PaddedOutputs;
            var sentences = batch.Lengths.Length;
            using var gates = new PooledRows(count, gateWidth);
            using var copies = new PooledRows(inputOf is null ? 0 : sentences, gateWidth);
            Input.Multiply(inputs, count, gates.All);
            var (states, cells) = (new float[sentences * Width], new float[sentences * Width]);
            for (var i = 0; i < batch.Steps; i++)
            {
                // Backward, sentences join as their last word is reached; their state is still zero then.
                var step = isForward ? i : batch.Steps - 1 - i;
                var (first, running) = (batch.FirstRow(step), batch.Running(step));
                var sums = inputOf is null ? gates.All.Slice(first * gateWidth, running * gateWidth) : copies.All[..(running * gateWidth)];
                for (var rank = 0; inputOf is not null && rank < running; rank++)
                {
                    gates[inputOf[first + rank]].CopyTo(copies[rank]);
                }

                State.MultiplyAdd(states, running, sums);
                for (var rank = 0; rank < running; rank++)
                {
                    var state = states.AsSpan(rank * Width, Width);
                    Activations.Step(sums[(rank * gateWidth)..], cells.AsSpan(rank * Width, Width), state, Width);
                    state.CopyTo(outputs[((first + rank) * outputWidth + outputOffset)..]);
                }
            }
        }
    }
}
