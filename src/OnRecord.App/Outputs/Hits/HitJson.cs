using System.Text.Encodings.Web;
using System.Text.Json;
using OnRecord.App.Api;
using OnRecord.Archive.Search;

namespace OnRecord.App.Outputs.Hits;

/// <summary>Hits as JSON, an object a line; evidence holds its matches between U+0002 and U+0003. The last line counts what was found, up to <see cref="RecordSearch.MostCounted"/>.</summary>
internal sealed class HitJson(Stream output) : IHitOutput
{
    public static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    };

    public void Documents(IReadOnlyList<DocumentHit> hits, long all) => Lines(hits, new { Found = all, Shown = hits.Count });

    public void Claims(IReadOnlyList<ClaimHit> hits, long all) => Lines(hits, new { Found = all, Shown = hits.Count });

    public void Timeline(IReadOnlyList<ClaimHit> hits, long all, long undated) => Lines(hits, new { Found = all, Shown = hits.Count, Undated = undated });

    /// <remarks>A line a story and no other: how many there are is how many lines.</remarks>
    public void Stories(IReadOnlyList<StoryView> stories, long all) => Lines(stories, null);

    public void People(IReadOnlyList<PersonHit> people, long all) => Lines(people, new { Found = all, Shown = people.Count });

    public void Profile(Profile profile) => Lines([profile], null);

    public void Answer(Answer answer) => Lines([answer], null);

    public void Facets(IReadOnlyList<Facet> facets) => Lines(facets, null);

    private void Lines<T>(IEnumerable<T> lines, object? last)
    {
        foreach (var line in lines)
        {
            JsonSerializer.Serialize(output, line, Options);
            output.WriteByte((byte)'\n');
        }

        if (last is not null)
        {
            JsonSerializer.Serialize(output, last, Options);
            output.WriteByte((byte)'\n');
        }
    }
}
