using System.Collections.Immutable;
using System.Text.Json;

namespace OnRecord.Archive.Schema;

/// <summary>Rows of a table that were lifted out of a record's JSON.</summary>
/// <param name="Table">Name of the table.</param>
/// <param name="Columns">Its columns but the record's number; the first tells the rows of a record apart.</param>
/// <param name="Rows">Values in the order of the columns: text, whole numbers, numbers or null.</param>
internal sealed record LiftedRows(string Table, ImmutableArray<string> Columns, ImmutableArray<object?[]> Rows);

/// <summary>What is searched of a record, lifted out of its JSON: a pure function of it, so that it can be made again and compared.</summary>
internal sealed class Lifted
{
    private static readonly ImmutableArray<string> EntityColumns = ["entity_id", "name", "type", "country", "mentions", "compared", "who", "joined"];
    private static readonly ImmutableArray<string> PartColumns = ["place", "entity_id", "claim_id", "role"];
    private static readonly ImmutableArray<string> TimeColumns = ["place", "start", "end", "text", "timex", "type", "earliest", "latest", "granularity", "edtf", "rule"];
    private static readonly ImmutableArray<string> QuantityColumns =
        ["place", "start", "end", "text", "kind", "low", "high", "best", "relation", "unit", "currency", "counted", "rule"];

    private static readonly ImmutableArray<string> AttributionColumns =
        ["attribution_id", "start", "end", "source", "source_kind", "entity", "cue", "lemma", "content", "speech", "within", "rule"];

    private static readonly ImmutableArray<string> ClaimColumns =
    [
        "claim_id", "start", "end", "text", "predicate", "status", "source", "source_kind", "entity", "through", "earliest", "latest", "granularity", "when_text", "rule", "voices",
        "statement", "predicate_lemma", "governor", "negated", "level", "rank", "reasons", "within", "head", "speaker",
    ];

    private const string Main = "main";

    /// <summary>Claims in claims in claims: nobody writes so deep, but a record may say anything.</summary>
    private const int Deepest = 64;

    /// <summary>Mentions that are looked at in a claim: claims stand in claims, and what is named in the innermost is named in all.</summary>
    private const int MostNamed = 64;

    private readonly Dictionary<string, EntityName> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Speaker> _speakers = new(StringComparer.Ordinal);

    private Lifted(JsonElement root)
    {
        Text = root.GetProperty("text").GetString()!;
        // Names before those who speak by them, and those before what they say.
        Tables =
        [
            new("entity", EntityColumns, [.. Entities(root)]),
            new("time", TimeColumns, [.. root.GetProperty("times").EnumerateArray().Select(Time)]),
            new("quantity", QuantityColumns, [.. root.GetProperty("quantities").EnumerateArray().Select(Quantity)]),
            new("attribution", AttributionColumns, [.. Attributions(root)]),
            new("claim", ClaimColumns, [.. Claims(root)]),
            new("part", PartColumns, [.. Parts(root).Index().Select(part => (object?[])[(long)part.Index, part.Item.Entity, part.Item.Claim, part.Item.Role])]),
        ];
    }

    /// <summary>The record's text.</summary>
    public string Text { get; }

    /// <summary>All rows, by table; claims in the order of the text.</summary>
    public ImmutableArray<LiftedRows> Tables { get; }

    /// <summary>The names of its entities, a line each.</summary>
    public string Names => string.Join('\n', _names.Values.SelectMany(name => name.All));

    /// <exception cref="JsonException">It is no JSON.</exception>
    /// <exception cref="KeyNotFoundException">A field is missing.</exception>
    /// <exception cref="InvalidOperationException">A field is of another kind.</exception>
    public static Lifted Of(string json)
    {
        using var document = JsonDocument.Parse(json);
        return new Lifted(document.RootElement);
    }

    /// <summary>The same, but null where the JSON is damaged.</summary>
    public static Lifted? IfWhole(string? json)
    {
        try
        {
            return json is null ? null : Of(json);
        }
        catch (Exception e) when (Damage.Is(e))
        {
            return null;
        }
    }

    private IEnumerable<object?[]> Entities(JsonElement root)
    {
        var mentions = root.GetProperty("mentions").EnumerateArray().Select(mention => String(mention, "entity")).OfType<string>().CountBy(id => id).ToDictionary(StringComparer.Ordinal);
        foreach (var entity in root.GetProperty("entities").EnumerateArray())
        {
            var (id, name, type, merged) = (String(entity, "id")!, String(entity, "name")!, String(entity, "type")!, Part(entity, "mergedBy"));
            var compared = String(merged, "name") ?? name;
            var who = IsFalse(entity, "named") ? null : Who.Named(type, compared, String(entity, "key"));
            if (_names.TryAdd(id, new EntityName(name, compared, who)))
            {
                yield return [id, name, type, String(entity, "country"), (long)mentions.GetValueOrDefault(id), compared, who, String(merged, "rule")];
            }
        }
    }

    private static object?[] Time(JsonElement time, int place) =>
    [
        (long)place, Whole(time, "start"), Whole(time, "end"), String(time, "text"), String(time, "timex"), String(time, "type"),
        String(time, "earliest"), String(time, "latest"), String(time, "granularity"), String(time, "edtf"), String(time, "rule"),
    ];

    private static object?[] Quantity(JsonElement quantity, int place) =>
    [
        (long)place, Whole(quantity, "start"), Whole(quantity, "end"), String(quantity, "text"), String(quantity, "kind"),
        Number(quantity, "low"), Number(quantity, "high"), Number(quantity, "best"), String(quantity, "relation"), String(quantity, "unit"),
        String(quantity, "currency"), Part(quantity, "counted") is { } counted ? String(counted, "text") : null, String(quantity, "rule"),
    ];

    private IEnumerable<object?[]> Attributions(JsonElement root)
    {
        foreach (var attribution in root.GetProperty("attributions").EnumerateArray())
        {
            var (id, cue, source) = (String(attribution, "id")!, attribution.GetProperty("cue"), Part(attribution, "source"));
            var speaker = source is { } named ? new Speaker(String(named, "text"), String(named, "kind"), String(named, "entity") is { } entity ? _names.GetValueOrDefault(entity) : null) : default;
            if (_speakers.TryAdd(id, speaker))
            {
                yield return
                [
                    id, Whole(cue, "start"), Whole(cue, "end"), speaker.Source, speaker.Kind, speaker.Entity?.Compared, String(cue, "text"), String(cue, "lemma"),
                    string.Join(" … ", attribution.GetProperty("content").EnumerateArray().Select(part => String(part, "text"))),
                    String(attribution, "speech"), String(attribution, "within"), String(attribution, "rule"),
                ];
            }
        }
    }

    private IEnumerable<object?[]> Claims(JsonElement root)
    {
        var times = root.GetProperty("times");
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var around = root.GetProperty("claims").EnumerateArray().DistinctBy(claim => String(claim, "id")).ToDictionary(claim => String(claim, "id")!, StringComparer.Ordinal);
        foreach (var claim in root.GetProperty("claims").EnumerateArray().Where(claim => ids.Add(String(claim, "id")!)))
        {
            var chain = claim.GetProperty("attributedTo").EnumerateArray().Select(id => id.GetString()!).ToList();
            var speaker = chain.Count > 0 ? _speakers.GetValueOrDefault(chain[^1]) : default;
            var outer = chain.SkipLast(1).Where(_speakers.ContainsKey).Select(id => _speakers[id].Source ?? "?").ToList();
            var happened = Happened(claim, times);
            var (text, predicate) = (String(claim, "text"), claim.GetProperty("predicate"));
            yield return
            [
                String(claim, "id"), Whole(claim, "start"), Whole(claim, "end"), text, String(predicate, "text"), String(claim, "status"),
                speaker.Source, speaker.Kind, speaker.Entity?.Compared, outer.Count > 0 ? string.Join(" ← ", outer) : null,
                String(happened, "earliest"), String(happened, "latest"), String(happened, "granularity"), String(happened, "text"), String(claim, "rule"),
                RecordRows.Voices([.. speaker.Entity?.All ?? [], speaker.Source]),
                // What onrecord/1 does not tell is as the script that brought the columns has it.
                String(claim, "statement") ?? text, String(predicate, "lemma") ?? String(predicate, "text")?.ToLowerInvariant(), Part(claim, "governor") is { } governor ? String(governor, "text") : null,
                claim.TryGetProperty("negated", out var negated) && negated.GetBoolean() ? 1L : 0L, Level(claim), Number(claim, "rank") ?? 0.0,
                claim.TryGetProperty("reasons", out var reasons) ? string.Join(' ', reasons.EnumerateArray().Select(reason => reason.GetString())) : "",
                String(claim, "within"), Head(claim, around), speaker.Entity?.Who ?? Who.InWords(speaker.Source),
            ];
        }
    }

    /// <summary>Who is named in which claim, once: with the first part that it plays, or with none.</summary>
    private static IEnumerable<(string Entity, string Claim, string? Role)> Parts(JsonElement root)
    {
        var mentions = root.GetProperty("mentions").EnumerateArray().Select(mention => (Start: Start(mention), End: End(mention), Entity: String(mention, "entity")))
            .Where(mention => mention.Entity is not null).OrderBy(mention => mention.Start).ToList();
        var starts = mentions.ConvertAll(mention => mention.Start);
        foreach (var claim in root.GetProperty("claims").EnumerateArray().DistinctBy(claim => String(claim, "id")))
        {
            var (start, end, first) = (Start(claim), End(claim), starts.BinarySearch(Start(claim)));
            while (first > 0 && starts[first - 1] == start)
            {
                first--;
            }

            var named = mentions.Skip(first < 0 ? ~first : first).TakeWhile(mention => mention.Start < end).Take(MostNamed).Where(mention => mention.End <= end).Select(mention => (mention.Entity, Role: (string?)null));
            var roles = claim.TryGetProperty("roles", out var all) ? all.EnumerateArray().Select(role => (Entity: String(role, "entity"), Role: String(role, "role"))).Where(role => role.Entity is not null) : [];
            foreach (var (entity, role) in roles.Concat(named).DistinctBy(part => part.Entity))
            {
                yield return (entity!, String(claim, "id")!, role);
            }
        }
    }

    private static string Level(JsonElement claim) => String(claim, "level") ?? Main;

    /// <summary>The main claim under which one that is not main is shown: the nearest around it; null where there is none.</summary>
    private static string? Head(JsonElement claim, Dictionary<string, JsonElement> all)
    {
        if (Level(claim) == Main)
        {
            return null;
        }

        var around = claim;
        for (var steps = 0; steps < Deepest && String(around, "within") is { } id && all.TryGetValue(id, out around); steps++)
        {
            if (Level(around) == Main)
            {
                return id;
            }
        }

        return null;
    }

    /// <summary>When a claim happened: the first date of it that is known; null where none is.</summary>
    private static JsonElement? Happened(JsonElement claim, JsonElement times) => claim.GetProperty("times").EnumerateArray().Select(place => place.GetInt32()).Order().Select(place => (JsonElement?)times[place])
        .FirstOrDefault(time => String(time, "type") is "DATE" or "TIME" && (String(time, "earliest") ?? String(time, "latest")) is not null);

    private static string? String(JsonElement? element, string name) => element is { } known && known.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static long Start(JsonElement element) => element.GetProperty("start").GetInt64();

    private static long End(JsonElement element) => element.GetProperty("end").GetInt64();

    private static bool IsFalse(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.False;

    private static object Whole(JsonElement element, string name) => element.GetProperty(name).GetInt64();

    private static object? Number(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;

    private static JsonElement? Part(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? value : null;

    /// <summary>Whose word an attribution takes.</summary>
    private readonly record struct Speaker(string? Source, string? Kind, EntityName? Entity);

    /// <summary>How a document calls an entity, the name under which documents are compared, and by what it is one across them.</summary>
    private sealed record EntityName(string Own, string Compared, string? Who)
    {
        public IEnumerable<string> All => Own == Compared ? [Own] : [Compared, Own];
    }
}
