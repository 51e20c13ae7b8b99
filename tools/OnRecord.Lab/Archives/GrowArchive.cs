using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using OnRecord.Archive;
using OnRecord.Archive.Schema;
using OnRecord.Archive.Search;

namespace OnRecord.Lab.Archives;

/// <summary><c>grow-archive</c>: how adding, searching and size grow with an archive. Documents are put together from paragraphs of PolNeAR train that were read once.</summary>
internal static class GrowArchive
{
    private const int Seed = 3;
    private const int ParagraphsInDocument = 12;
    private const int Batch = 32;
    private const int Queries = 400;

    /// <summary>With stories: documents of one story, and how many paragraphs of each are of one article.</summary>
    private const int DocumentsOfStory = 12;
    private const int ParagraphsOfStory = 5;

    /// <summary>Articles whose paragraphs are used.</summary>
    private const int Limit = 400;

    public static Command Command()
    {
        var sizes = new Argument<int[]>("documents") { Description = "Sizes at which to measure, ascending", Arity = ArgumentArity.OneOrMore };
        var file = new Option<string>("--archive") { Description = "The archive to make: a file, or the address of a PostgreSQL database", DefaultValueFactory = _ => Path.Combine(Path.GetTempPath(), "onrecord-grow.db") };
        var chart = new Option<string>("--chart") { Description = "Draw the growth into this SVG file" };
        var stories = new Option<bool>("--stories") { Description = "Of each document five paragraphs in twelve are of one article, which it has in common with eleven others: they are stories" };
        var command = new Command("grow-archive", "Measures adding and searching while an archive grows.") { sizes, file, chart, stories };
        command.SetAction(parsed => Run(parsed.GetValue(sizes)!, parsed.GetValue(file)!, parsed.GetValue(chart), parsed.GetValue(stories)));
        return command;
    }

    private static void Run(int[] sizes, string file, string? chart, bool hasStories)
    {
        var random = new Random(Seed);
        var reading = Reading.Open();
        var clock = Stopwatch.StartNew();
        var paragraphs = Paragraphs(reading).ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{paragraphs.Count} paragraphs read in {clock.Elapsed.TotalSeconds:F0} s on one core"));
        Console.WriteLine("documents      MB  kB/doc  added/s   p50 and p95 in ms: " + string.Join(", ", Asked.Select(asked => asked.Name)));
        if (!PostgresAddress.Is(file))
        {
            File.Delete(file);
        }

        using var store = RecordStore.OpenOrCreate(file);
        if (ArchiveSummary.HasRecords(store))
        {
            throw new InvalidOperationException($"{store.Place}: has records; name an archive that is empty");
        }

        var (count, growth) = (0, new List<GrowthChart.Point>());
        foreach (var size in sizes)
        {
            var (before, adding) = (count, Stopwatch.StartNew());
            while (count < size)
            {
                store.Add(Enumerable.Range(0, Math.Min(Batch, size - count)).Select(_ => Made(paragraphs, random, count++, hasStories)).ToList());
            }

            var perSecond = (count - before) / adding.Elapsed.TotalSeconds;
            var bytes = store.Database.Bytes;
            var times = Asked.Select(asked => (asked.Name, Sorted: Times(paragraphs, asked.Filter, asked.Queries, query => asked.Ask(store, query)))).ToList();
            Console.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"{count,9} {bytes / 1e6,7:F0} {bytes / 1e3 / count,7:F1} {perSecond,8:F0}  ")
                + string.Concat(times.Select(one => string.Create(CultureInfo.InvariantCulture, $"{At(one.Sorted, .5),8:F1} {At(one.Sorted, .95),7:F1}"))));
            foreach (var (name, sorted) in new[] { ("person page", PersonPages(store, paragraphs)), ("story page", StoryPages(store)) }.Where(page => page.Item2.Length > 0))
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"          {name}: {sorted.Length} asked, p50 {At(sorted, .5):F1} p95 {At(sorted, .95):F1} most {sorted[^1]:F1} ms"));
            }

            growth.AddRange(times.Select(one => new GrowthChart.Point(one.Name, count, At(one.Sorted, .95))));
        }

        if (chart is not null)
        {
            File.WriteAllText(chart, GrowthChart.Draw(growth));
        }
    }

    /// <summary>What is asked of the archive: with which filter before the words, and how often.</summary>
    private static readonly (string Name, string Filter, int Queries, Action<RecordStore, SearchQuery> Ask)[] Asked =
    [
        ("documents", "", Queries, (store, query) => new RecordSearch(store).Documents(query, 10)),
        ("claims", "status:asserted ", Queries, (store, query) => new RecordSearch(store).Claims(query, 10)),
        ("timeline", "after:2010 ", Queries, (store, query) => new RecordSearch(store).Timeline(query, 50)),
        ("facets", "", Queries / 10, (store, query) => new RecordSearch(store).Facets(query)),
        ("sources", "", Queries / 10, (store, query) => new PeopleSearch(store).List(query, PeopleShown.Speaking, null, 50)),
        ("figures", "", Queries / 10, (store, query) => new FigureSearch(store).Things(query, 50)),
    ];

    /// <summary>Milliseconds of pages about those whom paragraphs name, each asked once before.</summary>
    private static double[] PersonPages(RecordStore store, List<Record> paragraphs)
    {
        var random = new Random(Seed);
        var named = paragraphs.SelectMany(paragraph => paragraph.Entities).Where(entity => entity.Key is not null && entity.Type is EntityType.Person or EntityType.Organization).Select(entity => entity.Key!).Distinct().ToList();
        var asked = Enumerable.Range(0, Math.Min(Queries, named.Count)).Select(_ => named[random.Next(named.Count)]).ToList();
        return Timed(asked, who => new ProfileSearch(store).Find(who, 12, 15));
    }

    private static double[] StoryPages(RecordStore store)
    {
        var search = new StorySearch(store);
        return Timed([.. search.Stories(SearchQuery.Parse(""), Queries / 2).Select(story => story.Id)], id => search.Find(id) is { } story ? new AccountSearch(store).Of(story) : null);
    }

    private static double[] Timed(IReadOnlyCollection<string> asked, Func<string, object?> ask)
    {
        foreach (var one in asked)
        {
            ask(one);
        }

        return [.. asked.Select(one =>
        {
            var clock = Stopwatch.StartNew();
            ask(one);
            return clock.Elapsed.TotalMilliseconds;
        }).Order()];
    }

    /// <summary>Milliseconds of each query, ascending: one or two words of the texts, phrases, beginnings, filters.</summary>
    private static double[] Times(List<Record> paragraphs, string filter, int queries, Action<SearchQuery> ask)
    {
        var random = new Random(Seed);
        var times = new double[queries];
        for (var i = 0; i < queries; i++)
        {
            var words = paragraphs[random.Next(paragraphs.Count)].Document.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var at = random.Next(Math.Max(1, words.Length - 3));
            string Word(int place) => words[Math.Min(place, words.Length - 1)].Trim('"', ',', '.', ':', '-', '“', '”', '(', ')', '\'');
            var text = (i % 5) switch
            {
                0 => $"\"{Word(at)}\"",
                1 => $"\"{Word(at)}\" \"{Word(at + 2)}\"",
                2 => $"\"{Word(at)} {Word(at + 1)}\"",
                3 => Word(at) is { Length: > 4 } word && word.All(char.IsLetter) ? word[..4] + "*" : "elec*",
                _ => $"\"{Word(at)}\" published:2016",
            };
            var query = SearchQuery.Parse(filter + text);
            var clock = Stopwatch.StartNew();
            ask(query);
            times[i] = clock.Elapsed.TotalMilliseconds;
        }

        Array.Sort(times);
        return times;
    }

    private static double At(double[] sorted, double share) => sorted[(int)(share * (sorted.Length - 1))];

    private static IEnumerable<Record> Paragraphs(Reading reading)
    {
        foreach (var path in Directory.EnumerateFiles(Gold.Path("attribution", "polnear", "train", "text")).Order(StringComparer.Ordinal).Take(Limit))
        {
            foreach (var paragraph in File.ReadAllText(path).Split('\n').Where(line => line.Split(' ').Length > 15).Take(15))
            {
                yield return reading.Read(Page.Of(Encoding.UTF8.GetBytes(paragraph)), new ReadOptions { Plain = true })[0];
            }
        }
    }

    /// <summary>A document of paragraphs by chance; a number in its text makes it one of its kind.</summary>
    private static StoredPage Made(List<Record> paragraphs, Random random, int number, bool hasStories)
    {
        var parts = Enumerable.Range(0, ParagraphsInDocument).Select(place => paragraphs[hasStories && place < ParagraphsOfStory ? Near(number / DocumentsOfStory) : random.Next(paragraphs.Count)]).ToList();
        var head = string.Create(CultureInfo.InvariantCulture, $"Document {number}");
        var text = head + "\n" + string.Join('\n', parts.Select(part => part.Document.Text));
        var page = Page.Of(Encoding.UTF8.GetBytes(text));
        return new StoredPage(head, page, new ReadOptions { Plain = true }, [Joined(parts, page, text, head.Length + 1, hasStories ? number / DocumentsOfStory : number)]);

        // Paragraphs of one article stand in a row.
        int Near(int story) => (story * ParagraphsInDocument + random.Next(ParagraphsInDocument)) % paragraphs.Count;
    }

    private static Record Joined(List<Record> parts, Page page, string text, int start, int number)
    {
        var (shift, times, quantities) = (start, 0, 0);
        var record = new Record
        {
            Document = parts[0].Document with
            {
                Page = parts[0].Document.Page with { Sha256 = page.Sha256 },
                Text = text,
                Blocks = [new Block(new TextSpan(0, text.Length), BlockRole.Paragraph, "made")],
                Published = new PublishedDate(new NodaTime.LocalDate(2016, 1, 1).PlusDays(number % 700), DateBasis.Given),
            },
        };
        foreach (var (part, place) in parts.Select((part, place) => (part, place)))
        {
            record = record with
            {
                Mentions = record.Mentions.AddRange(part.Mentions.Select(one => one with { Span = one.Span.Shift(shift) })),
                Entities = record.Entities.AddRange(part.Entities.Where(one => record.Entities.All(other => other.Id != one.Id))),
                Sentences = record.Sentences.AddRange(part.Sentences.Select(span => span.Shift(shift))),
                Times = record.Times.AddRange(part.Times.Select(one => one with { Span = one.Span.Shift(shift) })),
                Quantities = record.Quantities.AddRange(part.Quantities.Select(one => one with { Span = one.Span.Shift(shift), Counted = one.Counted?.Shift(shift), ConversionOf = one.ConversionOf?.Shift(shift) })),
                Attributions = record.Attributions.AddRange(part.Attributions.Select(one => one with
                {
                    Id = $"{one.Id}.{place}",
                    Within = one.Within is { } within ? $"{within}.{place}" : null,
                    Source = one.Source is { } source ? source with { Span = source.Span.Shift(shift) } : null,
                    Cue = one.Cue with { Span = one.Cue.Span.Shift(shift) },
                    Content = [.. one.Content.Select(span => span.Shift(shift))],
                })),
                Claims = record.Claims.AddRange(part.Claims.Select(one => one with
                {
                    Id = $"{one.Id}.{place}",
                    Span = one.Span.Shift(shift),
                    Predicate = one.Predicate with { Span = one.Predicate.Span.Shift(shift) },
                    Parts = [.. one.Parts.Select(part => part with { Span = part.Span.Shift(shift) })],
                    Roles = [.. one.Roles.Select(role => role with { Span = role.Span.Shift(shift) })],
                    Origin = one.Origin is { } origin ? origin with { Span = origin.Span.Shift(shift) } : null,
                    AttributedTo = [.. one.AttributedTo.Select(id => $"{id}.{place}")],
                    Times = [.. one.Times.Select(index => index + times)],
                    Quantities = [.. one.Quantities.Select(index => index + quantities)],
                })),
            };
            (shift, times, quantities) = (shift + part.Document.Text.Length + 1, times + part.Times.Length, quantities + part.Quantities.Length);
        }

        return record;
    }
}
