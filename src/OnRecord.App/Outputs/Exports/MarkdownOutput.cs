using System.Text;
using System.Text.Json;

namespace OnRecord.App.Outputs.Exports;

/// <summary>Documents as Markdown notes with a head in YAML: what is claimed, on whose word, and what is said not to be known.</summary>
internal sealed class MarkdownOutput(Stream output) : IRecordOutput
{
    public void Write(string name, IReadOnlyList<Record> records)
    {
        foreach (var record in records)
        {
            JsonExport.Text(output, Note(record));
        }
    }

    private static string Note(Record record)
    {
        var (document, note) = (record.Document, new StringBuilder("---\n"));
        Field("onrecord_id", record.Id);
        Field("published", document.Published is { } published ? NodaTime.Text.LocalDatePattern.Iso.Format(published.Value) : null);
        Field("publisher", document.Publisher);
        Field("uri", document.Page.Uri);
        note.Append("---\n\n# ").Append(Escaped(document.First(BlockRole.Headline)?.Span.Of(document.Text) ?? "(no headline)")).Append('\n');
        var rows = ClaimRow.Of(record).ToList();
        List("Claims", rows.Where(row => row.Claim.Status != ClaimStatus.NotStated));
        List("Said not to be known", rows.Where(row => row.Claim.Status == ClaimStatus.NotStated));
        return note.Append('\n').ToString();

        void Field(string key, string? value)
        {
            if (value is not null)
            {
                // A JSON string is a YAML string.
                note.Append(key).Append(": ").Append(JsonSerializer.Serialize(value, JsonExport.Options)).Append('\n');
            }
        }

        void Item(string mark, ClaimRow row) => note.Append(mark).Append(Escaped(row.Claim.Statement)).Append(" — ").Append(Escaped(Told(row))).Append('\n');

        void List(string title, IEnumerable<ClaimRow> claims)
        {
            var all = claims.ToList();
            if (all.Count > 0)
            {
                note.Append("\n## ").Append(title).Append("\n\n");
                foreach (var (head, folded) in Sheets.ClaimOutline.Of(all, row => row.Claim, byRank: false))
                {
                    Item("- ", head);
                    folded.ToList().ForEach(row => Item("  - ", row));
                }
            }
        }
    }

    private static string Told(ClaimRow row) => string.Join(", ", new[]
    {
        row.StatusWords, row.SourceText is { } source ? row.Through is { } through ? $"{through} ← {source}" : source : null, row.WhenText, $"{row.Start}..{row.End}",
    }.Where(part => part is not null));

    /// <summary>On one line, with the marks that Markdown or HTML would read taken as they are.</summary>
    private static string Escaped(string text) =>
        string.Concat(text.ReplaceLineEndings(" ").Select(c => c is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '#' or '|' ? "\\" + c : c.ToString()));
}
