using System.Text;
using OnRecord.Archive;
using OnRecord.Archive.Search;
using OnRecord.Tests.Records;

namespace OnRecord.Tests.Archives;

/// <summary>An archive in a folder of its own, and pages of bare text to put in.</summary>
internal sealed class TempArchive : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("onrecord-archive-");

    private readonly string? _address;

    /// <summary>Makes it.</summary>
    /// <param name="address">A PostgreSQL database without an archive; null for a file.</param>
    public TempArchive(string? address = null)
    {
        _address = address;
        Store = RecordStore.OpenOrCreate(Address);
    }

    /// <summary>How it is opened.</summary>
    public string Address => _address ?? FilePath;

    public RecordStore Store { get; private set; }

    public RecordSearch Search => new(Store);

    public string FilePath => Path.Combine(_folder.FullName, "test.db");

    public static SearchQuery Query(string text) => SearchQuery.Parse(text);

    /// <summary>A page of running text, read.</summary>
    public static StoredPage PageOf(string name, string text, int? year = 2025)
    {
        var page = Page.Of(Encoding.UTF8.GetBytes(text), $"https://news.example/{name}") with { Name = name };
        var options = new ReadOptions { Plain = true, Published = year is { } known ? new NodaTime.LocalDate(known, 8, 25) : null };
        return new StoredPage(name, page, options, SamplePages.Reading.Read(page, options));
    }

    public Stored Add(string name, string text, int? year = 2025) => Store.Add([PageOf(name, text, year)])[0];

    /// <summary>The eight sample pages.</summary>
    public void AddSamples() => Store.Add(SamplePages.Names.Select(name =>
    {
        var page = Page.Of(File.ReadAllBytes(SamplePages.PagePath(name)));
        return new StoredPage(name, page, ReadOptions.Default, SamplePages.Reading.Read(page, ReadOptions.Default));
    }));

    public void Reopen()
    {
        Store.Dispose();
        Store = RecordStore.Open(Address);
    }

    public void Dispose()
    {
        Store.Dispose();
        _folder.Delete(recursive: true);
    }
}
