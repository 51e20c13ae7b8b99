using System.Reflection;
using System.Text.RegularExpressions;

namespace OnRecord.Tests.Architecture;

/// <summary>The shape of the house, as <c>docs/architecture.md</c> tells it.</summary>
public sealed partial class ArchitectureTests
{
    private const int MostLines = 400;

    /// <summary>Folders of the library, lowest first; folders on one line are siblings that do not know each other.</summary>
    private static readonly string[][] Storeys =
    [
        ["Model"],
        ["Data"],
        ["Pages", "Language"],
        ["Names", "Times", "Quantities"],
        ["Attributions"],
        ["Claims"],
        ["Events"],
        ["Reading"],
    ];

    [Fact]
    public void A_folder_of_the_library_uses_only_those_below_it()
    {
        var known = Storeys.SelectMany(storey => storey).ToHashSet();
        Assert.Equal(known.Order(), Directory.EnumerateDirectories(Library).Select(Path.GetFileName).Where(name => name is not ("bin" or "obj")).Order());
        for (var height = 0; height < Storeys.Length; height++)
        {
            foreach (var folder in Storeys[height])
            {
                var allowed = Storeys[..height].SelectMany(storey => storey).Append(folder).ToHashSet();
                Assert.All(SourceFiles(Path.Combine(Library, folder)), file =>
                    Assert.All(Used(file), used => Assert.True(allowed.Contains(used), $"{file} uses OnRecord.{used}, which is not below {folder}")));
            }
        }
    }

    [Fact]
    public void A_file_fits_on_a_few_screens() =>
        Assert.All(AllSource(), file =>
            Assert.True(File.ReadLines(file).Count() <= MostLines, $"{file} has more than {MostLines} lines: it has more than one subject"));

    [Fact]
    public void Public_classes_are_sealed_or_static() =>
        Assert.All(typeof(Reading).Assembly.GetExportedTypes().Where(type => type.IsClass), type => Assert.True(type.IsSealed, $"{type} is open"));

    [Fact]
    public void Public_values_are_not_settable_after_construction() =>
        Assert.All(
            typeof(Reading).Assembly.GetExportedTypes().SelectMany(type => type.GetProperties(OwnMembers)).Where(property => property.SetMethod is { IsPublic: true }),
            property => Assert.Contains(typeof(System.Runtime.CompilerServices.IsExternalInit), property.SetMethod!.ReturnParameter.GetRequiredCustomModifiers()));

    private const BindingFlags OwnMembers = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static string Library => Path.Combine(Repository.Root, "src", "OnRecord");

    private static IEnumerable<string> AllSource() =>
        new[] { "src", "tests", "tools", "bench", "fuzz" }.SelectMany(folder => SourceFiles(Path.Combine(Repository.Root, folder)));

    private static IEnumerable<string> SourceFiles(string folder) => Directory
        .EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
        .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"));

    private static IEnumerable<string> Used(string file) =>
        UsedNamespace().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value).Distinct();

    [GeneratedRegex(@"^using (?:static )?OnRecord\.(\w+)", RegexOptions.Multiline)]
    private static partial Regex UsedNamespace();
}
