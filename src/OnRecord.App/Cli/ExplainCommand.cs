using System.CommandLine;
using System.Globalization;
using OnRecord.App.Inputs;
using OnRecord.App.Outputs;

namespace OnRecord.App.Cli;

/// <summary><c>onrecord explain PAGE START..END</c>: why these characters were read as they were, rule by rule.</summary>
internal static class ExplainCommand
{
    public static Command Create(Terminal terminal)
    {
        var path = new Argument<string>("PAGE") { Description = "A file, or - for standard input" };
        var range = new Argument<string>("START..END") { Description = "Characters of the record's text, as its offsets count them (Unicode code points, END exclusive)" };
        var ordinal = NumberOption.Of("--document", "Which document on the page, from 0", 0, 0, int.MaxValue, "-d");
        var place = NumberOption.Of("--page", "Which page of a container (a web archive, a feed, JSON lines), from 0; records that could not be read count", 0, 0, int.MaxValue);
        var page = new PageOptions();
        var command = new Command("explain", "Tells why characters of a document were read as they were, rule by rule.") { path, range, ordinal, place };
        page.AddTo(command);
        command.SetAction(parsed =>
        {
            var (start, end) = ParseRange(parsed.GetValue(range)!);
            var settings = page.Read(parsed);
            var input = new PageInputs(terminal, settings).One(parsed.GetValue(path)!, parsed.GetValue(place));
            var reading = Reading.Open();
            var result = new PagePipeline(terminal.Around(reading.Read), settings).ReadOne(input);
            if (result.Error is { } error)
            {
                terminal.Say($"{result.Name}: {error}");
                return ExitCode.SomeUnread;
            }

            var record = Pick(result, parsed.GetValue(ordinal));
            var explanation = Explanation.Of(record, reading.Analyze(record.Document, settings.Options.Limits), start, end)
                ?? throw new UsageException($"{start}..{end}: the text of document {record.Document.Ordinal} ends at {Explanation.Length(record)}");
            terminal.Print(explanation);
            return ExitCode.Success;
        });
        return command;
    }

    private static Record Pick(PageResult result, int ordinal) => ordinal >= 0 && ordinal < result.Records.Count
        ? result.Records[ordinal]
        : throw new UsageException($"--document {ordinal}: {result.Name} holds {result.Records.Count} documents, numbered from 0");

    private static (int Start, int End) ParseRange(string text)
    {
        var parts = text.Split("..");
        return parts.Length == 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var start)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var end)
            && start < end
            ? (start, end)
            : throw new UsageException($"'{text}' is no range of characters; write it as 120..134");
    }
}
