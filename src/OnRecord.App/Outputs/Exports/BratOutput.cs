using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace OnRecord.App.Outputs.Exports;

/// <summary>A ZIP with a <c>.txt</c> and a <c>.ann</c> for each document, for brat; with the <c>annotation.conf</c> that its labels need.</summary>
internal sealed class BratOutput : IRecordOutput, IDisposable
{
    /// <summary>The earliest time that a ZIP can tell: files of the same records are the same bytes.</summary>
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly string Configuration = $"""
        [entities]
        Source
        Cue
        Content
        Claim
        [relations]
        SourceOf Arg1:Cue, Arg2:Source
        Within Arg1:Claim, Arg2:Claim
        ContentOf Arg1:Cue, Arg2:Content
        <OVERLAP> Arg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>
        [events]
        [attributes]
        Status Arg:Claim, Value:{Values<ClaimStatus>()}
        Negated Arg:Claim
        Level Arg:Claim, Value:{Values<ClaimLevel>()}

        """;

    private readonly ZipArchive _zip;

    public BratOutput(Stream output)
    {
        _zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        Entry("annotation.conf", Configuration);
    }

    public void Write(string name, IReadOnlyList<Record> records)
    {
        foreach (var record in records)
        {
            Entry(record.Id + ".txt", record.Document.Text);
            Entry(record.Id + ".ann", new Annotations(record).Write());
        }
    }

    public void Dispose() => _zip.Dispose();

    private static string Values<T>()
        where T : struct, Enum => string.Join('|', Enum.GetValues<T>().Select(ClaimColumns.Camel));

    private void Entry(string name, string text)
    {
        var entry = _zip.CreateEntry(name);
        entry.LastWriteTime = NoTime;
        using var stream = entry.Open();
        stream.Write(Encoding.UTF8.GetBytes(text));
    }

    /// <summary>The stand-off lines of one record.</summary>
    private sealed class Annotations(Record record)
    {
        private readonly StringBuilder _lines = new();
        private readonly CodePointMap _map = new(record.Document.Text);
        private int _spans;
        private int _others;

        public string Write()
        {
            foreach (var attribution in record.Attributions)
            {
                var cue = Span("Cue", attribution.Cue.Span);
                if (attribution.Source is { } source)
                {
                    Line($"R{++_others}\tSourceOf Arg1:{cue} Arg2:{Span("Source", source.Span)}");
                }

                Line($"R{++_others}\tContentOf Arg1:{cue} Arg2:{Span("Content", [.. attribution.Content])}");
            }

            Claims();
            return _lines.ToString();
        }

        /// <summary>Claims with what is told of them; a claim's statement is a note, as brat's text is the page's.</summary>
        private void Claims()
        {
            var spans = record.Claims.Select(claim => Span("Claim", claim.Span)).ToList();
            var places = record.Claims.Index().DistinctBy(claim => claim.Item.Id).ToDictionary(claim => claim.Item.Id, claim => claim.Index, StringComparer.Ordinal);
            foreach (var (place, claim) in record.Claims.Index())
            {
                Line($"A{++_others}\tStatus {spans[place]} {ClaimColumns.Camel(claim.Status)}");
                if (claim.Negated)
                {
                    Line($"A{++_others}\tNegated {spans[place]}");
                }

                Line($"A{++_others}\tLevel {spans[place]} {ClaimColumns.Camel(claim.Level)}");
                Line($"#{++_others}\tAnnotatorNotes {spans[place]}\t{claim.Statement.ReplaceLineEndings(" ").Replace('\t', ' ')}");
                if (claim.Within is { } around && places.TryGetValue(around, out var outer))
                {
                    Line($"R{++_others}\tWithin Arg1:{spans[place]} Arg2:{spans[outer]}");
                }
            }
        }

        /// <summary>brat has no span over a line's end: such a one is in fragments.</summary>
        private string Span(string label, params ReadOnlySpan<TextSpan> spans)
        {
            var fragments = new List<TextSpan>();
            foreach (var span in spans)
            {
                for (var start = span.Start; start < span.End;)
                {
                    var end = record.Document.Text.IndexOf('\n', start, span.End - start) is var feed && feed >= 0 ? feed : span.End;
                    if (end > start)
                    {
                        fragments.Add(new TextSpan(start, end));
                    }

                    start = end + 1;
                }
            }

            var id = $"T{++_spans}";
            Line($"{id}\t{label} {string.Join(';', fragments.Select(part => string.Create(CultureInfo.InvariantCulture, $"{_map.ToCodePoints(part.Start)} {_map.ToCodePoints(part.End)}")))}\t{string.Join(' ', fragments.Select(part => part.Of(record.Document.Text)))}");
            return id;
        }

        private void Line(string line) => _lines.Append(line).Append('\n');
    }
}
