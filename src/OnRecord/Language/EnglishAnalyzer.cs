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

    /// <summary>Words that are handed to the parser together.</summary>
    private const int WordsAtOnce = 4000;

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
    /// <param name="document">The document.</param>
    /// <param name="mostTokens">Tokens that are read; text behind them gives a row in <see cref="Analysis.Unresolved"/>.</param>
    /// <param name="cancellation">Ends the analysis before it is done.</param>
    /// <exception cref="OperationCanceledException">The analysis was ended.</exception>
    public Analysis Analyze(Document document, int mostTokens = int.MaxValue, CancellationToken cancellation = default)
    {
        if (!IsEnglish(document.Language))
        {
            return new Analysis(document, [], [])
            {
                Unresolved = [new Unresolved(new TextSpan(0, document.Text.Length), "language", "languageNotSupported")],
            };
        }

        var draft = new Draft(document, _parser, _lemmatizer, _views, cancellation);
        var blocks = Enumerable.Range(0, document.Blocks.Length).Where(block => document.Blocks[block].Role.IsRunningText()).ToArray();
        var tokens = Tokens(document, blocks, mostTokens, draft, cancellation);
        var ends = _sentenceEnds.Find(document.Text, tokens, tokens.ConvertAll(some => BoundarySignal.Of(document.Text, some, _splitter)), cancellation);
        for (var i = 0; i < tokens.Count; i++)
        {
            Cut(draft, tokens[i], ends[i], blocks[i]);
        }

        return draft.ToAnalysis();
    }

    /// <summary>The tokens of each block; of fewer blocks where there are more tokens than may be read.</summary>
    private List<List<TextSpan>> Tokens(Document document, int[] blocks, int most, Draft draft, CancellationToken cancellation)
    {
        var tokens = new List<List<TextSpan>>(blocks.Length);
        foreach (var block in blocks)
        {
            cancellation.ThrowIfCancellationRequested();
            var span = document.Blocks[block].Span;

            // One more than may be read tells whether something is left.
            var some = most == int.MaxValue ? _tokenizer.Cut(document.Text, span) : _tokenizer.Cut(document.Text, span, most + 1);
            if (some.Count > most)
            {
                draft.Open(new Unresolved(new TextSpan(some[most].Start, document.Text.Length), "text", "tooManyTokens"));
                some.RemoveRange(most, some.Count - most);
                tokens.Add(some);
                break;
            }

            most -= most == int.MaxValue ? 0 : some.Count;
            tokens.Add(some);
        }

        return tokens;
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

    /// <summary>The sentences found so far; their words are tagged and parsed some at a time, so that what the network makes of them is not held for all.</summary>
    private sealed class Draft(Document document, Parser parser, Lemmatizer lemmatizer, int views, CancellationToken cancellation)
    {
        private readonly List<(List<TextSpan> Tokens, int First, int End, int Block)> _sentences = [];
        private readonly ImmutableArray<Unresolved>.Builder _unresolved = ImmutableArray.CreateBuilder<Unresolved>();

        public Document Document => document;

        public void Open(Unresolved open) => _unresolved.Add(open);

        public void Add(List<TextSpan> tokens, int first, int end, int block) => _sentences.Add((tokens, first, end, block));

        public Analysis ToAnalysis()
        {
            var sentences = ImmutableArray.CreateBuilder<Sentence>(_sentences.Count);
            var tokens = ImmutableArray.CreateBuilder<Token>(_sentences.Sum(sentence => sentence.End - sentence.First));
            var seen = new float[views][];
            while (sentences.Count < _sentences.Count)
            {
                cancellation.ThrowIfCancellationRequested();
                var (first, words) = (sentences.Count, NextWords(sentences.Count));
                var parses = parser.ParseAll(words);
                for (var i = 0; i < parses.Length; i++)
                {
                    var (spans, from, end, block) = _sentences[first + i];
                    var firstToken = tokens.Count;
                    AddTokens(tokens, spans, from, words[i], parses[i], sentences.Count);
                    sentences.Add(new Sentence(new TextSpan(spans[from].Start, spans[end - 1].End), firstToken, tokens.Count, block));
                    for (var view = 0; view < views; view++)
                    {
                        var rows = parses[i].Views[view];
                        seen[view] ??= new float[tokens.Capacity * (rows.Length / words[i].Length)];
                        rows.CopyTo(seen[view], firstToken * (rows.Length / words[i].Length));
                    }
                }
            }

            // A copy has the views: the syntax, which is of the first, does not keep them when they are let go.
            return new Analysis(document, sentences.ToImmutable(), tokens.MoveToImmutable()) with
            {
                Unresolved = _unresolved.ToImmutable(),
                Views = [.. seen.Select(view => view ?? [])],
                Cancellation = cancellation,
            };
        }

        /// <summary>The words of the next sentences: not many at once.</summary>
        private List<string[]> NextWords(int first)
        {
            var words = new List<string[]>();
            for (var (i, count) = (first, 0); i < _sentences.Count && count < WordsAtOnce; i++)
            {
                var sentence = _sentences[i];
                words.Add([.. Enumerable.Range(sentence.First, sentence.End - sentence.First).Select(at => sentence.Tokens[at].Of(document.Text))]);
                count += words[^1].Length;
            }

            return words;
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
