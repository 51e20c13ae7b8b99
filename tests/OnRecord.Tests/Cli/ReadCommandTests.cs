using System.IO.Compression;
using System.Text;
using OnRecord.App.Cli;

namespace OnRecord.Tests.Cli;

public sealed class ReadCommandTests : IDisposable
{
    private const string Story = "Springvale opens its bridge\nThe mayor said on Monday that about 1,500 people had crossed it.\n";

    private readonly ProgramRun _program = new();

    public void Dispose() => _program.Dispose();

    [Fact]
    public void A_page_gives_a_line_of_json_for_each_document()
    {
        var page = _program.File("page.txt", Story);
        Assert.Equal(ExitCode.Success, _program.Run("read", page, "--published", "2025-08-25"));
        var records = _program.Output.TrimEnd('\n').Split('\n').Select(RecordJson.Read).ToList();
        Assert.NotEmpty(records);
        Assert.Contains("\"published\":{\"value\":\"2025-08-25\",\"time\":null,\"basis\":\"given\"", _program.Output, StringComparison.Ordinal);
        Assert.Empty(_program.Error);
    }

    [Theory]
    [InlineData("--max-bytes takes a number from 1 to 2147483647, not '100MB'", "read", "x.txt", "--max-bytes", "100MB")]
    [InlineData("--max-tokens takes a number from 1 to 2147483647, not '99999999999'", "read", "x.txt", "--max-tokens", "99999999999")]
    [InlineData("--max-seconds takes a number from 1 to 2000000, not ''", "read", "x.txt", "--max-seconds", "")]
    [InlineData("--delay takes a number from 0.5 to 3600, not '0,5'", "read", "x.txt", "--delay", "0,5")]
    [InlineData("--most takes a number from 1 to 2147483647, not 'ten'", "search", "x", "--most", "ten")]
    [InlineData("--skip takes a number from 0 to 2147483647, not '-1'", "search", "x", "--skip", "-1")]
    [InlineData("--page takes a number from 0 to 2147483647, not '1.5'", "explain", "x.txt", "0..1", "--page", "1.5")]
    public void What_is_no_number_is_an_error_of_usage(string message, params string[] arguments)
    {
        Assert.Equal(ExitCode.Usage, _program.Run(arguments));
        Assert.Contains(message, _program.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Standard_input_is_a_page()
    {
        Assert.Equal(ExitCode.Success, _program.Run(Encoding.UTF8.GetBytes(Story), ["read", "-"]));
        Assert.StartsWith("{\"format\":\"onrecord/2\"", _program.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_gzipped_page_reads_as_the_page_itself()
    {
        var page = _program.File("page.txt", Story);
        var packed = _program.File("page.txt.gz", Gzip(Encoding.UTF8.GetBytes(Story)));
        _program.Run("read", page);
        var plain = _program.Output;
        Assert.Equal(ExitCode.Success, _program.Run("read", packed));
        Assert.Equal(plain, _program.Output.Replace("page.txt.gz", "page.txt", StringComparison.Ordinal));
    }

    [Fact]
    public void A_record_tells_how_its_input_was_named()
    {
        var page = _program.File("folder/page.txt", Story);
        _program.Run("read", _program.PathOf("folder"));
        Assert.Equal(page, RecordJson.Read(_program.Output).Document.Page.Name);
        var lines = _program.File("lines.jsonl", $$"""{"text": "{{Story.ReplaceLineEndings(" ")}}"}""");
        _program.Run("read", lines, "--text-field", "text");
        Assert.Equal(lines + ", line 1", RecordJson.Read(_program.Output).Document.Page.Name);
        _program.Run(Encoding.UTF8.GetBytes(Story), ["read", "-"]);
        Assert.Null(RecordJson.Read(_program.Output).Document.Page.Name);
    }

    [Fact]
    public void With_plain_the_text_is_exactly_that_of_the_file()
    {
        const string Text = "One line.\r\n\r\n  Another, with blanks behind it.  \nRelated stories\n";
        var page = _program.File("page.txt", Text);
        Assert.Equal(ExitCode.Success, _program.Run("read", page, "--plain"));
        Assert.Equal(Text, RecordJson.Read(_program.Output).Document.Text);
    }

    [Fact]
    public void One_bad_page_among_many_is_named_and_the_others_are_read()
    {
        _program.File("folder/a.txt", Story);
        _program.File("folder/b.txt", "");
        _program.File("folder/c.html", "%PDF-1.7\n\0\0\0binary");
        _program.File("folder/d.txt.gz", Gzip(Encoding.UTF8.GetBytes(Story + new string('x', 5000)))[..40]);
        _program.File("folder/deep/e.txt", Story);
        _program.File("folder/picture.png", "no page by its name");
        Assert.Equal(ExitCode.SomeUnread, _program.Run("read", _program.PathOf("folder")));
        Assert.Equal(2, _program.Output.TrimEnd('\n').Split('\n').Select(RecordJson.Read).Select(record => record.Document.Page.Sha256).Count());
        Assert.Contains("b.txt: ", _program.Error, StringComparison.Ordinal);
        Assert.Contains("c.html: ", _program.Error, StringComparison.Ordinal);
        Assert.Contains("d.txt.gz: ", _program.Error, StringComparison.Ordinal);
        Assert.Contains("3 of 5 pages could not be read; the other 2 are in the output", _program.Error, StringComparison.Ordinal);
        Assert.Contains(".png: 1", _program.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("missing.txt", "no such file")]
    [InlineData("missing/folder/page.html", "no such file")]
    public void A_missing_file_is_named(string path, string reason)
    {
        Assert.Equal(ExitCode.SomeUnread, _program.Run("read", _program.PathOf(path)));
        Assert.Contains($"{path}: {reason}", _program.Error, StringComparison.Ordinal);
        Assert.Empty(_program.Output);
    }

    [Fact]
    public void A_gzip_bomb_is_refused_with_the_limit_and_the_way_out()
    {
        var bomb = _program.File("bomb.txt.gz", Gzip(new byte[3_000_000]));
        Assert.Equal(ExitCode.SomeUnread, _program.Run("read", bomb, "--max-bytes", "1000000"));
        Assert.Contains("--max-bytes", _program.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("read")]
    [InlineData("read", "page.txt", "--published", "25/08/2025")]
    [InlineData("read", "page.txt", "--format", "xml")]
    [InlineData("read", "page.txt", "--max-bytes", "0")]
    [InlineData("read", "no-such-*.txt")]
    [InlineData("explain", "page.txt", "9..3")]
    [InlineData("frobnicate")]
    public void A_wrong_command_line_is_told_and_nothing_is_written(params string[] args)
    {
        Assert.Equal(ExitCode.Usage, _program.Run(args));
        Assert.StartsWith("onrecord: ", _program.Error, StringComparison.Ordinal);
        Assert.Empty(_program.Output);
    }

    [Fact]
    public void An_output_file_appears_whole()
    {
        var page = _program.File("page.txt", Story);
        var output = _program.PathOf("records.jsonl");
        Assert.Equal(ExitCode.Success, _program.Run("read", page, "-o", output));
        Assert.Empty(_program.Output);
        Assert.EndsWith("}\n", File.ReadAllText(output), StringComparison.Ordinal);
        Assert.False(File.Exists(output + ".partial"));
    }

    [Fact]
    public void An_output_that_cannot_be_made_is_told_before_anything_is_read()
    {
        var page = _program.File("page.txt", Story);
        Assert.Equal(ExitCode.Output, _program.Run("read", page, "-o", _program.PathOf("no/such/folder/records.jsonl")));
        Assert.Contains("cannot be written", _program.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_interrupted_run_keeps_whole_lines_in_the_partial_file()
    {
        var page = _program.File("page.txt", Story);
        var output = _program.PathOf("records.jsonl");
        using var error = new StringWriter();
        using var terminal = new Terminal { Input = Stream.Null, Output = Stream.Null, Error = error };
        terminal.Interrupt();
        Assert.Equal(ExitCode.Interrupted, CommandLine.Run(["read", page, "-o", output], terminal));
        Assert.False(File.Exists(output));
        Assert.True(File.Exists(output + ".partial"));
        Assert.Contains(".partial", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_order_of_the_output_is_that_of_the_input()
    {
        for (var i = 0; i < 40; i++)
        {
            _program.File($"folder/{i:D2}.txt", $"Story {i}\nThe mayor of town {i} said on Monday that {i} people had left.\n");
        }

        Assert.Equal(ExitCode.Success, _program.Run("read", _program.PathOf("folder"), "--format", "text"));
        var named = _program.Output.Split('\n').Where(line => line.StartsWith("# article", StringComparison.Ordinal)).ToList();
        Assert.Equal(40, named.Count);
        Assert.Equal(named.Order(StringComparer.Ordinal), named);
    }

    [Fact]
    public void The_report_never_passes_orders_of_the_page_to_the_terminal()
    {
        var page = _program.File("page.txt", "The mayor said on Monday\u001b[2J that 5 people\u0007 had left the town of Springvale for good.\n");
        Assert.Equal(ExitCode.Success, _program.Run("read", page, "--format", "table"));
        Assert.DoesNotContain('\u001b', _program.Output);
        Assert.DoesNotContain('\u0007', _program.Output);
    }

    [Fact]
    public void Explain_names_the_block_and_the_rules()
    {
        var page = _program.File("page.txt", Story);
        Assert.Equal(ExitCode.Success, _program.Run("explain", page, "0..9", "--plain"));
        Assert.Contains("block", _program.Output, StringComparison.Ordinal);
        Assert.Contains("because", _program.Output, StringComparison.Ordinal);
    }

    private static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }
}
