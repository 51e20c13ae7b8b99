using System.Globalization;
using OnRecord.App.Cli;
using OnRecord.App.Outputs;

namespace OnRecord.Tests.Cli;

public sealed class ResumeTests : IDisposable
{
    private readonly ProgramRun _program = new();

    public ResumeTests()
    {
        for (var i = 0; i < 5; i++)
        {
            var number = (i == 3 ? 2 : i).ToString(CultureInfo.InvariantCulture);
            _program.File($"folder/{i}.txt", $"Story {number}\nThe mayor of town {number} said on Monday that about {number}00 people had left.\n");
        }

        _program.File("folder/9.txt", "");
        Assert.Equal(ExitCode.SomeUnread, Run());
        Whole = File.ReadAllBytes(Output);
        File.Delete(Output);
    }

    private string Output => _program.PathOf("records.jsonl");

    private string Partial => Output + ".partial";

    private byte[] Whole { get; }

    public void Dispose() => _program.Dispose();

    [Fact]
    public void Wherever_a_run_broke_off_it_goes_on_to_the_same_bytes()
    {
        for (var length = 0; length <= Whole.Length; length += 1 + (Whole.Length / 25))
        {
            File.WriteAllBytes(Partial, Whole[..length]);
            Assert.Equal(ExitCode.SomeUnread, Run("--resume"));
            Assert.Equal(Whole, File.ReadAllBytes(Output));
            Assert.False(File.Exists(Partial));
            File.Delete(Output);
        }
    }

    [Fact]
    public void A_run_with_nothing_behind_it_begins_and_one_that_is_whole_stays()
    {
        Assert.Equal(ExitCode.SomeUnread, Run("--resume"));
        Assert.Equal(Whole, File.ReadAllBytes(Output));
        Assert.Equal(ExitCode.Success, Run("--resume"));
        Assert.Contains("nothing to resume", _program.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_inputs_are_refused_and_the_output_is_kept()
    {
        File.WriteAllBytes(Partial, Whole);
        _program.File("folder/1.txt", "Another story than before stands here now.\n");
        Assert.Equal(ExitCode.Usage, Run("--resume"));
        Assert.Contains("1.txt: another page", _program.Error, StringComparison.Ordinal);
        Assert.True(File.Exists(Partial));
    }

    [Fact]
    public void Without_a_file_of_records_there_is_nothing_to_resume()
    {
        Assert.Equal(ExitCode.Usage, _program.Run("read", _program.PathOf("folder"), "--resume"));
        Assert.Equal(ExitCode.Usage, Run("--resume", "--format", "text"));
        File.WriteAllText(Partial, "# article\nno record\n");
        Assert.Equal(ExitCode.Output, Run("--resume"));
    }

    [Theory]
    [InlineData("asserted", "denied!!")]
    [InlineData("town 1 said", "town 7 said")]
    [InlineData("town 2 said", "town 2 sa\u0009d")]
    [InlineData("\n", "\0")]
    public void Lines_that_were_changed_since_are_read_again(string found, string put)
    {
        var (sums, changed) = (SumsOf(Whole), Replaced(Whole, found, put));
        for (var pages = 1; pages <= 5; pages += 2)
        {
            File.WriteAllBytes(Partial, changed);
            File.WriteAllText(Partial + ".sums", string.Concat(sums.Take(pages)));
            Assert.Equal(ExitCode.SomeUnread, Run("--resume"));
            Assert.Equal(Whole, File.ReadAllBytes(Output));
            Assert.False(File.Exists(Partial + ".sums"));
            File.Delete(Output);
        }

        Assert.Contains("is not as it was written", _program.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("about 400 people", "about 900 people")]
    [InlineData("\"status\":\"asserted\"", "\"status\":\"asserteq\"")]
    [InlineData("\"truncated\"", "\"truncaded\"")]
    public void Without_sums_a_line_must_hold_by_itself(string found, string put)
    {
        File.WriteAllBytes(Partial, Replaced(Whole, found, put, from: Whole.Length / 2));
        Assert.Equal(ExitCode.SomeUnread, Run("--resume"));
        Assert.Equal(Whole, File.ReadAllBytes(Output));
        Assert.Contains("is not as it was written", _program.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_interrupted_run_leaves_sums_that_hold()
    {
        using (var terminal = new Terminal { Input = Stream.Null, Output = Stream.Null, Error = TextWriter.Null })
        using (var target = OutputTarget.Open(Output, terminal, OutputForm.Text, isSummed: true))
        {
            foreach (var line in System.Text.Encoding.UTF8.GetString(Whole).Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                target.Stream.Write(System.Text.Encoding.UTF8.GetBytes(line));
                target.Stream.Write("\n"u8);
                target.EndPage();
            }
        }

        Assert.Equal(string.Concat(SumsOf(Whole)), File.ReadAllText(Partial + ".sums"));
        Assert.Equal(Whole, File.ReadAllBytes(Partial));
        _program.File("folder/a.txt", "Story a\nThe mayor of town a said on Monday that about 100 people had left.\n");
        Assert.Equal(ExitCode.SomeUnread, Run("--resume"));
        Assert.Contains("5 pages were in the output already", _program.Error, StringComparison.Ordinal);
        Assert.True(File.ReadAllBytes(Output).AsSpan().StartsWith(Whole));
        Assert.True(new FileInfo(Output).Length > Whole.Length);
    }

    /// <summary>A line of sums for each line of records, since each page here has one record.</summary>
    private static IEnumerable<string> SumsOf(byte[] records) => System.Text.Encoding.UTF8.GetString(records).Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => System.Text.Encoding.UTF8.GetBytes(line + "\n"))
        .Select(line => string.Create(CultureInfo.InvariantCulture, $"{line.Length} {Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(line))}\n"));

    private static byte[] Replaced(byte[] bytes, string found, string put, int from = 0)
    {
        var (all, old) = (bytes.ToArray(), System.Text.Encoding.UTF8.GetBytes(found));
        var place = all.AsSpan(from).IndexOf(old);
        Assert.True(place >= 0, $"{found} is not there");
        System.Text.Encoding.UTF8.GetBytes(put).CopyTo(all, from + place);
        return all;
    }

    private int Run(params string[] more) => _program.Run(["read", _program.PathOf("folder"), "-o", Output, .. more]);
}
