using System.CommandLine;
using OnRecord.Claims.Ranks;
using OnRecord.Lab.Scoring;

namespace OnRecord.Lab.Ranks;

/// <summary><c>train-ranks</c>: the weights of the reasons of a rank, from the labels in <c>corpus/ranks</c>.</summary>
internal static class TrainRanks
{
    public static Command Command()
    {
        var write = new Option<bool>("--write") { Description = "Write the weights to data/en/models." };
        var command = new Command("train-ranks", "Fits the weights of ranks to labelled claims.") { write };
        command.SetAction(parse => Run(parse.GetValue(write)));
        return command;
    }

    private static void Run(bool write)
    {
        var rows = RankRow.Read(RankGold.Labels);
        var weights = RankFit.Fit(rows);
        Console.Write(weights.Write());
        Console.WriteLine($"{rows.Count} claims, {RankScores.Of(rows, row => (double)weights.Sum(row.Claim.Reasons))} on what it was fitted to");
        if (write)
        {
            ModelFile.Write(RankWeights.Name, weights.Write());
        }
    }
}
