using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using OnRecord.App.Outputs.Exports;
using OnRecord.Tests.Records;
using Parquet;

namespace OnRecord.Tests.Exports;

/// <summary>Each form of another tool, read back.</summary>
public sealed class ExportTests
{
    private const string Emoji = "😀 The mayor, Ann 𠮷野, said on 3 May 2020 that “the dam 🏗 had\tfailed”, \"twice\".\nShe did not say *why* <b>it</b> failed; some 40 people left in March 2019.";

    private static readonly IReadOnlyList<Record> Records =
        [.. SamplePages.Names.SelectMany(SamplePages.Read), .. SamplePages.Reading.Read(Page.Of(Encoding.UTF8.GetBytes(Emoji), "https://news.example/a?b=1&c=2"), new ReadOptions { Plain = true })];

    private static readonly int Claims = Records.Sum(record => record.Claims.Count(claim => claim.Level != ClaimLevel.Fragment));

    public static TheoryData<string> Names => [.. ExportFormats.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_same_records_give_the_same_bytes(string format)
    {
        var bytes = Export(format, Records);
        Assert.NotEmpty(bytes);
        Assert.Equal(bytes, Export(format, Records));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_records_give_a_whole_file(string format)
    {
        var bytes = Export(format, []);
        if (format is "annotations" or "geojson" or "labelstudio" or "schemaorg" or "timelinejs")
        {
            JsonDocument.Parse(bytes).Dispose();
        }
    }

    [Fact]
    public void Csv_has_a_row_a_claim_whose_offsets_prove_its_text()
    {
        var rows = CsvRows(Encoding.UTF8.GetString(Export("csv", Records)));
        Assert.Equal(Claims + 1, rows.Count);
        Assert.All(rows, row => Assert.Equal(ClaimColumns.All.Length, row.Count));
        var columns = rows[0].Select((name, i) => (name, i)).ToDictionary(pair => pair.name, pair => pair.i);
        var records = Records.ToDictionary(record => record.Id);
        Assert.Contains(rows, row => row[columns["statement"]] != row[columns["text"]]);
        Assert.DoesNotContain(rows, row => row[columns["level"]] == "fragment");
        Assert.All(rows.Skip(1).Where(row => row[columns["within"]].Length > 0), row => Assert.Contains(rows, around => around[columns["onrecord_id"]] == row[columns["within"]]));
        Assert.All(rows.Skip(1), row => Assert.Equal(row[columns["text"]], CodePoints(records[row[columns["record_id"]]].Document.Text, Number(row[columns["span_start"]]), Number(row[columns["span_end"]]))));
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+A1", "'+A1")]
    [InlineData("-2", "'-2")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData(" \t=cmd|' /C calc'!A0", "' \t=cmd|' /C calc'!A0")]
    [InlineData("=\"a\",b", "\"'=\"\"a\"\",b\"")]
    [InlineData("\uFF1D1", "'\uFF1D1")]
    [InlineData("1=1", "1=1")]
    [InlineData("", "")]
    public void A_safe_table_has_no_formula(string cell, string written)
    {
        using var row = new MemoryStream();
        CsvOutput.Row(row, [cell], isSafe: true);
        Assert.Equal(written + "\n", Encoding.UTF8.GetString(row.ToArray()));
        row.SetLength(0);
        CsvOutput.Row(row, [cell]);
        Assert.StartsWith(cell.Contains('"', StringComparison.Ordinal) ? "\"=" : cell, Encoding.UTF8.GetString(row.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_verb_with_tables_can_make_them_safe()
    {
        using var program = new Cli.ProgramRun();
        var (page, archive) = (program.File("page.html", "<html><body><article><h1>=1+1 is the sum of the mayor</h1><p>A ferry ran aground off Norrick on Monday, the coast guard said.</p><p>Nobody was hurt, Ann Orlo said.</p></article></body></html>"), program.PathOf("a.db"));
        Assert.Equal(0, program.Run("add", page, "-a", archive));
        foreach (var command in new[] { new[] { "read", page }, ["claims", page], ["export", "-a", archive] })
        {
            Assert.Equal(0, program.Run([.. command, "--format", "csv"]));
            Assert.Contains(",=1+1", program.Output, StringComparison.Ordinal);
            Assert.Equal(0, program.Run([.. command, "--format", "csv", "--safe-csv"]));
            Assert.Contains(",'=1+1", program.Output, StringComparison.Ordinal);
            Assert.DoesNotContain(",=1+1", program.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Who_did_what_to_whom_has_columns_with_names()
    {
        var record = Records[0];
        var entity = record.Entities.First(one => one.Named);
        var claim = record.Claims[0] with
        {
            Level = ClaimLevel.Main,
            Roles = [new ClaimRole(RoleKind.Agent, record.Claims[0].Span, entity.Id), new ClaimRole(RoleKind.Patient, record.Claims[0].Predicate.Span, null)],
        };
        var rows = CsvRows(Encoding.UTF8.GetString(Export("csv", [record with { Claims = [claim] }])));
        string Cell(string column) => rows[1][rows[0].IndexOf(column)];
        Assert.Equal((claim.Span.Of(record.Document.Text), entity.Name), (Cell("agent"), Cell("agent_name")));
        Assert.Equal((claim.Predicate.Span.Of(record.Document.Text), ""), (Cell("patient"), Cell("patient_name")));
        Assert.Equal(("", "", claim.Predicate.Lemma), (Cell("recipient"), Cell("attribute"), Cell("predicate_lemma")));
    }

    [Fact]
    public void Fragments_are_there_where_they_are_asked_for()
    {
        var rows = CsvRows(Encoding.UTF8.GetString(Export("csv", Records, new ClaimChoice(WithFragments: true))));
        Assert.Equal(Records.Sum(record => record.Claims.Length) + 1, rows.Count);
        Assert.Equal(Records.Sum(record => record.Claims.Length), Encoding.UTF8.GetString(Export("jsonl", Records)).TrimEnd('\n').Split('\n').Sum(line => RecordJson.Read(line).Claims.Length));
    }

    [Fact]
    public async Task Parquet_holds_the_same_table()
    {
        var rows = CsvRows(Encoding.UTF8.GetString(Export("csv", Records)));
        using var file = new MemoryStream(Export("parquet", Records));
        await using var reader = await ParquetReader.CreateAsync(file, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(rows[0], reader.Schema.GetDataFields().Select(field => field.Name));
        using var group = reader.OpenRowGroupReader(0);
        Assert.Equal(Claims, group.RowCount);
        var starts = new int[group.RowCount];
        await group.ReadAsync<int>(reader.Schema.GetDataFields().Single(field => field.Name == "span_start"), starts, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(rows.Skip(1).Select(row => Number(row[2])), starts);
    }

    [Fact]
    public void TimelineJs_events_have_a_year_and_say_what_is_not_known()
    {
        using var output = new MemoryStream();
        var exporter = new ChosenClaims(new TimelineJsOutput(output), new ClaimChoice());
        exporter.Write("", Records);
        exporter.Dispose();
        using var json = JsonDocument.Parse(output.ToArray());
        var events = json.RootElement.GetProperty("events").EnumerateArray().ToList();
        Assert.NotEmpty(events);
        Assert.All(events, one => Assert.NotEqual(0, one.GetProperty("start_date").GetProperty("year").GetInt32()));
        Assert.All(events.Where(one => one.GetProperty("start_date").TryGetProperty("day", out _)), one => Assert.True(one.GetProperty("start_date").TryGetProperty("month", out _)));
        Assert.Equal(events.Count, events.Select(one => one.GetProperty("unique_id").GetString()).Distinct().Count());
        Assert.StartsWith($"{Claims - events.Count} claims", Assert.Single(exporter.LeftOut), StringComparison.Ordinal);
        var march = events.Single(one => one.GetProperty("display_date").GetString()!.Contains("March 2019", StringComparison.Ordinal));
        Assert.False(march.GetProperty("start_date").TryGetProperty("day", out _));
        Assert.DoesNotContain(events, one => one.GetProperty("text").GetProperty("text").GetString()!.Contains("<b>", StringComparison.Ordinal));
    }

    [Fact]
    public void GeoJson_puts_claims_where_their_towns_lie_east_first()
    {
        const string Text = "A bridge in Kaohsiung fell on 3 May 2020, the mayor said. The mayor of Quornby did not comment. Nobody was hurt in London, Ontario.";
        IReadOnlyList<Record> records = SamplePages.Reading.Read(Page.Of(Encoding.UTF8.GetBytes(Text), null), new ReadOptions { Plain = true });
        using var output = new MemoryStream();
        var exporter = new GeoJsonOutput(output);
        exporter.Write("", records);
        exporter.Dispose();
        using var json = JsonDocument.Parse(output.ToArray());
        Assert.Equal("FeatureCollection", json.RootElement.GetProperty("type").GetString());
        var feature = Assert.Single(json.RootElement.GetProperty("features").EnumerateArray());
        var point = feature.GetProperty("geometry").GetProperty("coordinates").EnumerateArray().Select(degree => degree.GetDouble()).ToList();
        Assert.InRange(point[0], 120.2, 120.4);
        Assert.InRange(point[1], 22.5, 22.8);
        var properties = feature.GetProperty("properties");
        Assert.Equal("Kaohsiung", properties.GetProperty("place").GetString());
        Assert.Equal("2020-05-03", properties.GetProperty("earliest").GetString());
        Assert.Equal(properties.GetProperty("claim").GetString(), CodePoints(Text, properties.GetProperty("span_start").GetInt32(), properties.GetProperty("span_end").GetInt32()));
        Assert.Equal((properties.GetProperty("claim").GetString(), "main", false), (properties.GetProperty("statement").GetString(), properties.GetProperty("level").GetString(), properties.GetProperty("negated").GetBoolean()));
        Assert.StartsWith($"{records[0].Claims.Length - 1} claims", Assert.Single(exporter.LeftOut), StringComparison.Ordinal);
    }

    [Fact]
    public void Annotations_select_the_same_characters_by_position_and_by_quotation()
    {
        using var json = JsonDocument.Parse(Export("annotations", Records));
        var texts = Records.SelectMany(record => record.Claims.Select(claim => (Id: $"urn:onrecord:{record.Id}:{claim.Id}", record.Document.Text))).DistinctBy(one => one.Id).ToDictionary(one => one.Id, one => one.Text);
        var items = json.RootElement.GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(Claims, items.Count);
        Assert.All(items, item =>
        {
            var selectors = item.GetProperty("target").GetProperty("selector");
            var (quote, position) = (selectors[0], selectors[1]);
            var text = texts[item.GetProperty("id").GetString()!];
            var (start, end) = (position.GetProperty("start").GetInt32(), position.GetProperty("end").GetInt32());
            Assert.Equal(quote.GetProperty("exact").GetString(), CodePoints(text, start, end));
            Assert.Contains(quote.GetProperty("prefix").GetString() + quote.GetProperty("exact").GetString() + quote.GetProperty("suffix").GetString(), text, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Schema_org_never_has_a_rating()
    {
        var text = Encoding.UTF8.GetString(Export("schemaorg", Records));
        using var json = JsonDocument.Parse(text);
        Assert.Equal(["Claim", "NewsArticle", "Quotation"], json.RootElement.GetProperty("@graph").EnumerateArray().Select(item => item.GetProperty("@type").GetString()).Distinct().Order());
        Assert.DoesNotContain("ating", text.Replace("\"operating", "", StringComparison.Ordinal).Split('"').Where((_, i) => i % 2 == 1).Where(word => word.Length < 20 && word.EndsWith("Rating", StringComparison.Ordinal)));
    }

    [Fact]
    public void Schema_org_has_authors_that_are_persons_or_organizations_and_credits_others_in_words()
    {
        IReadOnlyList<Record> records = SamplePages.Reading.Read(Page.Of("The dam failed, Maria Orlo said. The gates were old, officials said."u8.ToArray(), null), new ReadOptions { Plain = true });
        using var json = JsonDocument.Parse(Export("schemaorg", [.. Records, .. records]));
        var items = json.RootElement.GetProperty("@graph").EnumerateArray().ToList();
        Assert.DoesNotContain(items.SelectMany(item => item.EnumerateObject()), property => property.Value.ValueKind == JsonValueKind.Null);
        foreach (var item in items.Where(item => item.GetProperty("@type").GetString() is "Claim" or "Quotation"))
        {
            var hasSpeaker = item.TryGetProperty("author", out var speaker) || item.TryGetProperty("spokenByCharacter", out speaker);
            Assert.True(!hasSpeaker || speaker.GetProperty("@type").GetString() is "Person" or "Organization");
            Assert.False(hasSpeaker && item.TryGetProperty("creditText", out _));
        }

        var own = items.Where(item => item.GetProperty("@id").GetString()!.StartsWith($"urn:onrecord:{records[0].Id}:", StringComparison.Ordinal)).ToList();
        Assert.Contains(own, item => item.TryGetProperty("author", out var author) && author.GetProperty("name").GetString() == "Maria Orlo" && author.GetProperty("@type").GetString() == "Person");
        Assert.Contains(own, item => item.TryGetProperty("creditText", out var credit) && credit.GetString() == "officials");
        Assert.All(own.Where(item => item.GetProperty("@type").GetString() == "Claim"), claim => Assert.Equal("asserted", claim.GetProperty("keywords").GetProperty("name").GetString()));
    }

    [Fact]
    public void Follow_the_money_has_its_own_codes_of_countries_and_languages()
    {
        IReadOnlyList<Record> records = SamplePages.Reading.Read(Page.Of("The dam failed on Monday, Latvian President Maria Orlo said. The Bank of Latvia did not comment on the failure, the mayor said."u8.ToArray(), null), new ReadOptions { Plain = true });
        var text = Encoding.UTF8.GetString(Export("ftm", [.. Records, .. records]));
        Assert.Contains("\"language\":[\"eng\"]", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\"language\":[\"en\"]", text, StringComparison.Ordinal);
        foreach (var line in text.TrimEnd().Split('\n'))
        {
            using var json = JsonDocument.Parse(line);
            if (json.RootElement.GetProperty("properties").TryGetProperty("contextCountry", out var country))
            {
                Assert.Matches("^[a-z]{2}$", country[0].GetString()!);
            }
        }

        Assert.Contains("\"contextCountry\":[\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Brat_fragments_hold_the_characters_of_the_text_file()
    {
        using var zip = new ZipArchive(new MemoryStream(Export("brat", Records)));
        Assert.NotNull(zip.GetEntry("annotation.conf"));
        Assert.All(Records, record =>
        {
            var text = Read(zip, record.Id + ".txt");
            Assert.Equal(record.Document.Text, text);
            var shown = record.Claims.Where(claim => claim.Level != ClaimLevel.Fragment).ToList();
            var lines = Read(zip, record.Id + ".ann").Split('\n');
            Assert.Equal(shown.Count(claim => claim.Negated), lines.Count(line => line.Contains("\tNegated T", StringComparison.Ordinal)));
            Assert.Equal(shown.Count, lines.Count(line => line[..Math.Min(1, line.Length)] == "#"));
            foreach (var parts in Read(zip, record.Id + ".ann").Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] == 'T').Select(line => line.Split('\t', 3)))
            {
                var fragments = parts[1][(parts[1].IndexOf(' ', StringComparison.Ordinal) + 1)..].Split(';').Select(fragment => fragment.Split(' ').Select(Number).ToArray());
                Assert.Equal(parts[2], string.Join(' ', fragments.Select(fragment => CodePoints(text, fragment[0], fragment[1]))));
            }
        });
    }

    [Fact]
    public void Label_studio_regions_hold_the_characters_of_the_task()
    {
        using var json = JsonDocument.Parse(Export("labelstudio", Records));
        Assert.All(json.RootElement.EnumerateArray(), task =>
        {
            var text = task.GetProperty("data").GetProperty("text").GetString()!;
            var results = task.GetProperty("predictions")[0].GetProperty("result").EnumerateArray().ToList();
            var ids = results.Where(result => result.GetProperty("type").GetString() == "labels").Select(result => result.GetProperty("id").GetString()).ToHashSet();
            Assert.All(results, result =>
            {
                if (result.GetProperty("type").GetString() == "relation")
                {
                    Assert.Contains(result.GetProperty("to_id").GetString(), ids);
                }
                else
                {
                    var value = result.GetProperty("value");
                    Assert.Equal(value.GetProperty("text").GetString(), text[value.GetProperty("start").GetInt32()..value.GetProperty("end").GetInt32()]);
                }
            });
        });
    }

    [Fact]
    public void Follow_the_money_lines_are_entities_with_lists_of_strings() => Assert.All(
        Encoding.UTF8.GetString(Export("ftm", Records)).TrimEnd().Split('\n'),
        line =>
        {
            using var json = JsonDocument.Parse(line);
            Assert.Contains(json.RootElement.GetProperty("schema").GetString(), new[] { "Article", "Mention" });
            Assert.All(json.RootElement.GetProperty("properties").EnumerateObject(), property => Assert.All(property.Value.EnumerateArray(), value => Assert.NotEqual("", value.GetString())));
        });

    [Fact]
    public void Markdown_takes_marks_of_the_text_as_they_are()
    {
        var text = Encoding.UTF8.GetString(Export("markdown", Records, new ClaimChoice(WithFragments: true)));
        Assert.Contains("\\*why", text, StringComparison.Ordinal);
        Assert.Contains("it\\</b\\>", text, StringComparison.Ordinal);
        Assert.Contains("## Said not to be known", text, StringComparison.Ordinal);
    }

    internal static byte[] Export(string format, IReadOnlyList<Record> records, ClaimChoice? choice = null)
    {
        using var output = new MemoryStream();
        var exporter = ExportFormats.Create(format, output, choice: choice);
        foreach (var record in records)
        {
            exporter.Write(record.Id, [record]);
        }

        (exporter as IDisposable)?.Dispose();
        return output.ToArray();
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static string CodePoints(string text, int start, int end) => string.Concat(text.EnumerateRunes().Skip(start).Take(end - start));

    private static string Read(ZipArchive zip, string name)
    {
        using var reader = new StreamReader(zip.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }

    /// <summary>A reader of RFC 4180 of the test's own.</summary>
    internal static List<List<string>> CsvRows(string csv)
    {
        var (rows, row, cell, isQuoted) = (new List<List<string>>(), new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < csv.Length; i++)
        {
            if (isQuoted ? csv[i] == '"' && i + 1 < csv.Length && csv[i + 1] == '"' : false)
            {
                cell.Append('"');
                i++;
            }
            else if (csv[i] == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (!isQuoted && csv[i] is ',' or '\n')
            {
                row.Add(cell.ToString());
                cell.Clear();
                if (csv[i] == '\n')
                {
                    rows.Add(row);
                    row = [];
                }
            }
            else
            {
                cell.Append(csv[i]);
            }
        }

        return rows;
    }
}
