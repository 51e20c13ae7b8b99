using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using OnRecord.Archive.FullText;
using OnRecord.Archive.Stories;

namespace OnRecord.Lab.Stories;

/// <summary><c>make-document-frequencies</c>: in how many documents a word stands, counted in corpora whose statistics may be shipped, into <c>document-frequencies.tsv</c>.</summary>
internal static class MakeDocumentFrequencies
{
    public static Command Command()
    {
        var command = new Command("make-document-frequencies", "Makes data/en/lexicons/document-frequencies.tsv out of news and web texts.");
        command.SetAction(_ => Run());
        return command;
    }

    private static void Run()
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var all = 0;
        foreach (var text in Texts())
        {
            all++;
            foreach (var term in WordFolding.Words(text).Select(word => DocumentFrequencies.TermOf(word.Folded)).Distinct(StringComparer.Ordinal))
            {
                counts[term] = counts.GetValueOrDefault(term) + 1;
            }
        }

        var rows = counts.Where(count => count.Value >= DocumentFrequencies.Fewest).OrderBy(count => count.Key, StringComparer.Ordinal)
            .Select(count => string.Create(CultureInfo.InvariantCulture, $"{count.Key}\t{count.Value}")).ToList();
        var path = Path.Combine(Gold.Repository, "data", "en", "lexicons", DocumentFrequencies.Lexicon + ".tsv");
        File.WriteAllText(path, string.Create(CultureInfo.InvariantCulture, $"{Head}word\tdocuments\n{DocumentFrequencies.All}\t{all}\n{string.Join('\n', rows)}\n"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{all} documents, {rows.Count} words in {path}"));
    }

    private static IEnumerable<string> Texts() =>
    [
        .. Directory.EnumerateFiles(Gold.Path("attribution", "polnear", "train", "text")).Order(StringComparer.Ordinal).Select(File.ReadAllText),
        .. File.ReadLines(Gold.Path("names", "worldwide", "train.jsonl")).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("text").GetString()!),
        .. Treebanks().SelectMany(Documents),
    ];

    private static IEnumerable<string> Treebanks() =>
        [Gold.Path("ud", "ewt", "en_ewt-ud-train.conllu"), .. Directory.EnumerateFiles(Gold.Path("ud", "gum", "dep", "train"), "*.conllu").Order(StringComparer.Ordinal)];

    /// <summary>The documents of a treebank.</summary>
    private static IEnumerable<string> Documents(string path)
    {
        var sentences = new List<string>();
        foreach (var line in File.ReadLines(path))
        {
            if (line.StartsWith("# newdoc", StringComparison.Ordinal) && sentences.Count > 0)
            {
                yield return string.Join('\n', sentences);
                sentences.Clear();
            }
            else if (line.StartsWith("# text = ", StringComparison.Ordinal))
            {
                sentences.Add(line["# text = ".Length..]);
            }
        }

        yield return string.Join('\n', sentences);
    }

    private const string Head = """
        # In how many documents a word stands (small letters, no accents, regular plurals as their singular): how much it tells that two documents share it. Words of fewer than five are left out.
        # "*" is the number of all documents. Made by the Lab's make-document-frequencies from the train parts of PolNeAR 1.0 and English Worldwide Newswire (which state no licence),
        # UD English EWT (CC BY-SA 4.0) and GUM (annotation CC BY 4.0): numbers of documents, no text. Licence of this table: the program's, Apache-2.0.

        """;
}
