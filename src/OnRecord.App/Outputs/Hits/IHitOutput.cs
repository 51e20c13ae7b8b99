using OnRecord.App.Api;
using OnRecord.Archive.Search;

namespace OnRecord.App.Outputs.Hits;

/// <summary>Prints what a query found in an archive.</summary>
internal interface IHitOutput
{
    void Documents(IReadOnlyList<DocumentHit> hits, long all);

    void Claims(IReadOnlyList<ClaimHit> hits, long all);

    void Timeline(IReadOnlyList<ClaimHit> hits, long all, long undated);

    void Stories(IReadOnlyList<StoryView> stories, long all);

    void People(IReadOnlyList<PersonHit> people, long all);

    void Profile(Profile profile);

    void Answer(Answer answer);

    void Facets(IReadOnlyList<Facet> facets);
}
