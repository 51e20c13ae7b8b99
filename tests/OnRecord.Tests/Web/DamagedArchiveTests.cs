using System.Net;
using System.Text;
using System.Text.Json;

namespace OnRecord.Tests.Web;

/// <summary>The desk over an archive that is damaged, that goes, or whose place another takes.</summary>
public sealed class DamagedArchiveTests
{
    [Fact]
    public async Task A_damaged_record_is_named_and_the_others_are_shown_and_exported()
    {
        using var desk = new RunningDesk();
        desk.Archive.AddSamples();
        var id = Records.SamplePages.Read("quake-brief")[0].Id;
        desk.Archive.Store.Database.Execute("UPDATE body SET json = '[[' WHERE record = (SELECT id FROM record WHERE record_id = @id)", ("@id", id));
        foreach (var path in new[] { "/stories", "/documents", "/documents?q=earthquake", "/claims?q=earthquake", "/people", "/people?show=named", "/search?q=earthquake", "/timeline", "/figures" })
        {
            Assert.NotEmpty(await desk.GetAsync(path));
        }

        foreach (var path in new[] { $"/documents/{id}", $"/api/documents/{id}" })
        {
            using var broken = await desk.Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.InternalServerError, broken.StatusCode);
            Assert.Contains("is damaged", await broken.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }

        foreach (var kind in new[] { "documents", "claims" })
        {
            using var answer = await desk.Client.GetAsync(new Uri($"/api/{kind}/export?format=csv", UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal([id], answer.Headers.GetValues(OnRecord.App.Api.Export.LeftOut));
            Assert.Contains("urn:onrecord:", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_desk_whose_archive_was_replaced_shows_and_writes_nothing_of_the_other()
    {
        using var desk = new RunningDesk();
        desk.Archive.Add("one.txt", "The dam failed on Monday, Orlo said.");
        using var other = new Archives.TempArchive();
        other.Add("other.txt", "The ferry sank on Monday, the mayor said.");
        other.Store.Wipe();
        desk.Archive.Store.Dispose();
        foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(desk.Archive.FilePath)!, "test.db*").Where(File.Exists).ToList())
        {
            File.Delete(file);
        }

        File.Copy(other.FilePath, desk.Archive.FilePath);
        using var answer = await desk.Client.GetAsync(new Uri("/documents", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Contains("another stands in its place", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using var form = new MultipartFormDataContent { { new StringContent("The bridge failed on Monday, Ann Orlo said. It was old."), "text" } };
        using var handed = await desk.Client.PostAsync(new Uri("/api/inbox", UriKind.Relative), form, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Accepted, handed.StatusCode);
        var told = "";
        while (!told.Contains("another stands in its place", StringComparison.Ordinal))
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
            told = Encoding.UTF8.GetString(JsonSerializer.SerializeToUtf8Bytes(JsonDocument.Parse(await desk.GetAsync("/api/inbox")).RootElement));
        }

        Assert.Equal(1, OnRecord.Archive.ArchiveSummary.Of(other.Store).Pages);
        using var there = OnRecord.Archive.RecordStore.OpenToRead(desk.Archive.FilePath);
        Assert.Equal(1, OnRecord.Archive.ArchiveSummary.Of(there).Pages);
    }
}
