using OnRecord.Data;
using OnRecord.Pages.Html;

namespace OnRecord.Attributions.Judging;

/// <summary>
/// Says how likely a draft is right as a whole: its cue is one, its source the one who speaks, its content at least by half what that one says. Boosted trees
/// over numbers that tell how sure the taggers are, whether rule and tagger agree, and what cue, source and content look like.
/// </summary>
internal sealed class Judge
{
    /// <summary>The model's file.</summary>
    public const string ModelName = "attribution-judge.trees";

    /// <summary>Least confidence with which a draft is kept.</summary>
    public const double Least = 0.4;

    /// <summary>The same for a cue that no rule knows: nothing but the taggers speaks for it.</summary>
    public const double LeastTagged = 0.45;

    private readonly TreeModel? _model;

    private Judge(TreeModel? model) => _model = model;

    /// <summary>Opens the shipped judge.</summary>
    /// <exception cref="DataFileException">The model is missing or damaged, or was trained on other numbers.</exception>
    public static Judge Open(DataFolder data) => new(TreeModel.Open(data, ModelName, JudgeFeatures.Names));

    /// <summary>One that keeps everything, for training.</summary>
    public static Judge Lenient { get; } = new(null);

    /// <summary>Gives each draft its confidence, and takes out those of too little.</summary>
    public void Read(Sheet sheet, List<Draft> drafts)
    {
        foreach (var draft in drafts.Where(draft => draft.Evidence is not null))
        {
            draft.Features = JudgeFeatures.Of(sheet, draft);
            draft.Confidence = _model?.Probability(draft.Features);
        }

        drafts.RemoveAll(draft => draft.Confidence is { } confidence && confidence < (draft.Rule == Rules.Tagged ? LeastTagged : Least));
    }
}
