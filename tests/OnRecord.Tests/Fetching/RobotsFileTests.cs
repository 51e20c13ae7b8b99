using OnRecord.App.Inputs.Fetching;

namespace OnRecord.Tests.Fetching;

/// <summary>RFC 9309 by cases: the group that holds, the rule that decides, spellings of paths.</summary>
public sealed class RobotsFileTests
{
    [Theory]
    [InlineData("", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /", "/a", false)]
    [InlineData("User-agent: *\nDisallow: /", "/robots.txt", true)]
    [InlineData("User-agent: *\nDisallow:", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /private\n", "/private/page", false)]
    [InlineData("User-agent: *\nDisallow: /private\n", "/public", true)]
    [InlineData("Disallow: /", "/a", true)]
    [InlineData("User-agent: other\nDisallow: /", "/a", true)]
    public void A_path_is_allowed_unless_a_rule_forbids_it(string file, string path, bool allows) => Check(file, path, allows);

    [Theory]
    [InlineData("User-agent: *\nDisallow: /\nUser-agent: onrecord\nDisallow: /drafts", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /\nUser-agent: onrecord\nDisallow: /drafts", "/drafts/1", false)]
    [InlineData("User-agent: OnRecord/2.0\nDisallow: /a\n\nUser-agent: *\nDisallow: /b", "/b", true)]
    [InlineData("User-agent: first\nUser-agent: OnRecord\nDisallow: /a", "/a", false)]
    [InlineData("User-agent: OnRecord\nDisallow: /a\nUser-agent: first\nDisallow: /b\nUser-agent: onrecord\nDisallow: /c", "/c", false)]
    [InlineData("User-agent: OnRecordings\nDisallow: /", "/a", true)]
    [InlineData("User-agent: OnRecord\n\nUser-agent: *\nDisallow: /", "/a", false)]
    public void The_group_of_our_name_goes_before_the_one_for_all(string file, string path, bool allows) => Check(file, path, allows);

    [Theory]
    [InlineData("Allow: /a/b\nDisallow: /a", "/a/b/c", true)]
    [InlineData("Disallow: /a\nAllow: /a/b", "/a/c", false)]
    [InlineData("Disallow: /a\nAllow: /a", "/a", true)]
    [InlineData("Disallow: *.pdf$", "/x/y.pdf", false)]
    [InlineData("Disallow: *.pdf$", "/x/y.pdf?page=2", true)]
    [InlineData("Disallow: /*/print", "/2025/bridge/print/1", false)]
    [InlineData("Disallow: /a*b*c$", "/axxbyyb-c", false)]
    [InlineData("Disallow: /a*b*c$", "/axxbyyb-cd", true)]
    [InlineData("Disallow: /$", "/", false)]
    [InlineData("Disallow: /$", "/a", true)]
    [InlineData("Disallow: /caf%C3%A9", "/café", false)]
    [InlineData("Disallow: /café", "/caf%c3%a9", false)]
    [InlineData("Disallow: /%7Ejane", "/~jane/notes", false)]
    [InlineData("Disallow: /a # for now", "/a", false)]
    [InlineData("disallow : /a", "/a", false)]
    public void The_longest_pattern_decides(string rules, string path, bool allows) => Check("User-agent: *\n" + rules, path, allows);

    [Theory]
    [InlineData("Crawl-delay: 7", 7.0)]
    [InlineData("Crawl-delay: 2.5", 2.5)]
    [InlineData("Crawl-delay: soon", null)]
    [InlineData("Crawl-delay: -4", null)]
    [InlineData("Crawl-delay: 99999999999", null)]
    public void A_wish_for_a_delay_is_read(string line, double? seconds) =>
        Assert.Equal(seconds, RobotsFile.Parse("User-agent: *\n" + line, PoliteClient.Product).Delay?.TotalSeconds);

    [Fact]
    public void A_hostile_file_costs_no_more_than_its_length()
    {
        var stars = "User-agent: *\nDisallow: /" + string.Concat(Enumerable.Repeat("*a", 50_000)) + "b";
        Assert.True(RobotsFile.Parse(stars, PoliteClient.Product).Allows("/" + new string('a', 20_000)));
    }

    private static void Check(string file, string path, bool allows)
    {
        foreach (var end in new[] { "\n", "\r\n", "\r" })
        {
            Assert.Equal(allows, RobotsFile.Parse("\ufeff" + file.Replace("\n", end, StringComparison.Ordinal), PoliteClient.Product).Allows(path));
        }
    }
}
