using OnRecord.Data;
using OnRecord.Pages.Html;

namespace OnRecord.Attributions.Borders;

/// <summary>
/// Chooses where a content ends, among the ends of its phrases and clauses: a tagger that looks at one token at a time does not see whether "and" goes on with what is said, or whose the clause behind a comma is.
/// Boosted trees give each place its likelihood; another than the present one is taken where it is clearly likelier.
/// </summary>
internal sealed class ContentBorders
{
    /// <summary>The model's file.</summary>
    public const string ModelName = "attribution-ends.trees";

    /// <summary>How much likelier another end must be.</summary>
    private const float Margin = 0.05f;

    private readonly TreeModel? _model;

    private ContentBorders(TreeModel? model) => _model = model;

    /// <summary>Opens the shipped model.</summary>
    /// <exception cref="DataFileException">The model is missing or damaged, or was trained on other numbers.</exception>
    public static ContentBorders Open(DataFolder data) => new(TreeModel.Open(data, ModelName, EndFeatures.Names));

    /// <summary>One that changes nothing and keeps what it would be asked by, for training.</summary>
    public static ContentBorders Asking() => new(null);

    /// <summary>Sets the end of each draft's content.</summary>
    public void Set(Sheet sheet, List<Draft> drafts)
    {
        var cues = new bool[sheet.Tokens.Length];
        drafts.ForEach(draft => cues.AsSpan(draft.Cue.First, draft.Cue.End - draft.Cue.First).Fill(true));
        foreach (var draft in drafts.Where(draft => draft.Evidence is { IsRead: true }))
        {
            if (OpenContent.Of(sheet, draft) is not { } content)
            {
                continue;
            }

            var rows = EndFeatures.Of(sheet, draft, content, cues);
            if (_model is null)
            {
                draft.Ends = (content, rows);
                continue;
            }

            var likely = rows.ConvertAll(row => _model.Probability(row));
            var best = likely.IndexOf(likely.Max());
            if (likely[best] > likely[content.Now] + Margin)
            {
                draft.Content[content.Index] = sheet.Analysis.SpanOf(content.First, content.Ends[best].End);
                draft.LastToken = content.Ends[best].End - 1;
            }
        }
    }
}
