using System.CommandLine;

namespace OnRecord.App.Cli;

/// <summary>The option of the verbs that write tables.</summary>
internal static class CsvOption
{
    public static Option<bool> Safe() => new("--safe-csv") { Description = "With --format csv: put an apostrophe before cells that a spreadsheet would take for a formula" };
}
