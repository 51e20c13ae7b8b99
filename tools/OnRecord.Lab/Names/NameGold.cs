using OnRecord.Lab.Times;

namespace OnRecord.Lab.Names;

/// <summary>A name in the gold: where, and PER, ORG or LOC.</summary>
internal readonly record struct GoldName(TextSpan Span, string Type);

/// <summary>A gold document and its names.</summary>
internal sealed record NamedDocument(Document Document, IReadOnlySet<GoldName> Names)
{
    /// <summary>The entity that each name refers to, where the gold tells.</summary>
    public IReadOnlyDictionary<GoldName, string>? EntityOf { get; init; }

    /// <summary>Names of other types, where the gold marks them: <see cref="OtherNames"/>.</summary>
    public IReadOnlySet<GoldName> Others { get; init; } = new HashSet<GoldName>();
}

/// <summary>Types of names beside persons, organisations and places.</summary>
internal static class OtherNames
{
    /// <summary>Nationalities, religious and political groups.</summary>
    public const string Group = "NORP";

    /// <summary>Buildings and works of engineering, which other golds mark as places or organisations.</summary>
    public const string Facility = "FAC";

    /// <summary>Events, works, laws, products.</summary>
    public const string Misc = "MISC";

    /// <summary>A group, or one of <see cref="Misc"/>: the gold does not tell them apart.</summary>
    public const string GroupOrMisc = "NORP|MISC";

    /// <summary>What a column file's label means.</summary>
    public static string TypeOf(string label) => label switch
    {
        "politician" or "person" => "PER",
        "politicalparty" or "organisation" => "ORG",
        "country" or "location" => "LOC",
        "election" or "event" => Misc,
        "misc" or "MISC" => GroupOrMisc,
        _ => label,
    };
}

/// <summary>Reads column files with one token a line and IOB tags.</summary>
internal static class NameGold
{
    /// <summary>The tagger does not learn from every so many-th document of WikiGold, beginning with the first.</summary>
    public const int WikiGoldParts = 5;

    private static readonly string[] Types = ["PER", "ORG", "LOC"];

    /// <summary>Universal NER on EWT: the text as its comments give it, a document for each <c>newdoc</c>.</summary>
    /// <param name="part"><c>train</c> or <c>dev</c>.</param>
    public static (string Path, IReadOnlyList<NamedDocument> Documents) Uner(string part = "dev")
    {
        var path = Gold.Path("names", $"uner-ewt-{part}.iob2");
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
        return (path, Columns(path, ' ', sentencesAreDocuments: false));
    }

    /// <summary>CrossNER, all parts of a domain: sentences of Wikipedia without order, each a document.</summary>
    public static IReadOnlyList<NamedDocument> CrossNer(string domain) =>
        [.. new[] { "train", "dev", "test" }.SelectMany(part => Columns(Gold.Path("names", "crossner", $"{domain}-{part}.txt"), '\t', sentencesAreDocuments: true))];

    private static IReadOnlyList<NamedDocument> Columns(string path, char separator, bool sentencesAreDocuments)
    {
        var maker = new Maker();
        foreach (var line in File.ReadLines(path).Append(""))
        {
            if (line.StartsWith("-DOCSTART-", StringComparison.Ordinal) || (line.Length == 0 && sentencesAreDocuments))
            {
                maker.EndDocument();
            }
            else if (line.Length == 0)
            {
                maker.EndSentence(null);
            }
            else if (line.LastIndexOf(separator) is var end)
            {
                maker.Add(line[..end], line[(end + 1)..]);
            }
        }

        return maker.Documents();
    }

    private sealed class Maker
    {
        private readonly List<NamedDocument> _documents = [];
        private readonly List<(string Form, string Tag)> _tokens = [];
        private readonly List<TextSpan> _paragraphs = [];
        private readonly HashSet<GoldName> _names = [];
        private readonly HashSet<GoldName> _others = [];
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
                _documents.Add(new NamedDocument(GoldDocuments.Make(_text.ToString(), [.. _paragraphs], null), new HashSet<GoldName>(_names)) { Others = new HashSet<GoldName>(_others) });
            }

            _text.Clear();
            _paragraphs.Clear();
            _names.Clear();
            _others.Clear();
        }

        public IReadOnlyList<NamedDocument> Documents()
        {
            EndDocument();
            return _documents;
        }

        private void Close((TextSpan Span, string Type)? open)
        {
            if (open is { } name && OtherNames.TypeOf(name.Type) is var type)
            {
                (Types.Contains(type) ? _names : _others).Add(new GoldName(name.Span, type));
            }
        }
    }
}
