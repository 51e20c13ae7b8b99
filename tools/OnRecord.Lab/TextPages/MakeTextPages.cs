using System.CommandLine;
using System.Text.Json;

namespace OnRecord.Lab.TextPages;

/// <summary>Writes the pages of bare text and their labels to a folder, to be looked at. They hold gold text: never into the repo.</summary>
internal static class MakeTextPages
{
    public static Command Command()
    {
        var folder = new Argument<DirectoryInfo>("folder") { Description = "A folder outside the checkout" };
        var command = new Command("make-text-pages", "Writes pages of bare text, made from the gold, and their labels") { folder };
        command.SetAction(result => Run(result.GetRequiredValue(folder)));
        return command;
    }

    private static int Run(DirectoryInfo folder)
    {
        if (folder.FullName.StartsWith(Path.GetFullPath(Gold.Repository), StringComparison.Ordinal))
        {
            Console.Error.WriteLine("The pages hold third-party text and must not lie in the checkout.");
            return 2;
        }

        folder.Create();
        var count = 0;
        foreach (var page in TextPageMaker.Make(GoldStories.Read()))
        {
            var name = Path.Combine(folder.FullName, $"{count++:D3}-{page.Style}");
            File.WriteAllText(name + ".txt", page.Text);
            File.WriteAllText(name + ".json", JsonSerializer.Serialize(page.Units.Select(unit => new { unit.Start, unit.End, unit.Document, Role = unit.Role.ToString() })));
        }

        Console.WriteLine($"{count} pages in {folder.FullName}");
        return 0;
    }
}
