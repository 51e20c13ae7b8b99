using System.Collections.Immutable;
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
        "Foxwell", "Mary", "J.", "'s", "’s", "“", "”", "titled", "in", ",", ".", "\n", "he", "her", "&", "Street", "Lake", "US", "who", "43", "A", "town", "People", "it", "they", "herself", "company", "driver", "彩券",
    ];

    private static readonly Gen<string> Words = Gen.Int[0, Vocabulary.Length - 1].Select(index => Vocabulary[index])
        .Array[0, 24].Select(words => string.Join(" ", words));

    [Fact]
    public void Mentions_lie_in_the_text_in_its_order_and_name_entities_that_exist() => Words.Sample(text => Holds(Rough(text)), iter: 3000);

    [Fact]
    public void No_string_makes_the_finder_throw() => Gen.String.Sample(text => Holds(Rough(text)), iter: 2000);

    [Fact]
    public void The_same_holds_of_text_that_the_analyzer_cut() => Words.Sample(text => Holds(Analyzer.Analyze(TextDocument.Of(text))), iter: 100);

    [Fact]
    public void A_point_of_the_compass_is_a_country_only_where_it_stands_for_one()
    {
        const string Text = "Mexico relies on North American trade.\nThe council will talk with the North about North Korea's missiles.";
        var found = Finder.Find(Analyzer.Analyze(TextDocument.Of(Text)));
        var north = Assert.Single(found.Mentions, mention => mention.Rule == NameRules.DirectionForCountry);
        Assert.Equal("the North", Text[(north.Span.Start - 4)..north.Span.End]);
        Assert.All(found.Entities.Where(entity => entity.Type == EntityType.Country), country => Assert.NotNull(country.Country));
    }

    [Fact]
    public void Reading_twice_gives_the_same() =>
        Words.Sample(text => Finder.Find(Rough(text)).Mentions.SequenceEqual(Finder.Find(Rough(text)).Mentions), iter: 500);

    [Theory]
    [InlineData("Kim Jong-un ")]
    [InlineData("Ministry of ")]
    [InlineData("al - ")]
    [InlineData("Anna B. Foxwell , ")]
    [InlineData("President ")]
    [InlineData("Jane said he left . ")]
    [InlineData("\" A ")]
    public void A_long_text_takes_no_more_than_its_share(string part) =>
        Assert.NotNull(Finder.Find(Rough(string.Concat(Enumerable.Repeat(part, 30_000)))));

    [Fact]
    public void Many_persons_of_one_name_take_no_more_than_their_share() =>
        Assert.NotEmpty(Finder.Find(Rough(string.Concat(Enumerable.Range(0, 20_000)
            .Select(number => $"Anna M{(char)('a' + (number % 26))}{(char)('a' + (number / 26 % 26))}{(char)('a' + (number / 676))} Foxwell spoke . ")))).Mentions);

    private static bool Holds(Analysis analysis)
    {
        var (mentions, entities, open) = Finder.Find(analysis);
        var (text, ids) = (analysis.Text, entities.Select(entity => entity.Id).ToHashSet());
        return ids.Count == entities.Length
            && mentions.All(mention => !mention.Span.IsEmpty && mention.Span.End <= text.Length && NameFinder.RuleNames.Contains(mention.Rule) && (mention.Entity is null || ids.Contains(mention.Entity)))
            && mentions.Zip(mentions.Skip(1)).All(pair => pair.First.Span.CompareTo(pair.Second.Span) <= 0)
            && mentions.Where(mention => mention.Form != MentionForm.Name).All(mention => mention.Entity is not null)
            && mentions.All(mention => mention.Join is null || NameFinder.JoinRuleNames.Contains(mention.Join))
            && entities.All(entity => mentions.Any(mention => mention.Entity == entity.Id))
            && entities.All(entity => entity.Name.Length > 0 && entity.Country is null or { Length: 3 })
            && open.All(one => one.Span.End <= text.Length);
    }

    /// <summary>Cut at blanks, tagged by capitals alone, a sentence for each stop: what the finder must bear, and fast.</summary>
    private static Analysis Rough(string text)
    {
        const int LongestSentence = 400;
        var (tokens, sentences) = (ImmutableArray.CreateBuilder<Token>(), ImmutableArray.CreateBuilder<Sentence>());
        var first = 0;
        for (var at = 0; at < text.Length;)
        {
            var end = at + 1;
            while (end < text.Length && !char.IsWhiteSpace(text[at]) && !char.IsWhiteSpace(text[end]))
            {
                end++;
            }

            if (!char.IsWhiteSpace(text[at]))
            {
                tokens.Add(RoughToken(text, new TextSpan(at, end), sentences.Count));
                if (text[at] is '.' or '\n' || tokens.Count - first == LongestSentence)
                {
                    sentences.Add(new Sentence(new TextSpan(tokens[first].Span.Start, end), first, tokens.Count, 0));
                    first = tokens.Count;
                }
            }

            at = end;
        }

        if (first < tokens.Count)
        {
            sentences.Add(new Sentence(new TextSpan(tokens[first].Span.Start, tokens[^1].Span.End), first, tokens.Count, 0));
        }

        return new Analysis(TextDocument.Of(text), sentences.ToImmutable(), tokens.ToImmutable());
    }

    private static Token RoughToken(string text, TextSpan span, int sentence)
    {
        var form = span.Of(text);
        var (xpos, upos) = char.IsUpper(form[0]) ? ("NNP", Upos.PROPN) : form == "said" ? ("VBD", Upos.VERB) : char.IsLetter(form[0]) ? ("NN", Upos.NOUN) : (".", Upos.PUNCT);
        return new Token { Span = span, Form = form, Lower = form.ToLowerInvariant(), Sentence = sentence, Xpos = xpos, Upos = upos };
    }
}
