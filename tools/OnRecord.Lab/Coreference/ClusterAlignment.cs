namespace OnRecord.Lab.Coreference;

/// <summary>The best one-to-one alignment of rows and columns (Kuhn, 1955; Munkres, 1957), in cubic time.</summary>
internal static class ClusterAlignment
{
    /// <summary>The largest sum of similarities, each row and column used at most once.</summary>
    /// <param name="similarities">A row of the same length for each cluster; none below 0.</param>
    public static double Best(double[][] similarities)
    {
        if (similarities.Length == 0 || similarities[0].Length == 0)
        {
            return 0;
        }

        var (rows, columns) = (similarities.Length, similarities[0].Length);
        if (rows > columns)
        {
            return Best([.. Enumerable.Range(0, columns).Select(column => similarities.Select(row => row[column]).ToArray())]);
        }

        var rowOf = Assign(similarities, rows, columns);
        return Enumerable.Range(1, columns).Where(column => rowOf[column] > 0).Sum(column => similarities[rowOf[column] - 1][column - 1]);
    }

    /// <summary>The row, from 1, given to each column, from 1; by shortest augmenting paths over potentials.</summary>
    private static int[] Assign(double[][] similarities, int rows, int columns)
    {
        var (rowPotential, columnPotential, rowOf) = (new double[rows + 1], new double[columns + 1], new int[columns + 1]);
        for (var row = 1; row <= rows; row++)
        {
            var (least, from, used) = (new double[columns + 1], new int[columns + 1], new bool[columns + 1]);
            Array.Fill(least, double.PositiveInfinity);
            rowOf[0] = row;
            var column = 0;
            do
            {
                used[column] = true;
                var (next, step) = (0, double.PositiveInfinity);
                for (var j = 1; j <= columns; j++)
                {
                    if (used[j])
                    {
                        continue;
                    }

                    var cost = -similarities[rowOf[column] - 1][j - 1] - rowPotential[rowOf[column]] - columnPotential[j];
                    if (cost < least[j])
                    {
                        (least[j], from[j]) = (cost, column);
                    }

                    if (least[j] < step)
                    {
                        (step, next) = (least[j], j);
                    }
                }

                for (var j = 0; j <= columns; j++)
                {
                    if (used[j])
                    {
                        rowPotential[rowOf[j]] += step;
                        columnPotential[j] -= step;
                    }
                    else
                    {
                        least[j] -= step;
                    }
                }

                column = next;
            }
            while (rowOf[column] != 0);

            for (; column != 0; column = from[column])
            {
                rowOf[column] = rowOf[from[column]];
            }
        }

        return rowOf;
    }
}
