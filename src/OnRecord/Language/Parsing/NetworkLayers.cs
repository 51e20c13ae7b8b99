namespace OnRecord.Language.Parsing;

/// <summary>Builds the layers of the network from the tensors that the trainer wrote.</summary>
internal static class NetworkLayers
{
    /// <summary>A linear layer: weights output × input, and a bias.</summary>
    /// <exception cref="InvalidDataException">A tensor is missing, or has another size.</exception>
    public static PackedMatrix Linear(NetworkFile file, string name, int inputs, int outputs)
    {
        var weights = file.Tensor($"{name}.weight", inputs * outputs);
        return new PackedMatrix(inputs, outputs, (input, output) => weights[output * inputs + input], file.Tensor($"{name}.bias", outputs));
    }

    /// <summary>A linear layer whose weights are brought to bytes.</summary>
    /// <exception cref="InvalidDataException">A tensor is missing, or has another size.</exception>
    public static ByteMatrix LinearBytes(NetworkFile file, string name, int inputs, int outputs) =>
        Bytes(inputs, file.Tensor($"{name}.weight", inputs * outputs), file.Tensor($"{name}.bias", outputs));

    /// <summary>A layer of the LSTM, both directions.</summary>
    /// <exception cref="InvalidDataException">A tensor is missing, or has another size.</exception>
    public static Lstm Lstm(NetworkFile file, int layer, int inputs) =>
        new(Direction(file, $"l{layer}", inputs), Direction(file, $"l{layer}_reverse", inputs));

    private static Lstm.Direction Direction(NetworkFile file, string suffix, int inputs)
    {
        var (width, gates) = (file.Width, 4 * file.Width);
        var input = file.Tensor($"encoder.layers.weight_ih_{suffix}", gates * inputs);
        var state = file.Tensor($"encoder.layers.weight_hh_{suffix}", gates * width);
        var inputBias = file.Tensor($"encoder.layers.bias_ih_{suffix}", gates);
        var stateBias = file.Tensor($"encoder.layers.bias_hh_{suffix}", gates);
        return new Lstm.Direction(
            Bytes(inputs, input, [.. inputBias.Zip(stateBias, (one, other) => one + other)]),
            Bytes(width, state, []),
            width);
    }

    /// <summary>A matrix output × input, brought to bytes.</summary>
    public static ByteMatrix Bytes(int inputs, float[] weights, ReadOnlySpan<float> bias) =>
        new(inputs, weights, [.. Enumerable.Range(0, weights.Length / inputs).Select(output => output * inputs)], bias);
}
