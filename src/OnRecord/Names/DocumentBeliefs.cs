namespace OnRecord.Names;

/// <summary>
/// What the tagger believes of a capitalised word, mixed with what it believes of the same word elsewhere in the document: "Tannaby lost again" tells little,
/// but three sentences on stands "the club Tannaby".
/// </summary>
internal static class DocumentBeliefs
{
    /// <summary>How much the rest of the document counts.</summary>
    private const double Share = 0.5;

    /// <summary>Log-probabilities of the labels of each token, with the document's for words that it writes more than once.</summary>
    public static float[][] Of(NameSheet sheet, float[][] scores)
    {
        var places = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < scores.Length; i++)
        {
            var token = sheet.Tokens[i];
            if (NameSheet.StartsWithCapital(token) && token.Form.Length > 1)
            {
                if (!places.TryGetValue(token.Form, out var same))
                {
                    places[token.Form] = same = [];
                }

                same.Add(i);
            }
        }

        var mixed = (float[][])scores.Clone();
        foreach (var same in places.Values.Where(same => same.Count > 1))
        {
            var mean = Mean(same, scores);
            foreach (var i in same)
            {
                mixed[i] = [.. scores[i].Zip(mean, (own, all) => (float)Math.Log((1 - Share) * Math.Exp(own) + Share * all))];
            }
        }

        return mixed;
    }

    private static double[] Mean(List<int> places, float[][] scores)
    {
        var mean = new double[scores[places[0]].Length];
        foreach (var place in places)
        {
            for (var label = 0; label < mean.Length; label++)
            {
                mean[label] += Math.Exp(scores[place][label]) / places.Count;
            }
        }

        return mean;
    }
}
