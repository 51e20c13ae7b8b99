using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace OnRecord.Language.Parsing;

/// <summary>Weights of a linear layer, laid out for the processor's vectors.</summary>
/// <remarks>
/// The columns are cut into panels of <see cref="Panel"/>, each stored row by row. Every sum runs over the inputs in their order
/// with fused multiply-add, so a result depends neither on the width of the machine's vectors nor on the other rows of the call.
/// The kernels are optimised at their first call: at start they would otherwise run many times slower until they are known to be hot.
/// </remarks>
internal sealed class PackedMatrix
{
    private const int Lanes = 16;

    /// <summary>Columns in a panel: two vectors.</summary>
    private const int Panel = 2 * Lanes;

    /// <summary>Rows that are multiplied at once: as many as the registers hold sums for.</summary>
    private const int RowsAtOnce = 6;

    private readonly float[] _panels;
    private readonly float[] _bias;

    /// <param name="inputs">Number of inputs.</param>
    /// <param name="outputs">Number of outputs.</param>
    /// <param name="weight">The weight from an input to an output.</param>
    /// <param name="bias">What each output begins with; empty for zeros.</param>
    public PackedMatrix(int inputs, int outputs, Func<int, int, float> weight, ReadOnlySpan<float> bias)
        : this(inputs, outputs, bias)
    {
        for (var output = 0; output < outputs; output++)
        {
            for (var input = 0; input < inputs; input++)
            {
                _panels[PlaceOf(output) + input * Panel] = weight(input, output);
            }
        }
    }

    /// <param name="inputs">Number of inputs.</param>
    /// <param name="weights">The weights to an output lie together.</param>
    /// <param name="starts">For each output, where in <paramref name="weights"/> its own begin.</param>
    /// <param name="bias">What each output begins with; empty for zeros.</param>
    public PackedMatrix(int inputs, ReadOnlySpan<float> weights, ReadOnlySpan<int> starts, ReadOnlySpan<float> bias)
        : this(inputs, starts.Length, bias)
    {
        for (var output = 0; output < starts.Length; output++)
        {
            var own = weights.Slice(starts[output], inputs);
            var place = PlaceOf(output);
            foreach (var weight in own)
            {
                _panels[place] = weight;
                place += Panel;
            }
        }
    }

    private PackedMatrix(int inputs, int outputs, ReadOnlySpan<float> bias)
    {
        (Inputs, Outputs, PaddedOutputs) = (inputs, outputs, (outputs + Panel - 1) / Panel * Panel);
        _panels = new float[PaddedOutputs * inputs];
        _bias = new float[PaddedOutputs];
        bias.CopyTo(_bias);
    }

    public int Inputs { get; }

    public int Outputs { get; }

    /// <summary>Length of a row of results: the outputs, filled up to whole panels.</summary>
    public int PaddedOutputs { get; }

    /// <summary>Where in the panels the weight from the first input to an output is.</summary>
    private int PlaceOf(int output) => output / Panel * Panel * Inputs + output % Panel;

    /// <summary>Multiplies rows of inputs; each row of the result has <see cref="Outputs"/> values.</summary>
    public float[] Multiply(ReadOnlySpan<float> rows, int count)
    {
        using var padded = new PooledRows(count, PaddedOutputs);
        Run(rows, Inputs, count, padded.All);
        var results = new float[count * Outputs];
        for (var row = 0; row < count; row++)
        {
            padded[row][..Outputs].CopyTo(results.AsSpan(row * Outputs));
        }

        return results;
    }

    /// <summary>Multiplies rows of inputs, of which each may be longer than they are; each row of <paramref name="results"/> has <see cref="PaddedOutputs"/> values.</summary>
    public void Multiply(PooledRows rows, int count, PooledRows results)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(results.Width, PaddedOutputs);
        Run(rows.All, rows.Width, count, results.All);
    }

    private void Run(ReadOnlySpan<float> rows, int width, int count, Span<float> results)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, Inputs);
        ArgumentOutOfRangeException.ThrowIfLessThan(rows.Length, count * width);
        ArgumentOutOfRangeException.ThrowIfLessThan(results.Length, count * PaddedOutputs);
        ref var input = ref MemoryMarshal.GetReference(rows);
        ref var result = ref MemoryMarshal.GetReference(results);
        for (var panel = 0; panel < PaddedOutputs; panel += Panel)
        {
            for (var row = 0; row < count; row += RowsAtOnce)
            {
                ref var rowInput = ref Unsafe.Add(ref input, row * width);
                ref var rowResult = ref Unsafe.Add(ref result, row * PaddedOutputs + panel);
                if (row + 1 == count)
                {
                    One(ref rowInput, panel, ref rowResult);
                }
                else
                {
                    Six(ref rowInput, width, panel, ref rowResult, Math.Min(RowsAtOnce, count - row) - 1);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void One(ref float input, int panel, ref float result)
    {
        ref var start = ref _bias[panel];
        var (low, high) = (Vector512.LoadUnsafe(ref start), Vector512.LoadUnsafe(ref start, Lanes));
        ref var weights = ref _panels[panel * Inputs];
        for (var i = 0; i < Inputs; i++)
        {
            var value = Vector512.Create(Unsafe.Add(ref input, i));
            low = Vector512.FusedMultiplyAdd(value, Vector512.LoadUnsafe(ref weights, (nuint)(i * Panel)), low);
            high = Vector512.FusedMultiplyAdd(value, Vector512.LoadUnsafe(ref weights, (nuint)(i * Panel + Lanes)), high);
        }

        low.StoreUnsafe(ref result);
        high.StoreUnsafe(ref result, Lanes);
    }

    /// <summary>
    /// Six rows against one panel; the twelve sums stay in registers. Where there are fewer rows the last one takes the place of those that lack: it is computed
    /// more than once, always to the same values, which costs less than row by row.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Six(ref float input, int width, int panel, ref float result, int last)
    {
        var (inputs, step) = (Inputs, PaddedOutputs);
        var (one, two, three, four, five) = (1, Math.Min(2, last), Math.Min(3, last), Math.Min(4, last), last);
        ref var start = ref _bias[panel];
        var a0 = Vector512.LoadUnsafe(ref start);
        var a1 = Vector512.LoadUnsafe(ref start, Lanes);
        var (b0, b1) = (a0, a1);
        var (c0, c1) = (a0, a1);
        var (d0, d1) = (a0, a1);
        var (e0, e1) = (a0, a1);
        var (f0, f1) = (a0, a1);
        ref var weights = ref _panels[panel * inputs];
        ref var b = ref Unsafe.Add(ref input, one * width);
        ref var c = ref Unsafe.Add(ref input, two * width);
        ref var d = ref Unsafe.Add(ref input, three * width);
        ref var e = ref Unsafe.Add(ref input, four * width);
        ref var f = ref Unsafe.Add(ref input, five * width);
        for (var i = 0; i < inputs; i++)
        {
            var w0 = Vector512.LoadUnsafe(ref weights, (nuint)(i * Panel));
            var w1 = Vector512.LoadUnsafe(ref weights, (nuint)(i * Panel + Lanes));
            var value = Vector512.Create(Unsafe.Add(ref input, i));
            a0 = Vector512.FusedMultiplyAdd(value, w0, a0);
            a1 = Vector512.FusedMultiplyAdd(value, w1, a1);
            value = Vector512.Create(Unsafe.Add(ref b, i));
            b0 = Vector512.FusedMultiplyAdd(value, w0, b0);
            b1 = Vector512.FusedMultiplyAdd(value, w1, b1);
            value = Vector512.Create(Unsafe.Add(ref c, i));
            c0 = Vector512.FusedMultiplyAdd(value, w0, c0);
            c1 = Vector512.FusedMultiplyAdd(value, w1, c1);
            value = Vector512.Create(Unsafe.Add(ref d, i));
            d0 = Vector512.FusedMultiplyAdd(value, w0, d0);
            d1 = Vector512.FusedMultiplyAdd(value, w1, d1);
            value = Vector512.Create(Unsafe.Add(ref e, i));
            e0 = Vector512.FusedMultiplyAdd(value, w0, e0);
            e1 = Vector512.FusedMultiplyAdd(value, w1, e1);
            value = Vector512.Create(Unsafe.Add(ref f, i));
            f0 = Vector512.FusedMultiplyAdd(value, w0, f0);
            f1 = Vector512.FusedMultiplyAdd(value, w1, f1);
        }

        Store(a0, a1, ref result);
        Store(b0, b1, ref Unsafe.Add(ref result, one * step));
        Store(c0, c1, ref Unsafe.Add(ref result, two * step));
        Store(d0, d1, ref Unsafe.Add(ref result, three * step));
        Store(e0, e1, ref Unsafe.Add(ref result, four * step));
        Store(f0, f1, ref Unsafe.Add(ref result, five * step));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector512<float> low, Vector512<float> high, ref float result)
    {
        low.StoreUnsafe(ref result);
        high.StoreUnsafe(ref result, Lanes);
    }
}
