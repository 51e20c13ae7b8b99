using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace OnRecord;

/// <summary>Writes one record, field by field in the order of the contract.</summary>
internal sealed partial class RecordWriter
{
    private readonly Utf8JsonWriter _json;
    private readonly Record _record;
    private readonly Document _document;
    private readonly CodePointMap _map;

    public RecordWriter(Utf8JsonWriter json, Record record)
    {
        _json = json;
        _record = record;
        _document = record.Document;
        _map = new CodePointMap(_document.Text);
    }

    public void Write()
    {
        _json.WriteStartObject();
        WriteHead();
        WriteArray("blocks", _document.Blocks, WriteBlock);
        WriteArray("sentences", _record.Sentences, span => WriteOffsets(span));
        WriteArray("mentions", _record.Mentions, WriteMention);
        WriteArray("entities", _record.Entities, WriteEntity);
        WriteArray("times", _record.Times, WriteTime);
        WriteArray("quantities", _record.Quantities, WriteQuantity);
        WriteArray("attributions", _record.Attributions, WriteAttribution);
        WriteArray("claims", _record.Claims, WriteClaim);
        WriteArray("events", _record.Events, WriteEvent);
        WriteArray("unresolved", _record.Unresolved, WriteUnresolved);
        _json.WriteEndObject();
    }

    private void WriteHead()
    {
        _json.WriteString("format", Record.Format);
        _json.WriteString("id", _record.Id);
        _json.WriteStartObject("page");
        _json.WriteString("name", _document.Page.Name);
        _json.WriteString("uri", _document.Page.Uri);
        _json.WriteString("mediaType", _document.Page.MediaType);
        _json.WriteString("charset", _document.Page.Charset);
        _json.WriteString("sha256", _document.Page.Sha256);
        _json.WriteString("fetched", _document.Page.Fetched);
        WriteWarc(_document.Page.Warc);
        _json.WriteEndObject();
        _json.WriteString("kind", Name(_document.Kind));
        _json.WriteBoolean("truncated", _document.Truncated);
        _json.WriteString("language", _document.Language);
        WriteSpan("headline", _document.First(BlockRole.Headline)?.Span);
        WriteSpan("kicker", _document.First(BlockRole.Kicker)?.Span);
        WriteSpan("standfirst", _document.First(BlockRole.Standfirst)?.Span);
        WriteArray("bylines", _document.Bylines, byline =>
        {
            WriteSpanFields(byline.Span);
            _json.WriteString("name", byline.Name);
        });
        _json.WriteString("publisher", _document.Publisher);
        WriteDate("published", _document.Published);
        WriteDate("modified", _document.Modified);
        _json.WriteString("section", _document.Section);
        _json.WriteString("address", _document.Address);
        WriteArray("stated", _document.Stated, WriteStated);
        WriteText();
        _json.WriteString("textSha256", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(_document.Text))));
    }

    private void WriteWarc(WarcOrigin? warc)
    {
        if (warc is null)
        {
            _json.WriteNull("warc");
            return;
        }

        _json.WriteStartObject("warc");
        _json.WriteString("recordId", warc.RecordId);
        _json.WriteString("digest", warc.Digest);
        _json.WriteEndObject();
    }

    private void WriteDate(string name, PublishedDate? date)
    {
        if (date is null)
        {
            _json.WriteNull(name);
            return;
        }

        _json.WriteStartObject(name);
        _json.WriteString("value", LocalDatePattern.Iso.Format(date.Value));
        _json.WriteString("time", date.Time);
        _json.WriteString("basis", Name(date.Basis));
        if (date.Span is { } span)
        {
            WriteOffsets(span);
        }
        else
        {
            _json.WriteNull("start");
            _json.WriteNull("end");
        }

        _json.WriteEndObject();
    }

    private void WriteStated(StatedFact fact)
    {
        _json.WriteString("what", Name(fact.What));
        _json.WriteString("value", fact.Value);
        _json.WriteString("from", fact.From);
        _json.WriteNumber("byteStart", fact.ByteStart);
        _json.WriteNumber("byteEnd", fact.ByteEnd);
    }

    private void WriteBlock(Block block)
    {
        WriteOffsets(block.Span);
        _json.WriteString("role", Name(block.Role));
        _json.WriteString("reason", block.Reason);
        if (block.Source is null)
        {
            _json.WriteNull("source");
            return;
        }

        _json.WriteStartObject("source");
        _json.WriteNumber("byteStart", block.Source.ByteStart);
        _json.WriteNumber("byteEnd", block.Source.ByteEnd);
        _json.WriteString("path", block.Source.Path);
        _json.WriteEndObject();
    }

    private void WriteMention(Mention mention)
    {
        WriteSpanFields(mention.Span);
        _json.WriteString("type", Name(mention.Type));
        _json.WriteString("entity", mention.Entity);
        _json.WriteString("rule", mention.Rule);
        _json.WriteString("form", Name(mention.Form));
        _json.WriteString("join", mention.Join);
    }

    private void WriteEntity(Entity entity)
    {
        _json.WriteString("id", entity.Id);
        _json.WriteString("name", entity.Name);
        _json.WriteString("type", Name(entity.Type));
        _json.WriteString("country", entity.Country);
        WriteStrings("titles", entity.Titles);
        _json.WriteBoolean("named", entity.Named);
        WriteStrings("aliases", entity.Aliases);
        _json.WriteString("key", entity.Key);
        WriteMergedBy(entity.MergedBy);
        WriteArray("roles", entity.Roles, role =>
        {
            WriteSpanFields(role.Title);
            _json.WriteString("of", role.Of);
            _json.WriteNull("from");
            _json.WriteNull("to");
        });
    }

    private void WriteMergedBy(MergedName? merged)
    {
        if (merged is null)
        {
            _json.WriteNull("mergedBy");
            return;
        }

        _json.WriteStartObject("mergedBy");
        _json.WriteString("name", merged.Name);
        _json.WriteString("rule", merged.Rule);
        _json.WriteEndObject();
    }

    private void WriteTime(TimeExpression time)
    {
        WriteSpanFields(time.Span);
        _json.WriteString("timex", time.Timex);
        _json.WriteString("type", Name(time.Type));
        WriteDate("earliest", time.Earliest);
        WriteDate("latest", time.Latest);
        _json.WriteString("granularity", Name(time.Granularity));
        _json.WriteString("edtf", time.Edtf);
        _json.WriteString("mod", time.Mod);
        _json.WriteString("zone", time.Zone);
        _json.WriteString("anchor", Name(time.Anchor));
        _json.WriteString("rule", time.Rule);
    }

    private void WriteQuantity(Quantity quantity)
    {
        WriteSpanFields(quantity.Span);
        _json.WriteString("kind", Name(quantity.Kind));
        WriteNumber("low", quantity.Low);
        WriteNumber("high", quantity.High);
        WriteNumber("best", quantity.Best);
        _json.WriteString("relation", Name(quantity.Relation));
        _json.WriteString("unit", quantity.Unit);
        _json.WriteString("currency", quantity.Currency);
        WriteSpan("counted", quantity.Counted);
        WriteSpan("conversionOf", quantity.ConversionOf);
        WriteChange(quantity.Change);
        _json.WriteString("casualty", quantity.Casualty is { } casualty ? Name(casualty) : null);
        _json.WriteString("rule", quantity.Rule);
    }

    private void WriteChange(QuantityChange? change)
    {
        if (change is null)
        {
            _json.WriteNull("change");
            return;
        }

        _json.WriteStartObject("change");
        _json.WriteString("role", Name(change.Role));
        _json.WriteString("direction", change.Direction is { } direction ? Name(direction) : null);
        _json.WriteEndObject();
    }

    private void WriteAttribution(Attribution attribution)
    {
        _json.WriteString("id", attribution.Id);
        WriteSource("source", attribution.Source);
        _json.WriteStartObject("cue");
        WriteSpanFields(attribution.Cue.Span);
        _json.WriteString("lemma", attribution.Cue.Lemma);
        _json.WriteEndObject();
        WriteArray("content", attribution.Content, WriteSpanFields);
        _json.WriteString("speech", Name(attribution.Speech));
        _json.WriteString("within", attribution.Within);
        _json.WriteString("rule", attribution.Rule);
        WriteNumber("confidence", attribution.Confidence);
    }

    private void WriteSource(string name, AttributionSource? source)
    {
        if (source is null)
        {
            _json.WriteNull(name);
            return;
        }

        _json.WriteStartObject(name);
        WriteSpanFields(source.Span);
        _json.WriteString("entity", source.Entity);
        _json.WriteString("kind", Name(source.Kind));
        _json.WriteEndObject();
    }

    private void WriteUnresolved(Unresolved open)
    {
        WriteOffsets(open.Span);
        _json.WriteString("what", open.What);
        _json.WriteString("why", open.Why);
    }

    /// <summary>The text, in pieces: written at once it takes many times its own memory.</summary>
    private void WriteText()
    {
        const int Piece = 1 << 16;
        _json.WritePropertyName("text");
        var rest = _document.Text.AsSpan();
        while (rest.Length > Piece)
        {
            _json.WriteStringValueSegment(rest[..Piece], isFinalSegment: false);
            rest = rest[Piece..];
            Pour();
        }

        _json.WriteStringValueSegment(rest, isFinalSegment: true);
    }

    /// <summary>Hands on what has been written, so that a long record is not held once more as bytes.</summary>
    private void Pour()
    {
        const int Most = 1 << 20;
        if (_json.BytesPending > Most)
        {
            _json.Flush();
        }
    }

    private void WriteArray<T>(string name, ImmutableArray<T> items, Action<T> writeFields)
    {
        _json.WriteStartArray(name);
        foreach (var item in items)
        {
            _json.WriteStartObject();
            writeFields(item);
            _json.WriteEndObject();
            Pour();
        }

        _json.WriteEndArray();
    }

    private void WriteStrings(string name, ImmutableArray<string> values)
    {
        _json.WriteStartArray(name);
        foreach (var value in values)
        {
            _json.WriteStringValue(value);
        }

        _json.WriteEndArray();
    }

    private void WriteIndexes(string name, ImmutableArray<int> indexes)
    {
        _json.WriteStartArray(name);
        foreach (var index in indexes)
        {
            _json.WriteNumberValue(index);
        }

        _json.WriteEndArray();
    }

    private void WriteSpan(string name, TextSpan? span)
    {
        if (span is not { } known)
        {
            _json.WriteNull(name);
            return;
        }

        _json.WriteStartObject(name);
        WriteSpanFields(known);
        _json.WriteEndObject();
    }

    private void WriteSpanFields(TextSpan span)
    {
        WriteOffsets(span);
        _json.WriteString("text", _document.Text.AsSpan(span.Start, span.Length));
    }

    private void WriteOffsets(TextSpan span)
    {
        _json.WriteNumber("start", _map.ToCodePoints(span.Start));
        _json.WriteNumber("end", _map.ToCodePoints(span.End));
    }

    private void WriteNumber(string name, decimal? value)
    {
        if (value is { } number)
        {
            _json.WriteNumber(name, number);
        }
        else
        {
            _json.WriteNull(name);
        }
    }

    private void WriteDate(string name, LocalDate? date) =>
        _json.WriteString(name, date is { } day ? LocalDatePattern.Iso.Format(day) : null);

    private static string Name<T>(T value)
        where T : struct, Enum => ContractNames<T>.Of(value);
}
