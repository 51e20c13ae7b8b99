using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using OnRecord.Data;

namespace OnRecord.Claims.Ranks;

/// <summary>What each reason adds to a rank or takes from it, in hundredths, and what a claim has without any.</summary>
/// <param name="Base">The rank of a claim for and against which nothing speaks.</param>
/// <param name="Of">The weight of each reason, in the order of <see cref="RankReason"/>.</param>
/// <remarks>The file is text: a line a reason, with its weight behind a tab; the first line is <c>base</c>.</remarks>
internal sealed record RankWeights(decimal Base, ImmutableArray<decimal> Of)
{
    public const string Name = "claim-rank.weights";
    private const string BaseName = "base";

    /// <summary>The sum of the weights of some reasons and of what every claim has.</summary>
    public decimal Sum(ImmutableArray<RankReason> reasons) => Base + reasons.Sum(reason => Of[(int)reason]);

    /// <exception cref="DataFileException">The file is damaged, or of other reasons.</exception>
    public static RankWeights Read(string name, byte[] file)
    {
        var weights = new List<decimal>();
        var lines = Encoding.UTF8.GetString(file).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        foreach (var (line, expected) in lines.Zip(Names()))
        {
            var cells = line.Split('\t');
            if (cells.Length != 2 || cells[0] != expected || !decimal.TryParse(cells[1], NumberStyles.Number, CultureInfo.InvariantCulture, out var weight))
            {
                throw new DataFileException(name, $"the line '{line}' is not the weight of {expected}. Install OnRecord again, or train the weights again.");
            }

            weights.Add(weight);
        }

        return lines.Length == weights.Count && weights.Count == Names().Count()
            ? new RankWeights(weights[0], [.. weights.Skip(1)])
            : throw new DataFileException(name, "there is not one weight for each reason. Install OnRecord again, or train the weights again.");
    }

    /// <summary>The file.</summary>
    public string Write() => string.Concat(Names().Zip(Of.Prepend(Base), (name, weight) => string.Create(CultureInfo.InvariantCulture, $"{name}\t{weight:F2}\n")));

    private static IEnumerable<string> Names() => Enum.GetNames<RankReason>().Prepend(BaseName);
}
