using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace OnRecord.Lab.Language;

/// <summary>A word of a treebank, and where it stands in the text of its document.</summary>
/// <remarks><c>Head</c> is the number of the head in the sentence, from 1; 0 is the root.</remarks>
internal sealed record GoldWord(TextSpan Span, string Form, string Lemma, string Upos, string Xpos, string Features, int Head, string Relation)
{
    /// <summary>The last column.</summary>
    public string Misc { get; init; } = "_";

    public bool IsTypo => Features.Contains("Typo=Yes", StringComparison.Ordinal);
}

/// <summary>A document of a treebank: text with one paragraph a line, and its sentences.</summary>
internal sealed record GoldText(string Name, string Text, ImmutableArray<ImmutableArray<GoldWord>> Sentences);

/// <summary>Reads CoNLL-U files of the English treebanks.</summary>
/// <remarks>The words of a multiword token ("don't") get the parts of its characters; goeswith and empty nodes as they stand.</remarks>
internal static class Treebank
{
    public static string EwtTrain => Gold.Path("ud", "ewt", "en_ewt-ud-train.conllu");

    public static string EwtDev => Gold.Path("ud", "ewt", "en_ewt-ud-dev.conllu");

    /// <summary>Files of GUM in the order of their names.</summary>
    /// <param name="part"><c>train</c> or <c>dev</c>.</param>
    /// <param name="genre">A genre such as <c>news</c>, or all.</param>
    public static IReadOnlyList<string> Gum(string part, string genre = "") =>
        [.. Directory.EnumerateFiles(Gold.Path("ud", "gum", "dep", part), $"GUM_{genre}*.conllu").Order(StringComparer.Ordinal)];

    /// <summary>First hexadecimal digits of a SHA-256 over the files.</summary>
    public static string Fingerprint(IEnumerable<string> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
        {
            hash.AppendData(File.ReadAllBytes(file));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }

    /// <summary>A document of running text, one paragraph a line.</summary>
    public static Document DocumentOf(string text)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        var start = 0;
        foreach (var line in text.Split('\n'))
        {
            blocks.Add(new Block(new TextSpan(start, start + line.Length), BlockRole.Paragraph, "treebank: a paragraph"));
            start += line.Length + 1;
        }

        return new Document
        {
            Page = new PageFacts(null, "text/plain", "utf-8", new string('0', 64), null),
            Ordinal = 0,
            Kind = DocumentKind.Article,
            Text = text,
            Blocks = blocks.ToImmutable(),
            Language = "en",
        };
    }

    public static IEnumerable<GoldText> Read(IEnumerable<string> files) => files.SelectMany(Read);

    private static IEnumerable<GoldText> Read(string file)
    {
        var builder = new TextBuilder(Path.GetFileNameWithoutExtension(file));
        foreach (var line in File.ReadLines(file))
        {
            if (line.StartsWith("# newdoc", StringComparison.Ordinal) && builder.HasText)
            {
                yield return builder.Take();
            }
            else if (line.StartsWith("# newpar", StringComparison.Ordinal))
            {
                builder.NewParagraph();
            }
            else if (line.Length == 0)
            {
                builder.EndSentence();
            }
            else if (line[0] != '#')
            {
                builder.Add(line.Split('\t'));
            }
        }

        builder.EndSentence();
        if (builder.HasText)
        {
            yield return builder.Take();
        }
    }

    private sealed class TextBuilder(string name)
    {
        private readonly StringBuilder _text = new();
        private readonly List<ImmutableArray<GoldWord>> _sentences = [];
        private readonly List<GoldWord> _words = [];
        private int _rangeEnd;
        private int _surfaceEnd;
        private bool _rangeSpace;

        public bool HasText => _sentences.Count > 0;

        public void NewParagraph()
        {
            if (_text.Length > 0 && _text[^1] != '\n')
            {
                TrimEnd();
                _text.Append('\n');
            }
        }

        public void Add(string[] cells)
        {
            var space = !cells[9].Contains("SpaceAfter=No", StringComparison.Ordinal);
            if (cells[0].Contains('.', StringComparison.Ordinal))
            {
                return;
            }

            if (cells[0].Split('-') is [_, var last])
            {
                _rangeEnd = int.Parse(last, null);
                _surfaceEnd = _text.Length + cells[1].Length;
                _rangeSpace = space;
                _pending = cells[1];
                _pendingStart = _text.Length;
                return;
            }

            var index = int.Parse(cells[0], null);
            if (index <= _rangeEnd)
            {
                AddPart(cells, index);
                return;
            }

            var start = _text.Length;
            _text.Append(cells[1]);
            AddWord(cells, new TextSpan(start, _text.Length));
            AppendSpace(space);
        }

        private string _pending = "";
        private int _pendingStart;

        public void EndSentence()
        {
            if (_words.Count > 0)
            {
                _sentences.Add([.. _words]);
            }

            _words.Clear();
            _rangeEnd = 0;
        }

        public GoldText Take()
        {
            TrimEnd();
            var text = new GoldText(name, _text.ToString(), [.. _sentences]);
            _text.Clear();
            _sentences.Clear();
            return text;
        }

        private void AddPart(string[] cells, int index)
        {
            if (_text.Length == _pendingStart)
            {
                _text.Append(_pending);
            }

            var start = Math.Min(_pendingStart, _surfaceEnd);
            var end = index == _rangeEnd ? _surfaceEnd : Math.Min(_surfaceEnd, start + cells[1].Length);
            _pendingStart = end;
            AddWord(cells, new TextSpan(start, end));
            if (index == _rangeEnd)
            {
                _rangeEnd = 0;
                AppendSpace(_rangeSpace);
            }
        }

        private void AddWord(string[] cells, TextSpan span) =>
            _words.Add(new GoldWord(span, cells[1], cells[2], cells[3], cells[4], cells[5], int.Parse(cells[6], null), cells[7]) { Misc = cells[9] });

        private void AppendSpace(bool space)
        {
            if (space)
            {
                _text.Append(' ');
            }
        }

        private void TrimEnd()
        {
            while (_text.Length > 0 && _text[^1] == ' ')
            {
                _text.Length--;
            }
        }
    }
}
