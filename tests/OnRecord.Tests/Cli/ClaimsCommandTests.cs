using System.Text.Json;
using OnRecord.App.Cli;

namespace OnRecord.Tests.Cli;

public sealed class ClaimsCommandTests : IDisposable
{
    private const string Story = "Springvale opens its bridge\n"
        + "Mayor Dana Orlo opened the bridge on Monday. She said that about 1,500 people had crossed the bridge. "
        + "The bridge may close again in 2026, the engineer said, the Gazette reported. The mayor did not say who paid.\n";

    private readonly ProgramRun _program = new();

    public void Dispose() => _program.Dispose();

    [Fact]
    public void The_sheet_tells_claim_who_status_when_how_many_and_where()
    {
        var page = _program.File("page.txt", Story);
        Assert.Equal(ExitCode.Success, _program.Run("claims", page, "--published", "2025-08-26"));
        var lines = _program.Output.Split('\n').ToList();
        Assert.Matches("^  who +through whom +status +when +how many +evidence$", lines.Single(line => line.StartsWith("  who", StringComparison.Ordinal)));
        Assert.Contains("the article", Told(lines, "Mayor Dana Orlo opened the bridge on Monday"), StringComparison.Ordinal);
        Assert.Contains("2025-08-25", Told(lines, "Mayor Dana Orlo opened the bridge on Monday"), StringComparison.Ordinal);
        Assert.Matches(@"She \(Dana Orlo\) +asserted +about 1,500 +\d+\.\.\d+$", Told(lines, "about 1,500 people had crossed the bridge"));
        Assert.Matches("the engineer +the Gazette +possible +2026 ", Told(lines, "The bridge may close again in 2026"));
        Assert.Matches("the article +not stated ", Told(lines, "[Dana Orlo] did not say who paid"));
        Assert.All(lines, line => Assert.True(line.Length <= Terminal.DefaultWidth, line));
    }

    [Fact]
    public void Details_stand_below_what_they_stand_in_and_fragments_only_where_asked_for()
    {
        var page = _program.File("page.txt", "Springvale opens its bridge\nThe council has agreed to send thousands of workers to Springvale, which angered farmers. It happened soon.\n");
        Assert.Equal(ExitCode.Success, _program.Run("claims", page));
        var lines = _program.Output.Split('\n').ToList();
        var main = lines.FindIndex(line => line.StartsWith("The council has agreed to send thousands of workers", StringComparison.Ordinal));
        Assert.StartsWith("  └ ", lines.Skip(main + 1).First(line => line.EndsWith("angered farmers", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.DoesNotContain("It happened soon", _program.Output, StringComparison.Ordinal);
        var shown = Count("csv");
        Assert.Equal(ExitCode.Success, _program.Run("claims", page, "--all"));
        Assert.Contains("It happened soon", _program.Output, StringComparison.Ordinal);
        Assert.True(Count("csv", "--all") > shown);

        int Count(params string[] options)
        {
            _program.Run(["claims", page, "--format", .. options]);
            return _program.Output.TrimEnd('\n').Split('\n').Length;
        }
    }

    [Fact]
    public void What_a_checker_wants_first_stands_first_where_asked_for()
    {
        var page = _program.File("page.txt", Story);
        Assert.Equal(ExitCode.Success, _program.Run("claims", page, "--sort", "rank", "--format", "jsonl"));
        var ranks = _program.Output.TrimEnd('\n').Split('\n').Select(line => decimal.Parse(JsonDocument.Parse(line).RootElement.GetProperty("rank").GetString()!, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(ranks.OrderDescending(), ranks);
        Assert.NotEqual(ranks[0], ranks[^1]);
    }

    [Theory]
    [InlineData("Tomas Brell has denied kicking a swan on Monday.", "Tomas Brell has denied kicking a swan on Monday", "a denial")]
    [InlineData("Tomas Brell denied that the bridge was closed.", "the bridge was closed", "says it is not so")]
    [InlineData("The crew failed to stop the leak.", "The crew failed to stop the leak", "asserted")]
    [InlineData("The council did not pay the workers.", "The council did not pay the workers", "asserted")]
    public void A_denial_and_a_negation_are_told_apart_from_what_they_are_of(string text, string statement, string words)
    {
        Assert.Equal(ExitCode.Success, _program.Run("claims", _program.File("page.txt", $"Springvale news\n{text} The bridge was opened in 2019 by the mayor.\n")));
        Assert.Contains(words, Told([.. _program.Output.Split('\n')], statement), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_a_claim_stands_is_what_explain_takes()
    {
        var page = _program.File("page.txt", Story);
        _program.Run("claims", page);
        var range = Told([.. _program.Output.Split('\n')], "[Dana Orlo] did not say who paid").Split(' ')[^1];
        Assert.Equal(ExitCode.Success, _program.Run("explain", page, range));
        Assert.Contains("notStated", _program.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_and_rows_tell_the_same()
    {
        var page = _program.File("page.txt", Story);
        Assert.Equal(ExitCode.Success, _program.Run("claims", page, "--format", "jsonl"));
        var claims = _program.Output.TrimEnd('\n').Split('\n').Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(ExitCode.Success, _program.Run("claims", page, "--format", "csv"));
        var rows = _program.Output.TrimEnd('\n').Split('\n');
        Assert.Equal(rows.Length - 1, claims.Count);
        Assert.All(claims, claim => Assert.Equal(rows[0], string.Join(',', claim.EnumerateObject().Select(field => field.Name))));
        var crossed = claims.Single(claim => claim.GetProperty("predicate").GetString() == "crossed");
        Assert.Equal(("She", "Dana Orlo", "Dana Orlo"), (crossed.GetProperty("source").GetString(), crossed.GetProperty("source_name").GetString(), crossed.GetProperty("origin").GetString()));
        Assert.Equal(JsonValueKind.Null, crossed.GetProperty("through").ValueKind);
    }

    [Fact]
    public void A_file_gets_the_zip_for_brat()
    {
        var page = _program.File("page.txt", Story);
        Assert.Equal(ExitCode.Success, _program.Run("claims", page, "--format", "brat", "-o", _program.PathOf("claims.zip")));
        Assert.Equal("PK"u8.ToArray(), System.IO.File.ReadAllBytes(_program.PathOf("claims.zip"))[..2]);
    }

    [Fact]
    public void A_page_without_claims_has_a_head_and_no_table()
    {
        Assert.Equal(ExitCode.Success, _program.Run("claims", _program.File("page.txt", "Hello there\n")));
        Assert.Contains("0 claims", _program.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("through whom", _program.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--format", "html")]
    [InlineData("--published", "yesterday")]
    public void A_wrong_option_is_named(string option, string value)
    {
        Assert.Equal(ExitCode.Usage, _program.Run("claims", _program.File("page.txt", Story), option, value));
        Assert.Contains("try 'onrecord claims --help'", _program.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_that_is_not_there_is_named()
    {
        Assert.Equal(ExitCode.SomeUnread, _program.Run("claims", _program.PathOf("nothing.txt")));
        Assert.Contains("nothing.txt: no such file", _program.Error, StringComparison.Ordinal);
    }

    /// <summary>The line below a claim that stands on a line of its own.</summary>
    private static string Told(List<string> lines, string claim) => lines[lines.FindIndex(line => line.EndsWith(claim, StringComparison.Ordinal)) + 1];
}
