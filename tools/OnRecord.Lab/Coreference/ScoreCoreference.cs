using System.CommandLine;
using OnRecord.Data;
using OnRecord.Lab.Language;
using OnRecord.Lab.Scoring;
using OnRecord.Lab.Times;
using OnRecord.Language;
using OnRecord.Names;

namespace OnRecord.Lab.Coreference;

/// <summary>
/// <c>score-coreference</c>: CoNLL F1 within documents on MEANTIME (sentences 0 to 5) and GUM news. A found mention is a gold one where both have the same head
/// in the tree (as CorefUD scores); gold mentions with the same head and entity are one.
/// </summary>
/// <remarks>
/// <c>all</c>: gold mentions of every type in entities with two mentions or more, against found ones in entities with two or more. <c>names' types</c>: the same of
/// persons, organisations and places alone. <c>single</c>: these types, entities with one mention too.
/// </remarks>
internal static class ScoreCoreference
{
    private static readonly string[] NameTypes = ["PER", "ORG", "LOC", "person", "organization", "place"];

    public static Command Command()
    {
        var lower = new Option<bool>("--allow-lower") { Description = "Let floors fall." };
        var show = new Option<string?>("--show") { Description = "Print gold and found clusters of this gold: meantime, gum-news-dev or gum-news-train." };
        var command = new Command("score-coreference", "Scores which mentions are joined, on MEANTIME and GUM news.") { lower, show };
        command.SetAction(parse => Run(parse.GetValue(lower), parse.GetValue(show)) ? 0 : 1);
        return command;
    }

    private static bool Run(bool allowLower, string? show)
    {
        var data = DataFolder.English();
        var (finder, analyzer, floors) = (new NameFinder(data), new EnglishAnalyzer(data), new Floors());
        var good = true;
        foreach (var (name, documents, fingerprint) in new[]
        {
            ("meantime", CoreferenceGold.Meantime(), GoldDocuments.Fingerprint(MeantimeReader.Files())),
            ("gum-news-dev", CoreferenceGold.Gum("dev", "news"), GoldDocuments.Fingerprint(Treebank.Gum("dev", "news"))),
            ("gum-news-train", CoreferenceGold.Gum("train", "news"), GoldDocuments.Fingerprint(Treebank.Gum("train", "news"))),
        })
        {
            var (all, typed, single) = (default(CoreferenceScores), default(CoreferenceScores), default(CoreferenceScores));
            var joins = new JoinTable();
            foreach (var document in documents)
            {
                var analysis = analyzer.Analyze(document.Document);
                var mentions = finder.Find(analysis).Mentions;
                var aligned = new AlignedDocument(document, analysis, mentions);
                all += aligned.Score(_ => true, 2);
                typed += aligned.Score(NameTypes.Contains, 2);
                single += aligned.Score(NameTypes.Contains, 1);
                joins.Add(aligned);
                if (show is not null && name.Contains(show, StringComparison.Ordinal))
                {
                    aligned.Print();
                }
            }

            Console.WriteLine($"{name,-15} all           {all}");
            Console.WriteLine($"{"",-15} names' types  {typed}");
            Console.WriteLine($"{"",-15} single        {single}");
            if (show is not null && name.Contains(show, StringComparison.Ordinal))
            {
                joins.Print();
            }

            if (name != "gum-news-train")
            {
                good &= floors.Hold($"coreference/{name}/conll", all.Conll, fingerprint, allowLower);
                good &= floors.Hold($"coreference/{name}/conll-of-names-types", typed.Conll, fingerprint, allowLower);
            }
        }

        return good;
    }
}
