using System.Text.Json;
using OnRecord.App.Cli;

namespace OnRecord.Tests.Cli;

public sealed class NamesCommandTests : IDisposable
{
    private const string Story = "Latvian Chancellor Ilse Brunnhof opened the 𝒂 bridge on Monday. Brunnhof said that she had crossed it.\nTannaby Lamps, Inc. built it. \"The company\" is Tannaby Lamps.\n";

    private readonly ProgramRun _program = new();

    public void Dispose() => _program.Dispose();

    [Fact]
    public void Each_entity_is_a_line_of_json_with_its_mentions_and_the_rules_that_joined_them()
    {
        Assert.Equal(ExitCode.Success, _program.Run("names", _program.File("page.txt", Story), "--plain", "--format", "jsonl"));
        var entities = _program.Output.TrimEnd('\n').Split('\n').Select(line => JsonDocument.Parse(line).RootElement).ToList();
        var person = Assert.Single(entities, entity => entity.GetProperty("type").GetString() == "person");
        Assert.Equal("Ilse Brunnhof", person.GetProperty("name").GetString());
        Assert.Equal("LVA", person.GetProperty("country").GetString());
        Assert.Equal("person/ilse-brunnhof/LVA", person.GetProperty("key").GetString());
        Assert.Equal("Chancellor", person.GetProperty("roles")[0].GetProperty("text").GetString());
        Assert.Equal(JsonValueKind.Null, person.GetProperty("roles")[0].GetProperty("from").ValueKind);
        var joins = person.GetProperty("mentions").EnumerateArray().Select(mention => (mention.GetProperty("text").GetString(), mention.GetProperty("join").GetString())).ToList();
        Assert.Equal([("Ilse Brunnhof", null), ("Brunnhof", "family-name-of-person"), ("she", "pronoun-of-person")], joins);
    }

    [Fact]
    public void Offsets_count_code_points()
    {
        _program.Run("names", _program.File("page.txt", Story), "--plain", "--format", "jsonl");
        var runes = Story.EnumerateRunes().ToList();
        foreach (var mention in _program.Output.TrimEnd('\n').Split('\n').SelectMany(line => JsonDocument.Parse(line).RootElement.GetProperty("mentions").EnumerateArray()))
        {
            var (start, end) = (mention.GetProperty("start").GetInt32(), mention.GetProperty("end").GetInt32());
            Assert.Equal(mention.GetProperty("text").GetString(), string.Concat(runes[start..end]));
        }
    }

    [Fact]
    public void In_csv_each_mention_is_a_row()
    {
        Assert.Equal(ExitCode.Success, _program.Run("names", _program.File("page.txt", Story), "--plain", "--format", "csv"));
        var rows = _program.Output.TrimEnd('\n').Split('\n');
        Assert.StartsWith("page,record,start,end,text,form,type,rule,join,entity,name,country,named,key,titles", rows[0], StringComparison.Ordinal);
        Assert.Contains(rows, row => row.Contains(",she,pronoun,person,pronoun,pronoun-of-person,", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.Contains("\"Tannaby Lamps, Inc.\"", StringComparison.Ordinal));
    }

    [Fact]
    public void The_table_tells_names_by_type_and_why_words_were_joined()
    {
        Assert.Equal(ExitCode.Success, _program.Run("names", _program.File("page.txt", Story), "--plain", "--format", "table"));
        Assert.Contains("Persons  1", _program.Output, StringComparison.Ordinal);
        Assert.Contains("Ilse Brunnhof", _program.Output, StringComparison.Ordinal);
        Assert.Contains("family-name-of-person", _program.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_cannot_give_the_terminal_orders()
    {
        _program.Run("names", _program.File("page.txt", "Mayor Emily Quorn\u001b[31mdale opened the bridge.\n"), "--plain", "--format", "table");
        Assert.DoesNotContain('\u001b', _program.Output);
    }

    [Theory]
    [InlineData("names")]
    [InlineData("names", "page.txt", "--format", "html")]
    [InlineData("names", "no-such-*.txt")]
    [InlineData("names", "https://news.example/story")]
    public void A_wrong_command_line_is_told(params string[] args)
    {
        Assert.Equal(ExitCode.Usage, _program.Run(args));
        Assert.StartsWith("onrecord: ", _program.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_that_cannot_be_read_is_named_and_the_others_are_listed()
    {
        _program.File("folder/a.txt", Story);
        _program.File("folder/b.txt", "");
        Assert.Equal(ExitCode.SomeUnread, _program.Run("names", _program.PathOf("folder"), "--plain"));
        Assert.Contains("b.txt: ", _program.Error, StringComparison.Ordinal);
        Assert.Contains("Ilse Brunnhof", _program.Output, StringComparison.Ordinal);
    }
}
