using System.Buffers;

namespace OnRecord.Language.Parsing;

/// <summary>Room for numbers that is needed for a moment: an array of at least the length asked for, from the shared pool, to which it goes back.</summary>
internal readonly struct PooledFloats(int length) : IDisposable
{
    public float[] Array { get; } = ArrayPool<float>.Shared.Rent(length);

    public void Dispose() => ArrayPool<float>.Shared.Return(Array);
}
