using System.CommandLine;
using OnRecord.App.Outputs;
using OnRecord.App.Outputs.Hits;
using OnRecord.Archive;
using OnRecord.Archive.Search;

namespace OnRecord.App.Cli.Archives;

/// <summary>Options of the verbs that print what a query found.</summary>
internal static class HitOptions
{
    /// <summary>One who has asked on a command line waits longer than a desk that many ask.</summary>
    private const int DefaultSeconds = 10;

    public static Option<int> Most(int preset) => NumberOption.Of("--most", "Most hits to print", preset, 1, int.MaxValue, "-n");

    public static Option<int> Skip() => NumberOption.Of("--skip", "Leave out so many of the first hits", 0, 0, int.MaxValue);

    public static Option<int> Seconds() =>
        NumberOption.Of("--time-limit", "Give up a question for which the database works longer than so many seconds", DefaultSeconds, 1, LimitOptions.MostSeconds);

    /// <summary>Lets the database work for a question as long as the user says.</summary>
    public static void Limit(ParseResult parsed, Option<int> seconds, RecordStore store) => store.LimitQueries(TimeSpan.FromSeconds(parsed.GetValue(seconds)), TimeProvider.System);

    /// <summary>Names records that are damaged, and tells the exit code.</summary>
    public static int Ended(RecordSearch search, Terminal terminal)
    {
        foreach (var id in search.Damaged)
        {
            terminal.Say($"record {id}: is damaged; 'onrecord verify' tells more, 'onrecord reread' makes it anew");
        }

        return search.Damaged.Count > 0 ? ExitCode.Archive : ExitCode.Success;
    }

    /// <param name="lines">What the form is called that is an object a line.</param>
    public static Option<string?> Format(string lines = "json")
    {
        var format = new Option<string?>("--format") { Description = $"table (default in a terminal), or {lines} (default elsewhere)" };
        format.AcceptOnlyFromAmong("table", lines);
        return format;
    }

    public static IHitOutput Output(ParseResult parsed, Option<string?> format, Terminal terminal) =>
        (parsed.GetValue(format) ?? (terminal.IsOutputTerminal ? "table" : "json")) == "table"
            ? new HitTable(terminal.Output, terminal.Width, terminal.IsOutputTerminal)
            : new HitJson(terminal.IsOutputTerminal ? new TerminalStream(terminal.Output) : terminal.Output);
}
