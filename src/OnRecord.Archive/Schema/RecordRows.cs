using System.Text.Json;

namespace OnRecord.Archive.Schema;

/// <summary>Lifts what is searched out of a record's JSON into the tables.</summary>
internal sealed class RecordRows(Database database)
{
    /// <summary>Characters of a title that is made of how a text begins.</summary>
    public const int TitleLength = 90;

    /// <summary>What a document is called where it has no headline: how its text begins.</summary>
    public static string Title(string? headline, string text) => headline ?? (text.Length <= TitleLength ? text : text[..(char.IsHighSurrogate(text[TitleLength - 1]) ? TitleLength - 1 : TitleLength)]);

    /// <summary>Fills the tables for a record whose own row is there.</summary>
    /// <param name="record">Number of its row.</param>
    /// <param name="json">Its JSON.</param>
    /// <param name="headline">Its headline.</param>
    public void Add(long record, string json, string? headline)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        var names = AddEntities(record, root);
        AddTimes(record, root);
        AddQuantities(record, root);
        var sources = AddAttributions(record, root, names);
        AddClaims(record, root, sources);
        database.Words.Add(record, headline, root.GetProperty("text").GetString()!, string.Join('\n', names.Values));
    }

    /// <returns>Names by the ids of their entities.</returns>
    private Dictionary<string, string> AddEntities(long record, JsonElement root)
    {
        var mentions = root.GetProperty("mentions").EnumerateArray().Select(mention => Text(mention, "entity")).OfType<string>().CountBy(id => id).ToDictionary(StringComparer.Ordinal);
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entity in root.GetProperty("entities").EnumerateArray())
        {
            var (id, name) = (Text(entity, "id")!, Text(entity, "name")!);
            names.Add(id, name);
            database.Repeat(
                "INSERT INTO entity VALUES (@record, @id, @name, @type, @country, @mentions)",
                ("@record", record), ("@id", id), ("@name", name), ("@type", Text(entity, "type")), ("@country", Text(entity, "country")), ("@mentions", mentions.GetValueOrDefault(id)));
        }

        return names;
    }

    private void AddTimes(long record, JsonElement root)
    {
        var place = 0;
        foreach (var time in root.GetProperty("times").EnumerateArray())
        {
            database.Repeat(
                "INSERT INTO time VALUES (@record, @place, @start, @end, @text, @timex, @type, @earliest, @latest, @granularity, @edtf, @rule)",
                ("@record", record), ("@place", place++), ("@start", Whole(time, "start")), ("@end", Whole(time, "end")), ("@text", Text(time, "text")), ("@timex", Text(time, "timex")), ("@type", Text(time, "type")),
                ("@earliest", Text(time, "earliest")), ("@latest", Text(time, "latest")), ("@granularity", Text(time, "granularity")), ("@edtf", Text(time, "edtf")), ("@rule", Text(time, "rule")));
        }
    }

    private void AddQuantities(long record, JsonElement root)
    {
        var place = 0;
        foreach (var quantity in root.GetProperty("quantities").EnumerateArray())
        {
            database.Repeat(
                "INSERT INTO quantity VALUES (@record, @place, @start, @end, @text, @kind, @low, @high, @best, @relation, @unit, @currency, @counted, @rule)",
                ("@record", record), ("@place", place++), ("@start", Whole(quantity, "start")), ("@end", Whole(quantity, "end")), ("@text", Text(quantity, "text")), ("@kind", Text(quantity, "kind")),
                ("@low", Number(quantity, "low")), ("@high", Number(quantity, "high")), ("@best", Number(quantity, "best")), ("@relation", Text(quantity, "relation")), ("@unit", Text(quantity, "unit")),
                ("@currency", Text(quantity, "currency")), ("@counted", Part(quantity, "counted") is { } counted ? Text(counted, "text") : null), ("@rule", Text(quantity, "rule")));
        }
    }

    /// <returns>Sources by the ids of their attributions.</returns>
    private Dictionary<string, Speaker> AddAttributions(long record, JsonElement root, Dictionary<string, string> names)
    {
        var speakers = new Dictionary<string, Speaker>(StringComparer.Ordinal);
        foreach (var attribution in root.GetProperty("attributions").EnumerateArray())
        {
            var (id, cue, source) = (Text(attribution, "id")!, attribution.GetProperty("cue"), Part(attribution, "source"));
            var speaker = source is { } named ? new Speaker(Text(named, "text"), Text(named, "kind"), Text(named, "entity") is { } entity ? names.GetValueOrDefault(entity) : null) : default;
            if (!speakers.TryAdd(id, speaker))
            {
                continue;
            }

            database.Repeat(
                "INSERT INTO attribution VALUES (@record, @id, @start, @end, @source, @kind, @entity, @cue, @lemma, @content, @speech, @within, @rule)",
                ("@record", record), ("@id", id), ("@start", Whole(cue, "start")), ("@end", Whole(cue, "end")), ("@source", speaker.Source), ("@kind", speaker.Kind), ("@entity", speaker.Entity),
                ("@cue", Text(cue, "text")), ("@lemma", Text(cue, "lemma")), ("@content", string.Join(" … ", attribution.GetProperty("content").EnumerateArray().Select(part => Text(part, "text")))),
                ("@speech", Text(attribution, "speech")), ("@within", Text(attribution, "within")), ("@rule", Text(attribution, "rule")));
        }

        return speakers;
    }

    private void AddClaims(long record, JsonElement root, Dictionary<string, Speaker> speakers)
    {
        var times = root.GetProperty("times");
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var claim in root.GetProperty("claims").EnumerateArray().Where(claim => ids.Add(Text(claim, "id")!)))
        {
            var chain = claim.GetProperty("attributedTo").EnumerateArray().Select(id => id.GetString()!).ToList();
            var speaker = chain.Count > 0 ? speakers.GetValueOrDefault(chain[^1]) : default;
            var outer = chain.SkipLast(1).Where(speakers.ContainsKey).Select(id => speakers[id].Source ?? "?").ToList();
            var happened = Happened(claim, times);
            database.Repeat(
                "INSERT INTO claim (record, claim_id, start, \"end\", text, predicate, status, source, source_kind, entity, through, earliest, latest, granularity, when_text, rule) "
                + "VALUES (@record, @id, @start, @end, @text, @predicate, @status, @source, @kind, @entity, @through, @earliest, @latest, @granularity, @when, @rule)",
                ("@record", record), ("@id", Text(claim, "id")), ("@start", Whole(claim, "start")), ("@end", Whole(claim, "end")), ("@text", Text(claim, "text")),
                ("@predicate", Text(claim.GetProperty("predicate"), "text")), ("@status", Text(claim, "status")), ("@source", speaker.Source), ("@kind", speaker.Kind), ("@entity", speaker.Entity),
                ("@through", outer.Count > 0 ? string.Join(" ← ", outer) : null), ("@earliest", Text(happened, "earliest")), ("@latest", Text(happened, "latest")), ("@granularity", Text(happened, "granularity")),
                ("@when", Text(happened, "text")), ("@rule", Text(claim, "rule")));
        }
    }

    /// <summary>When a claim happened: the first date of it that is known; null where none is.</summary>
    private static JsonElement? Happened(JsonElement claim, JsonElement times) => claim.GetProperty("times").EnumerateArray().Select(place => place.GetInt32()).Order().Select(place => (JsonElement?)times[place])
        .FirstOrDefault(time => Text(time, "type") is "DATE" or "TIME" && (Text(time, "earliest") ?? Text(time, "latest")) is not null);

    private static string? Text(JsonElement? element, string name) => element is { } known && known.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static long Whole(JsonElement element, string name) => element.GetProperty(name).GetInt64();

    private static double? Number(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;

    private static JsonElement? Part(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? value : null;

    /// <summary>Whose word an attribution takes.</summary>
    private readonly record struct Speaker(string? Source, string? Kind, string? Entity);
}
