using System.Text;
using OnRecord.App.Cli;

namespace OnRecord.App.Inputs.Fetching;

/// <summary>Addresses of pages, given one by one or in files with one a line, as inputs that are fetched when they are read.</summary>
internal sealed class FetchedInputs(Terminal terminal, PoliteClient client)
{
    /// <summary>Whether an argument is an address and no file.</summary>
    public static bool IsAddress(string argument) =>
        argument.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || argument.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    /// <summary>The pages, in order. Blank lines and those that begin with # are passed over; a line that is no address is an input that fails.</summary>
    public IEnumerable<PageInput> Expand(IEnumerable<string> arguments) => arguments.SelectMany(argument =>
        IsAddress(argument) ? [Of(argument, argument)]
        : argument == "-" ? Lines("-", terminal.Input)
        : File.Exists(argument) ? Lines(argument, File.OpenRead(argument))
        : [PageInput.Failing(argument, new FetchException("is neither an address nor a file of addresses"))]);

    private IEnumerable<PageInput> Lines(string name, Stream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            var address = line.Trim();
            if (address.Length > 0 && address[0] != '#')
            {
                yield return IsAddress(address) ? Of(address, address) : PageInput.Failing($"{name}, line {number}", new FetchException("is no http or https address"));
            }
        }
    }

    private PageInput Of(string name, string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri)
        ? new PageInput(name, settings => client.Fetch(uri, settings.MaxBytes).GetAwaiter().GetResult())
        : PageInput.Failing(name, new FetchException("is no address that can be read"));
}
