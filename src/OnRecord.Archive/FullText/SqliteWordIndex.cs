using System.Globalization;
using OnRecord.Archive.Schema;
using OnRecord.Archive.Search;

namespace OnRecord.Archive.FullText;

/// <summary>Words in SQLite: FTS5, with its tokenizers <c>porter</c> and, for the letters of names, <c>trigram</c>. Ranked by BM25 (Robertson and Zaragoza, 2009).</summary>
internal sealed class SqliteWordIndex(SqliteDatabase database) : WordIndex(database)
{
    /// <summary>How the letters of names are cut, as the first script says.</summary>
    private const string Letter = "tokenize = 'trigram remove_diacritics 1'";

    private static readonly string[] Checked = ["record_words", "claim_words"];

    public override string Named => "SELECT rowid FROM record_letters WHERE record_letters MATCH @name";

    public override string Holds(string table) => $"{table} MATCH @words";

    public override string Letters(string name) => Quoted(name);

    public override string Expression(WordQuery words) =>
        string.Join(" AND ", words.Groups.Select(group => $"({string.Join(" OR ", group.Select(Quoted))})")) + string.Concat(words.Without.Select(term => " NOT " + Quoted(term)));

    public override string Best(string table, string join, string where, int ranked) =>
        $"""
        SELECT id FROM (
            SELECT {table}.rowid AS id, {table}.rank AS score FROM {table} {join}
            WHERE {table} MATCH @words{(table == "record_words" ? " AND record_words.rank MATCH 'bm25(5.0, 1.0)'" : "")} AND {where} ORDER BY {table}.rowid DESC LIMIT {ranked})
        ORDER BY score, id LIMIT @most
        """;

    public override MarkedText Evidence(WordQuery words, long record) =>
        First(words, "record_words", "snippet(record_words, 1, {0}, {1}, '…', 24)", record) ?? new MarkedText("", []);

    public override MarkedText? Marked(WordQuery words, long claim) => First(words, "claim_words", "highlight(claim_words, 0, {0}, {1})", claim);

    public override void Add(long record, string? headline, string text, string names)
    {
        Database.Repeat("INSERT INTO record_words (rowid, headline, text) VALUES (@record, @headline, @text)", ("@record", record), ("@headline", headline), ("@text", text));
        Database.Repeat("INSERT INTO record_letters (rowid, headline, names) VALUES (@record, @headline, @names)", ("@record", record), ("@headline", headline), ("@names", names));
        Database.Repeat("INSERT INTO claim_words (rowid, statement, text, source) SELECT id, statement, text, source FROM claim_text WHERE record = @record", ("@record", record));
    }

    public override void Remove(long record) => Database.Execute(
        """
        INSERT INTO record_words (record_words, rowid, headline, text) SELECT 'delete', id, headline, text FROM record_text WHERE id = @record;
        DELETE FROM record_letters WHERE rowid = @record;
        INSERT INTO claim_words (claim_words, rowid, statement, text, source) SELECT 'delete', id, statement, text, source FROM claim_text WHERE record = @record;
        """,
        ("@record", record));

    /// <remarks>The check of FTS5 is written as a change, so where nothing can be changed a copy is checked.</remarks>
    public override IEnumerable<string> Problems()
    {
        if (!database.IsReadOnly)
        {
            return database.Changing(() => base.Problems().ToList());
        }

        var folder = Directory.CreateTempSubdirectory("onrecord-verify-");
        try
        {
            using var copy = database.CopyTo(Path.Combine(folder.FullName, "copy.db"));
            return [.. copy.Words.Problems()];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    protected override void Clear()
    {
        foreach (var table in Checked.Append("record_letters"))
        {
            Database.Execute($"INSERT INTO {table} ({table}) VALUES ('delete-all')");
        }
    }

    /// <remarks>The index keeps no text, so another is made of the records, and the two are gone through side by side.</remarks>
    protected override bool HasItsLetters()
    {
        Database.Execute($"CREATE VIRTUAL TABLE temp.fresh_letters USING fts5 (headline, names, content = '', {Letter}); CREATE VIRTUAL TABLE temp.fresh_seen USING fts5vocab (temp, fresh_letters, instance); CREATE VIRTUAL TABLE temp.seen USING fts5vocab (main, record_letters, instance)");
        try
        {
            var damaged = Database.Rows("SELECT id FROM record", row => row.GetInt64(0)).ToHashSet();
            foreach (var (record, headline, names) in Indexed())
            {
                Database.Repeat("INSERT INTO temp.fresh_letters (rowid, headline, names) VALUES (@record, @headline, @names)", ("@record", record), ("@headline", headline), ("@names", names));
                damaged.Remove(record);
            }

            return Instances("seen").Where(one => !damaged.Contains(one.Record)).SequenceEqual(Instances("fresh_seen"));
        }
        finally
        {
            Database.Execute("DROP TABLE temp.seen; DROP TABLE temp.fresh_seen; DROP TABLE temp.fresh_letters");
        }
    }

    protected override IEnumerable<string> WordProblems()
    {
        foreach (var table in Checked.Where(table => !IsWhole(table)))
        {
            yield return $"full text: {table} does not hold the words of its rows";
        }
    }

    private IEnumerable<(string Letters, long Record, string Column, long Place)> Instances(string table) =>
        Database.Each($"SELECT term, doc, col, offset FROM temp.{table}", row => (row.GetString(0), row.GetInt64(1), row.GetString(2), row.GetInt64(3)));

    private static string Quoted(Term term) => Quoted(term.Text) + (term.IsPrefix ? "*" : "");

    private static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal).Replace('\0', ' ')}\"";

    private bool IsWhole(string table)
    {
        try
        {
            Database.Execute($"INSERT INTO {table} ({table}, rank) VALUES ('integrity-check', 1)");
            return true;
        }
        catch (System.Data.Common.DbException)
        {
            return false;
        }
    }

    /// <summary>What a function of FTS5 shows of a row. It marks matches by characters; two are taken for that which the text does not hold.</summary>
    private MarkedText? First(WordQuery words, string table, string shown, long id)
    {
        var sql = string.Format(
            CultureInfo.InvariantCulture, "SELECT {0}, {1} FROM {2} WHERE {2} MATCH @words AND rowid = @id",
            string.Format(CultureInfo.InvariantCulture, shown, "''", "''"), string.Format(CultureInfo.InvariantCulture, shown, "@open", "@close"), table);
        var (open, close) = ('\u0002', '\u0003');
        while (Database.Rows(
            sql, row => (Plain: row.GetString(0), Marked: row.GetString(1)), ("@words", Expression(words)), ("@id", id), ("@open", open.ToString()), ("@close", close.ToString())) is [var (plain, marked)])
        {
            var free = Enumerable.Range(FirstPrivate, LastPrivate - FirstPrivate).Select(c => (char)c).Prepend(close).Prepend(open).Where(c => !plain.Contains(c, StringComparison.Ordinal)).Take(2).ToList();
            if (free is not [var one, var other])
            {
                return new MarkedText(plain, []);
            }

            if ((one, other) == (open, close))
            {
                return new MarkedText(plain, Match.Of(plain, Places(marked, open, close)));
            }

            (open, close) = (one, other);
        }

        return null;
    }

    private static IEnumerable<(int Start, int End)> Places(string marked, char open, char close)
    {
        var (place, start) = (0, 0);
        foreach (var c in marked)
        {
            if (c == open)
            {
                start = place;
            }
            else if (c == close)
            {
                yield return (start, place);
            }
            else
            {
                place++;
            }
        }
    }

    /// <summary>Characters that Unicode gives to nobody, of which a text hardly holds all.</summary>
    private const int FirstPrivate = 0xE000;
    private const int LastPrivate = 0xF8FF;
}
