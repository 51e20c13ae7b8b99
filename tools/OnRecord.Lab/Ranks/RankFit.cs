using OnRecord.Claims.Ranks;

namespace OnRecord.Lab.Ranks;

/// <summary>Fits the weights of the reasons to labels: least squares, each weight drawn to nothing (ridge regression).</summary>
internal static class RankFit
{
    /// <summary>A weight is drawn to nothing as if this many more claims had its reason and no label.</summary>
    private const double Ridge = 8;

    private static readonly int Count = Enum.GetValues<RankReason>().Length + 1;

    public static RankWeights Fit(IReadOnlyCollection<RankRow> rows)
    {
        var (squares, products) = (new double[Count, Count], new double[Count]);
        foreach (var row in rows)
        {
            int[] held = [0, .. row.Claim.Reasons.Select(reason => (int)reason + 1)];
            foreach (var i in held)
            {
                products[i] += row.Label;
                foreach (var j in held)
                {
                    squares[i, j]++;
                }
            }
        }

        for (var i = 1; i < Count; i++)
        {
            squares[i, i] += Ridge;
        }

        var weights = Solve(squares, products).Select(weight => Math.Round((decimal)weight, 2)).ToList();
        return new RankWeights(weights[0], [.. weights.Skip(1)]);
    }

    /// <summary>Gauss and Jordan's elimination; the matrix is positive definite, so that no row need be exchanged.</summary>
    private static double[] Solve(double[,] matrix, double[] right)
    {
        for (var i = 0; i < Count; i++)
        {
            for (var row = 0; row < Count; row++)
            {
                var factor = row == i ? 0 : matrix[row, i] / matrix[i, i];
                for (var column = i; factor != 0 && column < Count; column++)
                {
                    matrix[row, column] -= factor * matrix[i, column];
                }

                right[row] -= factor * right[i];
            }
        }

        return [.. right.Select((sum, i) => sum / matrix[i, i])];
    }
}
