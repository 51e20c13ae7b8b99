using OnRecord.Data;
using OnRecord.Lab.Names;
using OnRecord.Language;
using OnRecord.Language.Parsing;
using OnRecord.Names;

namespace OnRecord.Trainer;

/// <summary>Trains the tagger of names on WikiGold and UNER EWT dev; cross-validated by document.</summary>
internal static class NameTraining
{
    private static readonly string[] Labels = ["none", "person", "person-inside", "organization", "organization-inside", "place", "place-inside"];
    private static readonly string[] Types = ["PER", "ORG", "LOC"];

    /// <summary>A document, its names, and its sentences as sequences.</summary>
    private sealed record Example(string Corpus, NamedDocument Gold, Analysis Analysis, List<TaggedSequence> Sequences);

    public static void Run(TaggerSettings settings, int folds)
    {
        var data = DataFolder.English();
        var analyzer = new EnglishAnalyzer(data, [new StateView()]);
        var lexicon = new NameLexicon(data);
        var examples = new[] { ("wikigold", NameGold.WikiGold().Documents), ("uner", NameGold.Uner().Documents) }
            .SelectMany(corpus => corpus.Item2.Select(gold => Of(corpus.Item1, gold, analyzer, lexicon))).ToList();
        var scores = new Dictionary<string, (int Right, int Found, int Gold)>(StringComparer.Ordinal);
        for (var fold = 0; fold < folds; fold++)
        {
            bool IsHeldOut(int place) => place % folds == fold;
            var model = settings with { Output = settings.Output + ".fold" };
            var (train, dev) = (examples.Where((_, i) => !IsHeldOut(i)).ToList(), examples.Where((_, i) => IsHeldOut(i)).ToList());
            Train(model, train, dev);
            Score(data, model.Output, dev, scores);
            File.Delete(model.Output);
        }

        foreach (var (name, (right, found, gold)) in scores.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            Console.WriteLine(FormattableString.Invariant($"{name,-14} P {(double)right / found:F3}  R {(double)right / gold:F3}  F1 {2.0 * right / (found + gold):F3}  ({right}/{found}/{gold})"));
        }

        Train(settings, examples, examples[..20]);
    }

    private static void Train(TaggerSettings settings, List<Example> train, List<Example> dev) =>
        TaggerTraining.Run(settings, NameFlags.Sizes, Labels, [.. train.SelectMany(one => one.Sequences)], [.. dev.SelectMany(one => one.Sequences)]);

    private static Example Of(string corpus, NamedDocument gold, EnglishAnalyzer analyzer, NameLexicon lexicon)
    {
        var analysis = analyzer.Analyze(gold.Document);
        var sheet = new NameSheet(analysis, lexicon);
        var flags = analysis.Tokens.IsEmpty ? [] : NameFlags.Of(sheet, NameFinder.Rules(sheet));
        var labels = new int[analysis.Tokens.Length];
        foreach (var name in gold.Names)
        {
            for (var t = analysis.TokenAt(name.Span.Start); t < labels.Length && analysis.Tokens[t].Span.Start < name.Span.End; t++)
            {
                labels[t] = 1 + 2 * Array.IndexOf(Types, name.Type) + (analysis.Tokens[t].Span.Start <= name.Span.Start ? 0 : 1);
            }
        }

        return new Example(corpus, gold, analysis,
        [
            .. analysis.Sentences.Select(sentence => new TaggedSequence(
                analysis.Views[0].AsMemory(sentence.FirstToken * StateView.Inputs, (sentence.EndToken - sentence.FirstToken) * StateView.Inputs),
                flags[sentence.FirstToken..sentence.EndToken],
                labels[sentence.FirstToken..sentence.EndToken])),
        ]);
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
                .Where(mention => mention.Rule != "pronoun" && TypeOf(mention.Type) is not null)
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
