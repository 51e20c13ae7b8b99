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

    /// <summary>Most words left out between two parts of one content.</summary>
    private const int LongestGap = 12;

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
            Join(sheet, draft, cues);
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

    /// <summary>Parts behind the cue, in its sentence, between which only a few words and no other cue were left out, are one: where it ends is asked next.</summary>
    private static void Join(Sheet sheet, Draft draft, bool[] cues)
    {
        for (var i = draft.Content.Count - 2; i >= 0 && draft.Content[i].Start >= draft.CueSpan.End; i--)
        {
            var (left, right) = (sheet.TokensOf(draft.Content[i]), sheet.TokensOf(draft.Content[i + 1]));
            var whole = draft.Content[i].Cover(draft.Content[i + 1]);
            if (right.First >= left.End && !cues.AsSpan(left.End, right.End - left.End).Contains(true) && sheet.Tokens[left.First].Sentence == draft.Cue.Sentence && sheet.Tokens[right.End - 1].Sentence == draft.Cue.Sentence && right.First - left.End <= LongestGap
                && !(draft.Source is { } source && source.Overlaps(whole)) && Enumerable.Range(left.End, right.First - left.End).All(token => sheet.QuotationAt(token) == sheet.QuotationAt(draft.Cue.Head)))
            {
                draft.Content[i] = whole;
                draft.Content.RemoveAt(i + 1);
            }
        }
    }
}
