using System.CommandLine;
using OnRecord.Data;
using OnRecord.Lab.Attributions;
using OnRecord.Lab.Language;
using OnRecord.Lab.Scoring;
using OnRecord.Language;
using OnRecord.Names;
using OnRecord.Names.Coreference;

namespace OnRecord.Lab.Coreference;

/// <summary><c>score-gap</c>: whether a pronoun is joined to the right one of two names, on GAP.</summary>
internal static class ScoreGap
{
    public static Command Command()
    {
        var salience = new Option<bool>("--salience") { Description = "Without a model." };
        var lower = new Option<bool>("--allow-lower") { Description = "Let floors fall." };
        var errors = new Option<bool>("--errors") { Description = "Print wrong links of validation." };
        var command = new Command("score-gap", "Scores pronouns with two names on GAP.") { salience, lower, errors };
        command.SetAction(parse => Run(parse.GetValue(salience), parse.GetValue(lower), parse.GetValue(errors)) ? 0 : 1);
        return command;
    }

    private static bool Run(bool salience, bool allowLower, bool errors)
    {
        var data = DataFolder.English();
        var (analyzer, finder) = (new EnglishAnalyzer(data), new NameFinder(data, new NameTagger(data), salience ? null : CoreferenceFinder.Ranker(data)));
        var good = true;
        foreach (var part in new[] { "validation", "development" })
        {
            var (all, feminine) = (default(Score), default(Score));
            foreach (var passage in GapGold.Read(part))
            {
                var score = Of(passage, finder.Find(analyzer.Analyze(RunningText.Document(passage.Text))), errors && part == "validation");
                all += score;
                feminine += passage.IsFeminine ? score : default;
            }

            Console.WriteLine($"gap {part,-12} {all}\n    feminine     {feminine}");
            if (part == "validation" && !salience)
            {
                good &= new Floors().Hold("coreference/gap-validation/f1", all.F1, Treebank.Fingerprint([GapGold.File(part)]), allowLower);
            }
        }

        return good;
    }

    private static Score Of(GapPassage passage, NameFindings found, bool tell)
    {
        var pronoun = found.Mentions.FirstOrDefault(mention => mention.Form == MentionForm.Pronoun && mention.Span.Overlaps(passage.Pronoun))?.Entity;
        var (right, predicted, gold) = (0, 0, 0);
        foreach (var (name, isGold) in new[] { (passage.A, passage.IsA), (passage.B, passage.IsB) })
        {
            var isFound = pronoun is not null && found.Mentions.Any(mention => mention.Entity == pronoun && mention.Form == MentionForm.Name && mention.Span.Overlaps(name));
            right += isFound && isGold ? 1 : 0;
            predicted += isFound ? 1 : 0;
            gold += isGold ? 1 : 0;
            if (tell && isFound && !isGold)
            {
                Console.WriteLine($"wrong: {passage.Pronoun.Of(passage.Text)}@{passage.Pronoun.Start} = {name.Of(passage.Text)}; right {(passage.IsA ? passage.A.Of(passage.Text) : passage.IsB ? passage.B.Of(passage.Text) : "neither")}: {passage.Text}");
            }
        }

        return new Score(right, predicted, gold);
    }
}
