using System.Collections.Immutable;
using OnRecord.Data;
using OnRecord.Language.Parsing;

namespace OnRecord.Language;

/// <summary>Splits a document's running text into sentences and tokens, tags and parses them.</summary>
/// <remarks>Safe to use from many threads: nothing in it changes after it is opened.</remarks>
public sealed class EnglishAnalyzer
{
    /// <summary>Longest sentence in tokens. A longer one is split, at a comma or semicolon where there is one, and recorded as unresolved.</summary>
    public const int LongestSentence = 400;

    /// <summary>How far back from the limit a comma or semicolon is looked for.</summary>
    private const int SplitWindow = 100;

    private readonly Tokenizer _tokenizer;
    private readonly SentenceSplitter _splitter;
    private readonly SentenceEnds _sentenceEnds;
    private readonly Parser _parser;
    private readonly Lemmatizer _lemmatizer;
    private readonly int _views;

    /// <summary>Opens the lexicons and models of the analysis.</summary>
    /// <exception cref="DataFileException">A lexicon or model is missing or damaged.</exception>
    public EnglishAnalyzer(DataFolder data)
        : this(data, Views.Of(data))
    {
    }

    /// <summary>An analyzer whose words are seen otherwise, for the training of taggers.</summary>
    internal EnglishAnalyzer(DataFolder data, IReadOnlyList<StateView> views)
    {
        var abbreviations = new Abbreviations(data);
        var words = new SentenceWords(data);
        _tokenizer = new Tokenizer(data, abbreviations, words);
        _splitter = new SentenceSplitter(abbreviations, words);
        _sentenceEnds = new SentenceEnds(data);
        _parser = new Parser(data, views);
        _views = views.Count;
        _lemmatizer = new Lemmatizer(data);
    }

    /// <summary>Analyzes the blocks of running text; text in a language other than English gives no tokens and a row in <see cref="Analysis.Unresolved"/>.</summary>
    public Analysis Analyze(Document document)
    {
        if (!IsEnglish(document.Language))
        {
            return new Analysis(document, [], [])
            {
                Unresolved = [new Unresolved(new TextSpan(0, document.Text.Length), "language", "languageNotSupported")],
            };
        }

        var draft = new Draft(document, _parser, _lemmatizer, _views);
        var blocks = Enumerable.Range(0, document.Blocks.Length).Where(block => document.Blocks[block].Role.IsRunningText()).ToArray();
        var tokens = Array.ConvertAll(blocks, block => _tokenizer.Cut(document.Text, document.Blocks[block].Span));
        var ends = _sentenceEnds.Find(document.Text, tokens, Array.ConvertAll(tokens, some => BoundarySignal.Of(document.Text, some, _splitter)));
        for (var i = 0; i < blocks.Length; i++)
        {
            Cut(draft, tokens[i], ends[i], blocks[i]);
        }

        return draft.ToAnalysis();
    }

    private static bool IsEnglish(string language) =>
        language is "und" or "" || (language.StartsWith("en", StringComparison.OrdinalIgnoreCase) && (language.Length == 2 || language[2] is '-' or '_'));

    private static void Cut(Draft draft, List<TextSpan> tokens, bool[] ends, int block)
    {
        var isList = draft.Document.Blocks[block].Role == BlockRole.List;
        var first = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (ends[i] || (isList && draft.Document.Text.AsSpan(tokens[i].End, tokens[i + 1].Start - tokens[i].End).Contains('\n')))
            {
                AddSentence(draft, tokens, first, i + 1, block);
                first = i + 1;
            }
        }
    }

    private static void AddSentence(Draft draft, List<TextSpan> tokens, int first, int end, int block)
    {
        if (end - first > LongestSentence)
        {
            draft.Open(new Unresolved(new TextSpan(tokens[first].Start, tokens[end - 1].End), "sentence", "sentenceTooLong"));
        }

        while (end - first > LongestSentence)
        {
            var split = SplitPoint(draft.Document.Text, tokens, first);
            draft.Add(tokens, first, split, block);
            first = split;
        }

        draft.Add(tokens, first, end, block);
    }

    private static int SplitPoint(string text, List<TextSpan> tokens, int first)
    {
        var limit = first + LongestSentence;
        for (var i = limit - 1; i > limit - SplitWindow; i--)
        {
            if (text[tokens[i].Start] is ',' or ';' or ':')
            {
                return i + 1;
            }
        }

        return limit;
    }

    /// <summary>The sentences found so far; their words are tagged and parsed together.</summary>
    private sealed class Draft(Document document, Parser parser, Lemmatizer lemmatizer, int views)
    {
        private readonly List<(List<TextSpan> Tokens, int First, int End, int Block)> _sentences = [];
        private readonly ImmutableArray<Unresolved>.Builder _unresolved = ImmutableArray.CreateBuilder<Unresolved>();

        public Document Document => document;

        public void Open(Unresolved open) => _unresolved.Add(open);

        public void Add(List<TextSpan> tokens, int first, int end, int block) => _sentences.Add((tokens, first, end, block));

        public Analysis ToAnalysis()
        {
            var words = _sentences.ConvertAll(sentence => Enumerable.Range(sentence.First, sentence.End - sentence.First)
                .Select(i => sentence.Tokens[i].Of(document.Text)).ToArray());
            var parses = parser.ParseAll(words);
            var sentences = ImmutableArray.CreateBuilder<Sentence>(_sentences.Count);
            var tokens = ImmutableArray.CreateBuilder<Token>(words.Sum(sentence => sentence.Length));
            foreach (var (tokenSpans, first, end, block) in _sentences)
            {
                var firstToken = tokens.Count;
                AddTokens(tokens, tokenSpans, first, words[sentences.Count], parses[sentences.Count], sentences.Count);
                sentences.Add(new Sentence(new TextSpan(tokenSpans[first].Start, tokenSpans[end - 1].End), firstToken, tokens.Count, block));
            }

            return new Analysis(document, sentences.ToImmutable(), tokens.ToImmutable())
            {
                Unresolved = _unresolved.ToImmutable(),
                Views = [.. Enumerable.Range(0, views).Select(view => parses.SelectMany(parse => parse.Views[view]).ToArray())],
            };
        }

        private void AddTokens(ImmutableArray<Token>.Builder tokens, List<TextSpan> spans, int first, string[] words, Parse parse, int sentence)
        {
            var firstToken = tokens.Count;
            var isShouted = LemmaContexts.IsShouted(words);
            for (var i = 0; i < words.Length; i++)
            {
                var lower = words[i].ToLowerInvariant();
                tokens.Add(new Token
                {
                    Span = spans[first + i],
                    Form = words[i],
                    Sentence = sentence,
                    Lower = lower,
                    Lemma = lemmatizer.Of(words[i], lower, parse.Upos[i], parse.Xpos[i], LemmaContexts.Of(words, i, parse, isShouted)),
                    Upos = parse.Upos[i],
                    Xpos = parse.Xpos[i],
                    Features = parse.Features[i],
                    Head = parse.Heads[i] < 0 ? -1 : firstToken + parse.Heads[i],
                    Relation = parse.Relations[i],
                    SpaceAfter = first + i + 1 >= spans.Count || spans[first + i + 1].Start > spans[first + i].End,
                });
            }
        }
    }
}
