using System.CommandLine;
using OnRecord.Attributions;
using OnRecord.Attributions.Judging;
using OnRecord.Data;
using OnRecord.Language;

namespace OnRecord.Lab.Attributions;

/// <summary><c>count-cues</c>: how often a verb in a frame is a cue in PolNeAR train, to decide the frames in the lexicons.</summary>
internal static class CountCues
{
    /// <summary>Shapes seen less often are not written.</summary>
    private const int Least = 4;

    private static readonly string LexiconFile = Path.Combine(Gold.Repository, "data", "en", "lexicons", CueCounts.LexiconName + ".tsv");

    public static Command Command()
    {
        var write = new Option<bool>("--write") { Description = "Write the counts into the lexicon, under the comments that it has." };
        var command = new Command("count-cues", "Counts words in shapes as cues in PolNeAR train: word, shape, cues, all.") { write };
        command.SetAction(parse => Run(parse.GetValue(write)));
        return command;
    }

    private static void Run(bool write)
    {
        var data = DataFolder.English();
        var analyzer = new EnglishAnalyzer(data);
        var words = new AttributionWords(data);
        var counts = new Dictionary<(string Word, string Shape), (int Cues, int All)>();
        foreach (var files in PolNearReader.Files("train"))
        {
            var article = PolNearReader.Read(files);
            var sheet = new Sheet(analyzer.Analyze(RunningText.Document(article.Text)), words);
            var inner = new bool[article.Text.Length + 1];
            foreach (var span in article.Attributions.SelectMany(one => one.Content))
            {
                inner.AsSpan(span.Start, span.Length).Fill(true);
            }

            var cues = new bool[article.Text.Length + 1];
            foreach (var span in article.Attributions.SelectMany(one => one.Cue))
            {
                cues.AsSpan(span.Start, span.Length).Fill(true);
            }

            Count(sheet, cues, inner, counts);
        }

        if (write)
        {
            var head = File.ReadLines(LexiconFile).TakeWhile(line => line.StartsWith('#')).ToList();
            File.WriteAllLines(LexiconFile, [.. head, "word\tshape\tcues\tall", .. counts.Where(one => one.Value.All >= Least).Select(one => $"{one.Key.Word}\t{one.Key.Shape}\t{one.Value.Cues}\t{one.Value.All}").Order(StringComparer.Ordinal)]);
            return;
        }

        foreach (var ((word, shape), (right, all)) in counts.OrderByDescending(one => one.Value.Cues).ThenBy(one => one.Key))
        {
            Console.WriteLine($"{word}\t{shape}\t{right}\t{all}");
        }
    }

    private static void Count(Sheet sheet, bool[] cues, bool[] inner, Dictionary<(string Word, string Shape), (int Cues, int All)> counts)
    {
        for (var s = 0; s < sheet.Analysis.Sentences.Length; s++)
        {
            var sentence = sheet.Analysis.Sentences[s];
            for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
            {
                // PolNeAR marks nothing inside a content, so a verb there says neither yes nor no.
                var at = sheet.Tokens[i].Span.Start;
                if (inner[at] && !cues[at])
                {
                    continue;
                }

                if (CueCounts.Of(sheet, i) is { } key)
                {
                    var (right, all) = counts.GetValueOrDefault(key);
                    counts[key] = (right + (cues[at] ? 1 : 0), all + 1);
                }
            }
        }
    }
}
