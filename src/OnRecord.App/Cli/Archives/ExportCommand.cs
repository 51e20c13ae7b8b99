using System.CommandLine;
using System.Globalization;
using OnRecord.App.Outputs;
using OnRecord.App.Outputs.Exports;
using OnRecord.Archive.Search;

namespace OnRecord.App.Cli.Archives;

/// <summary><c>onrecord export [QUERY…] --format F</c>: the records that a query finds, in the form of another tool.</summary>
internal static class ExportCommand
{
    /// <summary>Records that are named which were left out: where all are of another release, the first ones say enough.</summary>
    private const int MostNamed = 20;

    public static Command Create(Terminal terminal)
    {
        var query = ArchiveOption.Query();
        var archive = ArchiveOption.Path();
        var format = new Option<string>("--format") { Description = string.Join(", ", ExportFormats.Names), Required = true };
        format.AcceptOnlyFromAmong([.. ExportFormats.Names]);
        var all = ClaimsCommand.AllOption();
        var output = new Option<string?>("--output", "-o") { Description = "Write to this file instead of standard output; it appears when it is whole" };
        var safe = CsvOption.Safe();
        var claims = new Option<bool?>("--claims")
        {
            Description = $"Write the claims that the query finds and no others; taken for granted for {string.Join(", ", FoundRecords.ClaimFormats)} where the query filters by source:, speaker:, status:, level:, negated:, after: or before: (--claims false writes whole records)",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command("export", "Writes the records that a query finds in an archive in the form of another tool.") { query, archive, format, all, output, safe };
        command.Options.Add(claims);
        command.SetAction(parsed =>
        {
            var asked = ArchiveOption.Read(parsed, query, all);
            using var store = ArchiveOption.OpenToRead(parsed, archive);
            using var target = OutputTarget.Open(parsed.GetValue(output), terminal, OutputForms.Of(parsed.GetValue(format)!));
            // Who asks for claims gets those that are found: fragments are not, unless they are asked for.
            var claimsOnly = Claims(parsed, claims, parsed.GetValue(format)!, asked);
            var exporter = ExportFormats.Create(parsed.GetValue(format)!, target.Stream, parsed.GetValue(safe), new ClaimChoice(WithFragments: claimsOnly || parsed.GetValue(all)));
            var found = new FoundRecords(store, asked, claimsOnly);
            foreach (var record in found.Read())
            {
                exporter.Write(record.Id, [record]);
            }

            (exporter as IDisposable)?.Dispose();
            target.Complete();
            (exporter as ITellsLeftOut)?.LeftOut.ToList().ForEach(terminal.Say);
            foreach (var damaged in found.Damaged.Take(MostNamed))
            {
                terminal.Say(damaged.Message);
            }

            if (found.Damaged.Count > MostNamed)
            {
                terminal.Say(string.Create(CultureInfo.InvariantCulture, $"and {found.Damaged.Count - MostNamed} more records are left out"));
            }

            return found.Damaged.Count > 0 ? ExitCode.Archive : ExitCode.Success;
        });
        return command;
    }

    private static bool Claims(ParseResult parsed, Option<bool?> claims, string format, SearchQuery asked) =>
        parsed.GetResult(claims) is { Implicit: false } ? parsed.GetValue(claims) ?? true : FoundRecords.IsOfClaims(format, asked);
}
