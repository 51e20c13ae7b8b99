using System.IO.Compression;
using System.Text;
using OnRecord.Data;
using OnRecord.Pages;

namespace OnRecord.Tests.Pages;

/// <summary>What comes in where a page should: broken packing, bytes that are no text, wrong labels, and bare text that is too much.</summary>
public sealed class BadInputTests
{
    private const string Sentence = "The harbour board said on Tuesday that the eastern quay would stay closed until the divers had finished their work. ";

    private static readonly PageReader Reader = new(DataFolder.English());

    [Theory]
    [InlineData("")]
    [InlineData(" \t\r\n")]
    [InlineData("\0\0\0\0")]
    [InlineData("\ufeff \n")]
    public void An_input_without_text_is_refused_as_empty(string text) =>
        Assert.Equal(PageInputProblem.Empty, Refusal(Encoding.UTF8.GetBytes(text)).Problem);

    [Fact]
    public void Packed_nothing_is_refused_as_empty() => Assert.Equal(PageInputProblem.Empty, Refusal(Pack([])).Problem);

    [Theory]
    [InlineData("89504e470d0a1a0a0000000d49484452")]
    [InlineData("ffd8ffe000104a464946000101010048")]
    [InlineData("255044462d312e370a25e2e3cfd30a")]
    [InlineData("504b03041400000008000000210000000000")]
    [InlineData("7f454c46020101000000000000000000")]
    public void Pictures_archives_and_programs_are_refused_as_binary(string hex) =>
        Assert.Equal(PageInputProblem.Binary, Refusal(Convert.FromHexString(hex)).Problem);

    [Fact]
    public void A_packed_picture_is_refused_as_binary() =>
        Assert.Equal(PageInputProblem.Binary, Refusal(Pack(Convert.FromHexString("89504e470d0a1a0a0000000d49484452"))).Problem);

    [Fact]
    public void A_gzip_file_cut_anywhere_is_refused_and_says_why()
    {
        var packed = Pack(Encoding.UTF8.GetBytes(Many(Sentence, 50)));
        for (var length = 2; length < packed.Length; length++)
        {
            Assert.Equal((length, PageInputProblem.TruncatedGzip), (length, Refusal(packed[..length]).Problem));
        }
    }

    [Fact]
    public void Gzip_members_that_follow_each_other_are_one_page()
    {
        var bytes = Encoding.UTF8.GetBytes(Sentence);
        Assert.Equal([.. bytes, .. bytes, .. bytes], PageBytes.Read(new MemoryStream([.. Pack(bytes), .. Pack(bytes), .. Pack(bytes)])));
        Assert.Equal(PageInputProblem.TruncatedGzip, Refusal([.. Pack(bytes), .. Pack(bytes)[..40]]).Problem);
    }

    [Fact]
    public void Bytes_behind_the_end_of_gzip_data_are_passed_over_and_told()
    {
        var bytes = Encoding.UTF8.GetBytes(Many(Sentence, 50));
        foreach (var (behind, told) in ((byte[], bool)[])[("x\n"u8.ToArray(), true), (new byte[512], false), (Encoding.UTF8.GetBytes(Many(Sentence, 50)), true)])
        {
            var remarks = new List<string>();
            Assert.Equal(bytes, PageBytes.Read(new MemoryStream([.. Pack(bytes), .. behind]), PageBytes.DefaultMaxBytes, remarks.Add));
            Assert.Equal(told, remarks is [var remark] && remark.Contains($"{behind.Length:N0} bytes behind", StringComparison.Ordinal));
            Assert.Equal([.. bytes, .. bytes], PageBytes.Read(new MemoryStream([.. Pack(bytes), .. Pack(bytes), .. behind])));
        }
    }

    [Theory]
    [InlineData("From: <Saved by Blink>\r\nSnapshot-Content-Location: https://larnet.example/\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\r\n------x\r\n", "MHTML")]
    [InlineData("Content-Type: multipart/related; boundary=x\n\n--x\n", "MHTML")]
    [InlineData("Received: from mail.example\nSubject: News of the day\n\nThe dam failed.", "e-mail")]
    public void Forms_that_are_not_read_are_refused_by_name(string text, string name)
    {
        var refusal = Refusal(Encoding.UTF8.GetBytes(text));
        Assert.Equal(PageInputProblem.UnreadForm, refusal.Problem);
        Assert.Contains(name, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Received: a letter from the mayor, and a reply that nobody saw.\nThe harbour board met on Monday.")]
    [InlineData("Received: 3 May 2022\n\nThe harbour board met on Monday.")]
    [InlineData("Fees: up again\nBy Mira Holm\nReceived: nothing\n")]
    public void Text_that_only_looks_like_a_header_is_read(string text) => Assert.NotEmpty(PageBytes.Read(new MemoryStream(Encoding.UTF8.GetBytes(text))));

    [Fact]
    public void Damaged_gzip_is_refused_or_read_but_never_breaks()
    {
        var packed = Pack(Encoding.UTF8.GetBytes(Many(Sentence + "\n", 20)));
        for (var at = 2; at < packed.Length; at++)
        {
            var damaged = packed.ToArray();
            damaged[at] ^= 0x55;
            try
            {
                _ = PageBytes.Read(new MemoryStream(damaged));
            }
            catch (PageInputException problem)
            {
                Assert.NotEmpty(problem.Message);
            }
        }
    }

    [Fact]
    public void A_gzip_bomb_is_refused_before_it_is_unpacked()
    {
        var bomb = Pack(new byte[200_000_000]);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(PageInputProblem.TooLarge, Refusal(bomb, 1_000_000).Problem);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 16_000_000);
    }

    [Fact]
    public void A_page_of_the_largest_size_is_read_and_one_byte_more_is_refused()
    {
        var bytes = Encoding.UTF8.GetBytes(Sentence);
        Assert.Equal(bytes, PageBytes.Read(new MemoryStream(bytes), bytes.Length));
        Assert.Equal(bytes, PageBytes.Read(new MemoryStream(Pack(bytes)), bytes.Length + 100));
        Assert.Equal(PageInputProblem.TooLarge, Refusal(bytes, bytes.Length - 1).Problem);
    }

    [Theory]
    [InlineData("utf-8", "C3 A9 20 C3 28 20 C3 A8 20 42", "invalidBytes")]
    [InlineData("utf-16le", "41 00 00 D8 42 00 43", "declaredCharsetWrong")]
    [InlineData("utf-16be", "C3 A9 20 C3 A8 20 70 6F 72 74", "declaredCharsetWrong")]
    [InlineData("windows-1252", "C3 A9 20 C3 A8 20 70 6F 72 74", "declaredCharsetWrong")]
    [InlineData("klingon", "41 20 62 6F 61 74", "declaredCharsetUnknown")]
    public void Bytes_that_do_not_fit_their_label_are_read_and_reported(string label, string hex, string why)
    {
        var page = new Page { Bytes = Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal)), MediaType = "text/plain", Charset = label };
        var document = Assert.Single(Reader.Read(page, ReadOptions.Default));
        Assert.Contains(document.Unresolved, row => row.Why == why);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("text/html")]
    [InlineData(null)]
    public void Bytes_of_every_kind_are_read_without_an_exception(string? mediaType)
    {
        var state = 20250825u;
        for (var round = 0; round < 200; round++)
        {
            var bytes = new byte[round * 7];
            for (var i = 0; i < bytes.Length; i++)
            {
                state = (state * 1664525) + 1013904223;
                bytes[i] = (byte)(state >> 24);
            }

            HtmlReaderTests.CheckSpans(Reader.Read(Page.Of(bytes, mediaType: mediaType), ReadOptions.Default));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n\n")]
    [InlineData("\0")]
    [InlineData("\r")]
    [InlineData("|")]
    [InlineData("By")]
    [InlineData("© ")]
    [InlineData("“")]
    [InlineData("[+1234 chars]")]
    [InlineData("(AP) —")]
    [InlineData("\u202eThe quay is closed.\u202c \u200f\u200e\n\u2066By Ida Rostad\u2069")]
    [InlineData("\u2028\u2029\u0085\u000b\u000c")]
    [InlineData("The qu\0ay is cl\0osed.\0\nBy\0 Ida Rostad")]
    public void Odd_text_gives_documents_and_no_exception(string text)
    {
        var documents = ReadText(text);
        Assert.NotEmpty(documents);
        CheckText(documents);
    }

    [Fact]
    public void Direction_marks_and_NULs_stay_in_the_text()
    {
        var text = string.Join('\n', Enumerable.Range(1, 6).Select(i => $"\u200f{Sentence}The \0{i} boats were moved to the western basin."));
        var article = ReadText(text)[0];
        Assert.Contains("\u200fThe harbour", article.Text, StringComparison.Ordinal);
        Assert.Contains("The \06 boats", article.Text, StringComparison.Ordinal);
    }

    public static TheoryData<string, string> Heavy => new()
    {
        { "20 MB in one line of sentences", Many(Sentence, 20_000_000 / Sentence.Length) },
        { "20 MB in one line without a stop", Many("word ", 4_000_000) },
        { "20 MB in one line without a blank", new string('a', 20_000_000) },
        { "100,000 paragraphs", Many(Sentence + "\n", 100_000) },
        { "300,000 short lines", Many("Sport\n", 300_000) },
        { "300,000 empty lines", Many("\n", 300_000) },
        { "50,000 teasers", Many("POWER CUTS The grid company blamed a swan, and the minister said that the\n", 50_000) },
        { "100,000 bylines", Many("By Ida Rostad\n", 100_000) },
        { "100,000 credits", Many("Photo: Ida Rostad via NP\n", 100_000) },
        { "1,000,000 opening quotation marks", new string('“', 1_000_000) },
        { "1,000,000 brackets", new string('[', 1_000_000) },
        { "a menu of 300,000 items", Many("Home | ", 300_000) },
        { "1,000,000 NULs in text", Sentence + new string('\0', 1_000_000) + Sentence },
        { "1,000,000 replacement characters", Sentence + new string('\ufffd', 1_000_000) },
        { "capitals without end", Many("STRIKE ", 300_000) },
        { "figures without end", Many("1,234.5 ", 300_000) },
    };

    [Theory]
    [MemberData(nameof(Heavy))]
    public void Heavy_text_is_read(string what, string text)
    {
        // What is quadratic in one of these would take minutes.
        _ = what;
        CheckText(ReadText(text));
    }

    private static IReadOnlyList<Document> ReadText(string text) =>
        Reader.Read(Page.Of(Encoding.UTF8.GetBytes(text), mediaType: "text/plain"), ReadOptions.Default);

    private static void CheckText(IEnumerable<Document> documents)
    {
        foreach (var document in documents)
        {
            var end = 0;
            foreach (var block in document.Blocks)
            {
                Assert.True(block.Span.Start >= end && block.Span.End <= document.Text.Length);
                end = block.Span.End;
            }

            Assert.All(document.Bylines, byline => Assert.Equal(byline.Name, byline.Span.Of(document.Text)));
        }
    }

    private static PageInputException Refusal(byte[] bytes, int maxBytes = PageBytes.DefaultMaxBytes) =>
        Assert.Throws<PageInputException>(() => PageBytes.Read(new MemoryStream(bytes), maxBytes));

    private static byte[] Pack(byte[] bytes)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }

    private static string Many(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();
}
