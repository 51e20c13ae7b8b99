using OnRecord.Language.Parsing;
using OnRecord.Language.Roles;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace OnRecord.Trainer;

/// <summary>The network of <see cref="RoleNetwork"/>.</summary>
internal sealed class RoleTrainingNetwork : nn.Module
{
    private readonly double _drop;
    private readonly Linear view;
    private readonly Linear places;
    private readonly Linear middle;
    private readonly Linear labels;
    private readonly EmbeddingBag features;

    public RoleTrainingNetwork(int featureCount, int labelCount, int width, double drop)
        : base("roles")
    {
        _drop = drop;
        view = nn.Linear(StateView.Inputs, width);
        places = nn.Linear(width, RoleNetwork.Places * RoleNetwork.Hidden);
        features = nn.EmbeddingBag(featureCount, RoleNetwork.Hidden, mode: EmbeddingBagMode.Sum);
        nn.init.normal_(features.weight!, 0, 0.05);
        middle = nn.Linear(RoleNetwork.Hidden, RoleNetwork.Hidden);
        labels = nn.Linear(RoleNetwork.Hidden, labelCount);
        RegisterComponents();
    }

    /// <summary>The rows of the features.</summary>
    public Parameter FeatureRows => features.weight!;

    /// <summary>Scores of the labels, candidate × label.</summary>
    public Tensor Score(RoleBatch batch)
    {
        var rows = tensor(batch.Rows).reshape(-1, StateView.Inputs);
        var seen = F.dropout(F.relu(view.call(F.dropout(rows, _drop, training))), _drop, training);
        // Behind the words a row of zeros, for places that have none.
        var projected = cat([places.call(seen).reshape(-1, RoleNetwork.Hidden), zeros(1, RoleNetwork.Hidden)], 0);
        var sum = features.call(tensor(batch.Features), tensor(batch.Offsets));
        for (var place = 0; place < RoleNetwork.Places; place++)
        {
            sum = sum + projected.index_select(0, tensor(batch.Places[place]));
        }

        return labels.call(F.dropout(F.relu(middle.call(F.dropout(F.relu(sum), _drop, training))), _drop, training));
    }
}
