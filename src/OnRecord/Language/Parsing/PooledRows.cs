using System.Buffers;

namespace OnRecord.Language.Parsing;

/// <summary>Room for rows of numbers that is needed for a moment: an array of at least their size, from the shared pool, to which it goes back. It comes with what was left in it.</summary>
internal readonly struct PooledRows(int count, int width) : IDisposable
{
    public float[] Array { get; } = ArrayPool<float>.Shared.Rent(count * width);

    /// <summary>Values in a row.</summary>
    public int Width => width;

    /// <summary>All rows, and nothing behind them.</summary>
    public Span<float> All => Array.AsSpan(0, count * width);

    public Span<float> this[int row] => Array.AsSpan(row * width, width);

    public void Dispose() => ArrayPool<float>.Shared.Return(Array);
}
