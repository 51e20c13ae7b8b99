using System.Collections.Immutable;
using System.Text;
using OnRecord.Data;
using OnRecord.Pages.Input;
using OnRecord.Pages.Stated;

namespace OnRecord.Pages.Text;

/// <summary>Separates a page of bare text, such as HTML that lost its tags, into the documents that stand on it.</summary>
/// <remarks>
/// Lines → pieces with a shape (<see cref="PieceReader"/>) → article or other (<see cref="ArticleSeparator"/>) → documents
/// (<see cref="StoryGrouping"/>) → roles (<see cref="StoryRoles"/>). Each step looks at a bounded number of neighbours, so
/// the cost grows with the length of the page.
/// </remarks>
internal sealed class TextPageReader
{
    private readonly PageWords _words;
    private readonly PieceReader _pieces;
    private readonly ArticleSeparator _separator;
    private readonly CreditLines _credits;
    private readonly BylineLines _bylines;
    private readonly DateLines _dates;

    public TextPageReader(DataFolder data)
    {
        _words = new PageWords(data);
        _dates = new DateLines(data);
        _pieces = new PieceReader(_words, _dates);
        _separator = new ArticleSeparator(_words);
        _credits = new CreditLines(_words);
        _bylines = new BylineLines(_words);
    }

    /// <summary>The documents on a page, in the order of the page.</summary>
    public ImmutableArray<Document> Read(Page page, DecodedText decoded, ReadOptions options)
    {
        var text = decoded.Text;
        var pieces = _pieces.Read(text);
        if (pieces.Count == 0)
        {
            return PlainText.Read(page, decoded, options);
        }

        var topic = new TopicWords(text, pieces, _words);
        var path = _separator.Separate(text, pieces, topic);
        var stories = new StoryGrouping(text, pieces, topic, _words).Group(path);
        var roles = new StoryRoles(text, pieces, topic, _credits);
        var facts = PageFacts.Of(page, page.MediaType ?? "text/plain", decoded.Charset);
        return [.. stories.Select((story, ordinal) => Build(facts, decoded, story, ordinal, roles.Read(story, path), pieces, options))];
    }

    private Document Build(PageFacts facts, DecodedText decoded, Story story, int ordinal, List<Part> parts, List<Piece> pieces, ReadOptions options)
    {
        var text = new StringBuilder();
        var blocks = ImmutableArray.CreateBuilder<Block>(parts.Count);
        foreach (var part in parts)
        {
            text.Append(text.Length > 0 ? "\n" : "");
            var span = new TextSpan(text.Length, text.Length + part.Span.Length);
            text.Append(decoded.Text, part.Span.Start, part.Span.Length);
            blocks.Add(new Block(span, part.Role, part.Reason, new BlockSource(decoded.ByteOffset(part.Span.Start), decoded.ByteOffset(part.Span.End))));
        }

        var whole = text.ToString();
        var lastProse = story.Pieces.FindLastIndex(i => pieces[i].IsProse);
        return new Document
        {
            Page = facts,
            Ordinal = ordinal,
            Kind = story.Kind,
            Text = whole,
            Blocks = blocks.ToImmutable(),
            Truncated = story.Kind != DocumentKind.Listing && lastProse >= 0 && pieces[story.Pieces[lastProse]].IsCut,
            Bylines = [.. blocks.Where(block => block.Role == BlockRole.Byline).SelectMany(block => _bylines.Names(whole, block.Span)).Select(name => new Byline(name.Span, name.Name))],
            Published = story.Kind == DocumentKind.Article ? PublicationDay.Of(whole, blocks, facts.Uri, options, _dates) : null,
            Unresolved = decoded.UnresolvedFor(whole.Length),
        };
    }
}
