using System.Globalization;
using System.Text;
using OnRecord.App.Outputs.Exports;
using OnRecord.App.Outputs.Report;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace OnRecord.App.Outputs.Sheets;

/// <summary>What is claimed, as somebody who checks it wants it: claim, who, through whom, status, when, how many, evidence; a sheet a document.</summary>
internal sealed class ClaimSheet(Stream output, int width, bool isColoured) : IRecordOutput
{
    /// <summary>Columns from which a claim and all that is told of it fit on one row.</summary>
    private const int WideWidth = 132;

    private const int MostClaim = 400;
    private const int MostSource = 60;
    private const int Gap = 2;

    /// <summary>The columns beside the claim, with their shares of the width in hundredths where the claim stands on a row of its own; 0: as wide as what stands in it.</summary>
    private static readonly (string Title, int Share)[] Columns = [("who", 26), ("through whom", 16), ("status", 0), ("when", 13), ("how many", 15), ("evidence", 0)];

    public void Write(string name, IReadOnlyList<Record> records) =>
        output.Write(Encoding.UTF8.GetBytes(ReportConsole.Render(width, isColoured, records.SelectMany(record => Sheet(name, record)))));

    private IEnumerable<IRenderable> Sheet(string name, Record record)
    {
        var rows = ClaimRow.Of(record).ToList();
        IEnumerable<IRenderable> sheet = rows.Count == 0 ? [] : width < WideWidth ? Stacked(rows) : [Table(rows)];
        return [.. HeadSection.Of(name, record), new Text("\n"), .. sheet, new Text("\n")];
    }

    /// <summary>A row a claim.</summary>
    private Grid Table(List<ClaimRow> rows)
    {
        var grid = Facts(new GridColumn { Padding = new Padding(0, 0, Gap, 0) }, share => share * width / 180);
        grid.AddRow([new Text("claim", Wording.Faint), .. Columns.Select(column => new Text(column.Title, Wording.Faint))]);
        foreach (var row in rows)
        {
            grid.AddEmptyRow();
            grid.AddRow([new Text(Claim(row)), .. Cells(row)]);
        }

        return grid;
    }

    /// <summary>A claim on the whole width, and below it what is told of it.</summary>
    private IEnumerable<IRenderable> Stacked(List<ClaimRow> rows)
    {
        yield return new Text("claim\n", Wording.Faint);
        yield return Told(Columns.Select(column => new Text(column.Title, Wording.Faint)));
        foreach (var row in rows)
        {
            yield return new Text("\n" + Claim(row) + "\n");
            yield return Told(Cells(row));
        }

        Grid Told(IEnumerable<IRenderable> cells) => Facts(new GridColumn { Width = 0, Padding = new Padding(Gap, 0, 0, 0) }, share => share * width / 100).AddRow([new Text(""), .. cells]);
    }

    private static Grid Facts(GridColumn first, Func<int, int> width)
    {
        var grid = new Grid().AddColumn(first);
        foreach (var (_, share) in Columns)
        {
            // Cells of one width in every row, so that the rows of a sheet stand below each other.
            grid.AddColumn(new GridColumn { Padding = new Padding(0, 0, Gap, 0), NoWrap = share == 0, Width = share == 0 ? "hypothetical".Length : width(share) });
        }

        return grid;
    }

    private static string Claim(ClaimRow row) => Wording.Cut(row.Record.Document.Text, row.Claim.Span, MostClaim);

    private static IEnumerable<IRenderable> Cells(ClaimRow row) =>
    [
        new Text(Who(row), Wording.Strong),
        new Text(Through(row)),
        new Text(Status(row), row.Claim.Status == ClaimStatus.Asserted ? Style.Plain : Wording.Doubt),
        new Text(When(row)),
        new Text(HowMany(row)),
        new Text(Evidence(row), Wording.Faint),
    ];

    /// <summary>The last link of the chain, on whose word it stands in the end.</summary>
    private static string Who(ClaimRow row) => row.Chain.Count == 0 ? "the " + ClaimColumns.Camel(row.Record.Document.Kind) : Told(row, row.Chain[^1]);

    /// <summary>The links before it, outermost first.</summary>
    private static string Through(ClaimRow row) => string.Join(" ← ", row.Chain.SkipLast(1).Select(link => Told(row, link)));

    /// <summary>The source in the text's words, with its name where these do not tell it: "she (Dana Orlo)".</summary>
    private static string Told(ClaimRow row, Attribution link)
    {
        if (link.Source is not { } source)
        {
            return "(nobody named)";
        }

        var words = Wording.Cut(row.Record.Document.Text, source.Span, MostSource).TrimEnd(',');
        var name = ClaimRow.NameOf(row.Record, source) is { } known ? Wording.Printable(known) : null;
        return name is null || words.Contains(name, StringComparison.OrdinalIgnoreCase) ? words : $"{words} ({name})";
    }

    private static string Status(ClaimRow row) => row.Claim.Status == ClaimStatus.NotStated ? "not stated" : ClaimColumns.Camel(row.Claim.Status);

    private static string When(ClaimRow row) => string.Join("; ", row.Claim.Times.Select(place => Wording.Printable(Dates.Interval(row.Record.Times[place]))).Distinct());

    private static string HowMany(ClaimRow row) => string.Join(
        "; ",
        row.Claim.Quantities.Select(place => row.Record.Quantities[place]).Where(figure => figure.Kind != QuantityKind.Ordinal).Select(figure => FigureSection.Describe(figure, row.Record.Document.Text)));

    /// <summary>Where the claim stands, as <c>explain</c> takes it.</summary>
    private static string Evidence(ClaimRow row) => string.Create(CultureInfo.InvariantCulture, $"{row.Start}..{row.End}");
}
