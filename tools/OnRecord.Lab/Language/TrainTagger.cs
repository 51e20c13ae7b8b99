using System.CommandLine;
using System.Security.Cryptography;
using OnRecord.Language;

namespace OnRecord.Lab.Language;

/// <summary><c>train-tagger</c>: trains the tagger on EWT train and GUM train (open genres) and writes <c>tagger.bin</c>.</summary>
internal static class TrainTagger
{
    /// <summary>A word's class needs so many occurrences.</summary>
    private const int LeastForClass = 3;

    /// <summary>A second part of speech counts from this share on.</summary>
    private const double LeastShare = 0.08;

    /// <summary>One sentence in so many is learned again in capitals, as a headline or in lower case.</summary>
    private const int CaseCopyEvery = 12;

    public static Command Command()
    {
        var epochs = new Option<int>("--epochs") { Description = "Passes over the corpora.", DefaultValueFactory = _ => 10 };
        var output = new Option<string>("--output")
        {
            Description = "Where to write the model.",
            DefaultValueFactory = _ => Path.Combine(Gold.Repository, "data", "en", "models", "tagger.bin"),
        };
        var command = new Command("train-tagger", "Trains the tagger on EWT train and GUM train.") { epochs, output };
        command.SetAction(parse => Run(parse.GetValue(epochs), parse.GetValue(output)!));
        return command;
    }

    private static void Run(int epochs, string output)
    {
        var gold = Treebank.Read([Treebank.EwtTrain, .. Treebank.Gum("train")])
            .SelectMany(text => text.Sentences.Select(sentence => (Text: text.Text, Words: sentence)))
            .ToList();
        var labels = gold.SelectMany(sentence => sentence.Words).Select(LabelOf).Distinct().Order(StringComparer.Ordinal).ToList();
        var classes = ClassesOf(gold.SelectMany(sentence => sentence.Words));
        var sentences = new List<TaggedSentence>();
        foreach (var (text, words) in gold)
        {
            var plain = new TaggedSentence(
                [.. words.Select(word => word.Span.IsEmpty ? word.Form : word.Span.Of(text))],
                [.. words.Select(word => (byte)labels.IndexOf(LabelOf(word)))]);
            sentences.Add(plain);
            if (sentences.Count % CaseCopyEvery == 0)
            {
                sentences.Add(plain with { Words = [.. plain.Words.Select(word => Recase(word, sentences.Count / CaseCopyEvery % 3))] });
            }
        }

        Console.WriteLine($"{sentences.Count} sentences, {sentences.Sum(sentence => sentence.Words.Length)} words, {labels.Count} labels, {classes.All.Count} word classes");
        var features = new TaggerTrainer(sentences, labels.Count, classes).Train(epochs);
        var bytes = TaggerModel.Write(labels, classes, features);
        Directory.CreateDirectory(Path.GetDirectoryName(output)!);
        File.WriteAllBytes(output, bytes);
        Console.WriteLine($"{output}: {bytes.Length} bytes, {features.Count} features, SHA-256 {Convert.ToHexStringLower(SHA256.HashData(bytes))}");
        Score(new Tagger(TaggerModel.Read(bytes, output)));
    }

    private static string LabelOf(GoldWord word) => $"{word.Upos}/{word.Xpos}";

    private static string Recase(string word, int style) => style switch
    {
        0 => word.ToUpperInvariant(),
        1 => word.ToLowerInvariant(),
        _ => word.Length > 3 ? char.ToUpperInvariant(word[0]) + word[1..] : word,
    };

    private static TagClasses ClassesOf(IEnumerable<GoldWord> words)
    {
        var classes = new Dictionary<uint, byte>();
        foreach (var group in words.GroupBy(word => TaggerFeatures.LowerHash(word.Form)).Where(group => group.Count() >= LeastForClass))
        {
            var tags = group.GroupBy(word => (int)Enum.Parse<Upos>(word.Upos))
                .Where(tag => tag.Count() >= group.Count() * LeastShare)
                .OrderByDescending(tag => tag.Count())
                .ThenBy(tag => tag.Key)
                .Select(tag => tag.Key)
                .Take(2)
                .ToList();

            // 1 to 17 for words with one tag, then pairs; every pair fits into a byte because few occur.
            classes[group.Key] = (byte)(tags.Count == 1 ? 1 + tags[0] : 18 + (((tags[0] * 17) + tags[1]) % 237));
        }

        return new TagClasses(classes);
    }

    private static void Score(Tagger tagger)
    {
        foreach (var (name, files) in new (string, IReadOnlyList<string>)[] { ("ewt-dev", [Treebank.EwtDev]), ("gum-dev", Treebank.Gum("dev")), ("gum-dev-news", Treebank.Gum("dev", "news")) })
        {
            int words = 0, upos = 0, xpos = 0;
            foreach (var (text, sentence) in Treebank.Read(files).SelectMany(text => text.Sentences.Select(sentence => (text.Text, sentence))))
            {
                var tags = tagger.TagWords(sentence.Select(word => word.Span.IsEmpty ? word.Form : word.Span.Of(text)).ToArray());
                words += tags.Length;
                upos += tags.Zip(sentence).Count(pair => pair.First.Upos.ToString() == pair.Second.Upos);
                xpos += tags.Zip(sentence).Count(pair => pair.First.Xpos == pair.Second.Xpos);
            }

            Console.WriteLine(FormattableString.Invariant($"{name} with gold tokens: UPOS {upos * 100.0 / words:F2}, XPOS {xpos * 100.0 / words:F2}"));
        }
    }
}
