using System.Collections.Immutable;
using OnRecord.Names.Coreference;

namespace OnRecord.Names;

/// <summary>Makes the entities of a document when all that speaks of them has been joined.</summary>
internal static class EntityList
{
    /// <summary>The entities in the order of first mention, and the id of each cluster; clusters of one name and type are one entity.</summary>
    public static (ImmutableArray<Entity> Entities, IReadOnlyDictionary<EntityCluster, string> Ids) Of(
        NameSheet sheet, IReadOnlyList<NameDraft> drafts, IReadOnlyDictionary<NameDraft, EntityCluster?> joined, IReadOnlyList<Phrase> phrases)
    {
        var (byFirst, byEnd) = (new Dictionary<int, EntityCluster>(), new Dictionary<int, EntityCluster>());
        foreach (var draft in drafts)
        {
            if (draft.Rule != NameRules.InsideName && joined[draft] is { } cluster)
            {
                (byFirst[draft.First], byEnd[draft.End]) = (cluster, cluster);
            }
        }

        var clusters = drafts.Select(draft => joined[draft]).OfType<EntityCluster>().Concat(phrases.Select(phrase => phrase.Cluster!)).Distinct().OrderBy(cluster => cluster.FirstToken).ToList();
        var ids = clusters.ToDictionary(cluster => cluster, cluster => cluster.Id);
        var entities = ImmutableArray.CreateBuilder<Entity>();
        foreach (var cluster in clusters.DistinctBy(cluster => ids[cluster]))
        {
            entities.Add(cluster.ToEntity(cluster.Roles.Select(role => new Role(
                sheet.Analysis.SpanOf(role.First, role.End),
                Roles.Of(sheet, role, byFirst, byEnd) is { } of && of != cluster ? ids[of] : null)), sheet.Lexicon.KnownPersons));
        }

        return (entities.ToImmutable(), ids);
    }
}
