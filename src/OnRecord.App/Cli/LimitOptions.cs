using System.CommandLine;
using OnRecord.App.Inputs;

namespace OnRecord.App.Cli;

/// <summary>The options of every verb that reads pages: what one page may hold, and how long it may take.</summary>
internal sealed class LimitOptions
{
    private readonly Option<int> _characters = Limit("--max-characters", "Read no more characters of a page, its mark-up counted, than this; the record says so", ReadLimits.Default.MaxCharacters);

    private readonly Option<int> _elements = Limit("--max-elements", "Read no more start tags of an HTML page, or lines of bare text, than this; the record says so", ReadLimits.Default.MaxElements);

    private readonly Option<int> _tokens = Limit("--max-tokens", "Read no more tokens of a page's text than this; the record says so", ReadLimits.Default.MaxTokens);

    private readonly Option<int> _findings = Limit("--max-findings", "Read no more of a text than holds so many findings; the record says so", ReadLimits.Default.MaxFindings);

    private readonly Option<int> _seconds = Limit("--max-seconds", "Give up on a page that takes longer to read than this", PageTime.DefaultSeconds, most: MostSeconds);

    /// <summary>What a timer can count.</summary>
    public const int MostSeconds = 2_000_000;

    public void AddTo(Command command)
    {
        command.Options.Add(_characters);
        command.Options.Add(_elements);
        command.Options.Add(_tokens);
        command.Options.Add(_findings);
        command.Options.Add(_seconds);
    }

    public ReadLimits Limits(ParseResult parsed) => new()
    {
        MaxCharacters = parsed.GetValue(_characters),
        MaxElements = parsed.GetValue(_elements),
        MaxTokens = parsed.GetValue(_tokens),
        MaxFindings = parsed.GetValue(_findings),
    };

    public int Seconds(ParseResult parsed) => parsed.GetValue(_seconds);

    /// <summary>An option that takes a number from 1.</summary>
    public static Option<int> Limit(string name, string description, int usual, int most = int.MaxValue) => NumberOption.Of(name, description, usual, 1, most);
}
