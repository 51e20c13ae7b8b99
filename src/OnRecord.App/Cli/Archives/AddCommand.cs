using System.CommandLine;
using System.Globalization;
using System.Text;
using OnRecord.App.Inputs;
using OnRecord.App.Outputs;
using OnRecord.Archive;

namespace OnRecord.App.Cli.Archives;

/// <summary><c>onrecord add PATH…</c>: pages into an archive.</summary>
internal static class AddCommand
{
    /// <summary>Most pages of a transaction: a page is reported when its transaction is on the disk.</summary>
    private const int MostInBatch = 32;

    public static Command Create(Terminal terminal)
    {
        var paths = new Argument<string[]>("PATH") { Description = "As for 'onrecord read'", Arity = ArgumentArity.OneOrMore };
        var archive = ArchiveOption.Path();
        var page = new PageOptions();
        var fetch = new FetchOptions(terminal);
        var quiet = new Option<bool>("--quiet", "-q") { Description = "Say only how many pages were stored" };
        var command = new Command("add", "Reads pages into an archive; pages that it has are left alone, so an interrupted run is gone on with by running it again.") { paths, archive, quiet };
        page.AddTo(command);
        fetch.AddTo(command);
        command.SetAction(parsed =>
        {
            var settings = page.Read(parsed);
            using var store = RecordStore.OpenOrCreate(parsed.GetValue(archive)!);
            var inputs = fetch.Expand(parsed, parsed.GetValue(paths)!, settings);
            return new Run(terminal, store, settings, parsed.GetValue(quiet)).Add(inputs);
        });
        return command;
    }

    private sealed class Run(Terminal terminal, RecordStore store, PageSettings settings, bool isQuiet)
    {
        private readonly List<StoredPage> _batch = [];
        private int _stored;
        private int _known;
        private int _renewed;
        private int _unread;
        private Func<string, Page, ReadOptions, IReadOnlyList<Record>?>? _read;

        public int Add(IEnumerable<PageInput> inputs)
        {
            using var progress = new Progress(terminal);
            var read = terminal.Around(Reading.Open().Read);
            _read = ReadAgain.Of(read, settings.Options.Limits, settings.MaxSeconds, terminal.Say);
            foreach (var result in new PagePipeline(read, settings) { IsKnown = store.Knows() }.Read(inputs, terminal.Interrupted))
            {
                if (result.Error is { } error)
                {
                    progress.Clear();
                    terminal.Say($"{result.Name}: {error}");
                    _unread++;
                    continue;
                }

                _batch.Add(new StoredPage(result.Name, result.Page!, settings.Options, result.Records));
                if (_batch.Count == MostInBatch)
                {
                    Store();
                }

                progress.Show(_stored + _known + _unread, _unread);
            }

            Store();
            progress.Clear();
            return Finish();
        }

        private void Store()
        {
            var lines = new StringBuilder();
            foreach (var page in store.Add(_batch, _read))
            {
                (_stored, _known, _renewed) = page.IsNew ? (_stored + 1, _known, _renewed) : (_stored, _known + 1, _renewed + (page.IsRenewed ? 1 : 0));
                if (page.Problem is { } problem)
                {
                    terminal.Say($"{page.Name}: {problem}");
                }

                var what = page.IsNew ? "stored" : page.IsRenewed ? "redone" : "known ";
                lines.Append(CultureInfo.InvariantCulture, $"{what} {page.Sha256[..16]} {page.Records,3} {(page.Records == 1 ? "document " : "documents")} {TerminalText.Line(page.Name)}\n");
            }

            _batch.Clear();
            if (!isQuiet)
            {
                terminal.Print(lines.ToString());
            }
        }

        private int Finish()
        {
            if (_stored + _known + _unread == 0 && !terminal.Interrupted.IsCancellationRequested)
            {
                terminal.Say("no page found: name a file, a folder with .html or .txt files, or - for standard input");
                return ExitCode.Usage;
            }

            terminal.Say(string.Create(CultureInfo.InvariantCulture, $"{store.Place}: {_stored} pages stored, {_known} were there{(_renewed > 0 ? $" ({_renewed} of them made anew with the day given now)" : "")}, {_unread} could not be read"));
            return terminal.Interrupted.IsCancellationRequested ? ExitCode.Interrupted : _unread > 0 ? ExitCode.SomeUnread : ExitCode.Success;
        }
    }

    /// <summary>Tells whether the archive had a page of these bytes when the run began, so that it need not be read again. Safe from many threads.</summary>
    private static Func<Page, bool> Knows(this RecordStore store)
    {
        var known = store.Hashes();
        return page => known.Contains(page.Sha256);
    }
}
