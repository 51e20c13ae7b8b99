using System.CommandLine;
using OnRecord.App.Inputs;
using OnRecord.App.Inputs.Fetching;

namespace OnRecord.App.Cli;

/// <summary>The options that let a command fetch pages. Without them it asks nothing of the network.</summary>
internal sealed class FetchOptions(Terminal terminal)
{
    private readonly Option<bool> _fetch = new("--fetch")
    {
        Description = "PATH is an address, or a file with an address on each line: fetch the pages, one at a time from a site and only as its robots.txt allows",
    };

    private readonly Option<double> _delay =
        NumberOption.Of("--delay", "With --fetch: least seconds between two requests to one site", new FetchSettings().Delay.TotalSeconds, LeastDelay, MostDelay);

    private const double LeastDelay = 0.5;
    private const double MostDelay = 3600;

    public void AddTo(Command command)
    {
        command.Options.Add(_fetch);
        command.Options.Add(_delay);
    }

    public bool IsChosen(ParseResult parsed) => parsed.GetValue(_fetch);

    /// <summary>The pages that a command line names.</summary>
    /// <exception cref="UsageException">An address without <c>--fetch</c>: nothing is fetched that the user has not asked for.</exception>
    public IEnumerable<PageInput> Expand(ParseResult parsed, string[] paths, PageSettings settings)
    {
        if (IsChosen(parsed))
        {
            var client = new PoliteClient(terminal.Fetching with { Delay = TimeSpan.FromSeconds(parsed.GetValue(_delay)) });
            return new FetchedInputs(terminal, client).Expand(paths);
        }

        return paths.FirstOrDefault(FetchedInputs.IsAddress) is { } address
            ? throw new UsageException($"{address}: is an address; say --fetch to have it fetched")
            : new PageInputs(terminal, settings).Expand(paths);
    }
}
