using OnRecord.Data;
using OnRecord.Quantities;
using OnRecord.Times;

namespace OnRecord.Tests.Corpus;

public sealed class QuantitiesCorpusTests
{
    private static readonly TimeFinder Times = new(DataFolder.English());
    private static readonly QuantityFinder Finder = new(DataFolder.English());

    private static readonly CorpusDimension Dimension = new(
        "quantities",
        analysis => Finder.Find(analysis, Times.Find(analysis).Found).Found
            .Select(quantity => new CorpusFinding(quantity.Span, Notation(quantity, analysis.Text), quantity.Rule)),
        () => QuantityFinder.RuleNames);

    public static TheoryData<string> Lines() => Dimension.Places;

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_line_of_the_corpus_holds(string place) => Dimension.Holds(place);

    [Fact]
    public void Every_rule_fires_on_some_line()
    {
        var fired = Dimension.Fired();
        Assert.Empty(Dimension.Rules().Except(fired));
        Assert.Empty(fired.Except(Dimension.Rules()));
    }

    /// <summary>The notation told in <c>corpus/README.md</c>.</summary>
    internal static string Notation(Quantity quantity, string text)
    {
        var unit = quantity.Kind switch
        {
            QuantityKind.Money => $"{quantity.Currency ?? "?"} {quantity.Unit}",
            QuantityKind.Percent when quantity.Unit == "%" => "",
            QuantityKind.Age when quantity.Unit == "a" => "",
            _ => quantity.Unit ?? "",
        };
        var counted = quantity.Counted is { } span ? $"[{span.Of(text)}]" : "";
        var conversion = quantity.ConversionOf is { } first ? $"= {first.Of(text)}" : "";
        var casualty = quantity.Casualty?.ToString().ToLowerInvariant() ?? "";
        var change = quantity.Change is { } so ? $"{so.Role} {so.Direction}".Trim().ToLowerInvariant() : "";
        return string.Join(' ', new[] { quantity.Kind.ToString().ToLowerInvariant(), Figure(quantity), unit.Trim(), counted, casualty, change, conversion }.Where(part => part.Length > 0));
    }

    private static string Figure(Quantity quantity) => FormattableString.Invariant((quantity.Relation, quantity.Best) switch
    {
        (QuantityRelation.Exact, _) => $"{quantity.Best}",
        (QuantityRelation.About, _) when quantity.High is { } high => $"about {quantity.Best} (..{high})",
        (QuantityRelation.About, _) => $"about {quantity.Best}",
        (QuantityRelation.Between, _) or (_, null) => $"{quantity.Low}..{quantity.High}",
        (QuantityRelation.AtLeast, _) => $"at least {quantity.Best}",
        (QuantityRelation.MoreThan, _) => $"more than {quantity.Best}",
        (QuantityRelation.AtMost, _) => $"at most {quantity.Best}",
        _ => $"fewer than {quantity.Best}",
    });
}
