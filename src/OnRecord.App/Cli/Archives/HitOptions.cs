using System.CommandLine;
using OnRecord.App.Outputs;
using OnRecord.App.Outputs.Hits;

namespace OnRecord.App.Cli.Archives;

/// <summary>Options of the verbs that print what a query found.</summary>
internal static class HitOptions
{
    public static Option<int> Most(int preset) => Positive(new Option<int>("--most", "-n") { Description = "Most hits to print", DefaultValueFactory = _ => preset }, 1);

    public static Option<int> Skip() => Positive(new Option<int>("--skip") { Description = "Leave out so many of the first hits", DefaultValueFactory = _ => 0 }, 0);

    public static Option<string?> Format()
    {
        var format = new Option<string?>("--format") { Description = "table (default in a terminal), or json (default elsewhere)" };
        format.AcceptOnlyFromAmong("table", "json");
        return format;
    }

    public static IHitOutput Output(ParseResult parsed, Option<string?> format, Terminal terminal) =>
        (parsed.GetValue(format) ?? (terminal.IsOutputTerminal ? "table" : "json")) == "table"
            ? new HitTable(terminal.Output, terminal.Width, terminal.IsOutputTerminal)
            : new HitJson(terminal.IsOutputTerminal ? new TerminalStream(terminal.Output) : terminal.Output);

    private static Option<int> Positive(Option<int> option, int least)
    {
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && result.GetValueOrDefault<int>() < least)
            {
                result.AddError($"{option.Name} takes a number from {least}");
            }
        });
        return option;
    }
}
