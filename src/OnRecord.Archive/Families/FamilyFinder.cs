using OnRecord.Archive.Schema;

namespace OnRecord.Archive.Families;

/// <summary>Finds the records that a new one shares text with: copies, edited copies, cut copies. They are one family; none is deleted.</summary>
internal sealed class FamilyFinder(Database database)
{
    /// <summary>Share of the smaller text's shingles that makes two texts kin. Measured on edited articles: see <c>docs/archive.md</c>.</summary>
    public const double LeastContainment = 0.3;

    /// <summary>Texts with fewer kept shingles are kin only where they are the same.</summary>
    public const int FewestShingles = 8;

    /// <summary>A shingle is kept of so many records: a further copy is kin to those, and words that stand on every page cost no more than that.</summary>
    private const int MostRecords = 32;

    /// <summary>Two records that share text.</summary>
    public readonly record struct Likeness(long Other, double Containment, double Resemblance);

    /// <summary>Puts a record that has just been stored into its family.</summary>
    public void Join(long record, string textSha256, long[] shingles)
    {
        foreach (var (other, containment, resemblance) in Kin(record, textSha256, shingles))
        {
            database.Execute("INSERT INTO likeness VALUES (@record, @other, @containment, @resemblance) ON CONFLICT DO NOTHING", ("@record", record), ("@other", other), ("@containment", containment), ("@resemblance", resemblance));
            var (own, kin) = (FamilyOf(record), FamilyOf(other));
            if (own != kin)
            {
                database.Execute("UPDATE family SET family = @first WHERE family = @second", ("@first", Math.Min(own, kin)), ("@second", Math.Max(own, kin)));
            }
        }

        database.Repeat(
            $"INSERT INTO shingle SELECT value, @record FROM {database.Numbers("@hashes")} WHERE (SELECT count(*) FROM shingle WHERE hash = value) < @most ON CONFLICT DO NOTHING",
            ("@hashes", Database.Listed(shingles)), ("@record", record), ("@most", MostRecords));
        database.Repeat(
            $"UPDATE record SET indexed = (SELECT count(*) FROM {database.Numbers("@hashes")} JOIN shingle ON shingle.hash = value AND shingle.record = @record) WHERE id = @record",
            ("@hashes", Database.Listed(shingles)), ("@record", record));
    }

    /// <summary>Forgets the shingles of a record that is about to go.</summary>
    /// <param name="record">The record.</param>
    /// <param name="shingles">Its shingles; null where they are not known, because it is damaged.</param>
    public void Leave(long record, long[]? shingles)
    {
        if (shingles is null)
        {
            database.Execute("DELETE FROM shingle WHERE record = @record", ("@record", record));
            return;
        }

        database.Execute(
            $"DELETE FROM shingle WHERE record = @record AND hash IN (SELECT value FROM {database.Numbers("@hashes")})", ("@hashes", Database.Listed(shingles)), ("@record", record));
    }

    /// <summary>The family of a record; 0 where it has none.</summary>
    public long FamilyOf(long record) => database.Scalar<long>("SELECT family FROM family WHERE record = @record", ("@record", record));

    /// <summary>The records of a family.</summary>
    public List<long> Members(long family) => database.Rows("SELECT record FROM family WHERE family = @family", row => row.GetInt64(0), ("@family", family));

    /// <summary>Groups the members of a family anew when one has gone that had joined them.</summary>
    public void Settle(long family)
    {
        Settle(Members(family), database.Rows(
            "SELECT record, other FROM likeness WHERE record IN (SELECT record FROM family WHERE family = @family)", row => (row.GetInt64(0), row.GetInt64(1)), ("@family", family)));
    }

    /// <summary>Groups all families anew by what is known of likeness.</summary>
    public void Settle() => Settle(
        database.Rows("SELECT id FROM record", row => row.GetInt64(0)), database.Rows("SELECT record, other FROM likeness", row => (row.GetInt64(0), row.GetInt64(1))));

    /// <summary>Forgets all families and finds them anew, one record after the other.</summary>
    public void Rebuild()
    {
        database.Execute("DELETE FROM shingle; DELETE FROM likeness; UPDATE family SET family = record; UPDATE record SET indexed = 0");
        foreach (var (id, hash) in database.Rows("SELECT id, text_sha256 FROM record WHERE kind = 'article' ORDER BY id", row => (row.GetInt64(0), row.GetString(1))))
        {
            if (Lifted.IfWhole(database.Scalar<string>("SELECT json FROM body WHERE record = @record", ("@record", id))) is { } lifted)
            {
                Join(id, hash, Shingles.Of(lifted.Text));
            }
        }
    }

    /// <summary>The earlier records that share text with one, as <see cref="Join"/> found them when it came.</summary>
    public List<Likeness> Earlier(long record, string textSha256, long[] shingles) => [.. Kin(record, textSha256, shingles).Where(kin => kin.Other < record)];

    private void Settle(List<long> records, List<(long, long)> pairs)
    {
        foreach (var (record, family) in Components.Of(records, pairs))
        {
            database.Repeat("UPDATE family SET family = @family WHERE record = @record AND family <> @family", ("@family", family), ("@record", record));
        }
    }

    private List<Likeness> Kin(long record, string textSha256, long[] shingles)
    {
        var same = database.Rows(
            "SELECT id FROM record WHERE text_sha256 = @text AND id <> @record AND words > 0", row => new Likeness(row.GetInt64(0), 1.0, 1.0), ("@text", textSha256), ("@record", record));
        if (shingles.Length < FewestShingles)
        {
            return same;
        }

        var known = same.Select(one => one.Other).ToHashSet();
        var shared = database.Rows(
            $"SELECT shingle.record, count(*), record.shingles FROM {database.Numbers("@hashes")} JOIN shingle ON shingle.hash = value JOIN record ON record.id = shingle.record "
            + "WHERE record.shingles >= @fewest AND record.id <> @record GROUP BY shingle.record, record.shingles "
            + "HAVING count(*) >= @least * CASE WHEN record.shingles < @own THEN record.shingles ELSE @own END ORDER BY shingle.record",
            row => (Other: row.GetInt64(0), Shared: row.GetInt64(1), Count: row.GetInt64(2)),
            ("@hashes", Database.Listed(shingles)), ("@fewest", FewestShingles), ("@record", record), ("@least", LeastContainment), ("@own", shingles.Length));
        same.AddRange(shared.Where(one => !known.Contains(one.Other))
            .Select(one => new Likeness(one.Other, (double)one.Shared / Math.Min(one.Count, shingles.Length), (double)one.Shared / (one.Count + shingles.Length - one.Shared))));
        return same;
    }
}
