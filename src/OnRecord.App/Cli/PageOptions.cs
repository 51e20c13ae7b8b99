using System.CommandLine;
using System.CommandLine.Parsing;
using NodaTime;
using NodaTime.Text;
using OnRecord.App.Inputs;
using OnRecord.Pages;

namespace OnRecord.App.Cli;

/// <summary>The options of every verb that reads pages: what the user knows and the page may not say.</summary>
internal sealed class PageOptions
{
    private readonly Option<LocalDate?> _published = new("--published")
    {
        Description = "Day of publication of the pages' articles, as 2025-08-25; overrides what a page says",
        CustomParser = ParseDay,
    };

    private readonly Option<string?> _uri = new("--uri") { Description = "Address of the page, kept in the record; its path may tell the day of publication" };

    private readonly Option<bool> _plain = new("--plain") { Description = "The input is running text: one document, its text exactly as in the file, no page separation" };

    private readonly Option<int> _maxBytes = LimitOptions.Limit("--max-bytes", "Refuse a page of more bytes than this, after unpacking", PageBytes.DefaultMaxBytes);

    private readonly LimitOptions _limits = new();

    private readonly Option<string?> _textField = new("--text-field") { Description = "The field of JSON lines that holds bare text" };

    private readonly Option<string?> _htmlField = new("--html-field") { Description = "The field of JSON lines that holds HTML; it goes before the text" };

    private readonly Option<string?> _uriField = new("--uri-field") { Description = "The field of JSON lines that holds the page's address (default url or uri)" };

    private readonly Option<string?> _publishedField = new("--published-field") { Description = "The field of JSON lines that holds the day of publication" };

    public void AddTo(Command command)
    {
        command.Options.Add(_published);
        command.Options.Add(_uri);
        command.Options.Add(_plain);
        command.Options.Add(_maxBytes);
        _limits.AddTo(command);
        command.Options.Add(_textField);
        command.Options.Add(_htmlField);
        command.Options.Add(_uriField);
        command.Options.Add(_publishedField);
    }

    public PageSettings Read(ParseResult parsed) => new(
        new ReadOptions { Published = parsed.GetValue(_published), Plain = parsed.GetValue(_plain), Limits = _limits.Limits(parsed) },
        parsed.GetValue(_uri),
        parsed.GetValue(_maxBytes))
    {
        MaxSeconds = _limits.Seconds(parsed),
        Containers = new ContainerOptions
        {
            MaxPageBytes = parsed.GetValue(_maxBytes),
            TextField = parsed.GetValue(_textField),
            HtmlField = parsed.GetValue(_htmlField),
            UriField = parsed.GetValue(_uriField),
            PublishedField = parsed.GetValue(_publishedField),
        },
    };

    private static LocalDate? ParseDay(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        var parsed = LocalDatePattern.Iso.Parse(text);
        if (!parsed.Success)
        {
            result.AddError($"--published takes a day as 2025-08-25, not '{text}'");
            return null;
        }

        return parsed.Value;
    }
}
