using System.CommandLine;
using System.Diagnostics;
using OnRecord.Language.Parsing;

namespace OnRecord.Lab.Language;

/// <summary><c>score-parser</c>: tags and trees on gold sentences and words, and the parser's speed; tells how much of an error is the network's own.</summary>
internal static class ScoreParser
{
    public static Command Command()
    {
        var model = new Option<string>("--model") { Description = "The network's file.", DefaultValueFactory = _ => Path.Combine(Gold.Repository, "data", "en", "models", "english.network") };
        var relations = new Option<bool>("--relations") { Description = "Print, for each relation, how many words are attached wrongly and as what." };
        var command = new Command("score-parser", "Scores tags and trees on gold words of EWT dev and GUM dev.") { model, relations };
        command.SetAction(parse => Run(parse.GetValue(model)!, parse.GetValue(relations)));
        return command;
    }

    private static void Run(string path, bool tellsRelations)
    {
        var clock = Stopwatch.StartNew();
        var parser = new Parser(File.ReadAllBytes(path), path);
        Console.WriteLine(FormattableString.Invariant($"opened in {clock.Elapsed.TotalMilliseconds:F0} ms"));
        foreach (var (name, files) in new (string, IReadOnlyList<string>)[]
        {
            ("EWT dev", [Treebank.EwtDev]),
            ("GUM dev", Treebank.Gum("dev")),
            ("GUM dev news", Treebank.Gum("dev", "news")),
        })
        {
            GoldWord[][][] documents = [.. Treebank.Read(files).Select(text => text.Sentences.Select(sentence => sentence.ToArray()).ToArray())];
            Score(parser, name, documents);
            if (tellsRelations)
            {
                TellRelations(parser, documents.SelectMany(document => document));
            }
        }
    }

    private static void Score(Parser parser, string name, GoldWord[][][] documents)
    {
        int words = 0, upos = 0, xpos = 0, features = 0, heads = 0, labelled = 0, content = 0, contentRight = 0;
        var clock = new Stopwatch();
        foreach (var document in documents)
        {
            clock.Start();
            var parses = parser.ParseAll([.. document.Select(sentence => sentence.Select(word => word.Form).ToArray())]);
            clock.Stop();
            foreach (var (gold, found) in document.Zip(parses))
            {
                for (var i = 0; i < gold.Length; i++)
                {
                    words++;
                    upos += found.Upos[i].ToString() == gold[i].Upos ? 1 : 0;
                    xpos += found.Xpos[i] == gold[i].Xpos ? 1 : 0;
                    features += found.Features[i] == gold[i].Features ? 1 : 0;
                    heads += found.Heads[i] + 1 == gold[i].Head ? 1 : 0;
                    var right = found.Heads[i] + 1 == gold[i].Head && Universal(found.Relations[i]) == Universal(gold[i].Relation);
                    labelled += right ? 1 : 0;
                    content += gold[i].Relation != "punct" ? 1 : 0;
                    contentRight += right && gold[i].Relation != "punct" ? 1 : 0;
                }
            }
        }

        double Share(int count) => 100.0 * count / words;
        Console.WriteLine(FormattableString.Invariant(
            $"{name,-13} UPOS {Share(upos):F2} XPOS {Share(xpos):F2} feats {Share(features):F2} UAS {Share(heads):F2} LAS {Share(labelled):F2} without punctuation {100.0 * contentRight / content:F2}, {words / clock.Elapsed.TotalSeconds:N0} words/s"));
    }

    private static void TellRelations(Parser parser, IEnumerable<GoldWord[]> sentences)
    {
        const int Shown = 3;
        var words = sentences.SelectMany(gold => gold.Zip(Places(parser, gold), (word, found) => (Gold: Universal(word.Relation), Found: found.Relation, IsRight: found.Head == word.Head))).ToList();
        foreach (var relation in words.GroupBy(word => word.Gold).OrderByDescending(group => group.Count(word => !word.IsRight || word.Found != word.Gold)))
        {
            var wrong = relation.Where(word => !word.IsRight || word.Found != word.Gold).ToList();
            var kinds = wrong.CountBy(word => word.Found == word.Gold ? "wrong head" : $"{word.Found}{(word.IsRight ? "" : ", wrong head")}").OrderByDescending(pair => pair.Value).Take(Shown);
            Console.WriteLine(FormattableString.Invariant(
                $"  {relation.Key,-11} {wrong.Count,4} of {relation.Count(),5} wrong: {string.Join("; ", kinds.Select(pair => $"{pair.Value} {pair.Key}"))}"));
        }
    }

    private static IEnumerable<(int Head, string Relation)> Places(Parser parser, GoldWord[] gold)
    {
        var parse = parser.ParseAll([gold.Select(word => word.Form).ToArray()])[0];
        return parse.Heads.Zip(parse.Relations, (head, relation) => (head + 1, Universal(relation)));
    }

    /// <summary>The relation without its subtype, as the CoNLL 2018 measures compare it.</summary>
    public static string Universal(string relation) => relation.Split(':')[0];
}
