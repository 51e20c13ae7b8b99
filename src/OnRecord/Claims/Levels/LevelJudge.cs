using OnRecord.Data;
using OnRecord.Pages.Html;

namespace OnRecord.Claims.Levels;

/// <summary>
/// How likely a statement reads alone, by boosted trees over <see cref="LevelFeatures"/> that readers' verdicts have taught (<c>corpus/levels</c>). It only lowers a level:
/// what the rules know to be a fragment stays one.
/// </summary>
internal sealed class LevelJudge
{
    /// <summary>The model's file.</summary>
    public const string ModelName = "claim-levels.trees";

    /// <summary>A claim that reads alone with less probability is a fragment.</summary>
    public const float LeastDetail = 0.57f;

    /// <summary>With less, a detail.</summary>
    public const float LeastMain = 0.65f;

    private readonly TreeModel? _model;

    private LevelJudge(TreeModel? model) => _model = model;

    /// <summary>One that lowers nothing, for training.</summary>
    public static LevelJudge Lenient { get; } = new(null);

    /// <summary>Opens the shipped judge.</summary>
    /// <exception cref="DataFileException">The model is missing or damaged, or was trained on other numbers.</exception>
    public static LevelJudge Open(DataFolder data) => new(TreeModel.Open(data, ModelName, LevelFeatures.Names));

    /// <summary>The level of a claim with these numbers, to which the rules give a level.</summary>
    public ClaimLevel Of(ClaimLevel level, Func<float[]> numbers) => _model is null || level == ClaimLevel.Fragment ? level : _model.Probability(numbers()) switch
    {
        < LeastDetail => ClaimLevel.Fragment,
        < LeastMain => ClaimLevel.Detail,
        _ => level,
    };
}
