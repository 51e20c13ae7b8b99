using OnRecord.Names;

namespace OnRecord.Attributions;

/// <summary>Tells what sort of source a noun phrase is, and which entity it names.</summary>
internal sealed class SourceKinds
{
    private readonly Sheet _sheet;
    private readonly Mention?[] _mentions;
    private readonly HashSet<string> _unnamed;
    private readonly Descriptions _descriptions;

    public SourceKinds(Sheet sheet, NameFindings names)
    {
        _sheet = sheet;
        _descriptions = new Descriptions(sheet, names);
        _unnamed = names.Entities.Where(entity => !entity.Named).Select(entity => entity.Id).ToHashSet(StringComparer.Ordinal);
        _mentions = new Mention?[sheet.Tokens.Length];

        // Mentions may stand inside others: the outermost one holds the head of the phrase.
        foreach (var mention in names.Mentions.OrderBy(mention => mention.Span.Length))
        {
            for (var i = sheet.Analysis.TokenAt(mention.Span.Start); i < _mentions.Length && sheet.Tokens[i].Span.Start < mention.Span.End; i++)
            {
                _mentions[i] = mention;
            }
        }
    }

    /// <param name="span">The noun phrase.</param>
    /// <param name="open">Why a description was given no entity; null where it has one, or is none.</param>
    public AttributionSource Describe(TextSpan span, out string? open)
    {
        var head = Head(span);
        var mention = head < _mentions.Length && _mentions[head] is { } one && span.Contains(one.Span.Start) ? one : null;
        var entity = mention?.Entity;
        mention = mention is { Form: MentionForm.Nominal } || (entity is not null && _unnamed.Contains(entity)) ? null : mention;
        var lemma = _sheet.Lemma(head);
        var lower = head < _sheet.Tokens.Length ? _sheet.Tokens[head].Lower : "";
        var text = span.Of(_sheet.Text).ToLowerInvariant();
        var kind = IsOutlet(text, lemma) || (mention is not null && IsOutlet(mention.Span.Of(_sheet.Text).ToLowerInvariant(), lemma)) ? SourceKind.Outlet
            : _sheet.Words.Is("document", lemma) ? SourceKind.Document
            : mention is { Type: EntityType.Group } ? SourceKind.Collective
            : mention is { Type: EntityType.Work or EntityType.Law } ? SourceKind.Document
            : mention is not null || _sheet.Tag(head) is "NNP" ? SourceKind.Named
            : _sheet.Words.Is("collective", lemma) || _sheet.Words.Is("collective", lower) || _sheet.Tag(head) is "NNS" or "NNPS" ? SourceKind.Collective
            : SourceKind.Unnamed;
        open = null;
        return new AttributionSource(span, entity ?? (mention is null && kind is not SourceKind.Document ? _descriptions.Find(span, head, out open) : null), kind);
    }

    private bool IsOutlet(string text, string lemma)
    {
        if (_sheet.Words.Is("outlet-head", lemma))
        {
            return true;
        }

        var bare = text.StartsWith("the ", StringComparison.Ordinal) ? text[4..] : text;
        return _sheet.Words.Is("outlet", bare);
    }

    /// <summary>The token that the tree hangs on what stands outside the span; the first one where there is none.</summary>
    private int TreeHead(TextSpan span)
    {
        var first = _sheet.Analysis.TokenAt(span.Start);
        for (var i = first; i < _sheet.Tokens.Length && _sheet.Tokens[i].Span.Start < span.End; i++)
        {
            var head = _sheet.Tokens[i].Head;
            var isOutside = head < 0 || !span.Contains(_sheet.Tokens[head].Span);
            if (isOutside && _sheet.ChunkFirst(i) >= 0)
            {
                return i;
            }
        }

        return first;
    }

    /// <summary>Last token of the chunk that holds the head in the tree.</summary>
    private int Head(TextSpan span)
    {
        var first = TreeHead(span);
        var end = _sheet.ChunkEnd(first);
        if (end < 0)
        {
            return first;
        }

        while (end - 1 > first && _sheet.Tokens[end - 1].Span.End > span.End)
        {
            end--;
        }

        return end - 1 > first && _sheet.Tag(end - 1) == "POS" ? end - 2 : end - 1;
    }
}
