using System.Collections.Immutable;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace OnRecord;

/// <summary>Reads one record from its JSON: the inverse of <see cref="RecordWriter"/>.</summary>
internal sealed class RecordParser
{
    private readonly CodePointMap _map;

    private RecordParser(string text)
    {
        _map = new CodePointMap(text);
    }

    /// <exception cref="FormatException">The object has another format.</exception>
    /// <exception cref="KeyNotFoundException">A field is missing.</exception>
    public static Record Read(JsonElement json)
    {
        if (json.GetProperty("format").GetString() is var format && format != Record.Format)
        {
            throw new FormatException($"The format is '{format}'; this release reads {Record.Format}.");
        }

        var parser = new RecordParser(json.GetProperty("text").GetString()!);
        return new Record
        {
            Document = parser.ReadDocument(json),
            Sentences = List(json, "sentences", parser.ReadSpan),
            Mentions = List(json, "mentions", parser.ReadMention),
            Entities = List(json, "entities", parser.ReadEntity),
            Times = List(json, "times", parser.ReadTime),
            Quantities = List(json, "quantities", parser.ReadQuantity),
            Attributions = List(json, "attributions", parser.ReadAttribution),
            Claims = List(json, "claims", parser.ReadClaim),
            Unresolved = List(json, "unresolved", item => new Unresolved(parser.ReadSpan(item), Text(item, "what")!, Text(item, "why")!)),
        };
    }

    private Document ReadDocument(JsonElement json)
    {
        var page = json.GetProperty("page");
        var id = Text(json, "id")!;
        return new Document
        {
            Page = new PageFacts(Text(page, "uri"), Text(page, "mediaType")!, Text(page, "charset")!, Text(page, "sha256")!, Text(page, "fetched"), ReadWarc(page.GetProperty("warc"))),
            Ordinal = int.Parse(id.AsSpan(id.LastIndexOf('-') + 1), System.Globalization.CultureInfo.InvariantCulture),
            Kind = Value<DocumentKind>(json, "kind"),
            Truncated = json.GetProperty("truncated").GetBoolean(),
            Language = Text(json, "language")!,
            Bylines = List(json, "bylines", item => new Byline(ReadSpan(item), Text(item, "name")!)),
            Publisher = Text(json, "publisher"),
            Published = ReadDate(json, "published"),
            Modified = ReadDate(json, "modified"),
            Section = Optional(json, "section"),
            Address = Optional(json, "address"),
            Stated = json.TryGetProperty("stated", out _) ? List(json, "stated", ReadStated) : [],
            Text = Text(json, "text")!,
            Blocks = List(json, "blocks", ReadBlock),
        };
    }

    private static WarcOrigin? ReadWarc(JsonElement json) =>
        json.ValueKind == JsonValueKind.Null ? null : new WarcOrigin(Text(json, "recordId"), Text(json, "digest"));

    /// <summary>A date; records of releases that did not write the field have none.</summary>
    private PublishedDate? ReadDate(JsonElement json, string name) => !json.TryGetProperty(name, out var date) || date.ValueKind == JsonValueKind.Null
        ? null
        : new PublishedDate(
            Date(date, "value")!.Value,
            Value<DateBasis>(date, "basis"),
            date.GetProperty("start").ValueKind == JsonValueKind.Null ? null : ReadSpan(date),
            Optional(date, "time"));

    private static StatedFact ReadStated(JsonElement json) => new(
        Value<FactKind>(json, "what"),
        Text(json, "value")!,
        Text(json, "from")!,
        json.GetProperty("byteStart").GetInt32(),
        json.GetProperty("byteEnd").GetInt32());

    /// <summary>A text that records of earlier releases do not have.</summary>
    private static string? Optional(JsonElement json, string name) => json.TryGetProperty(name, out _) ? Text(json, name) : null;

    private Block ReadBlock(JsonElement json)
    {
        var source = json.GetProperty("source");
        return new Block(
            ReadSpan(json),
            Value<BlockRole>(json, "role"),
            Text(json, "reason")!,
            source.ValueKind == JsonValueKind.Null
                ? null
                : new BlockSource(source.GetProperty("byteStart").GetInt32(), source.GetProperty("byteEnd").GetInt32(), Text(source, "path")));
    }

    private Mention ReadMention(JsonElement json) =>
        new(ReadSpan(json), Value<EntityType>(json, "type"), Text(json, "entity"), Text(json, "rule")!)
        {
            Form = json.TryGetProperty("form", out _) ? Value<MentionForm>(json, "form") : MentionForm.Name,
            Join = json.TryGetProperty("join", out var join) ? join.GetString() : null,
        };

    private Entity ReadEntity(JsonElement json) =>
        new(Text(json, "id")!, Text(json, "name")!, Value<EntityType>(json, "type"), Text(json, "country"), List(json, "titles", title => title.GetString()!))
        {
            // Records of earlier releases have none of these.
            Named = !json.TryGetProperty("named", out var named) || named.GetBoolean(),
            Aliases = json.TryGetProperty("aliases", out _) ? List(json, "aliases", alias => alias.GetString()!) : [],
            Key = json.TryGetProperty("key", out var key) ? key.GetString() : null,
            Roles = json.TryGetProperty("roles", out _) ? List(json, "roles", role => new Role(ReadSpan(role), Text(role, "of"))) : [],
        };

    private TimeExpression ReadTime(JsonElement json) => new()
    {
        Span = ReadSpan(json),
        Timex = Text(json, "timex"),
        Type = Enum.Parse<TimexType>(Text(json, "type")!, ignoreCase: true),
        Earliest = Date(json, "earliest"),
        Latest = Date(json, "latest"),
        Granularity = Value<Granularity>(json, "granularity"),
        Edtf = Text(json, "edtf"),
        Mod = OptionalText(json, "mod"),
        Zone = OptionalText(json, "zone"),
        Anchor = Value<TimeAnchor>(json, "anchor"),
        Rule = Text(json, "rule")!,
    };

    private Quantity ReadQuantity(JsonElement json) => new()
    {
        Span = ReadSpan(json),
        Kind = Value<QuantityKind>(json, "kind"),
        Low = Number(json, "low"),
        High = Number(json, "high"),
        Best = Number(json, "best"),
        Relation = Value<QuantityRelation>(json, "relation"),
        Unit = Text(json, "unit"),
        Currency = Text(json, "currency"),
        Counted = OptionalSpan(json, "counted"),
        ConversionOf = OptionalSpan(json, "conversionOf"),
        Change = json.TryGetProperty("change", out var change) && change.ValueKind == JsonValueKind.Object
            ? new QuantityChange(Value<ChangeRole>(change, "role"), OptionalValue<ChangeDirection>(change, "direction"))
            : null,
        Casualty = OptionalValue<Casualty>(json, "casualty"),
        Rule = Text(json, "rule")!,
    };

    private Attribution ReadAttribution(JsonElement json)
    {
        var cue = json.GetProperty("cue");
        return new Attribution
        {
            Id = Text(json, "id")!,
            Source = ReadSource(json.GetProperty("source")),
            Cue = new AttributionCue(ReadSpan(cue), Text(cue, "lemma")!),
            Content = List(json, "content", ReadSpan),
            Speech = Value<Speech>(json, "speech"),
            Within = Text(json, "within"),
            Rule = Text(json, "rule")!,
        };
    }

    private AttributionSource? ReadSource(JsonElement json) =>
        json.ValueKind == JsonValueKind.Null ? null : new AttributionSource(ReadSpan(json), Text(json, "entity"), Value<SourceKind>(json, "kind"));

    private Claim ReadClaim(JsonElement json) => new()
    {
        Id = Text(json, "id")!,
        Span = ReadSpan(json),
        Predicate = ReadSpan(json.GetProperty("predicate")),
        Status = Value<ClaimStatus>(json, "status"),
        Certainty = json.TryGetProperty("certainty", out var certainty) && certainty.ValueKind == JsonValueKind.Number ? certainty.GetDecimal() : null,
        AttributedTo = List(json, "attributedTo", item => item.GetString()!),
        Origin = json.TryGetProperty("origin", out var origin) ? ReadSource(origin) : null,
        Times = List(json, "times", item => item.GetInt32()),
        Quantities = List(json, "quantities", item => item.GetInt32()),
        Rule = Text(json, "rule")!,
    };

    private TextSpan ReadSpan(JsonElement json) =>
        new(_map.ToUtf16(json.GetProperty("start").GetInt32()), _map.ToUtf16(json.GetProperty("end").GetInt32()));

    private TextSpan? OptionalSpan(JsonElement json, string name) =>
        json.GetProperty(name) is { ValueKind: not JsonValueKind.Null } span ? ReadSpan(span) : null;

    private static ImmutableArray<T> List<T>(JsonElement json, string name, Func<JsonElement, T> read) =>
        [.. json.GetProperty(name).EnumerateArray().Select(read)];

    private static string? Text(JsonElement json, string name) => json.GetProperty(name).GetString();

    private static decimal? Number(JsonElement json, string name) =>
        json.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetDecimal() : null;

    private static LocalDate? Date(JsonElement json, string name) =>
        Text(json, name) is { } day ? LocalDatePattern.Iso.Parse(day).GetValueOrThrow() : null;

    // Fields that older records lack, or null.
    private static string? OptionalText(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static T? OptionalValue<T>(JsonElement json, string name)
        where T : struct, Enum => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? Enum.Parse<T>(value.GetString()!, ignoreCase: true) : null;

    private static T Value<T>(JsonElement json, string name)
        where T : struct, Enum => Enum.Parse<T>(Text(json, name)!, ignoreCase: true);
}
