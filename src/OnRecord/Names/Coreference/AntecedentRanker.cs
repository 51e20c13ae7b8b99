using OnRecord.Pages.Html;

namespace OnRecord.Names.Coreference;

/// <summary>Decides which of its candidates a pronoun means, if any: a model tells how likely each is, and the likeliest must be likely enough and leave the next behind.</summary>
/// <param name="sheet">The sheet.</param>
/// <param name="model">The model; null for salience alone, from which training begins.</param>
/// <param name="features">What the model is told of each.</param>
/// <param name="salience">The bounds.</param>
internal sealed class AntecedentRanker(NameSheet sheet, TreeModel? model, AntecedentFeatures features, Salience salience)
{
    /// <summary>Candidates that are judged; the least salient of more are left out.</summary>
    private const int MostJudged = 16;

    /// <summary>Whether the model looks at names behind the pronoun.</summary>
    public bool LooksAhead => model is not null;

    /// <summary>The one that is meant; null where none is, or several are as likely.</summary>
    public Candidate? Choose(Phrase phrase, Pronoun pronoun, List<Candidate> ranked)
    {
        if (ranked.Count == 0)
        {
            return null;
        }

        if (model is null)
        {
            return ranked.Count > 1 && ranked[0].Salience < ranked[1].Salience * salience.Rival ? null : ranked[0];
        }

        var judged = Likelihoods(model, [.. Judged(phrase, pronoun, ranked)]);
        var bounds = salience.BoundsOf(pronoun.Means);
        return judged[0].Sure >= bounds.Least && (judged.Count == 1 || (judged[0].Sure - judged[1].Sure >= bounds.Margin && !IsEven(phrase, judged[0].Candidate, judged[1].Candidate))) ? judged[0].Candidate : null;
    }

    /// <summary>"Orlo met Brell. He …": both named once, in one clause of the sentence before. A model leans to the subject; the text does not tell.</summary>
    private bool IsEven(Phrase phrase, Candidate first, Candidate second) =>
        first.Last is { Form: MentionForm.Name } one && second.Last is { Form: MentionForm.Name } other && first.Mentions.Count == 1 && second.Mentions.Count == 1
        && one.Sentence < phrase.Sentence && sheet.Tokens[one.Head].Head >= 0 && sheet.Tokens[one.Head].Head == sheet.Tokens[other.Head].Head;

    /// <summary>How likely each is, the likeliest first: their odds beside each other and beside that of none of them.</summary>
    private static List<(Candidate Candidate, float Sure)> Likelihoods(TreeModel model, List<(Candidate Candidate, float[] Numbers)> candidates)
    {
        var odds = candidates.ConvertAll(one => MathF.Exp(model.Score(one.Numbers)));
        var all = 1 + odds.Sum();
        return [.. candidates.Zip(odds, (one, own) => (one.Candidate, Sure: own / all)).OrderByDescending(one => one.Sure)];
    }

    /// <summary>The candidates that are judged, with the numbers of each.</summary>
    public IEnumerable<(Candidate Candidate, float[] Numbers)> Judged(Phrase phrase, Pronoun pronoun, List<Candidate> ranked)
    {
        var some = ranked.Count > MostJudged ? ranked[..MostJudged] : ranked;
        return some.Zip(features.Of(phrase, pronoun, some));
    }
}
