using OnRecord.Language.Parsing;
using OnRecord.Language.Roles;

namespace OnRecord.Trainer;

/// <summary>Candidates of some documents, as the network takes them.</summary>
internal sealed record RoleBatch(float[] Rows, long[][] Places, long[] Features, long[] Offsets, long[] Labels)
{
    /// <param name="texts">The documents.</param>
    /// <param name="labels">The number of each label.</param>
    /// <param name="chance">Drops features, where there is one.</param>
    /// <param name="drop">How many of them.</param>
    public static RoleBatch Of(IReadOnlyList<RoleText> texts, Dictionary<string, int> labels, Random? chance, double drop)
    {
        var rows = new float[texts.Sum(text => text.Rows.Length)];
        var places = Enumerable.Range(0, RoleNetwork.Places).Select(_ => new List<long>()).ToArray();
        var (numbers, offsets, right, first) = (new List<long>(), new List<long>(), new List<long>(), 0);
        foreach (var text in texts)
        {
            for (var i = 0; i < text.Rows.Length; i++)
            {
                rows[first * StateView.Inputs + i] = (float)text.Rows[i];
            }

            foreach (var example in text.Examples)
            {
                for (var place = 0; place < RoleNetwork.Places; place++)
                {
                    var word = example.Places[place] == RoleNetwork.Nowhere ? rows.Length / StateView.Inputs : first + example.Places[place];
                    places[place].Add(word * RoleNetwork.Places + (example.Places[place] == RoleNetwork.Nowhere ? 0 : place));
                }

                offsets.Add(numbers.Count);
                foreach (var feature in example.Features)
                {
                    if (chance is null || chance.NextDouble() >= drop)
                    {
                        numbers.Add(feature);
                    }
                }

                right.Add(labels.GetValueOrDefault(example.Label));
            }

            first += text.Rows.Length / StateView.Inputs;
        }

        return new RoleBatch(rows, [.. places.Select(place => place.ToArray())], [.. numbers], [.. offsets], [.. right]);
    }
}
