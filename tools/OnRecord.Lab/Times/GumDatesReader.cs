using System.Collections.Immutable;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;

namespace OnRecord.Lab.Times;

/// <summary>Reads the dates of GUM's news documents (<c>when</c>, <c>from</c>, <c>to</c>). Lengths and sets have no mark there.</summary>
internal static partial class GumDatesReader
{
    public static IEnumerable<string> Files() =>
        Directory.EnumerateFiles(Gold.Path("ud", "gum", "xml"), "GUM_news_*.xml", SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    public static GoldDocument Read(string path)
    {
        var text = new TokenText();
        var times = ImmutableArray.CreateBuilder<GoldTime>();
        LocalDate? published = null;
        (string Tag, int? Start)? open = null;
        foreach (var line in File.ReadLines(path))
        {
            if (line.StartsWith("<text ", StringComparison.Ordinal))
            {
                published = LocalDatePattern.Iso.Parse(Attribute(line, "dateCreated")!).Value;
            }
            else if (line.StartsWith("<date ", StringComparison.Ordinal))
            {
                open = (line, null);
            }
            else if (line == "</date>" && open is { Start: { } start } date)
            {
                if (Time(date.Tag, new TextSpan(start, text.Length)) is { } time)
                {
                    times.Add(time);
                }

                open = null;
            }
            else if (line is "</p>" or "</head>" or "</item>" or "</caption>" or "</figure>")
            {
                text.Break();
            }
            else if (line.Contains('\t', StringComparison.Ordinal))
            {
                var span = text.Add(line[..line.IndexOf('\t', StringComparison.Ordinal)]);
                open = open is { Start: null } begun ? (begun.Tag, span.Start) : open;
            }
        }

        return new GoldDocument(Path.GetFileName(path), GoldDocuments.Make(text.Text, MeantimeReader.Lines(text.Text), published), times.ToImmutable(), []);
    }

    private static GoldTime? Time(string tag, TextSpan span)
    {
        if (tag.Contains("rend=\"bold\"", StringComparison.Ordinal))
        {
            return null;
        }

        if (Attribute(tag, "when") is { } when)
        {
            return Interval(when) is { } days ? new GoldTime(span, null, when, days.First, days.Last) : null;
        }

        return Attribute(tag, "from") is { } from && Attribute(tag, "to") is { } to && Interval(from) is { } first && Interval(to) is { } last
            ? new GoldTime(span, null, null, first.First, last.Last)
            : null;
    }

    private static (LocalDate First, LocalDate Last)? Interval(string value)
    {
        var day = value.Split('T')[0];
        if (LocalDatePattern.Iso.Parse(day) is { Success: true } whole)
        {
            return (whole.Value, whole.Value);
        }

        if (YearMonthPattern.Iso.Parse(day) is { Success: true } month)
        {
            return (month.Value.OnDayOfMonth(1), month.Value.ToDateInterval().End);
        }

        return int.TryParse(day, out var year) && year is > 0 and < 9999 ? (new LocalDate(year, 1, 1), new LocalDate(year, 12, 31)) : null;
    }

    private static string? Attribute(string tag, string name) =>
        AttributeValue().Matches(tag).FirstOrDefault(match => match.Groups[1].Value == name)?.Groups[2].Value;

    [GeneratedRegex("(\\w+)=\"([^\"]*)\"")]
    private static partial Regex AttributeValue();
}
