using OnRecord.Lab.Times;

namespace OnRecord.Lab.Names;

/// <summary>A name in the gold: where, and PER, ORG or LOC.</summary>
internal readonly record struct GoldName(TextSpan Span, string Type);

/// <summary>A gold document and its names.</summary>
internal sealed record NamedDocument(Document Document, IReadOnlySet<GoldName> Names)
{
    /// <summary>The entity that each name refers to, where the gold tells.</summary>
    public IReadOnlyDictionary<GoldName, string>? EntityOf { get; init; }
}

/// <summary>Reads column files with one token a line and IOB tags.</summary>
internal static class NameGold
{
    private static readonly string[] Types = ["PER", "ORG", "LOC"];

    /// <summary>Universal NER on EWT dev: the text as its comments give it, a document for each <c>newdoc</c>.</summary>
    public static (string Path, IReadOnlyList<NamedDocument> Documents) Uner()
    {
        var path = Gold.Path("names", "uner-ewt-dev.iob2");
        var maker = new Maker();
        string? text = null;
        foreach (var line in File.ReadLines(path).Append(""))
        {
            if (line.StartsWith("# newdoc", StringComparison.Ordinal))
            {
                maker.EndDocument();
            }
            else if (line.StartsWith("# text = ", StringComparison.Ordinal))
            {
                text = line["# text = ".Length..];
            }
            else if (line.Length == 0)
            {
                maker.EndSentence(text);
            }
            else if (line[0] != '#' && line.Split('\t') is var cells)
            {
                maker.Add(cells[1], cells[2]);
            }
        }

        return (path, maker.Documents());
    }

    /// <summary>WikiGold: tokens joined with blanks, a document for each stretch between the -DOCSTART- lines.</summary>
    public static (string Path, IReadOnlyList<NamedDocument> Documents) WikiGold()
    {
        var path = Gold.Path("names", "wikigold", "CONLL-format", "data", "wikigold.conll.txt");
        var maker = new Maker();
        foreach (var line in File.ReadLines(path).Append(""))
        {
            if (line.StartsWith("-DOCSTART-", StringComparison.Ordinal))
            {
                maker.EndDocument();
            }
            else if (line.Length == 0)
            {
                maker.EndSentence(null);
            }
            else if (line.LastIndexOf(' ') is var blank)
            {
                maker.Add(line[..blank], line[(blank + 1)..]);
            }
        }

        return (path, maker.Documents());
    }

    private sealed class Maker
    {
        private readonly List<NamedDocument> _documents = [];
        private readonly List<(string Form, string Tag)> _tokens = [];
        private readonly List<TextSpan> _paragraphs = [];
        private readonly HashSet<GoldName> _names = [];
        private readonly System.Text.StringBuilder _text = new();

        public void Add(string form, string tag) => _tokens.Add((form, tag));

        public void EndSentence(string? text)
        {
            if (_tokens.Count == 0)
            {
                return;
            }

            text ??= string.Join(' ', _tokens.Select(token => token.Form));
            _text.Append(_text.Length > 0 ? "\n" : "");
            var start = _text.Length;
            _text.Append(text);
            _paragraphs.Add(new TextSpan(start, _text.Length));
            var at = 0;
            (TextSpan Span, string Type)? open = null;
            foreach (var (form, tag) in _tokens)
            {
                var found = text.IndexOf(form, at, StringComparison.Ordinal);
                found = found < 0 ? at : found;
                at = Math.Min(text.Length, found + form.Length);
                var span = new TextSpan(start + found, start + Math.Max(at, found));
                if (open is { } running && tag.StartsWith("I-", StringComparison.Ordinal) && tag[2..] == running.Type)
                {
                    open = (running.Span.Cover(span), running.Type);
                    continue;
                }

                Close(open);
                open = tag == "O" ? null : (span, tag[2..]);
            }

            Close(open);
            _tokens.Clear();
        }

        public void EndDocument()
        {
            EndSentence(null);
            if (_paragraphs.Count > 0)
            {
                _documents.Add(new NamedDocument(GoldDocuments.Make(_text.ToString(), [.. _paragraphs], null), new HashSet<GoldName>(_names)));
            }

            _text.Clear();
            _paragraphs.Clear();
            _names.Clear();
        }

        public IReadOnlyList<NamedDocument> Documents()
        {
            EndDocument();
            return _documents;
        }

        private void Close((TextSpan Span, string Type)? open)
        {
            if (open is { } name && Types.Contains(name.Type))
            {
                _names.Add(new GoldName(name.Span, name.Type));
            }
        }
    }
}
