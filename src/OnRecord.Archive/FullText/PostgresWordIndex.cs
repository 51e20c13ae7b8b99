using OnRecord.Archive.Schema;
using OnRecord.Archive.Search;

namespace OnRecord.Archive.FullText;

/// <summary>
/// Words in PostgreSQL: <c>tsvector</c> of words that <see cref="WordFolding"/> has cut, so that its parser has nothing left to decide; letters of names by <c>pg_trgm</c>. Ranked by
/// <c>ts_rank</c>, divided by the logarithm of the length: how often a word occurs in the whole archive does not count there, as it does in BM25.
/// </summary>
internal sealed class PostgresWordIndex(Database database) : WordIndex(database)
{
    /// <summary>Characters of a text that are searched: a <c>tsvector</c> holds a megabyte, and places up to 16,383.</summary>
    private const int LongestText = 400_000;

    /// <summary>Words of a piece of evidence.</summary>
    private const int EvidenceWords = 24;

    /// <summary>Weights of words of the classes D, C, B and A: a headline's, or a claim's own, are of class A, the others of D.</summary>
    private const string HeadlineFirst = "'{0.1, 0.1, 0.1, 0.5}'";

    private const string AllAlike = "'{0.1, 0.1, 0.1, 0.1}'";
    private const string Query = "to_tsquery('words', @words)";

    /// <summary>Before a match, in words that are cut and folded and so hold letters and digits only.</summary>
    private const char Mark = '\u0002';

    private static readonly string HeadlineOptions = $"HighlightAll=true, StartSel=\"{Mark}\", StopSel=\"{Mark}\"";

    public override string Named => "SELECT rowid FROM record_letters WHERE letters LIKE @name";

    public override string Holds(string table) => $"{table}.words @@ {Query}";

    public override string Letters(string name) => Patterns.Holding(WordFolding.Folded(name));

    public override string Expression(WordQuery words) =>
        string.Join(" & ", words.Groups.Select(group => $"({string.Join(" | ", group.Select(Phrase))})")) + string.Concat(words.Without.Select(term => $" & !{Phrase(term)}"));

    public override string Best(string table, string join, string where, int ranked) =>
        $"""
        SELECT id FROM (
            SELECT {table}.rowid AS id, {table}.words AS words FROM {table} {join}
            WHERE {Holds(table)} AND {where} ORDER BY {table}.rowid DESC LIMIT {ranked}) AS newest
        ORDER BY ts_rank({(table == "record_words" ? HeadlineFirst : AllAlike)}, words, {Query}, 1) DESC, id LIMIT @most
        """;

    public override MarkedText Evidence(WordQuery words, long record)
    {
        var text = Database.Scalar<string>("SELECT text FROM body WHERE record = @id", ("@id", record)) ?? "";
        var (cut, matches) = Matches(words, text);
        return matches.Contains(true) ? Snippet(text, cut, matches) : new MarkedText("", []);
    }

    public override MarkedText? Marked(WordQuery words, long claim)
    {
        var text = Database.Scalar<string>("SELECT statement FROM claim WHERE id = @id", ("@id", claim));
        var (cut, matches) = Matches(words, text);
        return matches.Contains(true) ? new MarkedText(text, Match.Of(text, Places(cut, matches, 0, cut.Count, 0))) : null;
    }

    public override void Add(long record, string? headline, string text, string names)
    {
        Database.Repeat(
            "INSERT INTO record_words VALUES (@record, words_of(@headline, @text))",
            ("@record", record), ("@headline", WordFolding.Line(headline ?? "")), ("@text", WordFolding.Line(Searched(text))));
        Database.Repeat("INSERT INTO record_letters VALUES (@record, @letters)", ("@record", record), ("@letters", WordFolding.Folded($"{headline}\n{names}")));
        var (ids, statements, texts, sources) = ClaimLines(record);
        Database.Repeat("INSERT INTO claim_words SELECT id, words_of(statement, text, source) FROM unnest(@ids, @statements, @texts, @sources) AS added (id, statement, text, source)",
            ("@ids", ids), ("@statements", statements), ("@texts", texts), ("@sources", sources));
    }

    /// <remarks>The rows go with their record's by their foreign keys.</remarks>
    public override void Remove(long record)
    {
    }

    protected override void Clear() => Database.Execute("DELETE FROM record_words; DELETE FROM record_letters; DELETE FROM claim_words");

    protected override bool HasItsLetters() => Indexed().All(one => Database.Scalar<string>("SELECT letters FROM record_letters WHERE rowid = @record", ("@record", one.Record))
        == WordFolding.Storable(WordFolding.Folded($"{one.Headline}\n{one.Names}")));

    protected override IEnumerable<string> WordProblems()
    {
        foreach (var id in Database.Rows("SELECT record.id FROM record JOIN body ON body.record = record.id ORDER BY record.id", row => row.GetInt64(0)))
        {
            var (recordId, headline, text) = Database.Rows(
                "SELECT record_id, headline, text FROM record JOIN body ON body.record = record.id WHERE record.id = @id", row => (row.GetString(0), row.Text(1), row.GetString(2)), ("@id", id))[0];
            if (!Database.Scalar<bool>(
                "SELECT words = words_of(@headline, @text) FROM record_words WHERE rowid = @record",
                ("@record", id), ("@headline", WordFolding.Line(headline ?? "")), ("@text", WordFolding.Line(Searched(text)))))
            {
                yield return $"full text: record_words does not hold the words of {recordId}";
            }

            var (ids, statements, texts, sources) = ClaimLines(id);
            if (Database.Scalar<long>(
                "SELECT count(*) FROM unnest(@ids, @statements, @texts, @sources) AS told (id, statement, text, source) "
                + "JOIN claim_words ON claim_words.rowid = told.id AND claim_words.words = words_of(told.statement, told.text, told.source)",
                ("@ids", ids), ("@statements", statements), ("@texts", texts), ("@sources", sources)) != ids.Length)
            {
                yield return $"full text: claim_words does not hold the words of the claims of {recordId}";
            }
        }
    }

    private (long[] Ids, string[] Statements, string[] Texts, string[] Sources) ClaimLines(long record)
    {
        // The clause adds words where it is not the statement itself.
        var claims = Database.Rows(
            "SELECT id, statement, CASE WHEN text = statement THEN '' ELSE text END, source FROM claim WHERE record = @record ORDER BY id",
            row => (Id: row.GetInt64(0), Statement: WordFolding.Line(row.GetString(1)), Text: WordFolding.Line(row.GetString(2)), Source: WordFolding.Line(row.Text(3) ?? "")), ("@record", record));
        return ([.. claims.Select(claim => claim.Id)], [.. claims.Select(claim => claim.Statement)], [.. claims.Select(claim => claim.Text)], [.. claims.Select(claim => claim.Source)]);
    }

    private static string Searched(string text) => text.Length <= LongestText ? text : text[..LongestText];

    private static string Phrase(Term term)
    {
        var words = WordFolding.Words(term.Text).Select(word => word.Folded).ToList();
        return $"({string.Join(" <-> ", words)}{(term.IsPrefix ? ":*" : "")})";
    }

    /// <summary>The words of a text, and which of them the query finds there.</summary>
    private (List<WordFolding.Word> Cut, bool[] IsMatch) Matches(WordQuery words, string text)
    {
        var cut = WordFolding.Words(Searched(text)).ToList();
        var marked = Database.Scalar<string>(
            $"SELECT ts_headline('words', @line, {Query}, @options)", ("@line", string.Join(' ', cut.Select(word => word.Folded))), ("@options", HeadlineOptions), ("@words", Expression(words with { Without = [] })));
        var shown = marked.Split(' ');
        return (cut, [.. cut.Select((_, place) => place < shown.Length && shown[place].Contains(Mark, StringComparison.Ordinal))]);
    }

    /// <summary>The words around the stretch with most matches, the first of such.</summary>
    private static MarkedText Snippet(string text, List<WordFolding.Word> cut, bool[] matches)
    {
        var (best, most, within) = (0, 0, 0);
        for (var end = 0; end < cut.Count; end++)
        {
            within += matches[end] ? 1 : 0;
            within -= end >= EvidenceWords && matches[end - EvidenceWords] ? 1 : 0;
            if (within > most)
            {
                (most, best) = (within, Math.Max(0, end - EvidenceWords + 1));
            }
        }

        // Not with the first match at its end.
        best = Math.Max(0, Array.IndexOf(matches, true, best) - (EvidenceWords / 3));
        var last = Math.Min(cut.Count, best + EvidenceWords);
        var (from, to) = (best == 0 ? 0 : cut[best].Start, last == cut.Count ? text.Length : cut[last - 1].End);
        var before = best == 0 ? "" : "…";
        var shown = before + text[from..to] + (last == cut.Count ? "" : "…");
        return new MarkedText(shown, Match.Of(shown, Places(cut, matches, best, last, from - before.Length)));
    }

    /// <summary>Where the matches among some words stand, counted from a place of the text.</summary>
    private static IEnumerable<(int Start, int End)> Places(List<WordFolding.Word> cut, bool[] matches, int first, int last, int from) =>
        Enumerable.Range(first, last - first).Where(word => matches[word]).Select(word => (cut[word].Start - from, cut[word].End - from));
}
