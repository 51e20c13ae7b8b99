using System.Globalization;
using OnRecord.App.Cli;

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

    private int Run(params string[] more) => _program.Run(["read", _program.PathOf("folder"), "-o", Output, .. more]);
}
