using System.Globalization;
using System.Net;
using NodaTime;

namespace OnRecord.App.Outputs.Exports;

/// <summary>
/// Dated claims as events of TimelineJS 3. It has no mark for uncertainty, so months and days that are not known are left out, and <c>display_date</c> says in words what is.
/// </summary>
internal sealed class TimelineJsOutput(Stream output) : IRecordOutput, ITellsLeftOut, IDisposable
{
    /// <summary>Characters of a claim that a slide's headline holds.</summary>
    private const int Headline = 80;

    private readonly JsonItems _events = new(output, "{\"events\":[", "]}");
    private int _undated;

    public IEnumerable<string> LeftOut => _undated == 0 ? [] : [string.Create(CultureInfo.InvariantCulture, $"{_undated} claims say no day and are left out; --format csv has them")];

    public void Write(string name, IReadOnlyList<Record> records)
    {
        foreach (var row in records.SelectMany(ClaimRow.Of))
        {
            if (row.When is null)
            {
                _undated++;
                continue;
            }

            _events.Add(Event(row, row.When));
        }
    }

    public void Dispose() => _events.Close();

    private static object Event(ClaimRow row, TimeExpression time)
    {
        var (first, last) = (time.Earliest ?? time.Latest!.Value, time.Latest ?? time.Earliest!.Value);
        // A whole month or year is one date of that fineness; any other interval has two ends.
        var fineness = IsWholeYear(first, last) ? 1 : IsWholeMonth(first, last) ? 2 : 3;
        var text = Html(row.Claim.Statement) + $"<br><small>{Html(Told(row))}</small>";
        return new
        {
            unique_id = row.Urn,
            start_date = Date(first, fineness),
            end_date = fineness == 3 && first != last ? Date(last, 3) : null,
            display_date = Words(row, time),
            text = new { headline = Html(Short(row.Claim.Statement)), text },
            group = row.SourceName ?? row.SourceText,
            autolink = false,
        };
    }

    private static Dictionary<string, int> Date(LocalDate day, int fineness)
    {
        var date = new Dictionary<string, int> { ["year"] = day.Year };
        if (fineness > 1)
        {
            date["month"] = day.Month;
        }

        if (fineness > 2)
        {
            date["day"] = day.Day;
        }

        return date;
    }

    private static string Words(ClaimRow row, TimeExpression time)
    {
        var days = (row.Earliest, row.Latest) switch
        {
            (null, { } latest) => "on or before " + latest,
            ({ } earliest, null) => "on or after " + earliest,
            var (earliest, latest) => earliest == latest ? earliest : $"between {earliest} and {latest}",
        };
        var about = time.Edtf is { } edtf && edtf.AsSpan().IndexOfAny('~', '%') >= 0 ? "about " : "";
        return $"{about}{days} (“{row.WhenText}”)";
    }

    private static string Told(ClaimRow row) => string.Join(" · ", new[]
    {
        row.StatusWords, row.Through is null ? row.SourceText : $"{row.Through} ← {row.SourceText}", row.Headline, row.Record.Document.Publisher, row.Published, row.Record.Document.Page.Uri, row.Urn,
    }.Where(part => !string.IsNullOrEmpty(part)));

    private static string Short(string text) => text.Length <= Headline ? text : text[..(text.LastIndexOf(' ', Headline) is var blank && blank > 0 ? blank : Headline)] + "…";

    private static bool IsWholeYear(LocalDate first, LocalDate last) => first.Year == last.Year && first.DayOfYear == 1 && last == new LocalDate(last.Year, 12, 31);

    private static bool IsWholeMonth(LocalDate first, LocalDate last) => first.Day == 1 && last == first.With(DateAdjusters.EndOfMonth);

    /// <summary>TimelineJS takes its texts for HTML.</summary>
    private static string Html(string text) => WebUtility.HtmlEncode(text);
}
