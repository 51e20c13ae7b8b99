using System.Collections.Immutable;
using OnRecord.Data;

namespace OnRecord.Language;

/// <summary>Splits a document's running text into sentences and tokens, and tags them.</summary>
/// <remarks>Safe to use from many threads: nothing in it changes after it is opened.</remarks>
public sealed class EnglishAnalyzer
{
    /// <summary>Longest sentence in tokens. A longer one is split, at a comma or semicolon where there is one, and recorded as unresolved.</summary>
    public const int LongestSentence = 400;

    /// <summary>How far back from the limit a comma or semicolon is looked for.</summary>
    private const int SplitWindow = 100;

    private readonly Tokenizer _tokenizer;
    private readonly SentenceSplitter _splitter;
    private readonly Tagger _tagger;
    private readonly Lemmatizer _lemmatizer;

    /// <summary>Opens the lexicons and models of the analysis.</summary>
    /// <exception cref="DataFileException">A lexicon or model is missing or damaged.</exception>
    public EnglishAnalyzer(DataFolder data)
    {
        var abbreviations = new Abbreviations(data);
        var words = new SentenceWords(data);
        _tokenizer = new Tokenizer(data, abbreviations, words);
        _splitter = new SentenceSplitter(abbreviations, words);
        _tagger = new Tagger(data);
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

        var draft = new Draft(document, _tagger, _lemmatizer);
        for (var block = 0; block < document.Blocks.Length; block++)
        {
            if (document.Blocks[block].Role.IsRunningText())
            {
                Cut(draft, block);
            }
        }

        return draft.ToAnalysis();
    }

    private static bool IsEnglish(string language) =>
        language is "und" or "" || (language.StartsWith("en", StringComparison.OrdinalIgnoreCase) && (language.Length == 2 || language[2] is '-' or '_'));

    private void Cut(Draft draft, int block)
    {
        var (span, isList) = (draft.Document.Blocks[block].Span, draft.Document.Blocks[block].Role == BlockRole.List);
        var text = draft.Document.Text;
        var tokens = new List<TextSpan>(span.Length / 5);
        _tokenizer.Cut(text, span, tokens);
        var first = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            var ends = i == tokens.Count - 1
                || _splitter.EndsAt(text, tokens, i)
                || (isList && text.AsSpan(tokens[i].End, tokens[i + 1].Start - tokens[i].End).Contains('\n'));
            if (ends)
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

    /// <summary>The sentences and tokens found so far.</summary>
    private sealed class Draft(Document document, Tagger tagger, Lemmatizer lemmatizer)
    {
        private readonly ImmutableArray<Sentence>.Builder _sentences = ImmutableArray.CreateBuilder<Sentence>();
        private readonly ImmutableArray<Token>.Builder _tokens = ImmutableArray.CreateBuilder<Token>(document.Text.Length / 5);
        private readonly ImmutableArray<Unresolved>.Builder _unresolved = ImmutableArray.CreateBuilder<Unresolved>();

        public Document Document => document;

        public void Open(Unresolved open) => _unresolved.Add(open);

        public void Add(List<TextSpan> spans, int first, int end, int block)
        {
            var firstToken = _tokens.Count;
            var forms = new string[end - first];
            for (var i = first; i < end; i++)
            {
                forms[i - first] = spans[i].Of(document.Text);
            }

            var tags = tagger.TagWords(forms);
            for (var i = first; i < end; i++)
            {
                var (form, tag) = (forms[i - first], tags[i - first]);
                var lower = form.ToLowerInvariant();
                _tokens.Add(new Token
                {
                    Span = spans[i],
                    Form = form,
                    Sentence = _sentences.Count,
                    Lower = lower,
                    Lemma = lemmatizer.Of(form, lower, tag, i == first),
                    Upos = tag.Upos,
                    Xpos = tag.Xpos,
                    SpaceAfter = i + 1 >= spans.Count || spans[i + 1].Start > spans[i].End,
                });
            }

            var span = new TextSpan(spans[first].Start, spans[end - 1].End);
            _sentences.Add(new Sentence(span, firstToken, _tokens.Count, block));
        }

        public Analysis ToAnalysis() =>
            new(document, _sentences.ToImmutable(), _tokens.ToImmutable()) { Unresolved = _unresolved.ToImmutable() };
    }
}
