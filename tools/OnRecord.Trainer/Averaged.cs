using static TorchSharp.torch;

namespace OnRecord.Trainer;

/// <summary>A running mean of the weights, which generalises better than the last of them (Polyak averaging).</summary>
internal sealed class Averaged(nn.Module network, double decay)
{
    private readonly Dictionary<string, Tensor> _mean = network.named_parameters().ToDictionary(
        pair => pair.name, pair => pair.parameter.detach().clone().DetachFromDisposeScope());

    private int _steps;

    /// <summary>Takes in the weights after a step. The first steps count less, so that nothing is left of the weights that chance gave.</summary>
    public void Update()
    {
        using var _ = no_grad();
        _steps++;
        var share = Math.Max(1 - decay, 10.0 / (10 + _steps));
        foreach (var (name, parameter) in network.named_parameters())
        {
            _mean[name].lerp_(parameter.detach(), share);
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

    /// <summary>Puts the mean in the place of the weights.</summary>
    public void Keep()
    {
        using var _ = no_grad();
        Copy(_mean);
    }

    private void Copy(Dictionary<string, Tensor> weights)
    {
        foreach (var (name, parameter) in network.named_parameters())
        {
            parameter.copy_(weights[name]);
        }
    }
}
