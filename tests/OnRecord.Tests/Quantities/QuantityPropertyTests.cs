using System.Collections.Immutable;
using CsCheck;
using OnRecord.Data;
using OnRecord.Language;
using OnRecord.Quantities;

namespace OnRecord.Tests.Quantities;

public sealed class QuantityPropertyTests
{
    private static readonly EnglishAnalyzer Analyzer = new(DataFolder.English());
    private static readonly QuantityFinder Finder = new(DataFolder.English());

    private static readonly string[] Vocabulary =
    [
        "a", "half", "two", "twenty", "-", "–", "five", "hundred", "thousand", "and", "to", "of", "in", "million", "$", "US$", "€", "12", "1,200", "3.5", "%", "percent", "dozens",
        "km", "about", "more than", "or more", "between", "years", "old", "third", "people", "(", ")", ",", ".", "/", "'", "\"", "m", "bn", "one", "quarter", "pounds", "99999999999999999999999999", "trillion",
    ];

    private static readonly Gen<string> Words = Gen.Int[0, Vocabulary.Length - 1].Select(index => Vocabulary[index])
        .Array[0, 14].Select(words => string.Join(" ", words));

    [Fact]
    public void Figures_lie_in_the_text_and_their_bounds_are_in_order() => Words.Sample(text => Holds(text), iter: 3000);

    [Fact]
    public void No_string_makes_the_finder_throw() => Gen.String.Sample(text => Holds(text), iter: 2000);

    [Fact]
    public void Reading_twice_gives_the_same() => Words.Sample(text => Find(text).Found.SequenceEqual(Find(text).Found), iter: 500);

    [Fact]
    public void Digits_that_no_decimal_holds_are_unresolved()
    {
        var findings = Find("It has " + new string('7', 200) + " parts.");
        Assert.Empty(findings.Found);
        Assert.Equal("numberTooLarge", Assert.Single(findings.Unresolved).Why);
    }

    [Fact]
    public void A_pronoun_that_is_counted_stays_open() =>
        Assert.Contains(Find("About 600 of them left.").Unresolved, open => open.Why == "pronounCounted");

    [Fact]
    public void A_currency_that_cannot_be_known_stays_open() =>
        Assert.Equal("ambiguousCurrency", Assert.Single(Find("The fare is 500 pesos.").Unresolved).Why);

    [Fact]
    public void A_page_of_another_dollar_country_leaves_the_bare_sign_open()
    {
        var document = TextDocument.Of("The pool cost $20 million.");
        document = document with { Page = document.Page with { Uri = "https://news.example.com.au/pool" } };
        Assert.Null(Assert.Single(Finder.Find(Analyzer.Analyze(document), []).Found).Currency);
    }

    [Fact]
    public void A_long_sentence_takes_no_more_than_its_share()
    {
        var text = string.Join(" and ", Enumerable.Repeat("between two hundred and 3 million", 10_000));
        Assert.NotEmpty(Find(text).Found);
    }

    private static bool Holds(string text) => Find(text).Found.All(quantity =>
        quantity.Span.End <= text.Length && !quantity.Span.IsEmpty
        && (quantity.Counted is not { } counted || counted.End <= text.Length)
        && !(quantity.Low > quantity.High) && !(quantity.Low > quantity.Best) && !(quantity.Best > quantity.High)
        && QuantityFinder.RuleNames.Contains(quantity.Rule));

    private static Findings<Quantity> Find(string text) => Finder.Find(Analyzer.Analyze(TextDocument.Of(text)), ImmutableArray<TimeExpression>.Empty);
}
