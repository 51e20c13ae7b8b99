using System.Collections.Immutable;
using System.Text;
using OnRecord.Pages.Input;

namespace OnRecord.Pages.Html;

/// <summary>Puts blocks together to documents: text, spans, and the way back to the bytes.</summary>
internal sealed class DocumentBuilder(Page page, DecodedText decoded, HtmlPage parsed)
{
    private readonly ElementPaths _paths = new();
    private readonly PageFacts _facts = PageFacts.Of(page, page.MediaType ?? "text/html", decoded.Charset);

    /// <summary>A document of these blocks; what only articles have is left out.</summary>
    public Document Build(int ordinal, DocumentKind kind, IReadOnlyList<FoundBlock> found)
    {
        var text = new StringBuilder();
        var blocks = ImmutableArray.CreateBuilder<Block>();
        foreach (var block in found)
        {
            if (text.Length > 0)
            {
                text.Append('\n');
            }

            var start = text.Length;
            text.Append(block.Text);
            blocks.Add(new Block(new TextSpan(start, text.Length), block.Role, block.Reason, Source(block)));
        }

        return new Document
        {
            Page = _facts,
            Ordinal = ordinal,
            Kind = kind,
            Text = text.ToString(),
            Blocks = blocks.ToImmutable(),
            Truncated = EndsInMidSentence(found),
            Language = parsed.Head.Language,
            Publisher = parsed.Head.Publisher,
            Section = kind == DocumentKind.Teaser ? null : parsed.Head.Section,
            Address = kind == DocumentKind.Teaser ? Link(found) : parsed.Head.Address,
            Stated = kind == DocumentKind.Teaser ? [] : [.. parsed.Head.All.Select(Fact)],
        };
    }

    private StatedFact Fact((FactKind What, Stated Stated) fact) => new(
        fact.What,
        fact.Stated.Text,
        fact.Stated.From,
        decoded.ByteOffset(fact.Stated.Source.Start),
        decoded.ByteOffset(fact.Stated.Source.End));

    /// <summary>Where a teaser's headline leads, made absolute by the page's own address.</summary>
    private string? Link(IReadOnlyList<FoundBlock> found)
    {
        var href = found.Select(block => block.Run?.Href).FirstOrDefault(href => !string.IsNullOrWhiteSpace(href) && PageAddress.IsWeb(href))?.Trim();
        return href is null || !Uri.TryCreate(page.Uri ?? parsed.Head.Address, UriKind.Absolute, out var own) || !Uri.TryCreate(own, href, out var absolute)
            ? href
            : absolute.AbsoluteUri;
    }

    private BlockSource Source(FoundBlock block)
    {
        if (block.Run is not { } run)
        {
            var stated = block.Stated!.Source;
            return new BlockSource(decoded.ByteOffset(stated.Start), decoded.ByteOffset(stated.End));
        }

        var start = run.Start.Resolve();
        var end = Math.Max(start, run.End.Resolve());
        return new BlockSource(decoded.ByteOffset(start), decoded.ByteOffset(end), _paths.Of(run.Box.Element));
    }

    private static bool EndsInMidSentence(IReadOnlyList<FoundBlock> found)
    {
        var last = found.LastOrDefault(block => block.Role is BlockRole.Paragraph or BlockRole.Standfirst);
        return last is not null && last.Text.TrimEnd() is var text && (text.EndsWith('…') || text.EndsWith("...", StringComparison.Ordinal));
    }
}
