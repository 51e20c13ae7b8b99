using System.Text;
using CsCheck;
using OnRecord.Data;
using OnRecord.Pages;

namespace OnRecord.Tests.Pages;

/// <summary>Length costs no text: however long an article is, all its paragraphs are read.</summary>
public sealed class LongPageTests
{
    private const string Nav = "<nav><ul><li><a href='/'>Home</a></li><li><a href='/n'>News</a></li><li><a href='/s'>Sport</a></li></ul></nav>";
    private const string Footer = "<footer><p>© 2025 Larnet Post. All rights reserved.</p><p><a href='/p'>Privacy</a></p></footer>";

    private static readonly PageReader Reader = new(DataFolder.English());

    private static readonly string[] Who = ["The harbour board", "A clerk in the town hall", "Mira Holm", "One of the divers", "The old mayor", "Nobody at the ferry line", "The audit office", "A lawyer for the firm"];
    private static readonly string[] Said = ["said that", "denied that", "wrote in a letter that", "remembered that", "told the inquiry that", "was sure that"];
    private static readonly string[] What = ["the quay had been closed since spring", "the money was spent on a new crane", "the rock was known to every child", "the council met behind closed doors", "a second firm had offered to do it for less"];
    private static readonly string[] How = ["until the storm of that autumn", "because the old lighthouse stood in the way", "although the papers were never found", "while the ferry went on as before"];

    /// <summary>Ways in which pages put paragraphs down.</summary>
    public static TheoryData<string> Templates => [.. Layouts.Keys];

    private static readonly Dictionary<string, Func<string[], string>> Layouts = new(StringComparer.Ordinal)
    {
        ["paragraphs in a box"] = p => $"<div class='content'><h1>Fees rise again</h1>{Each(p, "<p>{0}</p>")}</div>",
        ["article with a body"] = p => $"<main><article><header><h1>Fees rise again</h1></header><div class='article-body'>{Each(p, "<p>{0}</p>")}</div></article></main>",
        ["sections"] = p => $"<article><h1>Fees rise again</h1>{string.Concat(p.Chunk(6).Select((part, i) => $"<section><h2>Part {i + 1}</h2>{Each(part, "<p>{0}</p>")}</section>"))}</article>",
        ["line breaks"] = p => $"<div id='story'><h1>Fees rise again</h1><div>{string.Join("<br><br>", p)}</div></div>",
        ["boxes in boxes"] = p => $"<div class='post'><h1>Fees rise again</h1>{Each(p, "<div class='para'><div>{0}</div></div>")}</div>",
        ["pictures between"] = p => $"<article><h1>Fees rise again</h1>{string.Concat(p.Chunk(5).Select(part => Each(part, "<p>{0}</p>") + "<figure><img src='a.jpg'><figcaption>The quay. Photo: Mira Holm</figcaption></figure>"))}</article>",
        ["quotations between"] = p => $"<article><h1>Fees rise again</h1>{string.Concat(p.Select((text, i) => i % 4 == 3 ? $"<blockquote><p>{text}</p></blockquote>" : $"<p>{text}</p>"))}</article>",
        ["entries"] = p => $"<article><h1>Fees rise again</h1>{Each(p, "<div class='entry'><time>10:15</time><h3>The inquiry goes on</h3><p>{0}</p></div>")}</article>",
        ["a transcript"] = p => $"<article><h1>Hearing on the harbour</h1>{string.Concat(p.Select((text, i) => $"<p>{(i % 2 == 0 ? "HOLM" : "FALK")}: {text}</p>"))}</article>",
        ["a table of old"] = p => $"<table><tr><td><h1>Fees rise again</h1>{Each(p, "<p>{0}")}</td></tr></table>",
        ["comments behind"] = p => $"<div class='entry-content'><h1>Fees rise again</h1>{Each(p, "<p>{0}</p>")}</div><div class='comments'><h3>Comments</h3>{Each([.. Paragraphs(20, 7)], "<div class='comment'><p>I think {0}</p></div>")}</div>",
    };

    [Theory]
    [MemberData(nameof(Templates))]
    public void An_article_of_any_length_keeps_all_its_paragraphs(string template) => Assert.All((int[])[10, 60, 110, 150, 250, 500], count =>
    {
        var paragraphs = Paragraphs(count, 1);
        var article = Read(Layouts[template](paragraphs));
        Assert.Equal(count, paragraphs.Count(text => article.Text.Contains(text, StringComparison.Ordinal)));
        Assert.False(article.Truncated);
        Assert.DoesNotContain("Privacy", article.Text, StringComparison.Ordinal);
    });

    [Fact]
    public void Paragraphs_that_are_added_never_cost_earlier_ones() => Gen.Int[0, Layouts.Count - 1].Select(Gen.Int[10, 200], Gen.Int[1, 300], Gen.Int[0, 1000]).Sample(
        (template, count, more, seed) =>
        {
            var paragraphs = Paragraphs(count + more, seed);
            var layout = Layouts.Values.ElementAt(template);
            var (before, after) = (Read(layout(paragraphs[..count])), Read(layout(paragraphs)));
            Assert.All(paragraphs[..count].Where(text => before.Text.Contains(text, StringComparison.Ordinal)), text => Assert.Contains(text, after.Text, StringComparison.Ordinal));
        },
        iter: 20,
        threads: 1);

    [Fact]
    public void Text_that_is_left_out_though_it_looks_like_the_article_is_told()
    {
        var paragraphs = Paragraphs(8, 3);
        var page = $"<article><h1>Fees rise again</h1>{Each(paragraphs, "<p>{0}</p>")}<p>{Offer}</p><p>{Offer.Replace("today", "now", StringComparison.Ordinal)}</p><p>{Offer.Replace("today", "soon", StringComparison.Ordinal)}</p></article>";
        var article = Read(page);
        Assert.Equal(!article.Text.Contains("Sign up today", StringComparison.Ordinal), article.Unresolved.Any(open => open is { What: "article", Why: "similarTextLeftOut" }));
        Assert.DoesNotContain(Read($"<article><h1>Fees rise again</h1>{Each(paragraphs, "<p>{0}</p>")}</article>").Unresolved, open => open.What == "article");
    }

    [Fact]
    public void What_a_browser_takes_for_characters_in_noscript_costs_nothing_behind_it() => Assert.All(
        (string[])["<iframe src='https://tags.example/x' height=0 />", "<style>p { color: red", "<!-- a comment", "<style><!--", "<textarea>", "<table><td>", "<title>"],
        inside =>
        {
            var paragraphs = Paragraphs(6, 5);
            var article = Read($"<noscript>{inside}</noscript><article><h1>Fees rise again</h1>{Each(paragraphs, "<p>{0}</p>")}</article>");
            Assert.All(paragraphs, text => Assert.Contains(text, article.Text, StringComparison.Ordinal));
        });

    [Fact]
    public void An_article_that_stands_in_noscript_alone_is_read_with_its_bytes() => Assert.All((string[])["", "<style>p { color: red", "<iframe src='/x' />", "<!-- open"], last =>
    {
        var paragraphs = Paragraphs(6, 5);
        var html = $"<title>Fees rise again</title>{Nav}<div id=app></div><noscript><style>p {{ }}</style><article><h1>Fees rise again</h1>{Each(paragraphs, "<p>{0}</p>")}</article>{last}</noscript>{Footer}";
        var article = Reader.Read(Page.Of(Encoding.UTF8.GetBytes(html), mediaType: "text/html"), ReadOptions.Default)[0];
        Assert.All(paragraphs, text => Assert.Contains(text, article.Text, StringComparison.Ordinal));
        Assert.All(article.Blocks.Where(block => block.Role == BlockRole.Paragraph), block =>
            Assert.Contains(block.Span.Of(article.Text), Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(html)[block.Source!.ByteStart..block.Source.ByteEnd]), StringComparison.Ordinal));
    });

    private const string Offer = "Sign up today for our newsletter and get the best stories of the Larnet Post delivered to your inbox every morning for free, subscribe now and never miss an offer again";

    private static Document Read(string body) => Reader.Read(
        Page.Of(Encoding.UTF8.GetBytes($"<!doctype html><html lang=en><head><title>Fees rise again</title></head><body>{Nav}{body}{Footer}</body></html>"), mediaType: "text/html"), ReadOptions.Default)[0];

    private static string Each(IEnumerable<string> paragraphs, string form) => string.Concat(paragraphs.Select(text => form.Replace("{0}", text, StringComparison.Ordinal)));

    /// <summary>Paragraphs of two to four sentences; each begins with its number.</summary>
    private static string[] Paragraphs(int count, int seed)
    {
        var next = (uint)seed;
        string Any(string[] words)
        {
            next = (next * 1664525) + 1013904223;
            return words[(next >> 16) % words.Length];
        }

        return [.. Enumerable.Range(0, count).Select(i => $"In week {i} of the case, " + string.Join(' ', Enumerable.Range(0, 2 + (i % 3)).Select(_ => $"{Any(Who)} {Any(Said)} {Any(What)} {Any(How)}.")))];
    }
}
