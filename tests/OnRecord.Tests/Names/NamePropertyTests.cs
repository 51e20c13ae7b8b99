using CsCheck;
using OnRecord.Data;
using OnRecord.Language;
using OnRecord.Names;

namespace OnRecord.Tests.Names;

public sealed class NamePropertyTests
{
    private static readonly EnglishAnalyzer Analyzer = new(DataFolder.English());
    private static readonly NameFinder Finder = new(DataFolder.English());

    private static readonly string[] Vocabulary =
    [
        "Kim", "Jong-un", "President", "Gen.", "the", "North", "Korea", "South", "of", "for", "and", "Ministry", "University", "(", ")", "KCNA", "Seoul", "said", "van", "der", "al", "-",
        "Foxwell", "Mary", "J.", "'s", "’s", "“", "”", "titled", "in", ",", ".", "\n", "he", "her", "&", "Street", "Lake", "US", "who", "43", "A", "town", "People",
    ];

    private static readonly Gen<string> Words = Gen.Int[0, Vocabulary.Length - 1].Select(index => Vocabulary[index])
        .Array[0, 24].Select(words => string.Join(" ", words));

    [Fact]
    public void Mentions_lie_in_the_text_in_its_order_and_name_entities_that_exist() => Words.Sample(text => Holds(text), iter: 3000);

    [Fact]
    public void No_string_makes_the_finder_throw() => Gen.String.Sample(text => Holds(text), iter: 2000);

    [Fact]
    public void Reading_twice_gives_the_same() => Words.Sample(text => Find(text).Mentions.SequenceEqual(Find(text).Mentions), iter: 500);

    [Theory]
    [InlineData("Kim Jong-un ")]
    [InlineData("Ministry of ")]
    [InlineData("al - ")]
    [InlineData("Anna B. Foxwell, ")]
    [InlineData("President ")]
    [InlineData("He said. ")]
    [InlineData("\"A ")]
    public void A_long_text_takes_no_more_than_its_share(string part) =>
        Assert.NotNull(Find(string.Concat(Enumerable.Repeat(part, 30_000))));

    [Fact]
    public void Many_persons_of_one_name_take_no_more_than_their_share() =>
        Assert.NotEmpty(Find(string.Concat(Enumerable.Range(0, 20_000).Select(number => $"Anna M{(char)('a' + (number % 26))}{(char)('a' + (number / 26 % 26))}{(char)('a' + (number / 676))} Foxwell spoke. "))).Mentions);

    private static bool Holds(string text)
    {
        var (mentions, entities, open) = Find(text);
        var ids = entities.Select(entity => entity.Id).ToHashSet();
        return ids.Count == entities.Length
            && mentions.All(mention => !mention.Span.IsEmpty && mention.Span.End <= text.Length && NameFinder.RuleNames.Contains(mention.Rule) && (mention.Entity is null || ids.Contains(mention.Entity)))
            && mentions.Zip(mentions.Skip(1)).All(pair => pair.First.Span.End <= pair.Second.Span.Start)
            && entities.All(entity => entity.Name.Length > 0 && entity.Country is null or { Length: 3 })
            && open.All(one => one.Span.End <= text.Length);
    }

    private static NameFindings Find(string text) => Finder.Find(Analyzer.Analyze(TextDocument.Of(text)));
}
