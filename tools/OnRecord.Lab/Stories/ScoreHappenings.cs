using System.CommandLine;
using System.Text;
using System.Text.Json;
using OnRecord.Archive.Accounts;
using OnRecord.Lab.Coreference;
using OnRecord.Lab.Language;
using OnRecord.Lab.Scoring;

namespace OnRecord.Lab.Stories;

/// <summary>
/// <c>score-happenings</c>: mentions of events in ECB+, which are given, put together across the documents of the stories that the archive makes, and compared with the gold chains by the CoNLL score.
/// </summary>
internal static class ScoreHappenings
{
    /// <summary>A mention of an event.</summary>
    private sealed record EventMention(string Document, int Place, string Chain, string Text, string Lemma, Telling? Telling);

    public static Command Command()
    {
        var allowLower = new Option<bool>("--allow-lower") { Description = "Take floors down to lower scores" };
        var shows = new Option<bool>("--show") { Description = "Print the words of gold chains that are in pieces" };
        var part = new Option<string>("--part") { Description = "train or dev", DefaultValueFactory = _ => "dev" };
        var command = new Command("score-happenings", "Scores the same events across documents on ECB+, mentions given.") { allowLower, shows, part };
        command.SetAction(parse => Run(parse.GetValue(part)!, parse.GetValue(allowLower), parse.GetValue(shows)) ? 0 : 1);
        return command;
    }

    private static bool Run(string part, bool allowLower, bool shows)
    {
        var (reading, words) = (Reading.Open(), StoryWords.English);
        var path = Gold.Path("stories", $"ecb-{part}.jsonl");
        var lines = File.ReadLines(path).ToList();
        var gold = lines.ConvertAll(ScoreStories.Parse);
        var found = ScoreStories.Found(reading, gold);
        var mentions = lines.Zip(gold).SelectMany(pair => Mentions(reading, words, pair.First, pair.Second)).ToList();
        var chains = Clusters(mentions, mention => mention.Chain);
        var stories = gold.ToDictionary(document => document.Name, document => ScoreStories.StoryOf(document, found), StringComparer.Ordinal);
        var finder = new HappeningFinder(words);
        var lemmas = CoreferenceScores.Of(chains, Clusters(mentions, mention => $"{stories[mention.Document]} {mention.Lemma}"));
        var acts = CoreferenceScores.Of(chains, Clusters(mentions, mention => $"{stories[mention.Document]} {words.ActOf(mention.Lemma)}"));
        var happenings = CoreferenceScores.Of(chains, Happenings(mentions, stories, words, finder));
        Console.WriteLine($"ECB+ {part}, {mentions.Count} mentions, {mentions.Count(mention => mention.Telling is not null)} of them predicates of claims");
        Console.WriteLine($"same lemma in a story:  {lemmas}");
        Console.WriteLine($"same act in a story:    {acts}");
        Console.WriteLine($"happenings:             {happenings}");
        if (shows)
        {
            foreach (var chain in mentions.GroupBy(mention => mention.Chain).Where(chain => chain.Select(mention => words.ActOf(mention.Lemma)).Distinct().Count() > 1))
            {
                Console.WriteLine("  " + string.Join(", ", chain.CountBy(mention => words.ActOf(mention.Lemma)).Select(word => $"{word.Key} {word.Value}")));
            }
        }

        return new Floors().Hold($"happenings/ecb-{part}/conll", happenings.Conll, Treebank.Fingerprint([path]), allowLower);
    }

    private static List<IReadOnlySet<(string, int)>> Clusters(IEnumerable<EventMention> mentions, Func<EventMention, string> key) =>
        [.. mentions.GroupBy(key, StringComparer.Ordinal).Select(cluster => (IReadOnlySet<(string, int)>)cluster.Select(mention => (mention.Document, mention.Place)).ToHashSet())];

    /// <summary>Claims joined as the archive joins them; a mention that is no predicate of a claim goes with the largest happening of its act in its story.</summary>
    private static List<IReadOnlySet<(string, int)>> Happenings(List<EventMention> mentions, Dictionary<string, string> stories, StoryWords words, HappeningFinder finder)
    {
        var clusters = new List<IReadOnlySet<(string, int)>>();
        foreach (var group in mentions.GroupBy(mention => (Story: stories[mention.Document], Act: words.ActOf(mention.Lemma))))
        {
            var told = group.Where(mention => mention.Telling is not null).ToLookup(mention => mention.Telling!);
            var joined = finder.Find(told.Select(mention => mention.Key)).ConvertAll(happening => happening.SelectMany(telling => told[telling]).ToHashSet());
            var rest = group.Except(joined.SelectMany(cluster => cluster)).ToList();
            if (joined.Count == 0)
            {
                joined.Add([]);
            }

            joined.MaxBy(cluster => cluster.Count)!.UnionWith(rest);
            clusters.AddRange(joined.Select(cluster => cluster.Select(mention => (mention.Document, mention.Place)).ToHashSet()));
        }

        return clusters;
    }

    private static IEnumerable<EventMention> Mentions(Reading reading, StoryWords words, string line, ScoreStories.GoldDocument gold)
    {
        var page = Page.Of(Encoding.UTF8.GetBytes(gold.Text)) with { Name = gold.Name };
        var record = reading.Read(page, new ReadOptions { Plain = true })[0];
        var tellings = TellingReader.Read([new Report(record, record.Id, gold.Name, gold.Name)], words);
        var tokens = reading.Analyze(record.Document).Tokens.ToList();
        using var json = JsonDocument.Parse(line);
        var starts = Starts([.. json.RootElement.GetProperty("tokens").EnumerateArray().Select(token => token.GetString()!)]);
        foreach (var (place, mention) in json.RootElement.GetProperty("events").EnumerateArray().Index())
        {
            // The last word is the head of most names of events ("the car bomb attack"); of verbs with a particle the first is.
            var span = mention.GetProperty("tokens").EnumerateArray().Select(token => starts[token.GetInt32()]).Aggregate((one, other) => one.Cover(other));
            var inside = tokens.Where(token => token.Span.Overlaps(span)).ToList();
            var head = inside.Find(token => token.Upos == Upos.VERB) ?? inside.LastOrDefault(token => token.Upos is Upos.NOUN or Upos.PROPN) ?? inside.LastOrDefault();
            yield return new EventMention(
                gold.Name, place, mention.GetProperty("chain").GetString()!, span.Of(gold.Text), head?.Lemma.ToLowerInvariant() ?? "?",
                head is null ? null : tellings.Find(telling => telling.Claim.Predicate.Span.Overlaps(head.Span)));
        }
    }

    /// <summary>The places of tokens in the text that a blank joins.</summary>
    private static List<TextSpan> Starts(List<string> tokens)
    {
        var (spans, at) = (new List<TextSpan>(), 0);
        foreach (var token in tokens)
        {
            spans.Add(new TextSpan(at, at + token.Length));
            at += token.Length + 1;
        }

        return spans;
    }
}
