using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace OnRecord;

/// <summary>Reads one record from its JSON: the inverse of <see cref="RecordWriter"/>. Every field is checked; what is wrong is a <see cref="RecordFormatException"/>.</summary>
/// <remarks>Fields that records of earlier releases lack are asked for by <see cref="RecordFields.Knows"/> or <see cref="RecordFields.Has"/>.</remarks>
internal sealed class RecordParser
{
    /// <summary>Reasons of ranks by the weights before they were learned.</summary>
    private static readonly FrozenSet<string> RetiredReasons = ["namedActor", "casualties", "notSo"];

    private readonly RecordFields _record;
    private readonly string _text;
    private readonly FrozenSet<string> _entities;
    private readonly FrozenSet<string> _attributions;
    private readonly FrozenSet<string> _claims;

    private RecordParser(RecordFields record)
    {
        _text = record.Text("text");
        _record = record.In(_text);
        _entities = Ids("entities");
        _attributions = Ids("attributions");
        _claims = Ids("claims");
    }

    /// <exception cref="RecordFormatException">A field is missing or impossible.</exception>
    public static Record Read(RecordFields json) => json.Text("format") is var format && format == Record.Format
        ? new RecordParser(json).Read()
        : throw json.Wrong("format", $"is '{format}'; this release reads {Record.Format}");

    private FrozenSet<string> Ids(string list) => _record.List(list, item => item.Text("id")).ToFrozenSet(StringComparer.Ordinal);

    private Record Read()
    {
        var times = _record.List("times", ReadTime);
        var quantities = _record.List("quantities", ReadQuantity);
        var unresolved = _record.List("unresolved", item => new Unresolved(item.Span(), item.Text("what"), item.Text("why")));
        return new Record
        {
            Document = ReadDocument([.. unresolved.Where(open => open.IsOfPage)]),
            Sentences = _record.List("sentences", sentence => sentence.Span()),
            Mentions = _record.List("mentions", ReadMention),
            Entities = _record.List("entities", ReadEntity),
            Times = times,
            Quantities = quantities,
            Attributions = _record.List("attributions", ReadAttribution),
            Claims = _record.List("claims", claim => ReadClaim(claim, times.Length, quantities.Length)),
            Events = _record.List("events", ReadEvent),
            Unresolved = unresolved,
        };
    }

    private Document ReadDocument(ImmutableArray<Unresolved> unresolved)
    {
        var page = ReadPage(_record.Object("page"));
        if (_record.Text("textSha256") != Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(_text))))
        {
            throw _record.Wrong("textSha256", "the text has been altered: this is not its hash");
        }

        return new Document
        {
            Page = page,
            Ordinal = ReadOrdinal(page),
            Kind = _record.Named<DocumentKind>("kind"),
            Truncated = _record.Flag("truncated"),
            Language = _record.Text("language"),
            Bylines = _record.List("bylines", byline => new Byline(byline.Span(), byline.Text("name"))),
            Publisher = _record.TextOrNull("publisher"),
            Published = ReadDate("published"),
            Modified = ReadDate("modified"),
            Section = _record.Has("section") ? _record.Text("section") : null,
            Address = _record.Has("address") ? _record.Text("address") : null,
            Stated = _record.Knows("stated") ? _record.List("stated", ReadStated) : [],
            Text = _text,
            Blocks = ReadBlocks(),
            Unresolved = unresolved,
        };
    }

    private static PageFacts ReadPage(RecordFields page)
    {
        var sha256 = page.Text("sha256");
        return new PageFacts(
            page.TextOrNull("uri"),
            page.Text("mediaType"),
            page.Text("charset"),
            sha256.Length == 2 * SHA256.HashSizeInBytes && sha256.All(char.IsAsciiHexDigitLower) ? sha256 : throw page.Wrong("sha256", "is no SHA-256"),
            page.TextOrNull("fetched"),
            page.ObjectOrNull("warc") is { } warc ? new WarcOrigin(warc.TextOrNull("recordId"), warc.TextOrNull("digest")) : null,
            page.Has("name") ? page.Text("name") : null);
    }

    /// <summary>The document's place on the page, told by its id, which is derived.</summary>
    private int ReadOrdinal(PageFacts page)
    {
        var id = _record.Text("id");
        return int.TryParse(id.AsSpan(id.LastIndexOf('-') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var ordinal) && id == Record.IdOf(page, ordinal)
            ? ordinal
            : throw _record.Wrong("id", "is not made of the page's hash and the document's place");
    }

    /// <summary>A date; records of releases that did not write the field have none.</summary>
    private PublishedDate? ReadDate(string name) => _record.Has(name) && _record.Object(name) is var date
        ? new PublishedDate(date.Day("value"), date.Named<DateBasis>("basis"), date.Has("start") ? date.Span() : null, date.Has("time") ? date.Text("time") : null)
        : null;

    private static StatedFact ReadStated(RecordFields fact)
    {
        var (start, end) = Bytes(fact);
        return new StatedFact(fact.Named<FactKind>("what"), fact.Text("value"), fact.Text("from"), start, end);
    }

    /// <summary>The blocks; the headline and its kin are the first blocks with their role, and are not told twice in different ways.</summary>
    private ImmutableArray<Block> ReadBlocks()
    {
        var blocks = _record.List("blocks", ReadBlock);
        foreach (var (name, role) in ((string, BlockRole)[])[("headline", BlockRole.Headline), ("kicker", BlockRole.Kicker), ("standfirst", BlockRole.Standfirst)])
        {
            if (_record.ObjectOrNull(name)?.Span() != blocks.FirstOrDefault(block => block.Role == role)?.Span)
            {
                throw _record.Wrong(name, "is not the first block with this role");
            }
        }

        return blocks;
    }

    private static Block ReadBlock(RecordFields block) => new(
        block.Span(),
        block.Named<BlockRole>("role"),
        block.Text("reason"),
        block.ObjectOrNull("source") is { } source && Bytes(source) is var (start, end) ? new BlockSource(start, end, source.TextOrNull("path")) : null);

    private static (int Start, int End) Bytes(RecordFields place) =>
        (place.Count("byteStart"), place.Count("byteEnd")) is var (start, end) && start <= end ? (start, end) : throw place.Wrong("byteEnd", $"{start}..{end} is no range of bytes");

    private Mention ReadMention(RecordFields mention) => new(mention.Span(), mention.Named<EntityType>("type"), mention.IdOrNull("entity", _entities), mention.Text("rule"))
    {
        Form = mention.Knows("form") ? mention.Named<MentionForm>("form") : MentionForm.Name,
        Join = mention.Has("join") ? mention.Text("join") : null,
    };

    private Entity ReadEntity(RecordFields entity) => new(entity.Text("id"), entity.Text("name"), entity.Named<EntityType>("type"), entity.TextOrNull("country"), entity.Texts("titles"))
    {
        Named = !entity.Knows("named") || entity.Flag("named"),
        Aliases = entity.Knows("aliases") ? entity.Texts("aliases") : [],
        Key = entity.Has("key") ? entity.Text("key") : null,
        MergedBy = entity.Has("mergedBy") && entity.Object("mergedBy") is var merged ? new MergedName(merged.Text("name"), merged.Text("rule")) : null,
        Roles = entity.Knows("roles") ? entity.List("roles", role => new Role(role.Span(), role.IdOrNull("of", _entities))) : [],
    };

    private static TimeExpression ReadTime(RecordFields time) => new()
    {
        Span = time.Span(),
        Timex = time.TextOrNull("timex"),
        Type = time.Named<TimexType>("type"),
        Earliest = time.DayOrNull("earliest"),
        Latest = time.DayOrNull("latest"),
        Granularity = time.Named<Granularity>("granularity"),
        Edtf = time.TextOrNull("edtf"),
        Mod = time.Has("mod") ? time.Text("mod") : null,
        Zone = time.Has("zone") ? time.Text("zone") : null,
        Anchor = time.Named<TimeAnchor>("anchor"),
        Rule = time.Text("rule"),
    };

    private static Quantity ReadQuantity(RecordFields quantity) => new()
    {
        Span = quantity.Span(),
        Kind = quantity.Named<QuantityKind>("kind"),
        Low = quantity.NumberOrNull("low"),
        High = quantity.NumberOrNull("high"),
        Best = quantity.NumberOrNull("best"),
        Relation = quantity.Named<QuantityRelation>("relation"),
        Unit = quantity.TextOrNull("unit"),
        Currency = quantity.TextOrNull("currency"),
        Counted = quantity.ObjectOrNull("counted")?.Span(),
        ConversionOf = quantity.ObjectOrNull("conversionOf")?.Span(),
        Change = quantity.Has("change") && quantity.Object("change") is var change ? new QuantityChange(change.Named<ChangeRole>("role"), change.NamedOrNull<ChangeDirection>("direction")) : null,
        Casualty = quantity.Has("casualty") ? quantity.Named<Casualty>("casualty") : null,
        Rule = quantity.Text("rule"),
    };

    private Attribution ReadAttribution(RecordFields attribution) => new()
    {
        Id = attribution.Text("id"),
        Source = attribution.ObjectOrNull("source") is { } source ? ReadSource(source) : null,
        Cue = attribution.Object("cue") is var cue ? new AttributionCue(cue.Span(), cue.Text("lemma")) : null!,
        Content = attribution.List("content", span => span.Span()),
        Speech = attribution.Named<Speech>("speech"),
        Within = attribution.IdOrNull("within", _attributions),
        Rule = attribution.Text("rule"),
        Confidence = attribution.Knows("confidence") ? ReadShare(attribution, "confidence") : null,
    };

    private AttributionSource ReadSource(RecordFields source) => new(source.Span(), source.IdOrNull("entity", _entities), source.Named<SourceKind>("kind"));

    private Claim ReadClaim(RecordFields claim, int times, int quantities)
    {
        var parts = claim.List("parts", ReadPart);
        var predicate = claim.Object("predicate");
        return new Claim
        {
            Id = claim.Text("id"),
            Span = claim.Span(),
            Statement = parts.Length > 0 && claim.Text("statement") == StatementPart.Join(parts, _text) ? claim.Text("statement") : throw claim.Wrong("statement", "is not what its parts give"),
            Parts = parts,
            Predicate = new ClaimPredicate(predicate.Span(), predicate.Text("lemma")),
            Governor = claim.ObjectOrNull("governor")?.Span(),
            Roles = claim.List("roles", role => new ClaimRole(role.Named<RoleKind>("role"), role.Span(), role.IdOrNull("entity", _entities))),
            Negated = claim.Flag("negated"),
            Status = claim.Named<ClaimStatus>("status"),
            Certainty = ReadShare(claim, "certainty"),
            AttributedTo = claim.Ids("attributedTo", _attributions),
            Origin = claim.Has("origin") ? ReadSource(claim.Object("origin")) : null,
            Times = claim.Indexes("times", times),
            Quantities = claim.Indexes("quantities", quantities),
            Within = claim.IdOrNull("within", _claims),
            Level = claim.Named<ClaimLevel>("level"),
            Rank = ReadShare(claim, "rank") ?? throw claim.Wrong("rank", "must be a number"),
            Reasons = claim.NamedList<RankReason>("reasons", RetiredReasons),
            Rule = claim.Text("rule"),
        };
    }

    private StatementPart ReadPart(RecordFields part) => part.Knows("insert")
        ? new StatementPart(part.Object("from").Span(), part.Text("insert"), part.IdOrNull("entity", _entities), part.Text("rule"))
        : new StatementPart(part.Span());

    private CodedEvent ReadEvent(RecordFields coded)
    {
        var (type, mode) = (coded.Named<EventType>("type"), coded.TextOrNull("mode"));
        return new CodedEvent
        {
            Claim = coded.IdOrNull("claim", _claims) ?? throw coded.Wrong("claim", "must be the id of a claim"),
            Trigger = coded.Object("trigger").Span(),
            Type = type,
            Mode = mode is null || Plover.ModesOf(type).Contains(mode) ? mode : throw coded.Wrong("mode", $"is '{mode}', which is no mode of {Plover.NameOf(type)}"),
            Contexts = coded.Texts("contexts"),
            Actor = coded.List("actor", ReadParticipant),
            Recipient = coded.List("recipient", ReadParticipant),
            Status = coded.Named<ClaimStatus>("status"),
            Negated = coded.Flag("negated"),
            Acled = coded.TextOrNull("acled"),
            Rule = coded.Text("rule"),
        };
    }

    private EventParticipant ReadParticipant(RecordFields participant) => new(participant.Span(), participant.IdOrNull("entity", _entities));

    private static decimal? ReadShare(RecordFields fields, string name) =>
        fields.NumberOrNull(name) is var share && share is null or (>= 0 and <= 1) ? share : throw fields.Wrong(name, "must be between 0 and 1");
}
