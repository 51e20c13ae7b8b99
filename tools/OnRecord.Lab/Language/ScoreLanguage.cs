using System.CommandLine;
using System.Diagnostics;
using OnRecord.Data;
using OnRecord.Lab.Scoring;
using OnRecord.Language;

namespace OnRecord.Lab.Language;

/// <summary><c>score-language</c>: sentences, words, tags, lemmas and trees from raw text, by the measures of the CoNLL 2018 shared task.</summary>
internal static class ScoreLanguage
{
    public static Command Command()
    {
        var lower = new Option<bool>("--allow-lower") { Description = "Let floors fall." };
        var errors = new Option<string?>("--errors") { Description = $"Print the differences in: {string.Join(", ", LanguageScores.Measures)}." };
        var command = new Command("score-language", "Scores sentences, words, tags, lemmas and trees on EWT dev and GUM dev, from raw text.") { lower, errors };
        command.SetAction(parse => Run(parse.GetValue(lower), parse.GetValue(errors)) ? 0 : 1);
        return command;
    }

    private static bool Run(bool allowLower, string? errors)
    {
        var analyzer = new EnglishAnalyzer(DataFolder.English());
        var floors = new Floors();
        var good = true;
        foreach (var (name, files) in new (string, IReadOnlyList<string>)[]
        {
            ("ewt-dev", [Treebank.EwtDev]),
            ("gum-dev", Treebank.Gum("dev")),
            ("gum-dev-news", Treebank.Gum("dev", "news")),
        })
        {
            var fingerprint = Treebank.Fingerprint(files);
            var scores = Treebank.Read(files).Select(text => LanguageScores.Of(text, analyzer, errors)).Aggregate((sum, next) => sum + next);
            Console.WriteLine(name);
            foreach (var measure in LanguageScores.Measures)
            {
                var score = scores.ByName[measure];
                Console.WriteLine($"  {measure,-24} {score}");
                good &= floors.Hold($"language/{name}/{measure}-f1", score.F1, fingerprint, allowLower);
            }
        }

        TellSpeed(analyzer);
        return good;
    }

    private static void TellSpeed(EnglishAnalyzer analyzer)
    {
        var documents = Treebank.Read([Treebank.EwtTrain]).Select(text => Treebank.DocumentOf(text.Text)).ToList();
        var clock = Stopwatch.StartNew();
        var tokens = documents.Sum(document => analyzer.Analyze(document).Tokens.Length);
        Console.WriteLine(FormattableString.Invariant($"{tokens / clock.Elapsed.TotalSeconds:N0} tokens/s on one core"));
    }
}
