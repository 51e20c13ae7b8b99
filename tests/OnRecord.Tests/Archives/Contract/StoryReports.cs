using System.Text;
using OnRecord.Archive;
using OnRecord.Tests.Records;

namespace OnRecord.Tests.Archives;

/// <summary>Reports of March 2025 of which some tell of one event.</summary>
internal static class StoryReports
{
    /// <summary>Two ferries, a strike that lasts, and what belongs to nothing; all invented.</summary>
    public static readonly (string Name, int Day, string Text)[] All =
    [
        ("sunk-1", 2, "The ferry Sankt Brenna sank off Karsk on Sunday evening. Police in Karsk said twelve people had drowned. Ada Brunn of the seamen's union said the Brenna had been overloaded."),
        ("sunk-2", 3, "Divers searched the wreck of the Sankt Brenna off Karsk on Monday. The union's Ada Brunn said the ferry had been overloaded. The harbour police of Karsk counted fourteen drowned."),
        ("sunk-3", 4, "The Sall Line denied that its ferry Sankt Brenna had been overloaded when it sank off Karsk. Ada Brunn, of the seamen's union, had accused the line. Divers went on searching the wreck."),
        ("fire-1", 3, "A fire broke out aboard the ferry Olin Star in the port of Norvik on Monday. Captain Jens Marr said the engine room of the Olin Star had burned. Nobody was hurt in Norvik."),
        ("fire-2", 4, "The Olin Star, a ferry, was towed out of Norvik on Tuesday after the fire in its engine room. Captain Jens Marr told reporters that a fuel pipe had burst aboard the Olin Star."),
        ("strike-1", 2, "Nurses at the Velden clinic in Orlo began a strike on Sunday. The nurses want higher wages, said their speaker Tova Lind. The Velden clinic closed two wards."),
        ("strike-2", 8, "The nurses' strike at the Velden clinic in Orlo went into its second week. Tova Lind, who speaks for the nurses, refused an offer of the clinic on wages. Two wards in Velden stay closed."),
        ("strike-3", 14, "The nurses at the Velden clinic in Orlo ended their strike on Friday. Tova Lind said the nurses had accepted an offer on wages. The closed wards of Velden open again."),
        ("alone", 3, "The museum of Tannaby has bought a painting of a windmill. Its director Orm Sand said the painting cost 40,000 crowns. Visitors can see the windmill from May."),
    ];

    private static readonly Lazy<Dictionary<string, StoredPage>> ReadOnce = new(() => All.ToDictionary(report => report.Name, report => Page(report.Name, report.Day, report.Text)));

    public static string[] Names => [.. All.Select(report => report.Name)];

    /// <summary>The reports, read, by name.</summary>
    public static Dictionary<string, StoredPage> Read => ReadOnce.Value;

    /// <summary>A report of a day of that month, read.</summary>
    public static StoredPage Page(string name, int day, string text)
    {
        var page = OnRecord.Page.Of(Encoding.UTF8.GetBytes(text), $"https://news.example/{name}") with { Name = name };
        var options = new ReadOptions { Plain = true, Published = new NodaTime.LocalDate(2025, 3, day) };
        return new StoredPage(name, page, options, SamplePages.Reading.Read(page, options));
    }
}
