using System.Collections.Immutable;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace OnRecord;

/// <summary>The fields of one JSON object of a record, each read as one type and checked; its place is known, so that a message can name the field.</summary>
/// <remarks>A field without a question mark in its type must be there and must not be null. Unknown fields are not looked at.</remarks>
internal sealed class RecordFields
{
    private readonly JsonElement _json;
    private readonly RecordFields? _parent;
    private readonly string _name;
    private readonly int _index;
    private readonly CodePointMap? _text;

    private RecordFields(JsonElement json, RecordFields? parent, string name, int index, CodePointMap? text)
    {
        (_json, _parent, _name, _index, _text) = (json, parent, name, index, text);
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw Wrong(null, "must be an object");
        }
    }

    /// <summary>The fields of a whole record.</summary>
    public static RecordFields Of(JsonElement json) => new(json, null, "", -1, null);

    /// <summary>The same fields, with offsets read as code points of a text.</summary>
    public RecordFields In(string text) => new(_json, _parent, _name, _index, new CodePointMap(text));

    /// <summary>Whether the field is there and not null.</summary>
    public bool Has(string name) => _json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null;

    /// <summary>Whether the field is there, be it null: earlier releases did not write some.</summary>
    public bool Knows(string name) => _json.TryGetProperty(name, out _);

    public string Text(string name) => TextOf(Value(name, JsonValueKind.String, "a string"), name);

    public string? TextOrNull(string name) => IsNull(name) ? null : Text(name);

    public bool Flag(string name) => Value(name, null, "true or false") is { ValueKind: JsonValueKind.True or JsonValueKind.False } flag
        ? flag.GetBoolean()
        : throw Wrong(name, "must be true or false");

    /// <summary>A whole number from 0.</summary>
    public int Count(string name) => CountOf(Value(name, JsonValueKind.Number, "a number"), name);

    public decimal? NumberOrNull(string name) => IsNull(name) ? null
        : Value(name, JsonValueKind.Number, "a number").TryGetDecimal(out var number) ? number
        : throw Wrong(name, "is no number that can be held");

    public LocalDate Day(string name) => LocalDatePattern.Iso.Parse(Text(name)) is { Success: true, Value: var day } ? day : throw Wrong(name, "must be a day as 2025-08-25");

    public LocalDate? DayOrNull(string name) => IsNull(name) ? null : Day(name);

    /// <summary>A member of a closed table of names.</summary>
    public T Named<T>(string name)
        where T : struct, Enum =>
        ContractNames<T>.TryRead(Text(name), out var value) ? value : throw Wrong(name, $"'{Text(name)}' is none of {ContractNames<T>.All()}");

    public T? NamedOrNull<T>(string name)
        where T : struct, Enum => IsNull(name) ? null : Named<T>(name);

    /// <summary>Members of a closed table of names.</summary>
    /// <param name="name">The field.</param>
    /// <param name="retired">Names that the table had once; they are passed over.</param>
    public ImmutableArray<T> NamedList<T>(string name, IReadOnlySet<string> retired)
        where T : struct, Enum =>
        [.. Texts(name).Where(text => !retired.Contains(text)).Select(text => ContractNames<T>.TryRead(text, out var value) ? value : throw Wrong(name, $"'{text}' is none of {ContractNames<T>.All()}"))];

    /// <summary>One of the ids that the record has; null where the field is.</summary>
    public string? IdOrNull(string name, IReadOnlySet<string> known) => IsNull(name) ? null : IdOf(Text(name), name, known);

    public ImmutableArray<string> Ids(string name, IReadOnlySet<string> known) => [.. Texts(name).Select(id => IdOf(id, name, known))];

    public ImmutableArray<string> Texts(string name) => [.. Array(name).Select(item => TextOf(item, name))];

    /// <summary>Places in a list of the record that has <paramref name="count"/> items.</summary>
    public ImmutableArray<int> Indexes(string name, int count) =>
        [.. Array(name).Select(item => CountOf(item, name) is var index && index < count ? index : throw Wrong(name, $"{index} is no place in a list of {count}"))];

    /// <summary>The object in a field.</summary>
    public RecordFields Object(string name) => new(Value(name, JsonValueKind.Object, "an object"), this, name, -1, _text);

    public RecordFields? ObjectOrNull(string name) => IsNull(name) ? null : Object(name);

    /// <summary>The objects in a list.</summary>
    public ImmutableArray<T> List<T>(string name, Func<RecordFields, T> read) => [.. Array(name).Select((item, i) => read(new RecordFields(item, this, name, i, _text)))];

    /// <summary>The span of this object: inside the text and, where the object repeats the characters, with just these.</summary>
    public TextSpan Span()
    {
        var (start, end) = (Count("start"), Count("end"));
        if (start > end || end > _text!.Count)
        {
            throw Wrong("end", $"{start}..{end} is no span of a text of {_text!.Count} characters");
        }

        var span = new TextSpan(_text.ToUtf16(start), _text.ToUtf16(end));
        return !Knows("text") || _text.Text.AsSpan(span.Start, span.Length).SequenceEqual(Text("text")) ? span : throw Wrong("text", $"is not what the text has at {start}..{end}");
    }

    /// <summary>The error that a field is not as the contract has it.</summary>
    public RecordFormatException Wrong(string? name, string problem) =>
        new($"This is not a record of the form {Record.Format}: {string.Join('.', new[] { Place(), name }.Where(part => !string.IsNullOrEmpty(part)))}: {problem}.");

    private string Place() => (_parent?.Place() is { Length: > 0 } outer ? outer + "." : "") + _name + (_index < 0 ? "" : $"[{_index}]");

    private bool IsNull(string name) => Field(name).ValueKind == JsonValueKind.Null;

    private JsonElement Field(string name) => _json.TryGetProperty(name, out var value) ? value : throw Wrong(name, "is missing");

    private JsonElement Value(string name, JsonValueKind? kind, string wanted) =>
        Field(name) is var value && (kind is null || value.ValueKind == kind) ? value : throw Wrong(name, $"must be {wanted}");

    private JsonElement.ArrayEnumerator Array(string name) => Value(name, JsonValueKind.Array, "a list").EnumerateArray();

    private string TextOf(JsonElement item, string name)
    {
        try
        {
            return item.ValueKind == JsonValueKind.String ? item.GetString()! : throw Wrong(name, "must hold strings");
        }
        catch (InvalidOperationException e)
        {
            // Half of a surrogate pair, written as an escape.
            throw new RecordFormatException(Wrong(name, "is no text").Message, e);
        }
    }

    private int CountOf(JsonElement item, string name) =>
        item.ValueKind == JsonValueKind.Number && item.TryGetInt32(out var number) && number >= 0 ? number : throw Wrong(name, "must be a whole number from 0");

    private string IdOf(string id, string name, IReadOnlySet<string> known) => known.Contains(id) ? id : throw Wrong(name, $"nothing in the record has the id '{id}'");
}
