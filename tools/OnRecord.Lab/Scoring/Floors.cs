using System.Text.Json;
using System.Text.Json.Nodes;

namespace OnRecord.Lab.Scoring;

/// <summary>
/// The accuracy floors in <c>eval/floors.json</c>: measure → figure. A score above its floor raises it; one below fails,
/// unless <c>--allow-lower</c> is given (and a line in <c>docs/decisions.md</c> says why).
/// </summary>
internal sealed class Floors
{
    /// <summary>Scores this far below the floor are noise of rounding, not a loss.</summary>
    private const double Epsilon = 0.0005;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private readonly string _path = System.IO.Path.Combine(Gold.Repository, "eval", "floors.json");
    private readonly SortedDictionary<string, JsonNode?> _floors;

    public Floors()
    {
        var text = File.Exists(_path) ? File.ReadAllText(_path) : "{}";
        _floors = new SortedDictionary<string, JsonNode?>(JsonNode.Parse(text)!.AsObject().ToDictionary(p => p.Key, p => p.Value?.DeepClone()), StringComparer.Ordinal);
    }

    /// <summary>Holds a score against its floor, raises the floor, and says so on the console.</summary>
    /// <param name="measure">Name such as <c>times/meantime/value-f1</c>.</param>
    /// <param name="score">The figure, higher is better.</param>
    /// <param name="goldFingerprint">SHA-256 prefix of the gold read; another gold starts a new floor.</param>
    /// <param name="allowLower">Whether a lower score takes the floor down.</param>
    /// <returns>Whether the score holds the floor.</returns>
    public bool Hold(string measure, double score, string goldFingerprint, bool allowLower)
    {
        var rounded = Math.Round(score, 4);
        var floor = _floors.GetValueOrDefault(measure) as JsonObject;
        var sameGold = floor?["gold"]?.GetValue<string>() == goldFingerprint;
        var old = sameGold ? floor!["score"]!.GetValue<double>() : 0;
        if (rounded < old - Epsilon && !allowLower)
        {
            Console.WriteLine(FormattableString.Invariant($"FLOOR BROKEN {measure}: {rounded:F4} < {old:F4}"));
            return false;
        }

        if (rounded > old || allowLower || !sameGold)
        {
            _floors[measure] = new JsonObject { ["score"] = rounded, ["gold"] = goldFingerprint };
            File.WriteAllText(_path, new JsonObject(_floors.Select(p => KeyValuePair.Create(p.Key, p.Value?.DeepClone()))).ToJsonString(Indented) + "\n");
        }

        return true;
    }
}
