using System.Globalization;
using System.Text;
using NodaTime.Text;
using OnRecord.Archive.Accounts;
using OnRecord.Tests.Records;

namespace OnRecord.Tests.Archives.Accounts;

/// <summary>The gold of <c>corpus/across</c>, and reports made of texts.</summary>
internal static class AcrossCorpus
{
    /// <summary>Two reports and how they stand to each other.</summary>
    internal sealed record Pair(int Line, string Label, string Kind, Report One, Report Other);

    /// <summary>A figure of the gold: its bound's mark, its number, its source, its report.</summary>
    internal sealed record GoldFigure(string Mark, decimal Number, string Source, string Report);

    /// <summary>A story of the gold.</summary>
    internal sealed record GoldStory(string Name, IReadOnlyList<Report> Reports, IReadOnlyList<(string Thing, IReadOnlyList<GoldFigure> Figures)> Series, IReadOnlyList<(string Kind, string One, string Other)> Contradictions);

    private static string Folder => Path.Combine(Repository.Root, "corpus", "across");

    /// <summary>A report of a day, read.</summary>
    public static Report Report(string name, string publisher, string day, string text)
    {
        var lines = text.Split('\n', 2);
        var (headline, body) = lines.Length == 2 ? (lines[0], lines[1]) : (null, text);
        var page = Page.Of(Encoding.UTF8.GetBytes(headline is null ? body : Html(headline, body))) with { Name = name };
        var record = SamplePages.Reading.Read(page, new ReadOptions { Plain = headline is null, Published = LocalDatePattern.Iso.Parse(day).Value })[0];
        return new Report(record with { Document = record.Document with { Publisher = publisher } }, record.Id, publisher, name);
    }

    /// <param name="set">Which set: nothing for the first, <c>-2</c> for the second.</param>
    public static List<Pair> Pairs(string set)
    {
        var (pairs, label, reports, at) = (new List<Pair>(), Array.Empty<string>(), new List<Report>(), 0);
        foreach (var (line, number) in File.ReadLines(Path.Combine(Folder, $"pairs{set}.txt")).Select((line, place) => (line, place + 1)).Where(line => line.line.Length > 0 && line.line[0] != '#'))
        {
            if (!char.IsDigit(line[0]))
            {
                (label, at) = (line.Split(' '), number);
                reports.Clear();
                continue;
            }

            reports.Add(Report($"pair-{reports.Count}", reports.Count == 0 ? "North Wire" : "Coast News", line[..10], line[11..]));
            if (reports.Count == 2)
            {
                pairs.Add(new Pair(at, label[0], label.ElementAtOrDefault(1) ?? "", reports[0], reports[1]));
            }
        }

        return pairs;
    }

    /// <param name="set">As for <see cref="Pairs"/>.</param>
    public static IEnumerable<GoldStory> Stories(string set) => Directory.EnumerateFiles(Path.Combine(Folder, "stories" + set), "*.txt").Order(StringComparer.Ordinal).Select(Story);

    private static GoldStory Story(string path)
    {
        var (reports, series, contradictions) = (new List<Report>(), new List<(string, IReadOnlyList<GoldFigure>)>(), new List<(string, string, string)>());
        foreach (var block in File.ReadAllText(path).Split("\n== ").Select(block => block.TrimStart('=', ' ')))
        {
            var parts = block.Split("\n-- ");
            var lines = parts[0].Split('\n', 2);
            var head = Cells(lines[0]);
            reports.Add(Report(head[0], head[1], head[2], lines[1].Trim()));
            foreach (var part in parts.Skip(1).Select(part => part.Split('\n', StringSplitOptions.RemoveEmptyEntries)))
            {
                if (part[0].StartsWith("figures ", StringComparison.Ordinal))
                {
                    series.Add((part[0]["figures ".Length..], [.. part.Skip(1).Select(Cells).Select(cells => new GoldFigure(
                        cells[0].TrimEnd("0123456789.".ToCharArray()), decimal.Parse(cells[0].TrimStart('~', '>', '='), CultureInfo.InvariantCulture), cells[1], cells[2]))]));
                }
                else
                {
                    contradictions.AddRange(part.Skip(1).Select(Cells).Select(cells => (cells[0], cells[1], cells[2])));
                }
            }
        }

        return new GoldStory(Path.GetFileNameWithoutExtension(path), reports, series, contradictions);
    }

    private static string Html(string headline, string body) =>
        $"<!doctype html><html lang=\"en\"><head><title>{headline}</title></head><body><article><h1>{headline}</h1>{string.Concat(body.Split('\n').Select(line => $"<p>{line}</p>"))}</article></body></html>";

    private static string[] Cells(string line) => [.. line.Split('|').Select(cell => cell.Trim())];
}
