using System.CommandLine;
using System.Globalization;
using System.Text;
using OnRecord.Archive;

namespace OnRecord.App.Cli.Archives;

/// <summary><c>onrecord info</c>: what an archive holds.</summary>
internal static class InfoCommand
{
    public static Command Create(Terminal terminal)
    {
        var archive = ArchiveOption.Path();
        var command = new Command("info", "Tells what an archive holds, and who made its records.") { archive };
        command.SetAction(parsed =>
        {
            using var store = ArchiveOption.OpenToRead(parsed, archive);
            terminal.Print(Told(store, ArchiveSummary.Of(store)));
            return ExitCode.Success;
        });
        return command;
    }

    private static string Told(RecordStore store, ArchiveSummary summary)
    {
        var told = new StringBuilder();
        Line("archive", store.Place);
        Line("pages", string.Create(CultureInfo.InvariantCulture, $"{summary.Pages:N0}, {summary.PageBytes / 1e6:N1} MB as they came"));
        Line("on disk", string.Create(CultureInfo.InvariantCulture, $"{summary.FileBytes / 1e6:N1} MB"));
        Line("documents", summary.Kinds.IsEmpty ? "none" : string.Join(", ", summary.Kinds.Select(kind => string.Create(CultureInfo.InvariantCulture, $"{kind.Count:N0} {kind.Kind}{(kind.Count == 1 ? "" : "s")}"))));
        Line("published", summary.Published is ({ } first, { } last) ? $"{first} to {last}" : "no day is known");
        foreach (var (name, count) in summary.Findings)
        {
            Line(name switch { "entity" => "entities", "quantity" => "quantities", _ => name + "s" }, count.ToString("N0", CultureInfo.InvariantCulture));
        }

        Line("copies", string.Create(CultureInfo.InvariantCulture, $"{summary.Copies.Families:N0} families with {summary.Copies.Members:N0} documents"));
        foreach (var (maker, pages) in summary.Makers)
        {
            Line("read by", string.Create(CultureInfo.InvariantCulture, $"{maker}{(maker == Maker.Current ? " (this release)" : "")}: {pages:N0} pages"));
        }

        if (store.Outdated() is var outdated and > 0)
        {
            Line("to reread", string.Create(CultureInfo.InvariantCulture, $"{outdated:N0} documents, made by another release in a form that this one does not read: run 'onrecord reread'"));
        }

        return told.ToString();

        void Line(string name, string value) => told.Append(CultureInfo.InvariantCulture, $"{name,-13} {value}\n");
    }
}
