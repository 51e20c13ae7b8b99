using System.Text;

namespace OnRecord.Lab.TextPages;

/// <summary>A unit of a page that was put together: its place in UTF-16, its document, its role.</summary>
internal readonly record struct GoldUnit(int Start, int End, int Document, BlockRole Role);

/// <summary>A page of bare text with the truth about it. Document 0 is the article; furniture belongs to −1.</summary>
internal sealed record GoldPage(string Name, string Style, string Text, IReadOnlyList<GoldUnit> Units);

/// <summary>
/// Makes pages of bare text from the gold articles: one article, and the openings of others as teasers, in three styles. The
/// same stories give the same pages.
/// </summary>
internal sealed class TextPageMaker
{
    private static readonly string[] Furniture =
    [
        "Share this article", "Advertisement", "Sign up for our daily newsletter", "Copy link", "Subscribe now for full access", "Follow us on Facebook",
        "3 min read", "Listen to this article", "Comments", "Skip to content", "Save for later", "We use cookies to make this site work. Accept all",
    ];

    private static readonly string[] Footers = ["© 2025 Harbour Media Ltd. All rights reserved.", "Terms of Use", "Privacy Policy", "Contact us", "About us", "Back to top"];

    private static readonly string[] RelatedHeads = ["Related stories", "MOST READ", "More on this story", "Also in News", "You may also like", "Recommended for you"];

    private static readonly string[] Cuts = ["", "...", "…", " …", "... Read more", " [+1834 chars]"];

    private readonly Random _random;
    private readonly StringBuilder _text = new();
    private readonly List<GoldUnit> _units = [];
    private int _documents;
    private string _break = "\n";

    private TextPageMaker(int seed) => _random = new Random(seed);

    /// <summary>Pages in a fixed order; every third is of one style.</summary>
    public static IEnumerable<GoldPage> Make(IReadOnlyList<GoldStory> stories)
    {
        for (var i = 0; i < stories.Count; i++)
        {
            var others = Enumerable.Range(1, 6).Select(step => stories[(i + (step * 37)) % stories.Count]).Where(story => story != stories[i]).ToList();
            yield return new TextPageMaker(i).Make(stories[i], others, i % 3);
        }
    }

    private GoldPage Make(GoldStory story, List<GoldStory> others, int style)
    {
        _break = _random.Next(3) == 0 ? "\n\n" : "\n";
        switch (style)
        {
            case 0:
                Lines(story, others);
                break;
            case 1:
                Inline(story, others);
                break;
            default:
                Shuffled(story, others);
                break;
        }

        return new GoldPage(story.Name, style switch { 0 => "lines", 1 => "inline", _ => "shuffled" }, _text.ToString(), _units);
    }

    // Headline, byline, paragraphs; then headlines with blurbs or a list of headlines; then the foot of the page.
    private void Lines(GoldStory story, List<GoldStory> others)
    {
        Top(story);
        Body(story, 0, story.Lines.Count);
        if (_random.Next(2) == 0)
        {
            Add(Pick(RelatedHeads), -1, BlockRole.Boilerplate);
            foreach (var other in others.Where(other => other.Headline is not null))
            {
                Add(other.Headline!, ++_documents, BlockRole.Headline);
            }
        }
        else
        {
            foreach (var other in others.Take(4).Where(other => other.Headline is not null))
            {
                Add(other.Headline!, ++_documents, BlockRole.Headline);
                var blurb = Blurb(other);
                Add(blurb, _documents, char.IsLetterOrDigit(blurb[^1]) && !blurb.EndsWith("more", StringComparison.Ordinal) ? BlockRole.Standfirst : BlockRole.Paragraph);
            }
        }

        foreach (var footer in Footers)
        {
            Add(footer, -1, BlockRole.Boilerplate);
        }
    }

    // As text that was copied out of a page: the article without its headline, then openings cut in mid-sentence.
    private void Inline(GoldStory story, List<GoldStory> others)
    {
        Body(story, 0, story.Lines.Count);
        foreach (var other in others.Take(4))
        {
            Opening(other);
        }
    }

    // Furniture and other stories in between.
    private void Shuffled(GoldStory story, List<GoldStory> others)
    {
        Add(Pick(Furniture), -1, BlockRole.Boilerplate);
        Add(Pick(Furniture), -1, BlockRole.Boilerplate);
        Top(story);
        var middle = story.Lines.Count / 2;
        Body(story, 0, middle);
        if (_random.Next(2) == 0)
        {
            Add(Pick(RelatedHeads), -1, BlockRole.Boilerplate);
            foreach (var other in others.Take(3).Where(other => other.Headline is not null))
            {
                Add(other.Headline!, ++_documents, BlockRole.Headline);
            }
        }
        else
        {
            Add(Pick(Furniture), -1, BlockRole.Boilerplate);
            Opening(others[0]);
        }

        Body(story, middle, story.Lines.Count);
        Add(Pick(Furniture), -1, BlockRole.Boilerplate);
        foreach (var other in others.Skip(3))
        {
            Opening(other);
        }

        Add(Pick(Footers), -1, BlockRole.Boilerplate);
    }

    private void Top(GoldStory story)
    {
        if (story.Headline is { } headline)
        {
            Add(headline, 0, BlockRole.Headline);
        }

        if (story.Standfirst is { } standfirst && story.Author is not null)
        {
            Add(standfirst, 0, BlockRole.Standfirst);
        }

        if (story.Author is { } author)
        {
            Add("By " + author, 0, BlockRole.Byline);
            Add("Published: 3 March 2025", 0, BlockRole.Dateline);
        }
    }

    private void Body(GoldStory story, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            var (text, isHeading) = story.Lines[i];
            Add(text, 0, IsItem(text) ? BlockRole.List : isHeading ? BlockRole.Heading : BlockRole.Paragraph);
            if (i == 2 && _random.Next(2) == 0)
            {
                Add("Photo: Mira Tal, Harbour Pictures", 0, BlockRole.Credit);
            }
        }
    }

    // Kicker and standfirst run into the lead where the story has a standfirst; the text stops at 500 to 600 characters.
    private void Opening(GoldStory story)
    {
        _documents++;
        var summary = story.Standfirst is { } standfirst && standfirst.Split(' ').Length is > 6 and < 40 ? standfirst.TrimEnd('.') : null;
        if (summary is not null && summary.IndexOfAny([':', '.']) < 0)
        {
            var kicker = Kicker(story);
            Add(kicker, _documents, BlockRole.Kicker, ": ");
            Add(summary, _documents, BlockRole.Standfirst, " ");
        }

        Add(Cut(string.Join(' ', story.Paragraphs), 500 + _random.Next(100)) + Pick(Cuts), _documents, BlockRole.Paragraph);
    }

    private string Kicker(GoldStory story)
    {
        var words = (story.Headline ?? "the latest").Split(' ').Where(word => word.Length > 3 && word.All(char.IsLetter)).Take(2);
        var kicker = string.Join(' ', words).ToUpperInvariant();
        return kicker.Length < 4 ? "NEW PLAN" : _random.Next(2) == 0 ? $"‘{kicker}’" : kicker;
    }

    private string Blurb(GoldStory story)
    {
        var first = story.Standfirst ?? story.Paragraphs.First(text => text.Split(' ').Length > 8);
        return _random.Next(2) == 0 || first.Length < 120 ? first : Cut(first, 100 + _random.Next(60)) + Pick(["...", "…", "... Read more"]);
    }

    private static string Cut(string text, int length)
    {
        length = Math.Min(length, text.Length - 1);
        var blank = text.LastIndexOf(' ', length);
        var cut = text[..(blank > 0 ? blank : length)];

        // Not by chance at the end of a sentence.
        return cut[^1] is '.' or '?' or '!' or '”' ? cut[..cut.LastIndexOf(' ')] : cut;
    }

    private void Add(string text, int document, BlockRole role, string? behind = null)
    {
        _units.Add(new GoldUnit(_text.Length, _text.Length + text.Length, document, role));
        _text.Append(text).Append(behind ?? _break);
    }

    // A bullet, or a number with a stop behind it.
    private static bool IsItem(string text)
    {
        var mark = text.Split(' ')[0];
        return mark is "-" or "•" or "*" || (mark.Length is 2 or 3 && mark[^1] is '.' or ')' && mark[..^1].All(char.IsDigit));
    }

    private string Pick(string[] choices) => choices[_random.Next(choices.Length)];
}
