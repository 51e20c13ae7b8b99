using OnRecord.Data;
using OnRecord.Language;
using OnRecord.Language.Parsing;

namespace OnRecord.Attributions;

/// <summary>Finds cues with a tagger trained on PolNeAR, which also sees what the rules found.</summary>
internal sealed class CueTagger
{
    private const int None = 0;
    private const int Begins = 1;
    private const int Inside = 2;

    private readonly TokenTagger _tagger;

    /// <exception cref="DataFileException">The model is missing or damaged.</exception>
    public CueTagger(DataFolder data) => _tagger = new TokenTagger(data, Views.CueModel, CueFlags.Sizes, 3);

    /// <summary>For each token the log-probabilities of none, begins and inside.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="drafts">What the rules found.</param>
    public float[][] Score(Sheet sheet, IReadOnlyList<Draft> drafts)
    {
        var bySentence = drafts.ToLookup(draft => draft.Cue.Sentence);
        var view = sheet.Analysis.Views[Views.Cues];
        var sequences = sheet.Analysis.Sentences.Select((sentence, i) => new TokenTagger.Sequence(sentence.FirstToken, CueFlags.Of(sheet, sentence, [.. bySentence[i]]))).ToList();
        return [.. _tagger.Score(view, sequences, sheet.Analysis.Cancellation).SelectMany(sentence => sentence)];
    }

    /// <summary>Runs of tokens that are more likely in a cue than <paramref name="least"/>.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="scores">Of each token.</param>
    /// <param name="least">Least probability of a cue's first token.</param>
    public static List<Range> Cues(Sheet sheet, float[][] scores, double least)
    {
        var (cues, most) = (new List<Range>(), Math.Log(1 - least));
        for (var i = 0; i < scores.Length; i++)
        {
            if (scores[i][None] >= most)
            {
                continue;
            }

            var end = i + 1;
            while (end < scores.Length && sheet.Tokens[end].Sentence == sheet.Tokens[i].Sentence && scores[end][Inside] > Math.Max(scores[end][None], scores[end][Begins]))
            {
                end++;
            }

            cues.Add(new Range(i, end));
            i = end - 1;
        }

        return cues;
    }

    /// <summary>The greatest probability of a token of the range to be in a cue.</summary>
    public static double Probability(float[][] scores, Range range)
    {
        var best = 0.0;
        for (var i = range.First; i < range.End; i++)
        {
            best = Math.Max(best, 1 - Math.Exp(scores[i][None]));
        }

        return best;
    }

    /// <summary>The mean probability of the range's tokens to be in a cue.</summary>
    public static double Mean(float[][] scores, Range range)
    {
        var sum = 0.0;
        for (var i = range.First; i < range.End; i++)
        {
            sum += 1 - Math.Exp(scores[i][None]);
        }

        return sum / Math.Max(1, range.End - range.First);
    }
}
