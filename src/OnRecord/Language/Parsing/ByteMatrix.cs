using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace OnRecord.Language.Parsing;

/// <summary>
/// Weights of a linear layer in signed bytes, each output with a scale of its own; inputs are brought to bytes row by row (Jacob and others, 2018,
/// "Quantization and Training of Neural Networks for Efficient Integer-Arithmetic-Only Inference").
/// </summary>
/// <remarks>
/// Sums are whole numbers, so they are the same in any order and on any machine; where the processor multiplies bytes it does so, elsewhere the same sums are made
/// of 16-bit products. It costs some hundredths of a point of accuracy and halves the time of <see cref="PackedMatrix"/>.
/// </remarks>
internal sealed class ByteMatrix
{
    private const int Largest = sbyte.MaxValue;

    /// <summary>What is added to an input, so that it is no longer signed.</summary>
    private const int Shift = 128;

    /// <summary>Outputs in a vector, and inputs that are multiplied at once for each of them.</summary>
    private const int Lanes = 8;
    private const int Group = 4;

    /// <summary>Columns in a panel: two vectors.</summary>
    private const int Panel = 2 * Lanes;
    private const int GroupBytes = Panel * Group;

    /// <summary>Rows that are multiplied at once: as many as the registers hold sums for.</summary>
    private const int RowsAtOnce = 6;

    private readonly sbyte[] _panels;
    private readonly float[] _scales;
    private readonly int[] _shifts;
    private readonly float[] _bias;
    private readonly int _paddedInputs;

    /// <param name="inputs">Number of inputs.</param>
    /// <param name="weights">The weights to an output lie together.</param>
    /// <param name="starts">For each output, where in <paramref name="weights"/> its own begin.</param>
    /// <param name="bias">What each output begins with; empty for zeros.</param>
    public ByteMatrix(int inputs, ReadOnlySpan<float> weights, ReadOnlySpan<int> starts, ReadOnlySpan<float> bias)
    {
        (Inputs, Outputs) = (inputs, starts.Length);
        PaddedOutputs = (Outputs + Panel - 1) / Panel * Panel;
        _paddedInputs = (inputs + Group - 1) / Group * Group;
        _panels = new sbyte[PaddedOutputs * _paddedInputs];
        (_scales, _shifts, _bias) = (new float[PaddedOutputs], new int[PaddedOutputs], new float[PaddedOutputs]);
        bias.CopyTo(_bias);
        for (var output = 0; output < Outputs; output++)
        {
            Pack(output, weights.Slice(starts[output], inputs));
        }
    }

    public int Inputs { get; }

    public int Outputs { get; }

    /// <summary>Length of a row of results: the outputs, filled up to whole panels.</summary>
    public int PaddedOutputs { get; }

    /// <summary>Multiplies rows of inputs; each row of <paramref name="results"/> has <see cref="PaddedOutputs"/> values.</summary>
    public void Multiply(ReadOnlySpan<float> rows, int count, Span<float> results) => Run(rows, count, results, add: false);

    /// <summary>Multiplies rows of inputs and adds the products to what <paramref name="results"/> holds; the bias is left out.</summary>
    public void MultiplyAdd(ReadOnlySpan<float> rows, int count, Span<float> results) => Run(rows, count, results, add: true);

    /// <summary>To each sum the products of four neighbouring bytes.</summary>
    /// <param name="sums">The sums so far.</param>
    /// <param name="inputs">Unsigned, the same four for each sum.</param>
    /// <param name="weights">Signed, not below −127.</param>
    public static Vector256<int> Dot(Vector256<int> sums, Vector256<byte> inputs, Vector256<sbyte> weights) =>
        AvxVnni.IsSupported ? AvxVnni.MultiplyWideningAndAdd(sums, inputs, weights) : DotBySteps(sums, inputs, weights);

    /// <summary>The same as <see cref="Dot"/> without the processor's help: a product of two bytes fits in 16 bits.</summary>
    public static Vector256<int> DotBySteps(Vector256<int> sums, Vector256<byte> inputs, Vector256<sbyte> weights)
    {
        var even = (inputs.AsInt16() & Vector256.Create((short)0xFF)) * ((weights.AsInt16() << 8) >> 8);
        var odd = (inputs.AsUInt16() >> 8).AsInt16() * (weights.AsInt16() >> 8);
        return sums + Pairs(even) + Pairs(odd);

        static Vector256<int> Pairs(Vector256<short> products) => ((products.AsInt32() << 16) >> 16) + (products.AsInt32() >> 16);
    }

    private void Pack(int output, ReadOnlySpan<float> weights)
    {
        var scale = Scale(weights);
        var place = output / Panel * Panel * _paddedInputs + output % Panel * Group;
        var sum = 0;
        for (var input = 0; input < weights.Length; input++)
        {
            var weight = scale == 0 ? 0 : (int)MathF.Round(weights[input] / scale);
            _panels[place + input / Group * GroupBytes + input % Group] = (sbyte)weight;
            sum += weight;
        }

        (_scales[output], _shifts[output]) = (scale, Shift * sum);
    }

    /// <summary>What a step of one byte is worth, so that the largest value gets the largest byte.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Scale(ReadOnlySpan<float> values)
    {
        ref var first = ref MemoryMarshal.GetReference(values);
        var (at, most) = (0, Vector512<float>.Zero);
        for (; at + Vector512<float>.Count <= values.Length; at += Vector512<float>.Count)
        {
            most = Vector512.MaxNative(most, Vector512.Abs(Vector512.LoadUnsafe(ref first, (nuint)at)));
        }

        var eight = Vector256.MaxNative(most.GetLower(), most.GetUpper());
        var four = Vector128.MaxNative(eight.GetLower(), eight.GetUpper());
        var largest = MathF.Max(MathF.Max(four[0], four[1]), MathF.Max(four[2], four[3]));
        foreach (var value in values[at..])
        {
            largest = MathF.Max(largest, MathF.Abs(value));
        }

        return largest / Largest;
    }

    private void Run(ReadOnlySpan<float> rows, int count, Span<float> results, bool add)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows.Length, count * Inputs);
        ArgumentOutOfRangeException.ThrowIfLessThan(results.Length, count * PaddedOutputs);
        var bytes = ArrayPool<byte>.Shared.Rent(count * _paddedInputs);
        using var pooled = new PooledRows(count, 1);
        var scales = pooled.Array;
        for (var row = 0; row < count; row++)
        {
            scales[row] = ToBytes(rows.Slice(row * Inputs, Inputs), bytes.AsSpan(row * _paddedInputs, _paddedInputs));
        }

        ref var result = ref MemoryMarshal.GetReference(results);
        for (var panel = 0; panel < PaddedOutputs; panel += Panel)
        {
            for (var row = 0; row < count; row += RowsAtOnce)
            {
                Six(ref bytes[row * _paddedInputs], ref scales[row], panel, ref Unsafe.Add(ref result, row * PaddedOutputs + panel), add, Math.Min(RowsAtOnce, count - row) - 1);
            }
        }

        ArrayPool<byte>.Shared.Return(bytes);
    }

    /// <summary>Brings a row to bytes and gives their scale.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float ToBytes(ReadOnlySpan<float> row, Span<byte> bytes)
    {
        ref var first = ref MemoryMarshal.GetReference(row);
        var scale = Scale(row);
        bytes[row.Length..].Fill(Shift);
        if (scale == 0)
        {
            bytes[..row.Length].Fill(Shift);
            return 0;
        }

        var (at, factor, shift) = (0, Vector512.Create(1 / scale), Vector512.Create(Shift));
        const int Step = 16;
        for (; at + 4 * Step <= row.Length; at += 4 * Step)
        {
            var low = Vector512.Narrow(Whole(ref first, at, factor, shift), Whole(ref first, at + Step, factor, shift));
            var high = Vector512.Narrow(Whole(ref first, at + 2 * Step, factor, shift), Whole(ref first, at + 3 * Step, factor, shift));
            Vector512.Narrow(low.AsUInt16(), high.AsUInt16()).CopyTo(bytes[at..]);
        }

        for (; at < row.Length; at++)
        {
            bytes[at] = (byte)((int)MathF.Round(row[at] * factor[0]) + Shift);
        }

        return scale;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> Whole(ref float row, int at, Vector512<float> factor, Vector512<int> shift) =>
        Vector512.ConvertToInt32Native(Vector512.Round(Vector512.LoadUnsafe(ref row, (nuint)at) * factor)) + shift;

    /// <summary>Six rows against one panel, the last one in the place of those that lack, as <see cref="PackedMatrix"/> does.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Six(ref byte input, ref float scale, int panel, ref float result, bool add, int last)
    {
        var step = _paddedInputs;
        var (one, two, three, four) = (Math.Min(1, last), Math.Min(2, last), Math.Min(3, last), Math.Min(4, last));
        Vector256<int> a0 = default, a1 = default, b0 = default, b1 = default, c0 = default, c1 = default;
        Vector256<int> d0 = default, d1 = default, e0 = default, e1 = default, f0 = default, f1 = default;
        ref var weights = ref _panels[panel * step];
        ref var b = ref Unsafe.Add(ref input, one * step);
        ref var c = ref Unsafe.Add(ref input, two * step);
        ref var d = ref Unsafe.Add(ref input, three * step);
        ref var e = ref Unsafe.Add(ref input, four * step);
        ref var f = ref Unsafe.Add(ref input, last * step);
        for (var i = 0; i < step; i += Group)
        {
            var w0 = Vector256.LoadUnsafe(ref weights);
            var w1 = Vector256.LoadUnsafe(ref weights, GroupBytes / 2);
            weights = ref Unsafe.Add(ref weights, GroupBytes);
            var values = Four(ref input, i);
            a0 = Dot(a0, values, w0);
            a1 = Dot(a1, values, w1);
            values = Four(ref b, i);
            b0 = Dot(b0, values, w0);
            b1 = Dot(b1, values, w1);
            values = Four(ref c, i);
            c0 = Dot(c0, values, w0);
            c1 = Dot(c1, values, w1);
            values = Four(ref d, i);
            d0 = Dot(d0, values, w0);
            d1 = Dot(d1, values, w1);
            values = Four(ref e, i);
            e0 = Dot(e0, values, w0);
            e1 = Dot(e1, values, w1);
            values = Four(ref f, i);
            f0 = Dot(f0, values, w0);
            f1 = Dot(f1, values, w1);
        }

        // Each row once: what a result holds is read before it is written.
        Store(a0, a1, 0, ref scale, panel, ref result, add);
        for (var row = 1; row <= last; row++)
        {
            var (low, high) = row switch { 1 => (b0, b1), 2 => (c0, c1), 3 => (d0, d1), 4 => (e0, e1), _ => (f0, f1) };
            Store(low, high, row, ref scale, panel, ref result, add);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Four(ref byte row, int at) => Vector256.Create(Unsafe.ReadUnaligned<int>(ref Unsafe.Add(ref row, at))).AsByte();

    /// <summary>Turns sums of bytes into values.</summary>
    private void Store(Vector256<int> low, Vector256<int> high, int row, ref float scale, int panel, ref float result, bool add)
    {
        var rowScale = Unsafe.Add(ref scale, row);
        ref var target = ref Unsafe.Add(ref result, row * PaddedOutputs);
        ref var start = ref add ? ref target : ref _bias[panel];
        Value(low, panel, rowScale, ref start).StoreUnsafe(ref target);
        Value(high, panel + Lanes, rowScale, ref Unsafe.Add(ref start, Lanes)).StoreUnsafe(ref target, Lanes);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector256<float> Value(Vector256<int> sums, int output, float rowScale, ref float start)
    {
        var whole = Vector256.ConvertToSingle(sums - Vector256.LoadUnsafe(ref _shifts[output]));
        return Vector256.FusedMultiplyAdd(whole, Vector256.LoadUnsafe(ref _scales[output]) * rowScale, Vector256.LoadUnsafe(ref start));
    }
}
