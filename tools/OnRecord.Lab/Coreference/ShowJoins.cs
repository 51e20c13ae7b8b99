using System.CommandLine;
using OnRecord.Data;
using OnRecord.Lab.Attributions;
using OnRecord.Language;
using OnRecord.Names;

namespace OnRecord.Lab.Coreference;

/// <summary><c>show-joins</c>: joins of pronouns and descriptions in articles of PolNeAR train, spread evenly over them, for reading one by one.</summary>
internal static class ShowJoins
{
    /// <summary>Sentences shown before the one with the mention.</summary>
    private const int SentencesBefore = 3;

    public static Command Command()
    {
        var first = new Option<int>("--first") { Description = "The first article." };
        var step = new Option<int>("--step") { DefaultValueFactory = _ => 20, Description = "Every which article." };
        var each = new Option<int>("--each") { DefaultValueFactory = _ => 3, Description = "Joins of one article." };
        var rule = new Option<string>("--rule") { DefaultValueFactory = _ => "", Description = "Joins of rules with this in their name alone." };
        var open = new Option<bool>("--open") { Description = "Pronouns and descriptions that stay open, instead." };
        var command = new Command("show-joins", "Prints pronouns and descriptions with what they are joined to.") { first, step, each, rule, open };
        command.SetAction(parse => Run(parse.GetValue(first), parse.GetValue(step), parse.GetValue(each), parse.GetValue(rule)!, parse.GetValue(open)));
        return command;
    }

    private static void Run(int first, int step, int each, string rule, bool open)
    {
        var data = DataFolder.English();
        var (analyzer, finder) = (new EnglishAnalyzer(data), new NameFinder(data));
        var articles = PolNearReader.Files("train").ToArray();
        for (var i = first; i < articles.Length; i += step)
        {
            var analysis = analyzer.Analyze(RunningText.Document(PolNearReader.Read(articles[i]).Text));
            var found = finder.Find(analysis);
            var entities = found.Entities.ToDictionary(entity => entity.Id, StringComparer.Ordinal);
            List<(TextSpan Span, string Text)> some = open
                ? [.. found.Unresolved.Select(one => (one.Span, one.Why))]
                : [.. found.Mentions.Where(one => one is { Form: not MentionForm.Name, Entity: not null, Join: { } join } && join.Contains(rule, StringComparison.Ordinal))
                    .Select(one => (one.Span, $"{one.Join} = {entities[one.Entity!].Name}{(entities[one.Entity!].Named ? "" : " (without a name)")} after [{Before(analysis, found, one)}]"))];
            for (var k = 0; k < Math.Min(each, some.Count); k++)
            {
                var (span, text) = some[((2 * k) + 1) * some.Count / (2 * Math.Min(each, some.Count))];
                Console.WriteLine($"\n## {i}@{span.Start} [{span.Of(analysis.Text)}] {text}\n{Context(analysis, span)}");
            }
        }
    }

    /// <summary>The mention of the same entity before.</summary>
    private static string Before(Analysis analysis, NameFindings found, Mention mention) =>
        found.Mentions.LastOrDefault(one => one.Entity == mention.Entity && one.Span.Start < mention.Span.Start)?.Span.Of(analysis.Text) ?? "";

    private static string Context(Analysis analysis, TextSpan span)
    {
        var own = analysis.Sentences.ToList().FindIndex(sentence => sentence.Span.Contains(span.Start));
        var start = analysis.Sentences[Math.Max(0, own - SentencesBefore)].Span.Start;
        return $"{analysis.Text[start..span.Start]}[[{span.Of(analysis.Text)}]]{analysis.Text[span.End..analysis.Sentences[own].Span.End]}".ReplaceLineEndings(" ¶ ");
    }
}
