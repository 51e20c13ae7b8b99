using static TorchSharp.torch;

namespace OnRecord.Trainer;

/// <summary>A running mean of the weights, which generalises better than the last of them (Polyak averaging).</summary>
internal sealed class Averaged(nn.Module network, double decay)
{
    private readonly Dictionary<string, Tensor> _mean = network.named_parameters().ToDictionary(
        pair => pair.name, pair => pair.parameter.detach().clone().DetachFromDisposeScope());

    /// <summary>Takes in the weights after a step.</summary>
    public void Update()
    {
        using var _ = no_grad();
        foreach (var (name, parameter) in network.named_parameters())
        {
            _mean[name].mul_(decay).add_(parameter.detach(), 1 - decay);
        }
    }

    /// <summary>Runs something with the mean in the place of the weights.</summary>
    public T With<T>(Func<T> action)
    {
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        var kept = network.named_parameters().ToDictionary(pair => pair.name, pair => pair.parameter.detach().clone());
        Copy(_mean);
        var result = action();
        Copy(kept);
        return result;
    }

    private void Copy(Dictionary<string, Tensor> weights)
    {
        foreach (var (name, parameter) in network.named_parameters())
        {
            parameter.copy_(weights[name]);
        }
    }
}
