using System.Text.Json;
using OnRecord.Lab;
using OnRecord.Lab.Attributions;
using OnRecord.Lab.Language;
using OnRecord.Lab.Names;

namespace OnRecord.Trainer;

/// <summary>Running text for teachers to label, read without its annotation.</summary>
internal static class UnlabelledTexts
{
    /// <summary>Reports of re3d and news of PolNeAR train, in the order of their files.</summary>
    public static IEnumerable<Document> News() =>
        Reports().Concat(PolNearReader.Files("train").Select(PolNearReader.Read).Select(article => RunningText.Document(article.Text)));

    /// <summary>Articles of an encyclopaedia: WikiGold's.</summary>
    public static IEnumerable<Document> Encyclopaedia() => NameGold.WikiGold().Documents.Select(named => named.Document);

    private static IEnumerable<Document> Reports() =>
        Directory.EnumerateFiles(Gold.Path("names", "re3d"), "documents.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .SelectMany(File.ReadLines).Where(line => line.Length > 0)
            .Select(line => Treebank.DocumentOf(JsonDocument.Parse(line).RootElement.GetProperty("text").GetString()!));
}
