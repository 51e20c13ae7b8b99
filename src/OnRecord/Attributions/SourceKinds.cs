using OnRecord.Names;

namespace OnRecord.Attributions;

/// <summary>Tells what sort of source a noun phrase is, and which entity it names.</summary>
internal sealed class SourceKinds
{
    private readonly Sheet _sheet;
    private readonly Mention?[] _mentions;
    private readonly HashSet<string> _named;
    private readonly Descriptions _descriptions;

    public SourceKinds(Sheet sheet, NameFindings names)
    {
        _sheet = sheet;
        _descriptions = new Descriptions(sheet, names);
        _named = names.Entities.Where(entity => entity.Named).Select(entity => entity.Id).ToHashSet(StringComparer.Ordinal);
        _mentions = OutermostMentions.Of(sheet, names);
    }

    /// <param name="span">The noun phrase.</param>
    /// <param name="open">Why a description was given no entity; null where it has one, or is none.</param>
    public AttributionSource Describe(TextSpan span, out string? open)
    {
        var head = Head(span);
        if (NamedSources.Antecedent(_sheet, head) is var noun and >= 0)
        {
            // "Holm, who said": what Holm is, "who" is.
            var phrase = _sheet.ChunkFirst(noun) is var first and >= 0 ? _sheet.Analysis.SpanOf(first, _sheet.ChunkEnd(noun)) : _sheet.Tokens[noun].Span;
            var behind = Describe(phrase, out open);
            return behind with { Span = span };
        }

        open = null;
        if (IsGeneric(span))
        {
            return new AttributionSource(span, null, SourceKind.Generic);
        }

        var mention = head < _mentions.Length && _mentions[head] is { } one && span.Contains(one.Span.Start) ? one : null;
        if (mention is not { Form: MentionForm.Name, Type: EntityType.Person } && NamedSources.Beside(_sheet, _mentions, span, head) is { } named)
        {
            return new AttributionSource(span, named.Entity, SourceKind.Named);
        }

        if (IsJoined(span, head))
        {
            return new AttributionSource(span, null, SourceKind.Collective);
        }

        var entity = mention?.Entity;
        mention = mention is { Form: MentionForm.Nominal } && (entity is null || !_named.Contains(entity)) || (entity is not null && !_named.Contains(entity)) ? null : mention;
        var kind = KindOf(span, head, mention);
        return new AttributionSource(span, entity ?? (mention is null && kind is not SourceKind.Document ? _descriptions.Find(span, head, out open) : null), kind);
    }

    /// <summary>"Orlo and the union": two voices, of whom neither is the source alone.</summary>
    private bool IsJoined(TextSpan span, int head)
    {
        var own = head < _mentions.Length ? _mentions[head] : null;
        for (var i = head + 1; i < _sheet.Tokens.Length && _sheet.Tokens[i].Span.Start < span.End; i++)
        {
            var token = _sheet.Tokens[i];
            if (_sheet.Trees.Is(i, "conj") && token.Upos is Upos.NOUN or Upos.PROPN or Upos.PRON && !(own is not null && own.Span.Contains(token.Span)) && IsOfHead(token.Head, span, head) && _sheet.Trees.Dependent(i, "cc") is var joint and >= 0 && _sheet.Is(joint, "and"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a token is the head of the phrase, or stands in one chunk or name with it.</summary>
    private bool IsOfHead(int token, TextSpan span, int head) =>
        token == head || (token >= 0 && span.Contains(_sheet.Tokens[token].Span) && _sheet.ChunkFirst(token) >= 0 && _sheet.ChunkFirst(token) == _sheet.ChunkFirst(head)) || token == TreeHead(span);

    private SourceKind KindOf(TextSpan span, int head, Mention? mention)
    {
        var (lemma, lower) = (_sheet.Lemma(head), head < _sheet.Tokens.Length ? _sheet.Tokens[head].Lower : "");
        return IsOutlet(span.Of(_sheet.Text).ToLowerInvariant(), lemma) || (mention is not null && IsOutlet(mention.Span.Of(_sheet.Text).ToLowerInvariant(), lemma)) ? SourceKind.Outlet
            : _sheet.Words.Is("document", lemma) ? SourceKind.Document
            : mention is { Type: EntityType.Group } ? SourceKind.Collective
            : mention is { Type: EntityType.Work or EntityType.Law } ? SourceKind.Document
            : mention is not null and not { Form: MentionForm.Nominal } || _sheet.Tag(head) is "NNP" ? SourceKind.Named
            : _sheet.Tag(head) == "NN" && _sheet.Words.Is("one-person", lemma) ? SourceKind.Unnamed
            : _sheet.Words.Is("collective", lemma) || _sheet.Words.Is("collective", lower) || _sheet.Tag(head) is "NNS" or "NNPS" ? SourceKind.Collective
            : SourceKind.Unnamed;
    }

    /// <summary>"You", "one", and the writer's own "we": whoever reads this, nobody in particular.</summary>
    private bool IsGeneric(TextSpan span)
    {
        var first = _sheet.Analysis.TokenAt(span.Start);
        return first < _sheet.Tokens.Length && _sheet.Tokens[first].Span.End == span.End
            && (_sheet.Is(first, "you") || (_sheet.Is(first, "one") && _sheet.Tag(first) == "PRP") || (_sheet.Is(first, "we") && _sheet.QuotationAt(first) < 0));
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
