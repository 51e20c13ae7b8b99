using System.Globalization;
using OnRecord.Attributions;
using OnRecord.Claims;
using OnRecord.Claims.Levels;
using OnRecord.Data;
using OnRecord.Lab.Attributions;
using OnRecord.Lab.Pages;
using OnRecord.Language;
using OnRecord.Names;
using OnRecord.Names.Coreference;
using OnRecord.Pages;
using OnRecord.Quantities;
using OnRecord.Times;

namespace OnRecord.Lab.Levels;

/// <summary>Reads the claims that readers judged (<c>corpus/levels</c>), and the single sentences of the corpora, with the numbers of each; kept in a folder, so that training again needs no reading.</summary>
internal sealed class LevelRows(string cache)
{
    private static readonly string[] Sentences = ["statements", "claims"];

    private readonly DataFolder _data = DataFolder.English();
    private readonly Lazy<Finders> _finders = new(() => new Finders(DataFolder.English()));

    /// <summary>The rows of <c>labels</c> or <c>fresh</c>.</summary>
    public List<LevelRow> Judged(string name) => Cached(name, () => Labels(name).GroupBy(label => label.Text, StringComparer.Ordinal).SelectMany(Read));

    /// <summary>The marked lines of the corpora whose claims the rules let read alone: single sentences that do.</summary>
    public List<LevelRow> OfSentences() => Cached("sentences", () => Sentences.SelectMany(ReadLines));

    private List<LevelRow> Cached(string name, Func<IEnumerable<LevelRow>> read)
    {
        var file = Path.Combine(cache, $"levels-{name}.tsv");
        if (!File.Exists(file))
        {
            Directory.CreateDirectory(cache);
            File.WriteAllLines(file, read().Select(row => $"{row.Text}\t{(row.Alone ? 1 : 0)}\t{(row.Right ? 1 : 0)}\t{string.Join('\t', row.Numbers.Select(number => number.ToString("G6", CultureInfo.InvariantCulture)))}"));
        }

        return [.. File.ReadLines(file).Select(line => line.Split('\t')).Select(cells => new LevelRow(cells[0], [.. cells.Skip(3).Select(cell => float.Parse(cell, CultureInfo.InvariantCulture))], cells[1] == "1", cells[2] == "1"))];
    }

    private IEnumerable<LevelRow> Read(IGrouping<string, Label> labels)
    {
        var (name, ordinal) = labels.Key.Split('/') is [var page, var number] ? (page, number) : throw new FormatException($"'{labels.Key}' is no text.");
        var document = new PageReader(_data).Read(PageOf(name), ReadOptions.Default).Single(one => one.Ordinal.ToString(CultureInfo.InvariantCulture) == ordinal);
        var map = new CodePointMap(document.Text);
        var claims = _finders.Value.Claims(document).FindAll(one => one.Claim.Level != ClaimLevel.Fragment);
        foreach (var label in labels)
        {
            var at = claims.FindIndex(one => map.ToCodePoints(one.Claim.Predicate.Span.Start) == label.Predicate);
            at = at >= 0 ? at : claims.FindIndex(one => map.ToCodePoints(one.Claim.Span.Start) == label.Claim && one.Claim.Span.Contains(one.Claim.Predicate.Span));
            if (at >= 0)
            {
                yield return new LevelRow(labels.Key, claims[at].Numbers, label.Alone, label.Right);
            }
        }
    }

    private IEnumerable<LevelRow> ReadLines(string dimension) => Directory.EnumerateFiles(Path.Combine(Gold.Repository, "corpus", dimension), "*.txt").Order(StringComparer.Ordinal)
        .SelectMany(file => File.ReadLines(file).Where(line => line.StartsWith("= ", StringComparison.Ordinal)).SelectMany(line =>
        {
            var (start, text) = (line.IndexOf('[', StringComparison.Ordinal) - 2, line[2..].Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal));
            return _finders.Value.Claims(RunningText.Document(text)).Where(one => one.Claim.Level != ClaimLevel.Fragment && one.Claim.Predicate.Span.Start == start)
                .Select(one => new LevelRow(Path.GetFileName(file), one.Numbers, true, true));
        }));

    private static IEnumerable<Label> Labels(string name) => File.ReadLines(Path.Combine(Gold.Repository, "corpus", "levels", name + ".tsv"))
        .Where(line => line.Length > 0 && line[0] != '#').Skip(1).Select(line => line.Split('\t'))
        .Select(cells => new Label(cells[0], Number(cells[1]), Number(cells[2]), cells[4] == "1", cells[5] == "1"));

    /// <summary>An article of PolNeAR, or a page of WCXB by its number.</summary>
    private static Page PageOf(string name)
    {
        if (name.StartsWith("wcxb-", StringComparison.Ordinal))
        {
            return Page.Of(GoldPages.Unpack(Gold.Path("pages", "wcxb", "html", name["wcxb-".Length..] + ".html.gz")), mediaType: "text/html");
        }

        var files = new[] { "train", "dev" }.Select(part => Path.Combine(Gold.Path("attribution", "polnear", part, "text"), name + ".txt"));
        return Page.Of(File.ReadAllBytes(files.First(File.Exists)), mediaType: "text/plain");
    }

    private static int Number(string cell) => int.Parse(cell, CultureInfo.InvariantCulture);

    private sealed record Label(string Text, int Claim, int Predicate, bool Alone, bool Right);

    /// <summary>What reads a document up to its claims.</summary>
    private sealed class Finders(DataFolder data)
    {
        private readonly EnglishAnalyzer _analyzer = new(data);
        private readonly NameFinder _names = new(data);
        private readonly TimeFinder _times = new(data);
        private readonly QuantityFinder _quantities = new(data);
        private readonly AttributionFinder _attributions = new(data);
        private readonly ClaimFinder _claims = new(data, new NounKinds(data), LevelJudge.Lenient);

        public List<(Claim Claim, float[] Numbers)> Claims(Document document)
        {
            var analysis = _analyzer.Analyze(document);
            var names = _names.Find(analysis);
            var times = _times.Find(analysis).Found;
            return [.. _claims.FindWithNumbers(analysis, names, _attributions.Find(analysis, names).Found, times, _quantities.Find(analysis, times).Found)];
        }
    }
}
