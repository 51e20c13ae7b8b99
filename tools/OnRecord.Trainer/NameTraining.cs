using OnRecord.Data;
using OnRecord.Lab.Names;
using OnRecord.Language;
using OnRecord.Language.Parsing;
using OnRecord.Names;
using OnRecord.Trainer.Pretrained;

namespace OnRecord.Trainer;

/// <summary>
/// Trains the tagger of names on WikiGold and UNER EWT dev; cross-validated by document. It learns from a teacher too: a tagger that begins with a
/// pretrained network learns from the same documents and labels running text (distillation: Hinton and others, 2015).
/// </summary>
/// <param name="Student">How the tagger is trained.</param>
/// <param name="Teacher">How its teacher is, or null for none.</param>
/// <param name="Texts">How many running texts the teacher labels at most.</param>
/// <param name="Repeats">How often the documents are seen while the text is seen once.</param>
internal sealed record NameTraining(TaggerSettings Student, TaggerSettings? Teacher, int Texts, int Repeats)
{
    private static readonly string[] Labels = ["none", "person", "person-inside", "organization", "organization-inside", "place", "place-inside"];
    private static readonly string[] Types = ["PER", "ORG", "LOC"];
    private static readonly TaggerTraining Training = new(NameFlags.Sizes, Labels);

    /// <summary>A document, its names, and its sentences as sequences.</summary>
    private sealed record Example(string Corpus, NamedDocument Gold, List<TaggedSequence> Sequences);

    /// <summary>Cross-validates some of the folds, then trains on all documents.</summary>
    /// <param name="folds">Into how many parts the documents are cut.</param>
    /// <param name="wanted">Which of the parts are scored; none for none.</param>
    /// <param name="all">Whether to train on all documents then.</param>
    public void Run(int folds, IReadOnlyList<int> wanted, bool all)
    {
        var data = DataFolder.English();
        var reader = new SequenceReader(data, Teacher is null ? null : PretrainedFiles.Pieces());
        var examples = new[] { ("wikigold", NameGold.WikiGold().Documents), ("uner", NameGold.Uner().Documents) }
            .SelectMany(corpus => corpus.Item2.Select(gold => new Example(corpus.Item1, gold, reader.Read(gold)))).ToList();
        var texts = Teacher is null ? [] : UnlabelledTexts.News().Take(Texts).SelectMany(text => reader.Read(new NamedDocument(text, new HashSet<GoldName>()))).ToList();
        var scores = new Dictionary<string, (int Right, int Found, int Gold)>(StringComparer.Ordinal);
        foreach (var fold in wanted)
        {
            bool IsHeldOut(int place) => place % folds == fold;
            var (train, dev) = (examples.Where((_, i) => !IsHeldOut(i)).ToList(), examples.Where((_, i) => IsHeldOut(i)).ToList());
            var model = $"{Student.Output}.fold{fold}";
            Train(Student with { Output = model }, train, dev, texts, reader.Pieces);
            Score(data, model, dev, scores);
            File.Delete(model);
            foreach (var (name, (right, found, gold)) in scores.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            {
                Console.WriteLine(FormattableString.Invariant($"{name,-14} P {(double)right / found:F3}  R {(double)right / gold:F3}  F1 {2.0 * right / (found + gold):F3}  ({right}/{found}/{gold})"));
            }
        }

        if (all)
        {
            Train(Student, examples, examples[..20], texts, reader.Pieces);
        }
    }

    private void Train(TaggerSettings settings, List<Example> train, List<Example> dev, List<TaggedSequence> texts, WordPieces? pieces)
    {
        List<TaggedSequence> gold = [.. train.SelectMany(one => one.Sequences)];
        List<TaggedSequence> unseen = [.. dev.SelectMany(one => one.Sequences)];
        var taught = new List<TaggedSequence>();
        if (Teacher is not null)
        {
            using var teacher = Training.Train(Teacher, [.. gold.Where(PretrainedEncoder.CanRead)], [.. unseen.Where(PretrainedEncoder.CanRead)], pieces!);
            taught = TaggerTraining.Teach(teacher, [.. texts.Where(PretrainedEncoder.CanRead)]);
            gold = [.. Enumerable.Repeat(gold, Repeats).SelectMany(all => all)];
        }

        Training.Run(settings, [.. gold, .. taught], unseen);
    }

    /// <summary>Reads documents as sequences: what the parser and the rules make of them.</summary>
    private sealed class SequenceReader(DataFolder data, WordPieces? pieces)
    {
        private readonly EnglishAnalyzer _analyzer = new(data, [new StateView()]);
        private readonly NameLexicon _lexicon = new(data);

        public WordPieces? Pieces => pieces;

        public List<TaggedSequence> Read(NamedDocument gold)
        {
            var analysis = _analyzer.Analyze(gold.Document);
            if (analysis.Tokens.IsEmpty)
            {
                return [];
            }

            var sheet = new NameSheet(analysis, _lexicon);
            var flags = NameFlags.Of(sheet, NameFinder.Rules(sheet));
            var labels = LabelsOf(analysis, gold);
            return
            [
                .. analysis.Sentences.Select(sentence => new TaggedSequence(
                    analysis.Views[0].AsMemory(sentence.FirstToken * StateView.Inputs, (sentence.EndToken - sentence.FirstToken) * StateView.Inputs),
                    flags[sentence.FirstToken..sentence.EndToken],
                    labels[sentence.FirstToken..sentence.EndToken])
                {
                    Pieces = pieces is null ? [] : [.. analysis.TokensOf(sentence).ToArray().Select(token => pieces.Of(token.Form))],
                }),
            ];
        }

        private static int[] LabelsOf(Analysis analysis, NamedDocument gold)
        {
            var labels = new int[analysis.Tokens.Length];
            foreach (var name in gold.Names)
            {
                for (var t = analysis.TokenAt(name.Span.Start); t < labels.Length && analysis.Tokens[t].Span.Start < name.Span.End; t++)
                {
                    labels[t] = 1 + 2 * Array.IndexOf(Types, name.Type) + (analysis.Tokens[t].Span.Start <= name.Span.Start ? 0 : 1);
                }
            }

            return labels;
        }
    }

    /// <summary>What the whole finder makes of documents with a model that has not seen them.</summary>
    private static void Score(DataFolder data, string model, List<Example> dev, Dictionary<string, (int Right, int Found, int Gold)> scores)
    {
        var bytes = File.ReadAllBytes(model);
        var finder = new NameFinder(data, new NameTagger(new TokenTagger(bytes, model, NameFlags.Sizes, Labels.Length), 0));
        var analyzer = new EnglishAnalyzer(data, [TokenTagger.ViewOf(bytes, model)]);
        foreach (var example in dev)
        {
            var found = finder.Find(analyzer.Analyze(example.Gold.Document)).Mentions
                .Where(mention => mention.Form == MentionForm.Name && mention.Rule != NameRules.InsideName && TypeOf(mention.Type) is not null)
                .Select(mention => new GoldName(mention.Span, TypeOf(mention.Type)!)).ToHashSet();
            foreach (var type in Types.Append("all"))
            {
                bool Counts(GoldName name) => type == "all" || name.Type == type;
                var (right, all, gold) = scores.GetValueOrDefault($"{example.Corpus} {type}");
                scores[$"{example.Corpus} {type}"] = (right + found.Count(name => Counts(name) && example.Gold.Names.Contains(name)), all + found.Count(Counts), gold + example.Gold.Names.Count(Counts));
            }
        }
    }

    private static string? TypeOf(EntityType type) => type switch
    {
        EntityType.Person => "PER",
        EntityType.Organization => "ORG",
        EntityType.Country or EntityType.Place => "LOC",
        _ => null,
    };
}
