namespace OnRecord.Tests.Records;

/// <summary>The pages of <c>corpus/pages</c>, read once.</summary>
internal static class SamplePages
{
    private static readonly Lazy<Reading> Shared = new(Reading.Open);

    public static Reading Reading => Shared.Value;

    public static string Folder => Path.Combine(Repository.Root, "corpus", "pages");

    /// <summary>Names of the folders, each with one <c>page.*</c>.</summary>
    public static IEnumerable<string> Names =>
        Directory.EnumerateDirectories(Folder).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal);

    public static TheoryData<string> Rows() => [.. Names];

    public static string PagePath(string name) => Directory.EnumerateFiles(Path.Combine(Folder, name), "page.*").Single();

    public static IReadOnlyList<Record> Read(string name) => Reading.Read(Page.Of(File.ReadAllBytes(PagePath(name))), ReadOptions.Default);
}
