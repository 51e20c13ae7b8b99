using System.Text;
using System.Text.Json;

namespace OnRecord.Fuzz;

/// <summary>What the contract promises of every record, whatever the page: used by the fuzz targets and by the tests.</summary>
public static class Promises
{
    /// <exception cref="BrokenPromiseException">A promise is broken; the message says which and where.</exception>
    public static void Check(Record record)
    {
        var json = RecordJson.Write(record);
        var back = RecordJson.Read(json);
        Require(json == RecordJson.Write(back), "the record changes when it is written and read");
        Require(record == back, "the record read is not equal to the one written");
        using var parsed = JsonDocument.Parse(json);
        var text = parsed.RootElement.GetProperty("text").GetString()!.EnumerateRunes().ToArray();
        CheckSpans(parsed.RootElement, text, "record");
        CheckReferences(record);
        CheckOrder(record);
    }

    /// <summary>Every object with <c>start</c> and <c>end</c> lies in the text, and its <c>text</c> stands there to the character.</summary>
    private static void CheckSpans(JsonElement json, Rune[] text, string path)
    {
        if (json.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in json.EnumerateArray())
            {
                CheckSpans(item, text, path + "[]");
            }
        }
        else if (json.ValueKind == JsonValueKind.Object)
        {
            if (json.TryGetProperty("start", out var first) && first.ValueKind == JsonValueKind.Number)
            {
                var (start, end) = (first.GetInt32(), json.GetProperty("end").GetInt32());
                Require(start >= 0 && start <= end && end <= text.Length, $"{path} {start}..{end} lies outside the text of {text.Length}");
                if (json.TryGetProperty("text", out var quoted))
                {
                    var there = string.Concat(text[start..end].Select(rune => rune.ToString()));
                    Require(there == quoted.GetString(), $"{path} quotes '{quoted.GetString()}', but '{there}' stands there");
                }
            }

            foreach (var property in json.EnumerateObject())
            {
                CheckSpans(property.Value, text, $"{path}.{property.Name}");
            }
        }
    }

    private static void CheckReferences(Record record)
    {
        var entities = record.Entities.Select(entity => entity.Id).ToHashSet();
        var attributions = record.Attributions.Select(attribution => attribution.Id).ToHashSet();
        Require(entities.Count == record.Entities.Length, "two entities have the same id");
        Require(attributions.Count == record.Attributions.Length, "two attributions have the same id");
        Require(record.Claims.Select(claim => claim.Id).Distinct().Count() == record.Claims.Length, "two claims have the same id");
        Require(record.Mentions.All(mention => mention.Entity is null || entities.Contains(mention.Entity)), "a mention names an entity that is not there");
        Require(record.Attributions.All(one => one.Source?.Entity is null || entities.Contains(one.Source.Entity)), "a source names an entity that is not there");
        Require(record.Attributions.All(one => one.Within is null || attributions.Contains(one.Within)), "an attribution lies within one that is not there");
        Require(record.Attributions.All(one => !one.Content.IsEmpty), "an attribution has no content");
        CheckStatements(record);
        foreach (var claim in record.Claims)
        {
            Require(claim.Span.Contains(claim.Predicate.Span), $"the predicate {claim.Predicate} lies outside its claim {claim.Span}");
            Require(claim.AttributedTo.All(attributions.Contains), "a claim stands on an attribution that is not there");
            Require(claim.Times.All(index => index >= 0 && index < record.Times.Length), "a claim points to a time that is not there");
            Require(claim.Quantities.All(index => index >= 0 && index < record.Quantities.Length), "a claim points to a quantity that is not there");
        }

        var claims = record.Claims.Select(claim => claim.Id).ToHashSet();
        foreach (var one in record.Events)
        {
            Require(claims.Contains(one.Claim), "an event names a claim that is not there");
            Require(one.Actor.Concat(one.Recipient).All(participant => participant.Entity is null || entities.Contains(participant.Entity)), "a participant names an entity that is not there");
            Require(one.Actor.Length + one.Recipient.Length > 0, "nobody takes part in an event");
            Require(one.Mode is null || Plover.ModesOf(one.Type).Contains(one.Mode), $"{one.Mode} is no mode of {one.Type}");
            Require(one.Contexts.All(Plover.Contexts.Contains), "an event has a context that PLOVER has not");
        }

        Require(record.Times.All(time => time.Earliest is not { } from || time.Latest is not { } to || from <= to), "an interval ends before it begins");
        Require(record.Quantities.All(figure => figure.Low is not { } low || figure.High is not { } high || low <= high), "a figure's bounds are crossed");
    }

    /// <summary>A statement is what its parts give; each part is the text's, or names an entity that the text mentions; nesting has no circle.</summary>
    private static void CheckStatements(Record record)
    {
        var text = record.Document.Text;
        var mentioned = record.Mentions.Select(mention => mention.Entity).ToHashSet();
        var around = record.Claims.ToDictionary(claim => claim.Id, claim => claim.Within);
        foreach (var claim in record.Claims)
        {
            Require(!claim.Parts.IsEmpty, "a claim has no parts");
            Require(claim.Statement == string.Join(' ', claim.Parts.Select(part => part.Of(text))), $"the parts of '{claim.Statement}' do not give it");
            Require(claim.Parts.All(part => part.Span.End <= text.Length && !part.Span.IsEmpty), "a part lies outside of the text");
            Require(claim.Parts.All(part => part.Entity is null || mentioned.Contains(part.Entity)), "a part names an entity that no mention has");
            Require(claim.Rank is >= 0 and <= 1, $"the rank {claim.Rank} is no share");
            var steps = 0;
            for (var outer = claim.Within; outer is not null; outer = around.GetValueOrDefault(outer))
            {
                Require(around.ContainsKey(outer) && steps++ <= around.Count, "a claim stands in one that is not there, or in itself");
            }
        }
    }

    private static void CheckOrder(Record record)
    {
        InOrder("blocks", record.Document.Blocks.Select(block => block.Span));
        InOrder("sentences", record.Sentences);
        InOrder("mentions", record.Mentions.Select(mention => mention.Span));
        InOrder("times", record.Times.Select(time => time.Span));
        InOrder("quantities", record.Quantities.Select(quantity => quantity.Span));
        InOrder("claims", record.Claims.Select(claim => claim.Span));
        InOrder("events", record.Events.Select(one => one.Trigger));
        InOrder("unresolved", record.Unresolved.Select(open => open.Span));
    }

    private static void InOrder(string name, IEnumerable<TextSpan> spans)
    {
        var last = new TextSpan(0, 0);
        foreach (var span in spans)
        {
            Require(last.CompareTo(span) <= 0, $"{name}: {span} stands behind {last}");
            last = span;
        }
    }

    private static void Require(bool holds, string broken)
    {
        if (!holds)
        {
            throw new BrokenPromiseException(broken);
        }
    }
}

/// <summary>A record breaks a promise of the contract.</summary>
public sealed class BrokenPromiseException(string message) : Exception(message);
