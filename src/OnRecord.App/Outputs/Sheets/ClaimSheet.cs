using System.Globalization;
using System.Text;
using OnRecord.App.Outputs.Exports;
using OnRecord.App.Outputs.Report;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace OnRecord.App.Outputs.Sheets;

/// <summary>
/// What is claimed, as somebody who checks it wants it: claim, who, through whom, status, when, how many, evidence; a sheet a document. Main claims come first, each with its details below it.
/// </summary>
internal sealed class ClaimSheet(Stream output, int width, bool isColoured, bool byRank) : IRecordOutput
{
    /// <summary>Columns from which a claim and all that is told of it fit on one row.</summary>
    private const int WideWidth = 148;

    private const int MostClaim = 400;
    private const int MostSource = 60;
    private const int Gap = 2;

    /// <summary>Before a claim that stands in the one above it.</summary>
    private const string Nested = "└ ";

    /// <summary>The columns beside the claim, with their shares of the width in hundredths where the claim stands on a row of its own, or (in minus) how many characters wide they always are.</summary>
    private static readonly (string Title, int Share)[] Columns =
        [("who", 22), ("through whom", 13), ("status", -17), ("when", 11), ("how many", 12), ("evidence", -12)];

    public void Write(string name, IReadOnlyList<Record> records) =>
        output.Write(Encoding.UTF8.GetBytes(ReportConsole.Render(width, isColoured, records.SelectMany(record => Sheet(name, record)))));

    private IEnumerable<IRenderable> Sheet(string name, Record record)
    {
        var rows = ClaimOutline.Of([.. ClaimRow.Of(record)], row => row.Claim, byRank)
            .SelectMany(claim => claim.Folded.Select(row => (Row: row, IsNested: true)).Prepend((claim.Head, false))).ToList();
        IEnumerable<IRenderable> sheet = rows.Count == 0 ? [] : width < WideWidth ? Stacked(rows) : [Table(rows)];
        return [.. HeadSection.Of(name, record), new Text("\n"), .. sheet, new Text("\n")];
    }

    /// <summary>A row a claim.</summary>
    private Grid Table(List<(ClaimRow Row, bool IsNested)> rows)
    {
        var grid = Facts(new GridColumn { Padding = new Padding(0, 0, Gap, 0) }, share => share * width / 140);
        grid.AddRow([new Text("claim", Wording.Faint), .. Columns.Select(column => new Text(column.Title, Wording.Faint))]);
        foreach (var (row, isNested) in rows)
        {
            grid.AddEmptyRow();
            grid.AddRow([Claim(row, isNested), .. Cells(row)]);
        }

        return grid;
    }

    /// <summary>A claim on the whole width, and below it what is told of it.</summary>
    private IEnumerable<IRenderable> Stacked(List<(ClaimRow Row, bool IsNested)> rows)
    {
        yield return new Text("claim\n", Wording.Faint);
        yield return Told(Columns.Select(column => new Text(column.Title, Wording.Faint)));
        foreach (var (row, isNested) in rows)
        {
            yield return new Text("\n");
            yield return Claim(row, isNested);
            yield return new Text("\n");
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
            grid.AddColumn(new GridColumn { Padding = new Padding(0, 0, Gap, 0), Width = share < 0 ? -share : width(share) });
        }

        return grid;
    }

    private static IRenderable Claim(ClaimRow row, bool isNested)
    {
        var statement = Wording.Cut(row.Claim.Statement, MostClaim);
        return isNested ? new Padder(new Text(Nested + statement), new Padding(Gap, 0, 0, 0)) : new Text(statement);
    }

    private static IEnumerable<IRenderable> Cells(ClaimRow row) =>
    [
        new Text(Who(row), Wording.Strong),
        new Text(Through(row)),
        new Text(row.StatusWords, row.Claim.Status == ClaimStatus.Asserted ? Style.Plain : Wording.Doubt),
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

    private static string When(ClaimRow row) => string.Join("; ", row.Claim.Times.Select(place => Wording.Printable(Dates.Interval(row.Record.Times[place]))).Distinct());

    private static string HowMany(ClaimRow row) => string.Join(
        "; ",
        row.Claim.Quantities.Select(place => row.Record.Quantities[place]).Where(figure => figure.Kind != QuantityKind.Ordinal).Select(figure => FigureSection.Describe(figure, row.Record.Document.Text)));

    /// <summary>Where the claim stands, as <c>explain</c> takes it.</summary>
    private static string Evidence(ClaimRow row) => string.Create(CultureInfo.InvariantCulture, $"{row.Start}..{row.End}");
}
