using System.Collections.Immutable;
using System.Text.Json;
using NodaTime.Text;
using OnRecord.App.Outputs.Exports;
using OnRecord.App.Web.Parts;

namespace OnRecord.App.Web.Reader;

/// <summary>A claim with all that hangs on it, in words.</summary>
public sealed record ClaimCard
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>The claim as the record has it.</summary>
    public required Claim Claim { get; init; }

    /// <summary>The clause.</summary>
    public required string Text { get; init; }

    /// <summary>The statement in pieces: words of the text, and what was put in the place of some, with these.</summary>
    public required ImmutableArray<(string Text, string? For)> Statement { get; init; }

    /// <summary>The word that tells how far or how sure, or null.</summary>
    public required string? Governor { get; init; }

    /// <summary>What raised its rank, as the record has it.</summary>
    public required ImmutableArray<string> Reasons { get; init; }

    /// <summary>Its status.</summary>
    public required string Status { get; init; }

    /// <summary>Who says so; null where it is the document's own voice.</summary>
    public required string? Source { get; init; }

    /// <summary>On whose word that is.</summary>
    public required string? Through { get; init; }

    /// <summary>The words that tie it to its source.</summary>
    public required string? Cue { get; init; }

    /// <summary>Its times: as written, and as understood.</summary>
    public required ImmutableArray<(string Text, string? Meaning)> Times { get; init; }

    /// <summary>Its figures: as written, and as understood.</summary>
    public required ImmutableArray<(string Text, string Meaning)> Figures { get; init; }

    /// <summary>First character, in code points.</summary>
    public required int Start { get; init; }

    /// <summary>One past the last character, in code points.</summary>
    public required int End { get; init; }

    /// <summary>Name of the rule that gave the status.</summary>
    public required string Rule { get; init; }

    /// <summary>Keys of the pieces of text that light up with it.</summary>
    public required ImmutableArray<string> Keys { get; init; }

    /// <summary>The first claims of a record.</summary>
    internal static ImmutableArray<ClaimCard> Of(Record record, int most)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (place, attribution) in record.Attributions.Index())
        {
            places.TryAdd(attribution.Id, place);
        }

        var text = record.Document.Text;
        return [.. ClaimRow.Of(record).Take(most).Select((row, place) => new ClaimCard
        {
            Id = row.Claim.Id,
            Claim = row.Claim,
            Text = row.Text,
            Statement = [.. row.Claim.Parts.Select(part => (part.Of(text), part.Insert is null ? null : part.Span.Of(text)))],
            Governor = row.Governor,
            Reasons = [.. row.Claim.Reasons.Select(ClaimColumns.Camel)],
            Status = ClaimColumns.Camel(row.Claim.Status),
            Source = row.Chain.Count == 0 ? null : row.SourceText ?? "somebody who is not named",
            Through = row.Through,
            Cue = row.Chain.Count > 0 ? row.Chain[^1].Cue.Span.Of(text) : null,
            Times = [.. row.Claim.Times.Select(time => record.Times[time]).Select(time => (time.Span.Of(text), Meaning(time)))],
            Figures = [.. row.Claim.Quantities.Select(figure => record.Quantities[figure]).Select(figure => (figure.Span.Of(text), Meaning(figure, text)))],
            Start = row.Start,
            End = row.End,
            Rule = row.Claim.Rule,
            Keys =
            [
                $"c{place}",
                .. row.Chain.SelectMany(attribution => new[] { $"s{places[attribution.Id]}", $"u{places[attribution.Id]}" }),
                .. row.Claim.Times.Select(time => $"t{time}"),
                .. row.Claim.Quantities.Select(figure => $"f{figure}"),
            ],
        })];
    }

    private static string? Meaning(TimeExpression time) => Said.Interval(time.Earliest is { } first ? LocalDatePattern.Iso.Format(first) : null, time.Latest is { } last ? LocalDatePattern.Iso.Format(last) : null) ?? (time.Type == TimexType.Duration ? time.Timex : null);

    private static string Meaning(Quantity figure, string text) => figure.Kind == QuantityKind.Ordinal ? "a rank"
        : $"{Said.Bounds(JsonNamingPolicy.CamelCase.ConvertName(figure.Relation.ToString()), (double?)figure.Low, (double?)figure.High, (double?)figure.Best)} {figure.Currency ?? figure.Unit ?? figure.Counted?.Of(text) ?? (figure.Kind == QuantityKind.Percent ? "per cent" : "")}".TrimEnd();
}
