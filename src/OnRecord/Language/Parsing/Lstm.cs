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
        forward.Run(batch, inputs, outputs, Outputs, 0, isForward: true);
        backward.Run(batch, inputs, outputs, Outputs, forward.Width, isForward: false);
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
        public void Run(SentenceBatch batch, ReadOnlySpan<float> inputs, Span<float> outputs, int outputWidth, int outputOffset, bool isForward)
        {
            var gateWidth = Input.PaddedOutputs;
            var gates = ArrayPool<float>.Shared.Rent(batch.Rows * gateWidth);
            Input.Multiply(inputs, batch.Rows, gates);
            var sentences = batch.Lengths.Length;
            var (states, cells) = (new float[sentences * Width], new float[sentences * Width]);
            for (var i = 0; i < batch.Steps; i++)
            {
                // Backward, sentences join as their last word is reached; their state is still zero then.
                var step = isForward ? i : batch.Steps - 1 - i;
                var (first, running) = (batch.FirstRow(step), batch.Running(step));
                var sums = gates.AsSpan(first * gateWidth, running * gateWidth);
                State.MultiplyAdd(states, running, sums);
                for (var rank = 0; rank < running; rank++)
                {
                    var state = states.AsSpan(rank * Width, Width);
                    Activations.Step(sums[(rank * gateWidth)..], cells.AsSpan(rank * Width, Width), state, Width);
                    state.CopyTo(outputs[((first + rank) * outputWidth + outputOffset)..]);
                }
            }

            ArrayPool<float>.Shared.Return(gates);
        }
    }
}
