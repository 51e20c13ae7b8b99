using System.CommandLine;
using OnRecord.Attributions;
using OnRecord.Data;
using OnRecord.Language;
using OnRecord.Names;

namespace OnRecord.Lab.Attributions;

/// <summary><c>show-attributions</c>: a text, or an article of PolNeAR train, with what is found in it, for reading line by line.</summary>
internal static class ShowAttributions
{
    public static Command Command()
    {
        var file = new Argument<string[]>("FILE") { Description = "Texts of one paragraph a line; or numbers: that article of PolNeAR train." };
        var inside = new Option<bool>("--inside") { Description = "Print the rules' drafts and the probability of each cue too." };
        var command = new Command("show-attributions", "Prints the attributions of texts, and how they came about.") { file, inside };
        command.SetAction(parse => Run(parse.GetValue(file)!, parse.GetValue(inside)));
        return command;
    }

    private static void Run(string[] files, bool inside)
    {
        var data = DataFolder.English();
        var (analyzer, names, finder, words) = (new EnglishAnalyzer(data), new NameFinder(data), new AttributionFinder(data), new AttributionWords(data));
        var articles = files.Any(file => int.TryParse(file, out _)) ? PolNearReader.Files("train").ToArray() : [];
        foreach (var file in files)
        {
            var text = int.TryParse(file, out var number) ? PolNearReader.Read(articles[number]).Text : File.ReadAllText(file);
            var analysis = analyzer.Analyze(RunningText.Document(text));
            var mentions = names.Find(analysis);
            var entities = mentions.Entities.ToDictionary(entity => entity.Id, entity => entity.Name, StringComparer.Ordinal);
            Console.WriteLine($"=== {file}");
            if (inside)
            {
                PrintInside(new Sheet(analysis, words), data);
            }

            var found = finder.Find(analysis, mentions).Found;
            foreach (var sentence in analysis.Sentences)
            {
                Console.WriteLine($"> {sentence.Span.Of(text).ReplaceLineEndings(" ¶ ")}");
                foreach (var one in found.Where(one => sentence.Span.Contains(one.Cue.Span.Start)))
                {
                    var entity = one.Source?.Entity is { } id ? $" = {entities[id]}" : "";
                    Console.WriteLine($"    {one.Rule}{(one.Within is null ? "" : " (within)")} S[{one.Source?.Span.Of(text)}{entity}] C[{one.Cue.Span.Of(text)}] T[{string.Join(" … ", one.Content.Select(span => span.Of(text))).ReplaceLineEndings(" ¶ ")}]");
                }
            }
        }
    }

    private static void PrintInside(Sheet sheet, DataFolder data)
    {
        var drafts = Enumerable.Range(0, sheet.Analysis.Sentences.Length).SelectMany(i => SentenceReader.Read(sheet, i)).ToList();
        foreach (var draft in drafts)
        {
            Console.WriteLine($"  rule {draft.Rule} S[{draft.Source?.Of(sheet.Text)}] C[{draft.CueSpan.Of(sheet.Text)}] T[{string.Join(" … ", draft.Content.Select(span => span.Of(sheet.Text)))}]");
        }

        var scores = new CueTagger(data).Score(sheet, drafts);
        Console.WriteLine("  cues " + string.Join(' ', sheet.Tokens.Select((token, i) => (token.Form, Cue: 1 - Math.Exp(scores[i][0]))).Where(one => one.Cue > 0.1).Select(one => FormattableString.Invariant($"{one.Form}:{one.Cue:F2}"))));
    }
}
