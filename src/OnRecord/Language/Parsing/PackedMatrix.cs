using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace OnRecord.Language.Parsing;

/// <summary>Weights of a linear layer, laid out for the processor's vectors.</summary>
/// <remarks>
/// The columns are cut into panels of <see cref="Panel"/>, each stored row by row. Every sum runs over the inputs in their order
/// with fused multiply-add, so a result depends neither on the width of the machine's vectors nor on the other rows of the call.
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
    {
        Inputs = inputs;
        Outputs = outputs;
        PaddedOutputs = (outputs + Panel - 1) / Panel * Panel;
        _panels = new float[PaddedOutputs * inputs];
        _bias = new float[PaddedOutputs];
        bias.CopyTo(_bias);
        for (var output = 0; output < outputs; output++)
        {
            var panel = output / Panel * Panel * inputs + output % Panel;
            for (var input = 0; input < inputs; input++)
            {
                _panels[panel + input * Panel] = weight(input, output);
            }
        }
    }

    public int Inputs { get; }

    public int Outputs { get; }

    /// <summary>Length of a row of results: the outputs, filled up to whole panels.</summary>
    public int PaddedOutputs { get; }

    /// <summary>Multiplies rows of inputs; each row of <paramref name="results"/> has <see cref="PaddedOutputs"/> values.</summary>
    public void Multiply(ReadOnlySpan<float> rows, int count, Span<float> results) => Run(rows, count, results, add: false);

    /// <summary>Multiplies rows of inputs; each row of the result has <see cref="Outputs"/> values.</summary>
    public float[] Multiply(ReadOnlySpan<float> rows, int count)
    {
        var padded = new float[count * PaddedOutputs];
        Run(rows, count, padded, add: false);
        if (PaddedOutputs == Outputs)
        {
            return padded;
        }

        var results = new float[count * Outputs];
        for (var row = 0; row < count; row++)
        {
            padded.AsSpan(row * PaddedOutputs, Outputs).CopyTo(results.AsSpan(row * Outputs));
        }

        return results;
    }

    /// <summary>Multiplies rows of inputs and adds the products to what <paramref name="results"/> holds; the bias is left out.</summary>
    public void MultiplyAdd(ReadOnlySpan<float> rows, int count, Span<float> results) => Run(rows, count, results, add: true);

    private void Run(ReadOnlySpan<float> rows, int count, Span<float> results, bool add)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows.Length, count * Inputs);
        ArgumentOutOfRangeException.ThrowIfLessThan(results.Length, count * PaddedOutputs);
        ref var input = ref MemoryMarshal.GetReference(rows);
        ref var result = ref MemoryMarshal.GetReference(results);
        for (var panel = 0; panel < PaddedOutputs; panel += Panel)
        {
            var row = 0;
            for (; row + RowsAtOnce <= count; row += RowsAtOnce)
            {
                Six(ref Unsafe.Add(ref input, row * Inputs), panel, ref Unsafe.Add(ref result, row * PaddedOutputs + panel), add);
            }

            for (; row < count; row++)
            {
                One(ref Unsafe.Add(ref input, row * Inputs), panel, ref Unsafe.Add(ref result, row * PaddedOutputs + panel), add);
            }
        }
    }

    private void One(ref float input, int panel, ref float result, bool add)
    {
        ref var start = ref add ? ref result : ref _bias[panel];
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

    /// <summary>Six rows against one panel; the twelve sums stay in registers.</summary>
    private void Six(ref float input, int panel, ref float result, bool add)
    {
        var (inputs, step) = (Inputs, (nuint)PaddedOutputs);
        ref var start = ref add ? ref result : ref _bias[panel];
        var next = add ? step : 0;
        var a0 = Vector512.LoadUnsafe(ref start);
        var a1 = Vector512.LoadUnsafe(ref start, Lanes);
        var b0 = Vector512.LoadUnsafe(ref start, next);
        var b1 = Vector512.LoadUnsafe(ref start, next + Lanes);
        var c0 = Vector512.LoadUnsafe(ref start, 2 * next);
        var c1 = Vector512.LoadUnsafe(ref start, 2 * next + Lanes);
        var d0 = Vector512.LoadUnsafe(ref start, 3 * next);
        var d1 = Vector512.LoadUnsafe(ref start, 3 * next + Lanes);
        var e0 = Vector512.LoadUnsafe(ref start, 4 * next);
        var e1 = Vector512.LoadUnsafe(ref start, 4 * next + Lanes);
        var f0 = Vector512.LoadUnsafe(ref start, 5 * next);
        var f1 = Vector512.LoadUnsafe(ref start, 5 * next + Lanes);
        ref var weights = ref _panels[panel * inputs];
        for (var i = 0; i < inputs; i++)
        {
            var w0 = Vector512.LoadUnsafe(ref weights, (nuint)(i * Panel));
            var w1 = Vector512.LoadUnsafe(ref weights, (nuint)(i * Panel + Lanes));
            var value = Vector512.Create(Unsafe.Add(ref input, i));
            a0 = Vector512.FusedMultiplyAdd(value, w0, a0);
            a1 = Vector512.FusedMultiplyAdd(value, w1, a1);
            value = Vector512.Create(Unsafe.Add(ref input, inputs + i));
            b0 = Vector512.FusedMultiplyAdd(value, w0, b0);
            b1 = Vector512.FusedMultiplyAdd(value, w1, b1);
            value = Vector512.Create(Unsafe.Add(ref input, 2 * inputs + i));
            c0 = Vector512.FusedMultiplyAdd(value, w0, c0);
            c1 = Vector512.FusedMultiplyAdd(value, w1, c1);
            value = Vector512.Create(Unsafe.Add(ref input, 3 * inputs + i));
            d0 = Vector512.FusedMultiplyAdd(value, w0, d0);
            d1 = Vector512.FusedMultiplyAdd(value, w1, d1);
            value = Vector512.Create(Unsafe.Add(ref input, 4 * inputs + i));
            e0 = Vector512.FusedMultiplyAdd(value, w0, e0);
            e1 = Vector512.FusedMultiplyAdd(value, w1, e1);
            value = Vector512.Create(Unsafe.Add(ref input, 5 * inputs + i));
            f0 = Vector512.FusedMultiplyAdd(value, w0, f0);
            f1 = Vector512.FusedMultiplyAdd(value, w1, f1);
        }

        a0.StoreUnsafe(ref result);
        a1.StoreUnsafe(ref result, Lanes);
        b0.StoreUnsafe(ref result, step);
        b1.StoreUnsafe(ref result, step + Lanes);
        c0.StoreUnsafe(ref result, 2 * step);
        c1.StoreUnsafe(ref result, 2 * step + Lanes);
        d0.StoreUnsafe(ref result, 3 * step);
        d1.StoreUnsafe(ref result, 3 * step + Lanes);
        e0.StoreUnsafe(ref result, 4 * step);
        e1.StoreUnsafe(ref result, 4 * step + Lanes);
        f0.StoreUnsafe(ref result, 5 * step);
        f1.StoreUnsafe(ref result, 5 * step + Lanes);
    }
}
