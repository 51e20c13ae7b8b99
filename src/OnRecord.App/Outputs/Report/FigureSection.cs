using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace OnRecord.App.Outputs.Report;

/// <summary>How many: each figure with its bounds, where it stands, and on whose word.</summary>
internal static class FigureSection
{
    private const int FigureWidth = 30;
    private const int ContextCharacters = 130;

    public static IEnumerable<IRenderable> Of(Record record)
    {
        var figures = record.Quantities.Where(quantity => quantity.Kind != QuantityKind.Ordinal).ToList();
        if (figures.Count == 0)
        {
            return [];
        }

        var table = Wording.Rows(FigureWidth);
        foreach (var figure in figures.Take(Wording.MostRows))
        {
            var context = Wording.Around(record, figure.Span, ContextCharacters);
            if (SourceOf(record, figure.Span) is { } source)
            {
                context.Append($"  — {source}", Wording.Doubt);
            }

            table.AddRow(new Text(Describe(figure, record.Document.Text), Wording.Strong), context);
        }

        return [Wording.Title("How many", figures.Count), table, .. Wording.Rest(figures.Count)];
    }

    /// <summary>A figure in short, as it is meant: <c>≥ 12 drones</c>.</summary>
    public static string Describe(Quantity figure, string text)
    {
        var unit = figure.Kind == QuantityKind.Age ? AgeUnit(figure.Unit)
            : figure.Currency ?? figure.Unit ?? (figure.Counted is { } counted ? Counted(figure, counted, text) : null);
        return (figure.ConversionOf is null ? "" : "= ") + Bounds(figure) + (unit is null ? "" : $" {unit}");
    }

    private static string? AgeUnit(string? ucum) => ucum switch
    {
        "a" => "years old",
        "mo" => "months old",
        "wk" => "weeks old",
        "d" => "days old",
        _ => ucum,
    };

    /// <summary>What is counted, with the "of" of "600 of them".</summary>
    private static string Counted(Quantity figure, TextSpan counted, string text)
    {
        var isPart = counted.Start > figure.Span.End && text[figure.Span.End..counted.Start].Contains(" of ", StringComparison.Ordinal);
        return (isPart ? "of " : "") + Wording.Cut(text, counted, 24);
    }

    private static string Bounds(Quantity figure) => figure.Relation switch
    {
        QuantityRelation.Exact => Number(figure.Best ?? figure.Low),
        QuantityRelation.About when figure.Best is { } best => $"about {Number(best)}",
        QuantityRelation.AtLeast => $"≥ {Number(figure.Best ?? figure.Low)}",
        QuantityRelation.AtMost => $"≤ {Number(figure.Best ?? figure.High)}",
        QuantityRelation.MoreThan => $"> {Number(figure.Best ?? figure.Low)}",
        QuantityRelation.FewerThan => $"< {Number(figure.Best ?? figure.High)}",
        _ => $"{Number(figure.Low)} – {Number(figure.High)}",
    };

    private static string Number(decimal? value) =>
        value is { } number ? number.ToString("#,0.#########", CultureInfo.InvariantCulture) : "…";

    /// <summary>The innermost source whose content holds the span.</summary>
    private static string? SourceOf(Record record, TextSpan span)
    {
        var innermost = record.Attributions
            .Where(attribution => attribution.Source is not null && attribution.Content.Any(content => content.Contains(span)))
            .OrderBy(attribution => attribution.Content.Sum(content => content.Length))
            .FirstOrDefault();
        return innermost is null ? null : Wording.Cut(record.Document.Text, innermost.Source!.Span, 40);
    }
}
