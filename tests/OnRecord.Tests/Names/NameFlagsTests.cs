using CsCheck;
using OnRecord.Data;
using OnRecord.Language;
using OnRecord.Names;

namespace OnRecord.Tests.Names;

/// <summary>What the tagger of names is told of a word.</summary>
public sealed class NameFlagsTests
{
    private const int Writing = 2;
    private const int Head = 3;
    private const int Town = 4;
    private const int Word = 5;
    private const int Ending = 7;

    private static readonly EnglishAnalyzer Analyzer = new(DataFolder.English(), []);
    private static readonly NameLexicon Lexicon = new(DataFolder.English());

    [Fact]
    public void Words_are_told_by_number_whatever_their_capitals()
    {
        var flags = Of("A lamp and the Lamp and a clamp.");
        Assert.Equal(flags["lamp"][Word], flags["Lamp"][Word]);
        Assert.NotEqual(flags["lamp"][Word], flags["clamp"][Word]);
        Assert.Equal(flags["lamp"][Ending], flags["clamp"][Ending]);
    }

    [Fact]
    public void A_capital_is_told_by_how_the_document_writes_the_word_elsewhere()
    {
        var flags = Of("Quornby fell. They sold Quornby lamps. Lamps burn. Tannaby fell.");
        Assert.Equal(4, flags["Quornby"][Writing]);
        Assert.Equal(1, flags["Lamps"][Writing]);
        Assert.Equal(3, flags["Tannaby"][Writing]);
        Assert.Equal(0, flags["fell"][Writing]);
    }

    [Fact]
    public void Towns_of_one_word_and_of_two_are_told()
    {
        var flags = Of("They went from Leverkusen to Addis Ababa by train.");
        Assert.Equal(2, flags["Leverkusen"][Town]);
        Assert.Equal((3, 3), (flags["Addis"][Town], flags["Ababa"][Town]));
        Assert.Equal(0, flags["train"][Town]);
    }

    [Fact]
    public void Nouns_that_head_names_are_told()
    {
        var flags = Of("The Observatory on Quornby Street cited the Act in the country, said the mayor.");
        Assert.Equal((1, 2, 3), (flags["Observatory"][Head], flags["Street"][Head], flags["Act"][Head]));
        Assert.Equal((5, 6, 8), (flags["country"][Head], flags["mayor"][Head], flags["in"][Head]));
    }

    [Fact]
    public void No_text_makes_a_value_that_the_network_has_no_room_for() => Gen.String.Sample(text =>
    {
        var sheet = new NameSheet(Analyzer.Analyze(TextDocument.Of(text)), Lexicon);
        return NameFlags.Of(sheet, NameFinder.Rules(sheet)).All(flags => flags.Zip(NameFlags.Sizes).All(pair => pair.First >= 0 && pair.First < pair.Second) && flags.Length == NameFlags.Sizes.Length);
    });

    private static Dictionary<string, int[]> Of(string text)
    {
        var sheet = new NameSheet(Analyzer.Analyze(TextDocument.Of(text)), Lexicon);
        var flags = NameFlags.Of(sheet, []);
        return sheet.Analysis.Tokens.Select((token, i) => (token.Form, Flags: flags[i])).DistinctBy(one => one.Form).ToDictionary(one => one.Form, one => one.Flags, StringComparer.Ordinal);
    }
}
