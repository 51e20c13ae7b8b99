using OnRecord.Attributions;
using OnRecord.Data;
using OnRecord.Lab.Attributions;
using OnRecord.Language;
using OnRecord.Language.Parsing;
using OnRecord.Trainer.Pretrained;

namespace OnRecord.Trainer;

/// <summary>Trains the taggers of cues, and of sources and contents, on PolNeAR train.</summary>
internal static class AttributionTraining
{
    private static readonly string[] CueLabels = ["none", "begins", "inside"];
    private static readonly string[] RoleLabels = ["none", "source", "content"];

    /// <summary>Trains the tagger of cues.</summary>
    /// <param name="settings">How.</param>
    /// <param name="beliefs">What teachers believe of each token, to learn from beside the annotation; null for the annotation alone.</param>
    public static void Cues(TaggerSettings settings, string? beliefs)
    {
        var train = Read("train", CueSequences).SelectMany(article => article).ToList();
        var taught = beliefs is null ? [] : BeliefFile.Join(train, CueLabels.Length, beliefs);
        new TaggerTraining(CueFlags.Sizes, CueLabels).Run(settings, [.. train, .. taught], [.. Read("dev", CueSequences).SelectMany(article => article)]);
    }

    /// <summary>
    /// Writes what teachers believe of each token of the training articles. Each teacher begins with a pretrained network and labels only articles that it has not
    /// seen: of those that it has, it would only repeat the annotation.
    /// </summary>
    /// <param name="settings">How the teachers are trained.</param>
    /// <param name="parts">Into how many parts the articles are cut, with a teacher for each.</param>
    public static void CueBeliefs(TaggerSettings settings, int parts)
    {
        var pieces = PretrainedFiles.Pieces();
        IEnumerable<TaggedSequence> WithPieces(Sheet sheet, List<Draft> drafts, GoldArticle article) =>
            CueSequences(sheet, drafts, article).Zip(sheet.Analysis.Sentences, (sequence, sentence) =>
                sequence with { Pieces = [.. sheet.Analysis.TokensOf(sentence).ToArray().Select(token => pieces.Of(token.Form))] });
        var (articles, dev) = (Read("train", WithPieces), Read("dev", WithPieces).SelectMany(article => article).Where(PretrainedEncoder.CanRead).ToList());
        var training = new TaggerTraining(CueFlags.Sizes, CueLabels);
        // By their labels, of which each sequence has its own.
        var beliefs = new Dictionary<int[], float[]>();
        for (var part = 0; part < parts; part++)
        {
            List<TaggedSequence> Readable(bool seen) =>
                [.. articles.Where((_, i) => (i % parts != part) == seen).SelectMany(article => article).Where(PretrainedEncoder.CanRead)];
            using var teacher = training.Train(settings, Readable(seen: true), dev, pieces);
            foreach (var sequence in TaggerTraining.Teach(teacher, Readable(seen: false)))
            {
                beliefs.Add(sequence.Labels, sequence.Taught!);
            }
        }

        BeliefFile.Write(settings.Output, articles.SelectMany(article => article).Select(sequence => beliefs.GetValueOrDefault(sequence.Labels)));
    }

    public static void Roles(TaggerSettings settings) =>
        new TaggerTraining(RoleFlags.Sizes, RoleLabels).Run(
            settings,
            [.. Read("train", RoleSequences).SelectMany(article => article)],
            [.. Read("dev", RoleSequences).SelectMany(article => article)]);

    /// <summary>The sequences of each article.</summary>
    private static List<List<TaggedSequence>> Read(string compartment, Func<Sheet, List<Draft>, GoldArticle, IEnumerable<TaggedSequence>> sequences)
    {
        var data = DataFolder.English();
        var (analyzer, words) = (new EnglishAnalyzer(data, [new StateView()]), new AttributionWords(data));
        var all = new List<List<TaggedSequence>>();
        foreach (var article in PolNearReader.Files(compartment).Select(PolNearReader.Read))
        {
            var sheet = new Sheet(analyzer.Analyze(RunningText.Document(article.Text)), words);
            var drafts = Enumerable.Range(0, sheet.Analysis.Sentences.Length).SelectMany(i => SentenceReader.Read(sheet, i)).ToList();
            all.Add([.. sequences(sheet, drafts, article)]);
        }

        return all;
    }

    private static IEnumerable<TaggedSequence> CueSequences(Sheet sheet, List<Draft> drafts, GoldArticle article)
    {
        var labels = new int[sheet.Tokens.Length];
        foreach (var attribution in article.Attributions)
        {
            var isFirst = true;
            foreach (var token in TokensOf(sheet, attribution.Cue))
            {
                labels[token] = isFirst ? 1 : 2;
                isFirst = false;
            }
        }

        var bySentence = drafts.ToLookup(draft => draft.Cue.Sentence);
        foreach (var (sentence, i) in sheet.Analysis.Sentences.Select((sentence, i) => (sentence, i)))
        {
            yield return new TaggedSequence(
                RowsOf(sheet, sentence.FirstToken, sentence.EndToken),
                CueFlags.Of(sheet, sentence, [.. bySentence[i]]),
                labels[sentence.FirstToken..sentence.EndToken]);
        }
    }

    private static IEnumerable<TaggedSequence> RoleSequences(Sheet sheet, List<Draft> drafts, GoldArticle article)
    {
        foreach (var attribution in article.Attributions)
        {
            var cue = TokensOf(sheet, attribution.Cue).ToList();
            if (cue.Count == 0 || cue[^1] - cue[0] > 20)
            {
                continue;
            }

            var range = new OnRecord.Attributions.Range(cue[0], cue[^1] + 1);
            var window = RoleFlags.Window(sheet, cue[0]);
            var labels = new int[window.End - window.First];
            Lay(attribution.Content, 2);
            Lay(attribution.Source, 1);
            var draft = drafts.Find(one => one.Cue.First < range.End && one.Cue.End > range.First);
            yield return new TaggedSequence(RowsOf(sheet, window.First, window.End), RoleFlags.Of(sheet, window, range, draft), labels);

            void Lay(IEnumerable<TextSpan> spans, int label)
            {
                foreach (var token in TokensOf(sheet, spans).Where(token => token >= window.First && token < window.End))
                {
                    labels[token - window.First] = label;
                }
            }
        }
    }

    private static WholeRows RowsOf(Sheet sheet, int first, int end) =>
        new(sheet.Analysis.Views[0].AsMemory(first * StateView.Inputs, (end - first) * StateView.Inputs));

    private static IEnumerable<int> TokensOf(Sheet sheet, IEnumerable<TextSpan> spans)
    {
        foreach (var span in spans)
        {
            for (var t = sheet.Analysis.TokenAt(span.Start); t < sheet.Tokens.Length && sheet.Tokens[t].Span.Start < span.End; t++)
            {
                yield return t;
            }
        }
    }
}
