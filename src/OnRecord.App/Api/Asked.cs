using System.Collections.Immutable;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using OnRecord.Archive.Search;

namespace OnRecord.App.Api;

/// <summary>What the address of a view asks for. Pages and their JSON twins take the same parameters, so a view's address is the whole of its state.</summary>
public sealed record Asked
{
    /// <summary>Rows of a view where the address names no number.</summary>
    private const int DefaultMost = 50;

    /// <summary>Most rows of a view.</summary>
    private const int GreatestMost = 500;

    /// <summary>Most rows left out: more have to be looked at for each page.</summary>
    private const int GreatestSkip = 100_000;

    /// <summary>A query as <c>onrecord search</c> takes it: words and filters.</summary>
    [FromQuery(Name = "q")]
    public string? Words { get; init; }

    /// <summary>Words of the name of a claim's source.</summary>
    [FromQuery(Name = "source")]
    public string? Source { get; init; }

    /// <summary>A claim's source, to the letter.</summary>
    [FromQuery(Name = "speaker")]
    public string? Speaker { get; init; }

    /// <summary>Status of a claim.</summary>
    [FromQuery(Name = "status")]
    public string? Status { get; init; }

    /// <summary>Level of a claim: <c>main</c>, <c>detail</c> or <c>fragment</c>.</summary>
    [FromQuery(Name = "level")]
    public string? Level { get; init; }

    /// <summary>Whether a claim says itself that something is not so: <c>true</c> or <c>false</c>.</summary>
    [FromQuery(Name = "negated")]
    public string? Negated { get; init; }

    /// <summary><c>true</c>: claims too that do not read alone (fragments).</summary>
    [FromQuery(Name = "all")]
    public bool? All { get; init; }

    /// <summary>A country that the document names, by code or name.</summary>
    [FromQuery(Name = "country")]
    public string? Country { get; init; }

    /// <summary>The claim may have happened then or later: a day, month or year.</summary>
    [FromQuery(Name = "after")]
    public string? After { get; init; }

    /// <summary>The claim may have happened then or earlier.</summary>
    [FromQuery(Name = "before")]
    public string? Before { get; init; }

    /// <summary>Day, month or year of publication, or two with <c>..</c> between.</summary>
    [FromQuery(Name = "published")]
    public string? Published { get; init; }

    /// <summary>Part of the publisher's name.</summary>
    [FromQuery(Name = "publisher")]
    public string? Publisher { get; init; }

    /// <summary>Kind of document.</summary>
    [FromQuery(Name = "kind")]
    public string? Kind { get; init; }

    /// <summary>Order of claims: <c>best</c>, <c>happened</c>, <c>published</c>, <c>source</c>, <c>status</c>, <c>rank</c> or <c>text</c>, with a <c>-</c> before it the last first.</summary>
    [FromQuery(Name = "sort")]
    public string? Sort { get; init; }

    /// <summary>Most rows, up to 500.</summary>
    [FromQuery(Name = "most")]
    public int? Most { get; init; }

    /// <summary>Rows left out before the first.</summary>
    [FromQuery(Name = "skip")]
    public int? Skip { get; init; }

    internal int Rows => Math.Clamp(Most ?? DefaultMost, 1, GreatestMost);

    /// <exception cref="FormatException">It is greater than anybody pages.</exception>
    internal int From => Skip > GreatestSkip ? throw new FormatException($"skip={Skip}: goes up to {GreatestSkip}; narrow the question instead") : Math.Max(Skip ?? 0, 0);

    /// <summary>The rows of this page, of which one more was asked for: whether others follow is known, and never guessed from a count.</summary>
    internal (ImmutableArray<T> Rows, bool More) Page<T>(ImmutableArray<T> found) => ([.. found.Take(Rows)], found.Length > Rows);

    internal bool IsDescending => Sort?.StartsWith('-') == true;

    /// <summary>The query that words and filters make.</summary>
    /// <exception cref="FormatException">A filter is unknown or has an impossible value.</exception>
    internal SearchQuery Query()
    {
        var query = Filters().Where(filter => filter.Name is not "q" and not "sort" and not "all")
            .Aggregate(SearchQuery.Parse(Words ?? ""), (query, filter) => query.Filtered(filter.Name, filter.Value));
        return All == true ? query.WithFragments() : query;
    }

    /// <exception cref="FormatException">There is no such order.</exception>
    internal ClaimOrder Order() => string.IsNullOrEmpty(Sort) ? ClaimOrder.Best
        : Enum.TryParse<ClaimOrder>(Sort.TrimStart('-'), ignoreCase: true, out var order) && Enum.IsDefined(order) ? order
        : throw new FormatException($"sort={Sort}: is none of best, happened, published, source, status, rank, text, each also with a - before it");

    /// <summary>The address of a view with these parameters.</summary>
    internal string At(string path, params (string Name, string? Value)[] others)
    {
        var values = new QueryBuilder();
        foreach (var (name, value) in Filters().Where(filter => others.All(other => other.Name != filter.Name)).Concat(others.Where(other => !string.IsNullOrEmpty(other.Value)).Select(other => (other.Name, other.Value!))))
        {
            values.Add(name, value);
        }

        return path + values.ToQueryString();
    }

    /// <summary>What the address says, as names and values; paging left out.</summary>
    internal IEnumerable<(string Name, string Value)> Filters() => new (string Name, string? Value)[]
        {
            ("q", Words), ("source", Source), ("speaker", Speaker), ("status", Status), ("level", Level), ("negated", Negated), ("country", Country), ("after", After), ("before", Before),
            ("published", Published), ("publisher", Publisher), ("kind", Kind), ("sort", Sort), ("all", All == true ? "true" : null),
        }
        .Where(filter => !string.IsNullOrWhiteSpace(filter.Value)).Select(filter => (filter.Name, filter.Value!.Trim()));
}
