using OnRecord.Data;
using OnRecord.Lab.Language;
using OnRecord.Lab.Roles;
using OnRecord.Language;
using OnRecord.Language.Parsing;
using OnRecord.Language.Roles;

namespace OnRecord.Trainer;

/// <summary>A candidate with its label.</summary>
/// <param name="Places">The words whose states are seen, as rows of the text.</param>
/// <param name="Features">What is seen of it; numbers of the features, and of their rows once these are known.</param>
/// <param name="Label">The right label.</param>
internal sealed record RoleExample(int[] Places, uint[] Features, string Label);

/// <summary>Candidates of a document.</summary>
/// <param name="Rows">What a <see cref="StateView"/> without a layer sees of its words; halves, because all documents are kept.</param>
/// <param name="Examples">The candidates.</param>
internal sealed record RoleText(Half[] Rows, List<RoleExample> Examples)
{
    /// <summary>The same with the rows of the features in the place of their numbers; features without a row are left out.</summary>
    public RoleText WithRows(Dictionary<uint, int> rows) => this with
    {
        Examples = Examples.ConvertAll(one => one with { Features = [.. one.Features.Where(rows.ContainsKey).Select(feature => (uint)rows[feature])] }),
    };
}

/// <summary>Makes examples of PropBank's documents, read as raw text.</summary>
internal static class RoleExamples
{
    /// <param name="part"><c>train</c> or <c>dev</c>.</param>
    /// <param name="chance">Misspells words of every second document and leaves the others out, where there is one.</param>
    /// <param name="misspelt">How many of them.</param>
    public static List<RoleText> Read(string part, Random? chance, double misspelt)
    {
        var analyzer = new EnglishAnalyzer(DataFolder.English(), [new StateView()]);
        var (texts, lost, all) = (new List<RoleText>(), 0, 0);
        foreach (var gold in RoleGold.Read(part).Where((_, at) => chance is null || at % 2 == 0))
        {
            var text = chance is null ? gold.Text.Text : Misspell(gold.Text.Text, chance, misspelt);
            var analysis = analyzer.Analyze(Treebank.DocumentOf(text));
            var (examples, missed) = Of(analysis, gold);
            texts.Add(new RoleText(Array.ConvertAll(analysis.Views[0], value => (Half)value), examples));
            lost += missed;
            all += gold.Predicates.Sum(one => one.Arguments.Length);
        }

        Console.WriteLine($"{part}: {texts.Sum(one => one.Examples.Count)} candidates, {all} arguments, {lost} of them are no candidate");
        return texts;
    }

    /// <summary>
    /// A text with two letters exchanged in some words. The parser has seen the train part, and reads it better than any other text: so it makes mistakes there as
    /// it does elsewhere, and the labeller learns not to trust it.
    /// </summary>
    private static string Misspell(string text, Random chance, double misspelt)
    {
        var letters = text.ToCharArray();
        for (var at = 0; at < letters.Length;)
        {
            var end = at;
            while (end < letters.Length && char.IsAsciiLetterLower(letters[end]))
            {
                end++;
            }

            if (end - at >= 3 && chance.NextDouble() < misspelt)
            {
                var place = at + chance.Next(end - at - 1);
                (letters[place], letters[place + 1]) = (letters[place + 1], letters[place]);
            }

            at = Math.Max(end, at + 1);
        }

        return new string(letters);
    }

    private static (List<RoleExample> Examples, int Lost) Of(Analysis analysis, GoldRoles gold)
    {
        var sheet = new RoleSheet(analysis);
        var predicates = gold.Predicates.ToDictionary(one => one.Span);
        var (examples, lost) = (new List<RoleExample>(), 0);
        for (var token = 0; token < analysis.Tokens.Length; token++)
        {
            var predicate = predicates.GetValueOrDefault(analysis.Tokens[token].Span);
            var mayBe = sheet.MayBePredicate(token);
            if (mayBe)
            {
                sheet.Turn(token);
                Add(RoleSheet.Itself(token), predicate is null ? RoleNetwork.None : RoleNetwork.IsPredicate);
            }

            if (predicate is null || (!mayBe && predicate.Arguments.IsEmpty))
            {
                continue;
            }

            sheet.Turn(token);
            var labels = predicate.Arguments.ToDictionary(argument => argument.Span, argument => argument.Label);
            foreach (var candidate in sheet.Candidates(token).Skip(1))
            {
                Add(candidate, labels.Remove(analysis.SpanOf(candidate.First, candidate.End), out var label) ? label : RoleNetwork.None);
            }

            lost += labels.Count;
            void Add(RoleCandidate one, string label)
            {
                var places = new int[RoleNetwork.Places];
                sheet.Places(token, one, places);
                examples.Add(new RoleExample(places, [.. sheet.Features(one)], label));
            }
        }

        return (examples, lost);
    }
}
