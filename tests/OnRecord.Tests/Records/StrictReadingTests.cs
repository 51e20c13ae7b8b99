using System.Text;
using System.Text.Json.Nodes;
using CsCheck;

namespace OnRecord.Tests.Records;

/// <summary>A record that is read back is the one that was written; what is no record is refused by one exception, which names the field.</summary>
public sealed class StrictReadingTests
{
    private const string Text = "Fees rise at Larnet harbor\n\nBy Mira Holm\n\nAug. 25, 2025\n\n"
        + "The harbor board of Larnet raised its fees by 4 percent on Monday, Chair Ann Lowe said. “We had no choice,” she told reporters 😀.\n\n"
        + "About 300 ships called there in 2024, according to the board. It did not say how many will leave. The mayor denied that the port was closed.\n";

    private static readonly string Valid = RecordJson.Write(
        SamplePages.Reading.Read(Page.Of(Encoding.UTF8.GetBytes(Text), "https://news.example/fees") with { Name = "folder/fees.txt" }, ReadOptions.Default)[0]);

    private const string Mark = "another value";

    /// <summary>What may be put where something else stood.</summary>
    private static readonly string[] Values =
        ["null", "true", "0", "-1", "3", "99999", "1e999", "99999999999999999999", "\"\"", "\"possible,denied\"", "\"99\"", "\"x\"", "\"\\ud800\"", "\"2025-13-40\"", "[]", "[999]", "[null]", "{}", "[{}]"];

    [Fact]
    public void A_record_read_back_equals_the_one_written() => Assert.All(SamplePages.Names.SelectMany(SamplePages.Read), record =>
    {
        var back = RecordJson.Read(RecordJson.Write(record));
        Assert.Equal(record, back);
        Assert.Equal(record.GetHashCode(), back.GetHashCode());
        Assert.Equal(record.Document.Unresolved.AsEnumerable(), back.Document.Unresolved.AsEnumerable());
    });

    [Fact]
    public void A_reason_that_ranks_have_no_more_is_passed_over_and_one_they_never_had_is_refused()
    {
        var record = RecordJson.Read(Valid);
        Assert.Contains(record.Claims, claim => claim.Reasons.Contains(RankReason.Figure));
        Assert.Equal(record, RecordJson.Read(Valid.Replace("\"figure\"", "\"casualties\",\"figure\",\"notSo\"", StringComparison.Ordinal)));
        Assert.Throws<RecordFormatException>(() => RecordJson.Read(Valid.Replace("\"figure\"", "\"figures\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void Reading_the_document_of_a_record_that_was_read_back_gives_the_same_record()
    {
        var record = SamplePages.Reading.Read(Page.Of("<html lang=en><title>Quay</title><meta property='article:modified_time' content='2025-08-25'><p>The quay is sh\xff.</p>"u8.ToArray(), mediaType: "text/html"), ReadOptions.Default)[0];
        Assert.NotEmpty(record.Document.Unresolved);
        var back = RecordJson.Read(RecordJson.Write(record));
        Assert.Equal(record, SamplePages.Reading.Read(back.Document));
    }

    [Fact]
    public void Two_readings_of_the_same_bytes_are_equal() => Assert.Equal(
        SamplePages.Reading.Read(Page.Of(Encoding.UTF8.GetBytes(Text)), ReadOptions.Default).AsEnumerable(),
        SamplePages.Reading.Read(Page.Of(Encoding.UTF8.GetBytes(Text)), ReadOptions.Default).AsEnumerable());

    [Fact]
    public void Values_that_differ_in_an_array_alone_are_not_equal()
    {
        var record = RecordJson.Read(Valid);
        Assert.NotEqual(record, record with { Claims = record.Claims.RemoveAt(0) });
        Assert.NotEqual(record.Claims[0], record.Claims[0] with { AttributedTo = ["x"] });
        Assert.NotEqual(record, record with { Document = record.Document with { Blocks = record.Document.Blocks.RemoveAt(0) } });
    }

    [Fact]
    public void Pages_are_equal_by_their_bytes_whether_they_were_hashed_or_not()
    {
        var (page, other) = (Page.Of("The dam failed."u8.ToArray()), Page.Of("The dam failed."u8.ToArray()));
        Assert.NotEmpty(page.Sha256);
        Assert.Equal(page, other);
        Assert.NotEqual(page, other with { Name = "a.txt" });
    }

    [Fact]
    public void An_array_that_was_never_made_is_refused_where_it_is_set()
    {
        var record = RecordJson.Read(Valid);
        Assert.Throws<ArgumentException>(() => record with { Claims = default });
        Assert.Throws<ArgumentException>(() => record.Claims[0] with { Times = default });
        Assert.Throws<ArgumentException>(() => record.Entities[0] with { Titles = default });
    }

    [Theory]
    [InlineData("id", "null")]
    [InlineData("id", "\"0123456789abcdef-99999999999999999999\"")]
    [InlineData("text", "null")]
    [InlineData("text", "\"other\"")]
    [InlineData("textSha256", "\"00\"")]
    [InlineData("kind", "\"0\"")]
    [InlineData("headline", "null")]
    [InlineData("page.sha256", "\"00\"")]
    [InlineData("claims[0].status", "\"99\"")]
    [InlineData("claims[0].status", "\"possible,denied\"")]
    [InlineData("claims[0].status", "\"Asserted\"")]
    [InlineData("claims[0].status", "\"\"")]
    [InlineData("claims[0].times", "[999]")]
    [InlineData("claims[0].quantities", "[-1]")]
    [InlineData("claims[0].end", "99999")]
    [InlineData("claims[0].attributedTo", "[\"nobody\"]")]
    [InlineData("claims[0].attributedTo", "[null]")]
    [InlineData("claims[0].certainty", "1.5")]
    [InlineData("mentions[0].entity", "\"nobody\"")]
    [InlineData("mentions[0].text", "\"forged\"")]
    [InlineData("times[0].type", "\"date\"")]
    [InlineData("times[0].earliest", "\"yesterday\"")]
    [InlineData("quantities[0].best", "1e999")]
    [InlineData("blocks[0].source.byteEnd", "-1")]
    public void An_impossible_field_is_refused_and_named(string field, string value)
    {
        var json = JsonNode.Parse(Valid)!;
        var at = json;
        var path = field.Replace("[", ".[", StringComparison.Ordinal).Split('.');
        foreach (var step in path[..^1])
        {
            at = step[0] == '[' ? at[int.Parse(step[1..^1], System.Globalization.CultureInfo.InvariantCulture)]! : at[step]!;
        }

        Assert.NotEqual(value, at[path[^1]]?.ToJsonString());
        at[path[^1]] = JsonNode.Parse(value);
        var problem = Assert.Throws<RecordFormatException>(() => RecordJson.Read(json.ToJsonString()));
        Assert.Contains(field == "text" && value != "null" ? "is not" : field, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"format\":null}")]
    [InlineData("{\"format\":\"onrecord/0\"}")]
    [InlineData("{\"format\":\"\ud800\"}")]
    [InlineData("{\"format\":\"\\ud800\"}")]
    [InlineData("{\"\\ud800ab\":\"onrecord/1\"}")]
    public void What_is_no_record_is_refused(string json) => Assert.Throws<RecordFormatException>(() => RecordJson.Read(json));

    [Fact]
    public void Any_field_taken_out_or_made_another_is_refused_or_read_as_a_whole_record() =>
        Gen.Int[0, int.MaxValue].Select(Gen.Int[-1, Values.Length - 1]).Sample(
            (place, value) => IsRefusedOrWhole(Changed(place, value < 0 ? null : Values[value])),
            iter: 3000,
            threads: 1);

    [Fact]
    public void Any_characters_changed_are_refused_or_read_as_a_whole_record() =>
        Gen.Int[0, Valid.Length - 1].Select(Gen.Char).Array[1, 3].Sample(
            changes =>
            {
                var json = Valid.ToCharArray();
                foreach (var (place, character) in changes)
                {
                    json[place] = character;
                }

                IsRefusedOrWhole(new string(json));
            },
            iter: 3000,
            threads: 1);

    [Fact]
    public void A_record_cut_off_anywhere_is_refused() =>
        Assert.All(Enumerable.Range(0, 100), i => Assert.Throws<RecordFormatException>(() => RecordJson.Read(Valid[..(Valid.Length * i / 100)])));

    private static void IsRefusedOrWhole(string json)
    {
        try
        {
            var record = RecordJson.Read(json);
            Assert.Equal(record, RecordJson.Read(RecordJson.Write(record)));
        }
        catch (RecordFormatException)
        {
            // The documented answer.
        }
    }

    /// <summary>The valid record with one node, counted through, taken out or replaced.</summary>
    private static string Changed(int place, string? value)
    {
        var root = JsonNode.Parse(Valid)!;
        var nodes = Nodes(root).ToList();
        var (parent, name, index) = nodes[place % nodes.Count];
        if (parent is JsonObject fields)
        {
            fields.Remove(name!);
            if (value is not null)
            {
                fields.Add(name!, Mark);
            }
        }
        else
        {
            parent.AsArray().RemoveAt(index);
            if (value is not null)
            {
                parent.AsArray().Insert(index, Mark);
            }
        }

        return root.ToJsonString().Replace("\"" + Mark + "\"", value, StringComparison.Ordinal);
    }

    private static IEnumerable<(JsonNode Parent, string? Name, int Index)> Nodes(JsonNode? node) => node switch
    {
        JsonObject fields => fields.SelectMany(field => Nodes(field.Value).Prepend((node, field.Key, -1))),
        JsonArray items => items.SelectMany((item, i) => Nodes(item).Prepend((node, null, i))),
        _ => [],
    };
}
