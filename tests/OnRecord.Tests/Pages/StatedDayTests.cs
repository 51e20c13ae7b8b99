using System.Text;
using CsCheck;
using OnRecord.Data;
using OnRecord.Pages;
using OnRecord.Pages.Stated;

namespace OnRecord.Tests.Pages;

/// <summary>One reader of days for every kind of page: the same address and the same line give the same day.</summary>
public sealed class StatedDayTests
{
    private const string First = "The ferry company said on Monday that the morning boat would be late all week because the new engine had not come from the yard in time.";
    private const string Second = "The mayor of Osk, Ada Brunn, said that the town would pay for a bus until the boat was back, and that nobody had been told before the weekend.";
    private const string Third = "About 200 people take the boat each day, most of them on their way to work at the cannery on the other side of the sound.";

    private static readonly PageReader Reader = new(DataFolder.English());
    private static readonly DateLines Lines = new(DataFolder.English());

    private static readonly string[] Months = ["January", "Feb.", "march", "Apr", "May", "June", "Jul", "August", "Sept.", "October", "Nov.", "Dec"];

    [Fact]
    public void An_address_gives_the_same_day_to_html_and_to_text() => Gen.Int[1900, 2040].Select(Gen.Int[1, 12], Gen.Int[1, 31], Gen.Int[0, 5]).Sample(
        (year, month, day, form) =>
        {
            var path = form switch
            {
                0 => $"/{year}/{month:00}/{day:00}/ferry",
                1 => $"/{year}/{Months[month - 1][..3].ToLowerInvariant()}/{day}/ferry",
                2 => $"/{year}{month:00}{day:00}-ferry",
                3 => $"/news/{year}-{month:00}-{day:00}-ferry.html",
                4 => $"/ferry?day={year}-{month}-{day}",
                _ => $"/ferry-{year}{month:00}{day:00}",
            };
            var uri = "https://larnet.example" + path;
            var (html, text) = (Html($"<h1>Ferry late all week</h1>", uri), Text("Ferry late all week", uri));
            Assert.Equal(html.Published, text.Published);
        },
        iter: 200,
        threads: 1);

    /// <summary>From 1971 on, since the first day of 1970 is what an empty field prints and no day of publication.</summary>
    [Fact]
    public void A_line_gives_the_same_day_to_html_and_to_text() => Gen.Int[1971, 2030].Select(Gen.Int[1, 12], Gen.Int[1, 28], Gen.Int[0, 5]).Sample(
        (year, month, day, form) =>
        {
            var name = Months[month - 1];
            var line = form switch
            {
                0 => $"Published {name} {day}, {year}",
                1 => $"Published: {day} {name} {year}",
                2 => $"Posted {year}-{month:00}-{day:00}",
                3 => $"Updated {name} {day}, {year}",
                4 => $"Published {name} {day}, {year}, updated {name} {day + 1}, {year}",
                _ => $"Last updated: {name} {day + 1}, {year} | Published: {name} {day}, {year}",
            };
            var (html, text) = (Html($"<h1>Ferry late all week</h1><p>{line}</p>", null), Text("Ferry late all week\n\n" + line, null));
            Assert.Equal(new NodaTime.LocalDate(year, month, day), html.Published?.Value);
            Assert.Equal((html.Published!.Value, html.Published.Basis), (text.Published!.Value, text.Published.Basis));
            Assert.Equal(html.Published.Span!.Value.Of(html.Text), text.Published.Span!.Value.Of(text.Text));
        },
        iter: 200,
        threads: 1);

    [Theory]
    [InlineData("Received: 3 May 2022", null)]
    [InlineData("Received 3 May 2022; accepted 16 December 2022; published 2 January 2023", "2023-01-02")]
    [InlineData("Submitted 3 May 2022. Revised 16 December 2022.", "2022-12-16")]
    [InlineData("Accessed on 25 August 2025", null)]
    [InlineData("By Mira Holm | Larnet Post | Aug 19, 2025 | Updated Aug 20, 2025 8:15 a.m.", "2025-08-19")]
    [InlineData("Updated Aug 20, 2025, first posted Aug 19, 2025", "2025-08-19")]
    [InlineData("Updated: Aug 20, 2025", "2025-08-20")]
    [InlineData("3424486444", null)]
    [InlineData("1756116000", null)]
    [InlineData("20250825", null)]
    [InlineData("Tel. 2025 08 251", null)]
    [InlineData("January 1, 2099", null)]
    [InlineData("Mira Holm22 Dec 2016651", null)]
    [InlineData("25 août 2025", "2025-08-25")]
    public void A_line_tells_what_happened_on_which_day(string line, string? day) =>
        Assert.Equal(day, Lines.Best(line)?.Day.ToString("uuuu-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("Posted: 5:02 PM, Aug 19, 2025 Last Updated: 8:15 AM, Aug 21, 2025", true)]
    [InlineData("Tuesday 19 August 2025", true)]
    [InlineData("Published on 19 August 2025 at 10:05 BST", true)]
    [InlineData("The dam failed on 19 August 2025, and the town of Osk was under water by noon.", false)]
    [InlineData("The report was published on 19 August 2025 and nobody read it before the autumn.", false)]
    [InlineData("Ferry late", false)]
    public void A_line_that_only_states_days_is_known(string line, bool expected) => Assert.Equal(expected, Lines.IsDateLine(line));

    private static Document Html(string top, string? uri) => Reader.Read(
        Page.Of(Encoding.UTF8.GetBytes($"<!doctype html><title>Ferry late all week</title><article>{top}<p>{First}</p><p>{Second}</p><p>{Third}</p></article>"), uri, "text/html"), ReadOptions.Default)[0];

    private static Document Text(string top, string? uri) => Reader.Read(Page.Of(Encoding.UTF8.GetBytes($"{top}\n\n{First}\n\n{Second}\n\n{Third}\n"), uri, "text/plain"), ReadOptions.Default)[0];
}
