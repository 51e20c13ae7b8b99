using OnRecord.Attributions.Borders;
using OnRecord.Data;
using OnRecord.Language;
using OnRecord.Language.Parsing;

namespace OnRecord.Attributions;

/// <summary>Source and content of a cue, as tokens.</summary>
/// <param name="Source">The source's tokens; null where none is named nearby.</param>
/// <param name="Content">The content's tokens in order; a range ends where the text leaves the content.</param>
/// <param name="SourceSure">Mean probability of the source's tokens.</param>
/// <param name="ContentSure">Mean probability of the content's tokens.</param>
/// <param name="Tokens">How likely each token of the cue's sentence is content.</param>
internal sealed record Roles(Range? Source, IReadOnlyList<Range> Content, double SourceSure, double ContentSure, ContentScores Tokens);

/// <summary>Finds source and content of given cues with a tagger trained on PolNeAR, which also sees what the rules made of the cue.</summary>
internal sealed class RoleTagger
{
    private const int Source = 1;
    private const int Content = 2;

    /// <summary>Least probability of a role for a token whose head has it.</summary>
    private const double LeastBeside = 0.4;

    /// <summary>Cues whose windows are held at once.</summary>
    private const int CuesAtOnce = 256;

    private readonly TokenTagger _tagger;

    /// <exception cref="DataFileException">The model is missing or damaged.</exception>
    public RoleTagger(DataFolder data) => _tagger = new TokenTagger(data, Views.RoleModel, RoleFlags.Sizes, 3);

    /// <summary>The roles of each cue.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="cues">Each cue, with what the rules made of it.</param>
    public Roles[] Find(Sheet sheet, IReadOnlyList<(Range Cue, Draft? Draft)> cues)
    {
        var view = sheet.Analysis.Views[Views.Roles];
        return [.. cues.Chunk(CuesAtOnce).SelectMany(some =>
        {
            var windows = Array.ConvertAll(some, cue => RoleFlags.Window(sheet, cue.Cue.First));
            var sequences = some.Select((cue, i) => new TokenTagger.Sequence(windows[i].First, RoleFlags.Of(sheet, windows[i], cue.Cue, cue.Draft))).ToList();
            return _tagger.Score(view, sequences, sheet.Analysis.Cancellation).Select((scores, i) => Read(sheet, windows[i], some[i].Cue, scores)).ToArray();
        })];
    }

    private static Roles Read(Sheet sheet, Range window, Range cue, float[][] scores)
    {
        var labels = Array.ConvertAll(scores, token => TagClassifiers.BestOf(token));
        Complete(sheet, window.First, cue, labels, scores);
        var source = Runs(labels, window.First, Source)
            .Where(run => run.End <= cue.First || run.First >= cue.End)
            .Select(run => ((Range Run, double Weight)?)(run, Weight(scores, window.First, run)))
            .MaxBy(run => run?.Weight);
        var content = Joined(sheet, Runs(labels, window.First, Content).ToList(), cue, source?.Run);
        return new Roles(source?.Run, content, source is { } who ? who.Weight / (who.Run.End - who.Run.First) : 0, Mean(scores, window.First, content), Tokens(sheet, window.First, cue, scores));
    }

    private static ContentScores Tokens(Sheet sheet, int first, Range cue, float[][] scores)
    {
        var sentence = sheet.Analysis.Sentences[sheet.Tokens[cue.First].Sentence];
        var (from, end) = (Math.Max(first, sentence.FirstToken), Math.Min(first + scores.Length, sentence.EndToken));
        return new ContentScores(from, [.. Enumerable.Range(from, Math.Max(0, end - from)).Select(token => MathF.Exp(scores[token - first][Content]))]);
    }

    /// <summary>
    /// Gives a token beside a role to it where its head stands there and the tagger is not sure of the contrary: a tagger that looks at one token at a time
    /// breaks off in the middle of a phrase.
    /// </summary>
    private static void Complete(Sheet sheet, int first, Range cue, int[] labels, float[][] scores)
    {
        for (var changed = true; changed;)
        {
            changed = false;
            for (var i = 0; i < labels.Length; i++)
            {
                if (labels[i] != 0 || (first + i >= cue.First && first + i < cue.End))
                {
                    continue;
                }

                var head = sheet.Tokens[first + i].Head - first;
                if (head < 0 || head >= labels.Length || labels[head] == 0 || Math.Exp(scores[i][labels[head]]) < LeastBeside)
                {
                    continue;
                }

                var step = head > i ? 1 : -1;
                var at = i + step;
                while (at != head && labels[at] == labels[head])
                {
                    at += step;
                }

                if (at == head)
                {
                    (labels[i], changed) = (labels[head], true);
                }
            }
        }
    }

    private static double Weight(float[][] scores, int first, Range run)
    {
        var sum = 0.0;
        for (var i = run.First; i < run.End; i++)
        {
            sum += Math.Exp(scores[i - first][Source]);
        }

        return sum;
    }

    private static double Mean(float[][] scores, int first, List<Range> content)
    {
        var (sum, count) = (0.0, 0);
        foreach (var range in content)
        {
            for (var i = range.First; i < range.End; i++)
            {
                sum += Math.Exp(scores[i - first][Content]);
                count++;
            }
        }

        return sum / Math.Max(1, count);
    }

    private static IEnumerable<Range> Runs(int[] labels, int first, int label)
    {
        for (var i = 0; i < labels.Length; i++)
        {
            if (labels[i] != label)
            {
                continue;
            }

            var end = i + 1;
            while (end < labels.Length && labels[end] == label)
            {
                end++;
            }

            yield return new Range(first + i, first + end);
            i = end;
        }
    }

    /// <summary>Content is in one piece over marks and single words between its parts, unless the cue or source stands there.</summary>
    private static List<Range> Joined(Sheet sheet, List<Range> runs, Range cue, Range? source)
    {
        var joined = new List<Range>();
        foreach (var run in runs)
        {
            if (joined.Count > 0 && run.First - joined[^1].End <= 2 && !Stands(cue, joined[^1].End, run.First) && !(source is { } who && Stands(who, joined[^1].End, run.First))
                && sheet.Tokens[joined[^1].End - 1].Sentence == sheet.Tokens[run.First].Sentence)
            {
                joined[^1] = new Range(joined[^1].First, run.End);
            }
            else if (run.End - run.First > 1 || sheet.Tokens[run.First].Upos != Upos.PUNCT)
            {
                joined.Add(run);
            }
        }

        return joined;
    }

    private static bool Stands(Range what, int first, int end) => what.First < end && what.End > first;
}
