using System.CommandLine;
using OnRecord.App.Outputs;
using OnRecord.App.Outputs.Exports;
using OnRecord.Archive.Search;

namespace OnRecord.App.Cli.Archives;

/// <summary><c>onrecord export [QUERY…] --format F</c>: the records that a query finds, in the form of another tool.</summary>
internal static class ExportCommand
{
    public static Command Create(Terminal terminal)
    {
        var query = ArchiveOption.Query();
        var archive = ArchiveOption.Path();
        var format = new Option<string>("--format") { Description = string.Join(", ", ExportFormats.Names), Required = true };
        format.AcceptOnlyFromAmong([.. ExportFormats.Names]);
        var all = ClaimsCommand.AllOption();
        var output = new Option<string?>("--output", "-o") { Description = "Write to this file instead of standard output; it appears when it is whole" };
        var safe = CsvOption.Safe();
        var command = new Command("export", "Writes the records that a query finds in an archive in the form of another tool.") { query, archive, format, all, output, safe };
        command.SetAction(parsed =>
        {
            var asked = ArchiveOption.Read(parsed, query);
            using var store = ArchiveOption.Open(parsed, archive);
            using var target = OutputTarget.Open(parsed.GetValue(output), terminal, OutputForms.Of(parsed.GetValue(format)!));
            var exporter = ExportFormats.Create(parsed.GetValue(format)!, target.Stream, parsed.GetValue(safe), new ClaimChoice(WithFragments: parsed.GetValue(all)));
            foreach (var id in new RecordSearch(store).RecordIds(asked))
            {
                exporter.Write(id, [store.Find(id)!]);
            }

            (exporter as IDisposable)?.Dispose();
            target.Complete();
            (exporter as ITellsLeftOut)?.LeftOut.ToList().ForEach(terminal.Say);
            return ExitCode.Success;
        });
        return command;
    }
}
