using System.CommandLine;
using System.Text;
using System.Text.Json;
using OnRecord.Archive;
using OnRecord.Archive.Search;
using OnRecord.Lab.Language;
using OnRecord.Lab.Scoring;

namespace OnRecord.Lab.Stories;

/// <summary><c>score-stories</c>: documents of ECB+ put into an archive, and its stories compared with the gold ones, by B³ (Bagga and Baldwin, 1998).</summary>
internal static class ScoreStories
{
    /// <summary>A document of the gold.</summary>
    internal sealed record GoldDocument(string Name, string Story, string Text);

    public static Command Command()
    {
        var allowLower = new Option<bool>("--allow-lower") { Description = "Take floors down to lower scores" };
        var shows = new Option<bool>("--show") { Description = "Print the stories that are not the gold's" };
        var command = new Command("score-stories", "Scores the archive's stories on ECB+.") { allowLower, shows };
        command.SetAction(parse => Run(parse.GetValue(allowLower), parse.GetValue(shows)) ? 0 : 1);
        return command;
    }

    private static bool Run(bool allowLower, bool shows)
    {
        var (floors, reading, holds) = (new Floors(), Reading.Open(), true);
        foreach (var part in new[] { "train", "dev" })
        {
            var path = Gold.Path("stories", $"ecb-{part}.jsonl");
            var gold = File.ReadLines(path).Select(Parse).ToList();
            var found = Found(reading, gold);
            var score = BCubed(gold.ConvertAll(document => (document.Story, StoryOf(document, found))));
            Console.WriteLine(FormattableString.Invariant($"ECB+ {part}, {gold.Count} documents: B3 P {score.Precision:F3}  R {score.Recall:F3}  F1 {score.F1:F3}"));
            if (shows)
            {
                Show(gold, found);
            }

            holds &= floors.Hold($"stories/ecb-{part}/b3-f1", score.F1, Treebank.Fingerprint([path]), allowLower);
        }

        return holds;
    }

    internal static GoldDocument Parse(string line)
    {
        using var json = JsonDocument.Parse(line);
        var root = json.RootElement;
        return new GoldDocument(root.GetProperty("doc").GetString()!, root.GetProperty("story").GetString()!, string.Join(' ', root.GetProperty("tokens").EnumerateArray().Select(token => token.GetString())));
    }

    /// <summary>The story of each document in an archive of them all.</summary>
    internal static Dictionary<string, string> Found(Reading reading, List<GoldDocument> gold)
    {
        var folder = Directory.CreateTempSubdirectory("onrecord-stories-");
        try
        {
            using var store = RecordStore.OpenOrCreate(Path.Combine(folder.FullName, "stories.db"));
            var options = new ReadOptions { Plain = true };
            store.Add(gold.Select(document =>
            {
                var page = Page.Of(Encoding.UTF8.GetBytes(document.Text)) with { Name = document.Name };
                return new StoredPage(document.Name, page, options, reading.Read(page, options));
            }));
            var search = new StorySearch(store);
            return new RecordSearch(store).RecordIds(SearchQuery.Parse("")).Select(search.Find).OfType<Story>().DistinctBy(story => story.Id)
                .SelectMany(story => story.Documents.SelectMany(document => document.Copies.Append(document)).Select(document => (document.Page, story.Id)))
                .ToDictionary(document => document.Page, document => document.Id, StringComparer.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>A document that is in no story is one of its own.</summary>
    internal static string StoryOf(GoldDocument document, Dictionary<string, string> found) => found.GetValueOrDefault(document.Name, document.Name);

    /// <summary>Of each document, how much of its story is of the gold's and how much of the gold's is in it, on average.</summary>
    private static (double Precision, double Recall, double F1) BCubed(List<(string Gold, string Found)> documents)
    {
        var (gold, found) = (documents.CountBy(document => document.Gold).ToDictionary(), documents.CountBy(document => document.Found).ToDictionary());
        var both = documents.CountBy(document => document).ToDictionary();
        var (precision, recall) = (documents.Average(document => (double)both[document] / found[document.Found]), documents.Average(document => (double)both[document] / gold[document.Gold]));
        return (precision, recall, 2 * precision * recall / (precision + recall));
    }

    private static void Show(List<GoldDocument> gold, Dictionary<string, string> found)
    {
        foreach (var story in gold.GroupBy(document => StoryOf(document, found)).Where(story => story.Select(document => document.Story).Distinct().Count() > 1))
        {
            Console.WriteLine("  one story of " + string.Join(", ", story.CountBy(document => document.Story).Select(part => $"{part.Value} of {part.Key}")));
        }

        foreach (var story in gold.GroupBy(document => document.Story).Where(story => story.Select(document => StoryOf(document, found)).Distinct().Count() > 1))
        {
            Console.WriteLine($"  {story.Key} in pieces of {string.Join(", ", story.CountBy(document => StoryOf(document, found)).Select(part => part.Value).OrderDescending())}");
        }
    }
}
