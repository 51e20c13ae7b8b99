using CsCheck;
using OnRecord.Attributions;
using OnRecord.Data;
using OnRecord.Language;
using OnRecord.Names;

namespace OnRecord.Tests.Attributions;

/// <summary>What holds for the attributions of any text.</summary>
public sealed class AttributionPropertyTests
{
    private static readonly EnglishAnalyzer Analyzer = new(DataFolder.English());
    private static readonly NameFinder Names = new(DataFolder.English());
    private static readonly AttributionFinder Finder = new(DataFolder.English());

    private static readonly string[] Words =
    [
        "Asker", "the minister", "she", "said", "says", "told", "that", "according to", "reportedly", "“", "”", "\"", "'", "‘", "’", "—", ":", ",", ".", "?", "\n",
        "and", "promised", "to", "cut", "taxes", "claim", "by", "was", "accused", "of", "who", "report", "(", ")", "view", "in", "her", "the dam", "failed", "\u200f", "\0", "\ud800",
    ];

    private static readonly Gen<string> Word = Gen.Int[0, Words.Length - 1].Select(i => Words[i]);

    private static readonly Gen<string> News = Word.Array[0, 60].Select(words => string.Join(' ', words));

    [Fact]
    public void Any_string_is_read() => Gen.String.Sample(text => Holds(text), iter: 200);

    [Fact]
    public void Any_order_of_the_words_of_speech_is_read() => News.Sample(text => Holds(text), iter: 1_000);

    [Fact]
    public void The_same_text_gives_the_same_attributions() =>
        News.Sample(text => string.Join('\n', Find(text).Select(Told)) == string.Join('\n', Find(text).Select(Told)), iter: 100);

    [Theory]
    [InlineData("")]
    [InlineData("“")]
    [InlineData("said")]
    [InlineData("“““””” said said said:")]
    [InlineData("\ud800\udc00\udc00 said \ud800")]
    public void Odd_texts_are_read(string text) => Assert.True(Holds(text));

    [Fact]
    public void Content_of_a_quotation_over_paragraphs_is_a_part_a_paragraph()
    {
        var found = Assert.Single(Find("“The dam is old.\n“It will not hold,” Asker said."));
        Assert.Equal(2, found.Content.Length);
        Assert.Equal(Speech.Direct, found.Speech);
    }

    [Fact]
    public void A_quotation_behind_a_paragraph_that_ends_with_a_colon_is_its_content()
    {
        const string text = "The mayor said:\n“We will rebuild the bridge.”";
        var found = Assert.Single(Find(text));
        Assert.Equal("“We will rebuild the bridge.”", Assert.Single(found.Content).Of(text));
    }

    [Fact]
    public void An_attribution_inside_the_content_of_another_names_it()
    {
        var found = Find("Asker said the police believed the mayor had lied.");
        Assert.Equal(2, found.Count);
        Assert.Null(found[0].Within);
        Assert.Equal(found[0].Id, found[1].Within);
    }

    [Theory]
    [InlineData("Dana Orlo, the mayor, said the bridge was safe.", SourceKind.Named)]
    [InlineData("A spokesman said the bridge was safe.", SourceKind.Unnamed)]
    [InlineData("Experts said the bridge was safe.", SourceKind.Collective)]
    [InlineData("The report said the bridge was safe.", SourceKind.Document)]
    [InlineData("The newspaper said the bridge was safe.", SourceKind.Outlet)]
    public void The_source_is_told_from_its_head(string text, SourceKind kind) => Assert.Equal(kind, Assert.Single(Find(text)).Source!.Kind);

    private static string Told(Attribution one) => $"{one.Id} {one.Source?.Span} {one.Cue.Span} {string.Join(' ', one.Content)} {one.Speech} {one.Within} {one.Rule}";

    private static IReadOnlyList<Attribution> Find(string text)
    {
        var analysis = Analyzer.Analyze(TextDocument.Of(text));
        return Finder.Find(analysis, Names.Find(analysis)).Found;
    }

    private static bool Holds(string text)
    {
        var all = new TextSpan(0, text.Length);
        var found = Find(text);
        var ids = found.ToDictionary(one => one.Id);
        foreach (var one in found)
        {
            Assert.True(all.Contains(one.Cue.Span) && one.Cue.Span.Length > 0);
            Assert.True(one.Source is null || all.Contains(one.Source.Span));
            Assert.NotEmpty(one.Content);
            Assert.True(one.Content.All(part => all.Contains(part) && part.Length > 0));
            Assert.True(one.Content.Zip(one.Content.Skip(1)).All(pair => pair.First.End <= pair.Second.Start));
            Assert.Contains(one.Rule, AttributionFinder.RuleNames);
            Assert.True(Depth(one, ids) <= found.Count);
        }

        return true;
    }

    private static int Depth(Attribution one, Dictionary<string, Attribution> ids)
    {
        var depth = 0;
        for (var at = one; at.Within is { } outer && depth <= ids.Count; at = ids[outer])
        {
            depth++;
        }

        return depth;
    }
}
