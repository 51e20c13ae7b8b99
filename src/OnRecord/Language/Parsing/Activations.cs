using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace OnRecord.Language.Parsing;

/// <summary>The curves of the network, computed alike on every machine: only additions, multiplications and fused multiply-adds in a fixed order.</summary>
internal static class Activations
{
    /// <summary>Beyond this, exp leaves the range of a normal float.</summary>
    private const float LargestExponent = 87f;

    private const float Log2E = 1.44269504f;

    // ln 2 in two parts (Cody and Waite): the first has few bits, so that its product with a whole number is exact.
    private const float Ln2High = 0.693359375f;
    private const float Ln2Low = -2.12194440e-4f;

    /// <summary>1 / (1 + e^−x).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Sigmoid(Vector512<float> x) => Vector512<float>.One / (Vector512<float>.One + Exp(-x));

    /// <summary>2 / (1 + e^−2x) − 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Tanh(Vector512<float> x)
    {
        var two = Vector512.Create(2f);
        return two / (Vector512<float>.One + Exp(-two * x)) - Vector512<float>.One;
    }

    /// <summary>The greater of each value and zero, in place.</summary>
    public static void Relu(Span<float> values)
    {
        var zero = Vector<float>.Zero;
        var at = 0;
        for (; at + Vector<float>.Count <= values.Length; at += Vector<float>.Count)
        {
            var some = new Vector<float>(values[at..]);
            Vector.ConditionalSelect(Vector.GreaterThan(some, zero), some, zero).CopyTo(values[at..]);
        }

        foreach (ref var value in values[at..])
        {
            value = value > 0 ? value : 0;
        }
    }

    /// <summary>Adds to each value of a row the one of another.</summary>
    public static void Add(Span<float> row, ReadOnlySpan<float> added)
    {
        var at = 0;
        for (; at + Vector<float>.Count <= row.Length; at += Vector<float>.Count)
        {
            (new Vector<float>(row[at..]) + new Vector<float>(added[at..])).CopyTo(row[at..]);
        }

        for (; at < row.Length; at++)
        {
            row[at] += added[at];
        }
    }

    /// <summary>Brings a row to mean 0 and variance 1, then scales and shifts it (Ba et al., 2016), in place.</summary>
    public static void Normalize(Span<float> row, ReadOnlySpan<float> scale, ReadOnlySpan<float> shift)
    {
        const double Epsilon = 1e-5;
        double sum = 0;
        foreach (var value in row)
        {
            sum += value;
        }

        var mean = sum / row.Length;
        double squares = 0;
        foreach (var value in row)
        {
            squares += (value - mean) * (value - mean);
        }

        var factor = 1 / Math.Sqrt(squares / row.Length + Epsilon);
        for (var i = 0; i < row.Length; i++)
        {
            row[i] = (float)((row[i] - mean) * factor) * scale[i] + shift[i];
        }
    }

    /// <summary>e^x: x is cut into a power of two and a rest below ln 2 / 2, whose exponential is a polynomial of degree 6.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Exp(Vector512<float> x)
    {
        // The processor's own smallest and greatest, which ask for no care of what is not a number: there is none here.
        x = Vector512.MinNative(Vector512.MaxNative(x, Vector512.Create(-LargestExponent)), Vector512.Create(LargestExponent));
        var power = Vector512.Floor(Vector512.FusedMultiplyAdd(x, Vector512.Create(Log2E), Vector512.Create(0.5f)));
        var rest = Vector512.FusedMultiplyAdd(power, Vector512.Create(-Ln2High), x);
        rest = Vector512.FusedMultiplyAdd(power, Vector512.Create(-Ln2Low), rest);
        var value = Vector512.Create(1f / 720);
        value = Vector512.FusedMultiplyAdd(value, rest, Vector512.Create(1f / 120));
        value = Vector512.FusedMultiplyAdd(value, rest, Vector512.Create(1f / 24));
        value = Vector512.FusedMultiplyAdd(value, rest, Vector512.Create(1f / 6));
        value = Vector512.FusedMultiplyAdd(value, rest, Vector512.Create(0.5f));
        value = Vector512.FusedMultiplyAdd(value, rest, Vector512<float>.One);
        value = Vector512.FusedMultiplyAdd(value, rest, Vector512<float>.One);
        var scale = (Vector512.ConvertToInt32Native(power) + Vector512.Create(127)) << 23;
        return value * scale.AsSingle();
    }

    /// <summary>One step of an LSTM: gates in, forget, cell, out (each <paramref name="width"/> values) to a new cell and state.</summary>
    /// <param name="gates">The sums of the gates.</param>
    /// <param name="cell">The cell, renewed in place.</param>
    /// <param name="state">Where the state goes.</param>
    /// <param name="width">Width of the layer.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Step(Span<float> gates, Span<float> cell, Span<float> state, int width)
    {
        ref var g = ref MemoryMarshal.GetReference(gates);
        ref var c = ref MemoryMarshal.GetReference(cell);
        ref var h = ref MemoryMarshal.GetReference(state);

        for (var at = 0; at < width; at += Vector512<float>.Count)
        {
            var (i, rest) = (at, width - at);
            if (rest < Vector512<float>.Count)
            {
                Tail(gates, cell, state, width, at);
                return;
            }

            var old = Vector512.LoadUnsafe(ref c, (nuint)i);
            var fresh = Sigmoid(Vector512.LoadUnsafe(ref g, (nuint)(width + i))) * old
                + Sigmoid(Vector512.LoadUnsafe(ref g, (nuint)i)) * Tanh(Vector512.LoadUnsafe(ref g, (nuint)(2 * width + i)));
            fresh.StoreUnsafe(ref c, (nuint)i);
            (Sigmoid(Vector512.LoadUnsafe(ref g, (nuint)(3 * width + i))) * Tanh(fresh)).StoreUnsafe(ref h, (nuint)i);
        }
    }

    /// <summary>The values behind the last whole vector, through a padded copy.</summary>
    private static void Tail(ReadOnlySpan<float> gates, Span<float> cell, Span<float> state, int width, int at)
    {
        var rest = width - at;
        Span<float> padded = stackalloc float[5 * Vector512<float>.Count];
        padded.Clear();
        for (var gate = 0; gate < 4; gate++)
        {
            gates.Slice(gate * width + at, rest).CopyTo(padded[(gate * Vector512<float>.Count)..]);
        }

        var cells = padded[(4 * Vector512<float>.Count)..];
        cell.Slice(at, rest).CopyTo(cells);
        Span<float> states = stackalloc float[Vector512<float>.Count];
        Step(padded, cells, states, Vector512<float>.Count);
        cells[..rest].CopyTo(cell[at..]);
        states[..rest].CopyTo(state[at..]);
    }
}
