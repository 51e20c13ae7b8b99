using System.Runtime.Intrinsics;
using CsCheck;
using OnRecord.Language.Parsing;

namespace OnRecord.Tests.Language;

/// <summary>The products that the networks are made of.</summary>
public sealed class MatrixTests
{
    private static readonly Gen<(int Inputs, int Outputs, int Rows, int Seed)> Sizes = Gen.Select(Gen.Int[1, 150], Gen.Int[1, 70], Gen.Int[1, 20], Gen.Int);

    [Fact]
    public void Bytes_are_multiplied_alike_with_and_without_the_processors_help() =>
        Gen.Select(Gen.Byte.Array[32], Gen.SByte[-127, 127].Array[32], Gen.Int[-1_000_000, 1_000_000]).Sample(one =>
        {
            var (inputs, weights, sum) = one;
            var (sums, left, right) = (Vector256.Create(sum), Vector256.Create(inputs, 0), Vector256.Create(weights, 0));
            var bySteps = ByteMatrix.DotBySteps(sums, left, right);
            Assert.Equal(ByteMatrix.Dot(sums, left, right), bySteps);
            for (var lane = 0; lane < 8; lane++)
            {
                Assert.Equal(sum + Enumerable.Range(4 * lane, 4).Sum(i => inputs[i] * weights[i]), bySteps[lane]);
            }
        });

    [Fact]
    public void A_product_of_bytes_is_near_the_true_one() => Sizes.Sample(sizes =>
    {
        var (rows, weights, bias) = Numbers(sizes);
        var products = Products(sizes, rows, weights, bias);
        for (var row = 0; row < sizes.Rows; row++)
        {
            for (var output = 0; output < sizes.Outputs; output++)
            {
                var input = rows.AsSpan(row * sizes.Inputs, sizes.Inputs);
                var own = weights.AsSpan(output * sizes.Inputs, sizes.Inputs);
                var (sum, slack) = ((double)bias[output], 1e-4);
                for (var i = 0; i < sizes.Inputs; i++)
                {
                    // Each factor is off by half a step of 1/127 at most, where the largest is 1.
                    sum += (double)input[i] * own[i];
                    slack += (Math.Abs(input[i]) + Math.Abs(own[i]) + 1.0 / 254) / 254;
                }

                Assert.InRange(products[row][output], sum - slack, sum + slack);
            }
        }
    });

    [Fact]
    public void A_row_does_not_depend_on_the_others() => Sizes.Sample(sizes =>
    {
        var (rows, weights, bias) = Numbers(sizes);
        var together = Products(sizes, rows, weights, bias);
        for (var row = 0; row < sizes.Rows; row++)
        {
            var alone = Products(sizes with { Rows = 1 }, rows[(row * sizes.Inputs)..((row + 1) * sizes.Inputs)], weights, bias);
            Assert.Equal(alone[0], together[row]);
        }
    });

    [Fact]
    public void Products_are_added_to_what_is_there()
    {
        var matrix = new ByteMatrix(2, [1f, 0f, 0f, 1f], [0, 2], []);
        var results = new float[matrix.PaddedOutputs];
        (results[0], results[1]) = (10, 20);
        matrix.MultiplyAdd([1f, -1f], 1, results);
        Assert.Equal([11f, 19f], results[..2]);
    }

    [Fact]
    public void A_packed_matrix_sums_in_the_order_of_the_inputs() => Sizes.Sample(sizes =>
    {
        var (rows, weights, bias) = Numbers(sizes);
        var matrix = new PackedMatrix(sizes.Inputs, sizes.Outputs, (input, output) => weights[output * sizes.Inputs + input], bias);
        var products = matrix.Multiply(rows, sizes.Rows);
        for (var at = 0; at < products.Length; at++)
        {
            var (row, output) = (at / sizes.Outputs, at % sizes.Outputs);
            var sum = bias[output];
            for (var i = 0; i < sizes.Inputs; i++)
            {
                sum = MathF.FusedMultiplyAdd(rows[row * sizes.Inputs + i], weights[output * sizes.Inputs + i], sum);
            }

            Assert.Equal(sum, products[at]);
        }
    });

    [Fact]
    public void Rows_may_be_longer_than_the_inputs() => Sizes.Sample(sizes =>
    {
        var (numbers, weights, bias) = Numbers(sizes);
        var matrix = new PackedMatrix(sizes.Inputs, sizes.Outputs, (input, output) => weights[output * sizes.Inputs + input], bias);
        using var rows = new PooledRows(sizes.Rows, sizes.Inputs + 3);
        using var products = new PooledRows(sizes.Rows, matrix.PaddedOutputs);
        for (var row = 0; row < sizes.Rows; row++)
        {
            numbers.AsSpan(row * sizes.Inputs, sizes.Inputs).CopyTo(rows[row]);
        }

        matrix.Multiply(rows, sizes.Rows, products);
        Assert.Equal(matrix.Multiply(numbers, sizes.Rows), Enumerable.Range(0, sizes.Rows).SelectMany(row => products[row][..sizes.Outputs].ToArray()));
    });

    private static (float[] Rows, float[] Weights, float[] Bias) Numbers((int Inputs, int Outputs, int Rows, int Seed) sizes)
    {
        var chance = new Random(sizes.Seed);
        float[] Some(int count) => [.. Enumerable.Range(0, count).Select(_ => chance.NextSingle() * 2 - 1)];
        return (Some(sizes.Rows * sizes.Inputs), Some(sizes.Outputs * sizes.Inputs), Some(sizes.Outputs));
    }

    private static float[][] Products((int Inputs, int Outputs, int Rows, int Seed) sizes, float[] rows, float[] weights, float[] bias)
    {
        var matrix = new ByteMatrix(sizes.Inputs, weights, [.. Enumerable.Range(0, sizes.Outputs).Select(output => output * sizes.Inputs)], bias);
        var results = new float[sizes.Rows * matrix.PaddedOutputs];
        matrix.Multiply(rows, sizes.Rows, results);
        return [.. results.Chunk(matrix.PaddedOutputs).Select(row => row[..sizes.Outputs])];
    }
}
