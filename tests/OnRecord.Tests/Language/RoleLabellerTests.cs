using System.Collections.Immutable;
using OnRecord.Data;
using OnRecord.Language;
using OnRecord.Language.Roles;

namespace OnRecord.Tests.Language;

public sealed class RoleLabellerTests
{
    private static readonly EnglishAnalyzer Analyzer = new(DataFolder.English());
    private static readonly RoleLabeller Labeller = RoleLabeller.Open(DataFolder.English());

    [Theory]
    [InlineData("The ferry has been sold.", "sold")]
    [InlineData("The rebels' attack on Karsk began on Monday.", "attack, began")]
    [InlineData("The table stands in the kitchen.", "stands")]
    [InlineData("The man is a fisherman.", "is")]
    [InlineData("She did not say when the troops would leave.", "say, leave")]
    public void Predicates_are_verbs_copulas_and_nouns_that_happen_and_no_auxiliaries(string text, string predicates)
    {
        var (analysis, frames) = Read(text);
        Assert.Equal(predicates, string.Join(", ", frames.Select(frame => analysis.Tokens[frame.Predicate].Form)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("...")]
    [InlineData("Ferries, boats, nets. 1. 2. 3.")]
    [InlineData("(((\"\"'' “ ” sold sold sold ) ) \ud83d sold by by by")]
    [InlineData("\" said said \" said ( that ) that that , , , is is be was")]
    public void Bad_input_gives_arguments_that_lie_in_their_sentence_and_do_not_overlap(string text) => AssertSound(text);

    [Fact]
    public void A_sentence_of_eight_thousand_clauses_has_arguments_for_each_and_the_candidates_of_a_predicate_are_bounded()
    {
        var text = string.Join(" and ", Enumerable.Repeat("the boat that the man who the wind took sold left", 2_000)) + ".";
        AssertSound(text);
        var analysis = Analyzer.Analyze(TextDocument.Of(text));
        var sheet = new RoleSheet(analysis);
        Assert.All(Enumerable.Range(0, 2_000), token => Assert.InRange(sheet.Candidates(token).Count, 1, 250));
    }

    [Fact]
    public void The_candidates_of_a_word_with_thousands_of_dependents_are_bounded()
    {
        var analysis = Star(10_000);
        var sheet = new RoleSheet(analysis);
        Assert.InRange(sheet.Candidates(5_000).Count, 10, 250);
        Assert.InRange(sheet.Candidates(1).Count, 5, 250);
    }

    [Theory]
    [InlineData("The storm hit farmers, who blocked the roads.")]
    [InlineData("It is not clear who fired the missile.")]
    [InlineData("The men who fled the island were found, and the boats which they took were sold.")]
    [InlineData("The school that the villagers built has burned down.")]
    public void A_relative_pronoun_never_stands_without_its_antecedent(string text)
    {
        var labels = Read(text).Frames.Select(frame => frame.Arguments.Select(one => one.Label).ToHashSet()).ToList();
        Assert.All(labels, some => Assert.All(some.Where(label => label.StartsWith("R-", StringComparison.Ordinal)), label => Assert.Contains(label[2..], some)));
    }

    [Fact]
    public void Text_in_another_language_has_no_frames()
    {
        var analysis = Analyzer.Analyze(TextDocument.Of("Der Bürgermeister verkaufte die Fähre.") with { Language = "de" });
        Assert.Empty(Labeller.Find(analysis));
    }

    [Fact]
    public void The_same_text_gives_the_same_frames_whatever_stands_before_it()
    {
        const string Sentence = "The board that runs the port told the owners to leave, and they sold the boats to a man from Torvik.";
        var alone = Told(Sentence);
        var second = Told("Rain fell on Friday.\n" + Sentence);
        Assert.NotEmpty(alone);
        Assert.Equal(alone, second.Where(line => !line.StartsWith("fell", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("he said ( loudly ) .", 1, 6, "said ( loudly )")]
    [InlineData("he said \" no \" .", 2, 6, "\" no \"")]
    [InlineData("he said \" no , yes .", 2, 7, "no , yes")]
    [InlineData(", the boat ,", 0, 4, "the boat")]
    [InlineData("\" no , yes , \" he", 0, 6, "no , yes")]
    [InlineData("we ( all ) ,", 0, 5, "we ( all )")]
    [InlineData("a song called \" Rain \" ,", 0, 7, "a song called \" Rain \"")]
    public void Marks_at_the_edge_of_an_argument_fall_off_unless_they_are_pairs(string text, int first, int end, string trimmed)
    {
        var analysis = Star(text.Split(' '));
        var (from, to) = new SubtreeRanges(analysis).Trim(first, end);
        Assert.Equal(trimmed, string.Join(' ', analysis.Tokens[from..to].Select(token => token.Form)));
    }

    private static (Analysis Analysis, IReadOnlyList<PredicateFrame> Frames) Read(string text)
    {
        var analysis = Analyzer.Analyze(TextDocument.Of(text));
        return (analysis, Labeller.Find(analysis));
    }

    private static List<string> Told(string text)
    {
        var (analysis, frames) = Read(text);
        return [.. frames.Select(frame => analysis.Tokens[frame.Predicate].Form + ": "
            + string.Join("; ", frame.Arguments.Select(one => $"{one.Label} {analysis.SpanOf(one.First, one.End).Of(text)}")))];
    }

    private static void AssertSound(string text)
    {
        var (analysis, frames) = Read(text);
        foreach (var frame in frames)
        {
            var sentence = analysis.Sentences[analysis.Tokens[frame.Predicate].Sentence];
            var end = sentence.FirstToken;
            foreach (var argument in frame.Arguments)
            {
                Assert.True(argument.First >= end && argument.End > argument.First && argument.End <= sentence.EndToken);
                Assert.InRange(argument.Head, argument.First, argument.End - 1);
                Assert.False(argument.First <= frame.Predicate && frame.Predicate < argument.End);
                end = argument.End;
            }
        }
    }

    /// <summary>A sentence of words that all depend on the middle one.</summary>
    private static Analysis Star(int count) => Star([.. Enumerable.Repeat("boat", count)]);

    private static Analysis Star(string[] words)
    {
        var text = string.Join(' ', words);
        var tokens = ImmutableArray.CreateBuilder<Token>();
        var at = 0;
        for (var i = 0; i < words.Length; i++)
        {
            tokens.Add(new Token
            {
                Span = new TextSpan(at, at + words[i].Length),
                Form = words[i],
                Lower = words[i],
                Sentence = 0,
                Upos = char.IsLetter(words[i][0]) ? Upos.VERB : Upos.PUNCT,
                Head = i == words.Length / 2 ? -1 : words.Length / 2,
                Relation = i == words.Length / 2 ? "root" : "obl",
            });
            at += words[i].Length + 1;
        }

        return new Analysis(TextDocument.Of(text), [new Sentence(new TextSpan(0, text.Length), 0, words.Length, 0)], tokens.ToImmutable());
    }
}
