using System.Globalization;
using NodaTime;
using NodaTime.Text;
using OnRecord.Archive.Search;

namespace OnRecord.App.Web.Parts;

/// <summary>How the desk puts things into words.</summary>
internal static class Said
{
    /// <summary>Title of a facet.</summary>
    public static string Facet(string name) => name switch
    {
        "kind" => "Kind",
        "publisher" => "Publisher",
        "published" => "Published in",
        "country" => "Country named",
        "status" => "Claims by status",
        "source" => "Claims by source",
        _ => name,
    };

    /// <summary>What an entity's type is called; a source without one is just a source.</summary>
    public static string Type(string? type) => type switch { null => "source without a name", "organization" => "organisation", _ => type };

    /// <summary>Why documents are compared under another name than theirs.</summary>
    public static string Rule(string rule) => rule switch
    {
        "other-known-name" => "a known name for it",
        "without-legal-form" => "but for its legal form",
        "without-middle-initial" => "but for the initial",
        "known-person" => "known by this name",
        _ => rule,
    };

    /// <summary>The address of the page about a person, an organisation or another source.</summary>
    public static string ProfileAt(string who) => "/people/profile" + Microsoft.AspNetCore.Http.QueryString.Create("who", who);

    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A number found, which ends at <see cref="RecordSearch.MostCounted"/>, with the right form of its noun.</summary>
    public static string Found(long count, string one, string many) =>
        count > RecordSearch.MostCounted ? $"more than {Count(RecordSearch.MostCounted)} {many}" : $"{Count(count)} {(count == 1 ? one : many)}";

    /// <summary>An interval in words: a day, a month, a year, or its two ends; null where neither is known.</summary>
    public static string? Interval(string? earliest, string? latest) => (Day(earliest), Day(latest)) switch
    {
        (null, null) => null,
        (null, { } last) => $"until {In(last)}",
        ({ } first, null) => $"from {In(first)}",
        ({ } first, { } last) when first == last => In(first),
        ({ } first, { } last) when first.DayOfYear == 1 && last == new LocalDate(last.Year, 12, 31) => first.Year == last.Year ? $"in {first.Year}" : $"{first.Year} to {last.Year}",
        ({ } first, { } last) when first.Day == 1 && last == first.PlusMonths(1).PlusDays(-1) => first.ToString("MMMM uuuu", CultureInfo.InvariantCulture),
        ({ } first, { } last) => $"{In(first)} to {In(last)}",
    };

    /// <summary>A day in words; null where there is none.</summary>
    public static string? DayOf(string? iso) => Day(iso) is { } day ? In(day) : null;

    /// <summary>The first and the last of some days, in words; null where none is known.</summary>
    public static string? Span(string? first, string? last) => first is null || last is null ? null : first == last ? DayOf(first)! : $"{DayOf(first)} – {DayOf(last)}";

    public static LocalDate? Day(string? iso) => iso is not null && LocalDatePattern.Iso.Parse(iso) is { Success: true, Value: var day } ? day : null;

    public static string Number(double value) => value.ToString("#,0.####", CultureInfo.InvariantCulture);

    /// <summary>A figure with its bounds.</summary>
    public static string Bounds(string relation, double? low, double? high, double? best) => relation switch
    {
        "exact" when (best ?? low) is { } value => Number(value),
        "about" when best is { } value => $"about {Number(value)}",
        "atLeast" when (best ?? low) is { } value => $"at least {Number(value)}",
        "atMost" when (best ?? high) is { } value => $"at most {Number(value)}",
        "moreThan" when (best ?? low) is { } value => $"more than {Number(value)}",
        "fewerThan" when (best ?? high) is { } value => $"fewer than {Number(value)}",
        _ => $"{(low is { } from ? Number(from) : "…")} to {(high is { } to ? Number(to) : "…")}",
    };

    /// <summary>A title; where a text without a headline was cut to make one, its last word may be half of one.</summary>
    public static string Title(string title) => title.Length < RecordSearch.TitleLength ? title : Cut(title, RecordSearch.TitleLength - 1);

    /// <summary>A title or name cut to a length, at a blank where there is one.</summary>
    public static string Cut(string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        var blank = text.LastIndexOf(' ', most);
        return text[..(blank > most / 2 ? blank : most)].TrimEnd() + "…";
    }

    private static string In(LocalDate day) => day.ToString("d MMM uuuu", CultureInfo.InvariantCulture);
}
