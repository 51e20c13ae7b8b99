using TorchSharp.Modules;
using static TorchSharp.torch;

namespace OnRecord.Trainer;

/// <summary>Adam (Kingma and Ba, 2015) for the weights of a network; those that were pretrained take smaller steps.</summary>
internal sealed class Optimizers
{
    /// <summary>Share of the learning rate that pretrained weights get.</summary>
    private const double PretrainedShare = 0.075;
    private const double LargestGradient = 5;

    private readonly nn.Module _network;
    private readonly List<(optim.Optimizer Adam, double Share)> _parts;

    /// <param name="network">All weights.</param>
    /// <param name="pretrained">Those that were pretrained.</param>
    public Optimizers(nn.Module network, IEnumerable<Parameter> pretrained)
    {
        _network = network;
        var gentle = pretrained.ToList();
        var handles = gentle.Select(parameter => parameter.Handle).ToHashSet();
        var others = network.parameters().Where(parameter => !handles.Contains(parameter.Handle)).ToList();
        _parts = [.. new[] { (Weights: others, Share: 1.0), (Weights: gentle, Share: PretrainedShare) }
            .Where(part => part.Weights.Count > 0).Select(part => ((optim.Optimizer)optim.Adam(part.Weights, beta2: 0.98), part.Share))];
    }

    /// <summary>One step against the gradient of a loss, which it gives back.</summary>
    public Tensor Step(Func<Tensor> loss, double rate)
    {
        foreach (var (adam, share) in _parts)
        {
            foreach (var group in adam.ParamGroups)
            {
                group.LearningRate = rate * share;
            }

            adam.zero_grad();
        }

        var value = loss();
        value.backward();
        nn.utils.clip_grad_norm_(_network.parameters(), LargestGradient);
        _parts.ForEach(part => part.Adam.step());
        return value;
    }
}
