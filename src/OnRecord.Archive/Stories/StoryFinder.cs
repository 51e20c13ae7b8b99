using System.Collections.Immutable;
using OnRecord.Archive.Schema;

namespace OnRecord.Archive.Stories;

/// <summary>Keeps documents about one event together as they come and go.</summary>
/// <remarks>
/// Which documents are of one story depends on which the archive holds and never on the order in which they came: the earliest of a family of copies stands for it, the terms of a document on its
/// record alone, whom it names on its own terms and the others', and stories on that. Each step changes only what a document's coming or going can change.
/// </remarks>
internal sealed class StoryFinder(Database database)
{
    /// <summary>Least cosine of two documents' terms, in thousandths, with which one may name the other. Measured on stories of one kind and on unlike pages: see <c>docs/archive.md</c>.</summary>
    public const int LeastLikeness = 300;

    /// <summary>How much of it names must make that both have: two guides to toothbrushes share all words but these, and tell of no event.</summary>
    public const int LeastOfNames = 50;

    /// <summary>Days between two documents of which one may name the other.</summary>
    public const int Window = 7;

    private readonly StoryRows _rows = new(database);

    /// <summary>Puts right who stands for the families of some records, after records have joined or left them.</summary>
    /// <param name="records">Some member of each family.</param>
    /// <param name="known">A record that is at hand and need not be read.</param>
    public void Settle(IEnumerable<long> records, (long Id, Record Record)? known = null)
    {
        var (members, earliest) = _rows.Families(records);
        var standing = _rows.Standing(members);
        foreach (var record in standing.Except(earliest))
        {
            Leave(record);
        }

        foreach (var record in earliest.Except(standing))
        {
            Enter(record, known is { } hand && hand.Id == record ? hand.Record : _rows.Read(record));
        }
    }

    /// <summary>Takes a record that is about to go, or to be a copy of another, out of its story.</summary>
    public void Leave(long record)
    {
        var named = _rows.List(record);
        var naming = _rows.Naming(record);
        _rows.Remove(record);
        foreach (var other in naming)
        {
            _rows.Replace(other, Nearest(other));
        }

        Relabel(naming, [.. named.Select(near => near.Record), .. naming]);
    }

    /// <summary>Finds all stories anew.</summary>
    public void Rebuild()
    {
        database.Execute("DELETE FROM story_near; DELETE FROM story_term; DELETE FROM story");
        foreach (var family in database.Rows("SELECT min(record) FROM family GROUP BY family ORDER BY min(record)", row => row.GetInt64(0)))
        {
            Settle([family]);
        }
    }

    /// <summary>The documents that one names: those most like it.</summary>
    public ImmutableArray<Near> Nearest(long record) => [.. _rows.Candidates(record, LeastLikeness, LeastOfNames, Window).Order().Take(NearLists.Most)];

    private void Enter(long record, Record? read)
    {
        _rows.Add(record, read is null ? [] : StoryTerms.Of(read, DocumentFrequencies.English));
        var candidates = _rows.Candidates(record, LeastLikeness, LeastOfNames, Window);
        if (candidates.Count == 0)
        {
            return;
        }

        var own = candidates.Order().Take(NearLists.Most).ToList();
        _rows.Replace(record, own);
        var id = _rows.RecordId(record);
        var lists = _rows.Lists(candidates.Select(candidate => candidate.Record));
        var (changed, around) = (new List<long> { record }, own.Select(near => near.Record).ToList());
        foreach (var candidate in candidates)
        {
            var (list, entry) = (lists.GetValueOrDefault(candidate.Record, []), new Near(record, id, candidate.Likeness));
            var last = list.Count < NearLists.Most ? default(Near?) : list.Max();
            if (last is null || entry.CompareTo(last.Value) < 0)
            {
                _rows.Exchange(candidate.Record, last?.Record, entry);
                changed.Add(candidate.Record);
                around.AddRange(list.Select(near => near.Record));
            }
        }

        Relabel(changed, around);
    }

    /// <summary>Finds the stories anew of documents whose lists have changed, and of those around them: whom they name or named, and who names them.</summary>
    private void Relabel(IReadOnlyCollection<long> changed, IEnumerable<long> around)
    {
        var touched = _rows.Lists(changed).Values.SelectMany(list => list).Select(near => near.Record).Concat(changed).Concat(around).Concat(changed.SelectMany(_rows.Naming)).Distinct().ToList();
        var members = _rows.Companions(touched);
        var lists = _rows.Lists(members.Keys);
        foreach (var (record, story) in NearLists.Stories(members.Keys.ToDictionary(member => member, member => lists.GetValueOrDefault(member, []).ConvertAll(near => near.Record))))
        {
            if (members[record] != story)
            {
                _rows.Label(record, story);
            }
        }
    }
}
