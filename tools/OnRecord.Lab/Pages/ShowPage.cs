using System.CommandLine;
using OnRecord.Data;
using OnRecord.Pages;

namespace OnRecord.Lab.Pages;

/// <summary>Prints the documents and blocks of one page, with the reason of each block.</summary>
internal static class ShowPage
{
    private const int Shown = 90;

    public static Command Command()
    {
        var path = new Argument<FileInfo>("page") { Description = "A text or HTML page" };
        var command = new Command("show-page", "Prints the documents and blocks of a page, each with its reason") { path };
        command.SetAction(result => Run(result.GetRequiredValue(path)));
        return command;
    }

    private static int Run(FileInfo file)
    {
        using var stream = file.OpenRead();
        foreach (var document in new PageReader(DataFolder.English()).Read(Page.Of(PageBytes.Read(stream)), ReadOptions.Default))
        {
            Console.WriteLine($"## {document.Ordinal} {document.Kind}{(document.Truncated ? " truncated" : "")} published {document.Published?.Value.ToString() ?? "?"} by [{string.Join("; ", document.Bylines.Select(byline => byline.Name))}]");
            foreach (var block in document.Blocks)
            {
                var text = block.Span.Of(document.Text);
                Console.WriteLine($"{block.Role,-11} {(text.Length > Shown ? text[..Shown] + " …" : text).Replace('\n', ' ')}   ‹{block.Reason}›");
            }
        }

        return 0;
    }
}
