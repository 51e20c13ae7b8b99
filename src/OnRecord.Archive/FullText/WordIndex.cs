using System.Globalization;
using OnRecord.Archive.Schema;
using OnRecord.Archive.Search;

namespace OnRecord.Archive.FullText;

/// <summary>
/// The words of records and claims, and the letters of names, as an index of the database. Its tables are <c>record_words</c>, <c>claim_words</c> and <c>record_letters</c>, each with
/// the number of its record or claim as <c>rowid</c>. Words are compared by their stems (Porter, 1980), without accents and whatever their capitals.
/// </summary>
internal abstract class WordIndex(Database database)
{
    /// <summary>The condition that a row of the table holds the words of the parameter <c>@words</c>.</summary>
    public abstract string Holds(string table);

    /// <summary>A query's words as <c>@words</c> takes them.</summary>
    public abstract string Expression(WordQuery words);

    /// <summary>Selects the numbers of records whose names or headline hold the letters in <c>@name</c>.</summary>
    public abstract string Named { get; }

    /// <summary>Letters as <c>@name</c> takes them.</summary>
    public abstract string Letters(string name);

    /// <summary>Selects the numbers of the best rows of a table, the best first, as <c>id</c>: of more than <paramref name="ranked"/> those added last are ranked. <c>@most</c> says how many.</summary>
    /// <param name="table"><c>record_words</c>, in which a word of the headline counts five times, or <c>claim_words</c>.</param>
    /// <param name="join">Joins to other tables.</param>
    /// <param name="where">What must hold besides.</param>
    /// <param name="ranked">Most rows that are ranked.</param>
    public abstract string Best(string table, string join, string where, int ranked);

    /// <summary>The words around what was found in a record's text; empty where only the headline has them.</summary>
    public abstract MarkedText Evidence(WordQuery words, long record);

    /// <summary>A claim's statement with its matches marked; null where it has none.</summary>
    public abstract MarkedText? Marked(WordQuery words, long claim);

    /// <summary>Takes in a record that is stored, with its claims.</summary>
    public abstract void Add(long record, string? headline, string text, string names);

    /// <summary>Forgets a record before it goes.</summary>
    public abstract void Remove(long record);

    /// <summary>Forgets all and takes every record in anew.</summary>
    public void Rebuild()
    {
        Clear();
        foreach (var id in Database.Rows("SELECT id FROM record ORDER BY id", row => row.GetInt64(0)))
        {
            var (headline, json) = Database.Rows("SELECT headline, json FROM record JOIN body ON body.record = record.id WHERE id = @id", row => (row.Text(0), row.GetString(1)), ("@id", id)).FirstOrDefault();
            if (json is not null && Lifted.IfWhole(json) is { } lifted)
            {
                Add(id, headline, lifted.Text, lifted.Names);
            }
        }
    }

    /// <summary>Which tables do not hold what they should, a line each.</summary>
    public virtual IEnumerable<string> Problems()
    {
        foreach (var problem in WordProblems())
        {
            yield return problem;
        }

        if (Database.Scalar<long>("SELECT count(*) FROM record WHERE id NOT IN (SELECT rowid FROM record_letters)") is var missing and > 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"full text: record_letters lacks {missing} records");
        }
        else if (!HasItsLetters())
        {
            yield return "full text: record_letters does not hold the letters of its records";
        }
    }

    /// <summary>The database that the index is of.</summary>
    protected Database Database { get; } = database;

    /// <summary>Forgets all.</summary>
    protected abstract void Clear();

    /// <summary>Whether the letters of names and headlines are those of the records; what a damaged record has is not looked at.</summary>
    protected abstract bool HasItsLetters();

    /// <summary>What <see cref="Add"/> had been given of each record whose JSON can be read.</summary>
    protected IEnumerable<(long Record, string? Headline, string Names)> Indexed()
    {
        foreach (var id in Database.Rows("SELECT id FROM record ORDER BY id", row => row.GetInt64(0)))
        {
            if (Database.Rows("SELECT headline, json FROM record JOIN body ON body.record = record.id WHERE id = @id", row => (Headline: row.Text(0), Json: row.Text(1)), ("@id", id)) is [var found]
                && Lifted.IfWhole(found.Json) is { } lifted)
            {
                yield return (id, found.Headline, lifted.Names);
            }
        }
    }

    /// <summary>Which of the two tables of words do not hold those of their rows, a line each.</summary>
    protected abstract IEnumerable<string> WordProblems();
}
