namespace OnRecord.App.Outputs.Exports;

/// <summary>Documents as Label Studio tasks with our findings as predictions, to be corrected there. Offsets count UTF-16 code units, as its editor does.</summary>
internal sealed class LabelStudioOutput(Stream output) : IRecordOutput, IDisposable
{
    private readonly JsonItems _tasks = new(output, "[", "]");

    public void Write(string name, IReadOnlyList<Record> records)
    {
        foreach (var record in records)
        {
            _tasks.Add(new
            {
                data = new { text = record.Document.Text, onrecord_id = record.Id, uri = record.Document.Page.Uri },
                predictions = new[] { new { model_version = Record.Format, result = Results(record).ToArray() } },
            });
        }
    }

    public void Dispose() => _tasks.Close();

    private static IEnumerable<object> Results(Record record)
    {
        var text = record.Document.Text;
        foreach (var attribution in record.Attributions)
        {
            yield return Region(text, attribution.Id + "-cue", attribution.Cue.Span, "Cue");
            if (attribution.Source is { } source)
            {
                yield return Region(text, attribution.Id + "-source", source.Span, "Source");
                yield return Relation(attribution.Id + "-cue", attribution.Id + "-source", "source");
            }

            for (var i = 0; i < attribution.Content.Length; i++)
            {
                yield return Region(text, $"{attribution.Id}-content-{i}", attribution.Content[i], "Content");
                yield return Relation(attribution.Id + "-cue", $"{attribution.Id}-content-{i}", "content");
            }
        }

        foreach (var claim in record.Claims)
        {
            yield return Region(text, claim.Id, claim.Span, "Claim:" + ClaimColumns.Camel(claim.Status), [claim.Statement, ClaimColumns.Camel(claim.Level), .. claim.Negated ? ["negated"] : Array.Empty<string>()]);
        }
    }

    private static object Region(string text, string id, TextSpan span, string label, string[]? notes = null) => new
    {
        id,
        from_name = "label",
        to_name = "text",
        type = "labels",
        value = new { start = span.Start, end = span.End, text = span.Of(text), labels = new[] { label } },
        meta = notes is null ? null : new { text = notes },
    };

    private static object Relation(string from, string to, string label) => new { type = "relation", from_id = from, to_id = to, direction = "right", labels = new[] { label } };
}
