using OnRecord.Data;
using OnRecord.Names;
using OnRecord.Names.Coreference;
using OnRecord.Pages.Html;

namespace OnRecord.Attributions.Judging;

/// <summary>
/// Says how likely a draft is right: its cue is one, its source the one who speaks, its content what that one says. Boosted trees over numbers that tell how sure the taggers are,
/// whether rule and tagger agree, what sort of being speaks in what sort of text, and what cue, source and content look like.
/// </summary>
internal sealed class Judge
{
    /// <summary>The model's file.</summary>
    public const string ModelName = "attribution-judge.trees";

    /// <summary>Least confidence with which a draft is kept.</summary>
    public const double Least = 0.55;

    /// <summary>The same inside another's content, of which annotators tell nothing: there the judge is less sure of what is right, too.</summary>
    public const double LeastInner = 0.5;

    private readonly TreeModel? _model;
    private readonly NounKinds _kinds;
    private readonly CueCounts _counts;

    private Judge(DataFolder data, NounKinds kinds, TreeModel? model) => (_model, _kinds, _counts) = (model, kinds, new CueCounts(data));

    /// <summary>Opens the shipped judge.</summary>
    /// <exception cref="DataFileException">The model is missing or damaged, or was trained on other numbers.</exception>
    public static Judge Open(DataFolder data, NounKinds kinds) => new(data, kinds, TreeModel.Open(data, ModelName, JudgeFeatures.Names));

    /// <summary>One that keeps everything, for training.</summary>
    public static Judge Lenient(DataFolder data, NounKinds kinds) => new(data, kinds, null);

    /// <summary>One who judges the drafts of a text.</summary>
    public Hearing On(Sheet sheet, NameFindings names) => new(this, sheet, new JudgeFeatures(sheet, new Speakers(sheet, names, _kinds), _counts));

    /// <summary>"Was accused of", "there have been reports that": somebody says so, though nobody is named, and the judge knows too few of them.</summary>
    private static bool IsHearsay(Sheet sheet, Draft draft) => draft is { Source: null, Evidence.Rule: not null } && draft.Cue switch
    {
        { Voice: Voice.Passive, Frame: Frame.Preposition } cue => sheet.Words.Is("accuses", cue.Lemma) || sheet.Words.Is("accuses", sheet.Lemma(cue.Head)),
        { Voice: Voice.Noun, Frame: Frame.That } cue => cue.Class == "say" && sheet.Tokens[cue.Head].Head is var verb && sheet.Trees.Dependent(verb < 0 ? cue.Head : verb, "expl") is var there and >= 0 && sheet.Is(there, "there"),
        _ => false,
    };

    /// <summary>The judge at one text.</summary>
    internal sealed class Hearing(Judge judge, Sheet sheet, JudgeFeatures features)
    {
        /// <summary>Gives each draft its confidence, and takes out those of too little.</summary>
        public void Read(List<Draft> drafts)
        {
            foreach (var draft in drafts.Where(draft => draft.Evidence is not null))
            {
                draft.Features = features.Of(draft);
                draft.Confidence = judge._model?.Probability(draft.Features);
            }

            drafts.RemoveAll(draft => draft.Confidence is { } confidence && confidence < (draft.Evidence is { IsInner: true } ? LeastInner : Least) && !IsHearsay(sheet, draft));
        }
    }
}
