using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using OnRecord.Data;
using OnRecord.Pages.Html;

namespace OnRecord.Claims.Certainty;

/// <summary>
/// How sure a reader is that what a clause says happened or is so: boosted trees over <see cref="CertaintyFeatures"/>, trained on the ratings of UDS-IH2
/// (Rudinger et al. 2018). A word counts as the mean rating of the clauses that have it.
/// </summary>
/// <remarks>The means are a file of text: a line a feature, value and mean, between tabs; the value <c>*</c> has the mean of all.</remarks>
internal sealed class CertaintyModel(TreeModel trees, WordMeans means)
{
    public const string TreesName = "claim-certainty.trees";
    public const string MeansName = "claim-certainty.means";

    /// <summary>The features of the trees.</summary>
    public static ImmutableArray<string> Names { get; } = [.. CertaintyFeatures.NumberNames, .. CertaintyFeatures.WordNames];

    /// <exception cref="DataFileException">A file of the model is missing or damaged.</exception>
    public static CertaintyModel Open(DataFolder data) => new(TreeModel.Open(data, TreesName, Names), WordMeans.Read(MeansName, data.Model(MeansName)));

    /// <summary>From 0, surely not, to 1, surely, in hundredths.</summary>
    public decimal Of(CertaintyFeatures features, Clause clause, Verdict verdict)
    {
        var score = trees.Score(means.Row(features.Numbers(clause), features.Words(clause, verdict)));
        return Math.Round((decimal)(1 / (1 + Math.Exp(-score))), 2);
    }
}

/// <summary>The mean rating of the clauses that have a word, from 0 to 1, for each feature that is a word.</summary>
internal sealed class WordMeans(IReadOnlyList<FrozenDictionary<string, float>> means)
{
    /// <summary>The value that stands for all.</summary>
    public const string All = "*";

    /// <summary>A row for the trees: the numbers, then the means of the words.</summary>
    public float[] Row(float[] numbers, string[] words)
    {
        var row = new float[numbers.Length + words.Length];
        numbers.CopyTo(row, 0);
        for (var i = 0; i < words.Length; i++)
        {
            row[numbers.Length + i] = means[i].TryGetValue(words[i], out var mean) ? mean : means[i][All];
        }

        return row;
    }

    /// <exception cref="DataFileException">The file is damaged, or of other features.</exception>
    public static WordMeans Read(string name, byte[] file)
    {
        var tables = CertaintyFeatures.WordNames.ToDictionary(feature => feature, _ => new Dictionary<string, float>(StringComparer.Ordinal), StringComparer.Ordinal);
        foreach (var line in Encoding.UTF8.GetString(file).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var cells = line.Split('\t');
            if (cells.Length != 3 || !tables.TryGetValue(cells[0], out var table) || !float.TryParse(cells[2], NumberStyles.Float, CultureInfo.InvariantCulture, out var mean))
            {
                throw new DataFileException(name, $"the line '{line}' is no mean of a feature. Install OnRecord again, or train the model again.");
            }

            table[cells[1]] = mean;
        }

        return tables.Values.All(table => table.ContainsKey(All))
            ? new WordMeans([.. CertaintyFeatures.WordNames.Select(feature => tables[feature].ToFrozenDictionary(StringComparer.Ordinal))])
            : throw new DataFileException(name, "a feature has no mean of all. Install OnRecord again, or train the model again.");
    }

    /// <summary>The file, in the order of features and values.</summary>
    public string Write() => string.Concat(CertaintyFeatures.WordNames.Zip(means, (feature, table) => string.Concat(table
        .OrderBy(one => one.Key, StringComparer.Ordinal)
        .Select(one => string.Create(CultureInfo.InvariantCulture, $"{feature}\t{one.Key}\t{one.Value:F3}\n")))));
}
