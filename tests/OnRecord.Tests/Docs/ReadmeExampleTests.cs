namespace OnRecord.Tests.Docs;

/// <summary>The README's C# example is the code between the marks below: it compiles as it stands, where <c>path</c> is that of a page, runs, and stands in the README to the letter.</summary>
public sealed class ReadmeExampleTests
{
    [Fact]
    public void The_example_prints_claims()
    {
        var (console, told) = (Console.Out, new StringWriter { NewLine = "\n" });
        try
        {
            Console.SetOut(told);
            Run(SamplePage());
        }
        finally
        {
            Console.SetOut(console);
        }

        Assert.Contains("Asserted", told.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_readme_shows_this_example()
    {
        var source = File.ReadAllLines(Path.Combine(Repository.Root, "tests", "OnRecord.Tests", "Docs", "ReadmeExampleTests.cs"));
        var example = source
            .SkipWhile(line => !line.EndsWith("// example begins", StringComparison.Ordinal)).Skip(1)
            .TakeWhile(line => !line.EndsWith("// example ends", StringComparison.Ordinal))
            .Select(line => line.Length > 8 ? line[8..] : "");
        Assert.Contains(string.Join("\n", example), File.ReadAllText(Path.Combine(Repository.Root, "README.md")), StringComparison.Ordinal);
    }

    private static void Run(string path)
    {
        // example begins
        var reading = Reading.Open();                                // once: opens the lexicons and models
        var page = Page.Of(File.ReadAllBytes(path), "https://example.org/2025/08/25/story");
        foreach (var record in reading.Read(page, ReadOptions.Default))
        {
            foreach (var claim in record.Claims)
            {
                Console.WriteLine($"{(claim.Negated ? "negative, " : "")}{claim.Status}: {claim.Statement}");
            }
        }
        // example ends
    }

    private static string SamplePage() => Records.SamplePages.PagePath(Records.SamplePages.Names.First());
}
