using System.Text;
using OnRecord.Lab.Attributions;

namespace OnRecord.Lab.Ranks;

/// <summary>A text whose claims are ranked: how its labels name it, and its record.</summary>
internal sealed record RankText(string Name, Record Record)
{
    /// <summary>Its offsets in code points.</summary>
    public CodePointMap CodePoints { get; } = new(Record.Document.Text);
}

/// <summary>Reads the texts of labels: documents on the pages that we wrote (<c>island-gazette/0</c>), and articles of PolNeAR train by their names.</summary>
internal static class RankTexts
{
    private static readonly string Pages = Path.Combine(Gold.Repository, "corpus", "pages");

    /// <summary>The texts with these names, in their order.</summary>
    public static IEnumerable<RankText> Read(IEnumerable<string> names)
    {
        var reading = Reading.Open();
        return names.GroupBy(name => name.Split('/')[0], StringComparer.Ordinal)
            .SelectMany(group => group.First().Contains('/', StringComparison.Ordinal) ? OwnPage(reading, group.Key).Where(text => group.Contains(text.Name)) : [Article(reading, group.Key)]);
    }

    /// <summary>The documents on all pages that we wrote.</summary>
    public static IEnumerable<RankText> OwnPages()
    {
        var reading = Reading.Open();
        return Directory.EnumerateDirectories(Pages).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal).SelectMany(name => OwnPage(reading, name));
    }

    /// <summary>Names of the articles of PolNeAR train, in their order.</summary>
    public static IEnumerable<string> ArticleNames() => PolNearReader.Files("train").Select(files => Path.GetFileNameWithoutExtension(files.Text));

    private static IEnumerable<RankText> OwnPage(Reading reading, string name) => reading
        .Read(Page.Of(File.ReadAllBytes(Directory.EnumerateFiles(Path.Combine(Pages, name), "page.*").Single())), ReadOptions.Default)
        .Select(record => new RankText($"{name}/{record.Document.Ordinal}", record));

    /// <summary>An article of PolNeAR: its first line is its headline.</summary>
    private static RankText Article(Reading reading, string name)
    {
        var document = RunningText.Document(Encoding.UTF8.GetString(File.ReadAllBytes(Gold.Path("attribution", "polnear", "train", "text", name + ".txt"))));
        return new RankText(name, reading.Read(document with { Blocks = [document.Blocks[0] with { Role = BlockRole.Headline }, .. document.Blocks.Skip(1)] }));
    }
}
