using PublicApiGenerator;

namespace OnRecord.Tests.Architecture;

/// <summary>The library's public face, in one readable file: a change of it is seen in review.</summary>
public sealed class PublicApiTests
{
    [Fact]
    public void The_public_api_is_the_approved_one() => Approved.Matches(
        Path.Combine(Repository.Root, "tests", "OnRecord.Tests", "Architecture", "OnRecord.approved.txt"),
        typeof(Reading).Assembly.GeneratePublicApi(new ApiGeneratorOptions { IncludeAssemblyAttributes = false }).ReplaceLineEndings("\n") + "\n");
}
