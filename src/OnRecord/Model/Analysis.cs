using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace OnRecord;

/// <summary>A document with its sentences and tokens: one flat array of each, all else points into it.</summary>
/// <remarks>Only <see cref="Reading.Analyze"/> makes one: the finders need more of it than can be seen from outside.</remarks>
public sealed record Analysis
{
    private readonly EquatableArray<Sentence> _sentences;
    private readonly EquatableArray<Token> _tokens;
    private readonly EquatableArray<Unresolved> _unresolved;
    private readonly Derived _derived;

    internal Analysis(Document document, ImmutableArray<Sentence> sentences, ImmutableArray<Token> tokens) =>
        (Document, _sentences, _tokens, _derived) = (document, sentences, tokens, new Derived(this));

    /// <summary>The document.</summary>
    public Document Document { get; }

    /// <summary>Its sentences, in order.</summary>
    public ImmutableArray<Sentence> Sentences => _sentences;

    /// <summary>Its tokens, in order.</summary>
    public ImmutableArray<Token> Tokens => _tokens;

    /// <summary>What the analysis could not decide: a language that it does not read, a sentence too long to be one.</summary>
    public ImmutableArray<Unresolved> Unresolved { get => _unresolved; internal init => _unresolved = value; }

    /// <summary>What taggers see of the tokens: for each tagger one flat array, a row a token; none where the text was not read.</summary>
    internal ImmutableArray<float[]> Views { get; init; } = [];

    /// <summary>Set when nobody waits for the findings any more: every finder asks it as it goes through the text.</summary>
    internal CancellationToken Cancellation { get; init; }

    /// <summary>The same without what one tagger sees, for when it has seen it: half a kilobyte a token.</summary>
    internal Analysis WithoutView(int view) => view < Views.Length ? this with { Views = Views.SetItem(view, []) } : this;

    /// <summary>What rooms above make of the sentences and tokens: made when it is first asked for, once for this analysis and all its copies.</summary>
    /// <typeparam name="T">What is made; one type, one object.</typeparam>
    internal T Once<T>(Func<Analysis, T> make)
        where T : class => _derived.Get(make);

    /// <summary>The document's text.</summary>
    public string Text => Document.Text;

    /// <summary>Whether both hold the same; what taggers see of the tokens follows from these and is not compared.</summary>
    public bool Equals(Analysis? other) => other is not null
        && Document == other.Document
        && _sentences.Equals(other._sentences)
        && _tokens.Equals(other._tokens)
        && _unresolved.Equals(other._unresolved);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Document, _sentences, _tokens, _unresolved);

    /// <summary>The tokens of a sentence.</summary>
    public ReadOnlySpan<Token> TokensOf(Sentence sentence) =>
        Tokens.AsSpan(sentence.FirstToken, sentence.EndToken - sentence.FirstToken);

    /// <summary>Index of the first token that ends after <paramref name="offset"/>; the token count where there is none.</summary>
    public int TokenAt(int offset)
    {
        int low = 0, high = Tokens.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (Tokens[middle].Span.End <= offset)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    /// <summary>The span from the first character of token <paramref name="first"/> to the last of token <paramref name="end"/> − 1.</summary>
    public TextSpan SpanOf(int first, int end) => new(Tokens[first].Span.Start, Tokens[end - 1].Span.End);

    /// <summary>Of the analysis as it was made: a copy with what taggers saw would be kept alive by what was made of it.</summary>
    private sealed class Derived(Analysis analysis)
    {
        private readonly ConcurrentDictionary<Type, Lazy<object>> _made = new();

        public T Get<T>(Func<Analysis, T> make)
            where T : class => (T)_made.GetOrAdd(typeof(T), _ => new Lazy<object>(() => make(analysis))).Value;
    }
}

/// <summary>A sentence: a span, and its tokens as a half-open range of <see cref="Analysis.Tokens"/>.</summary>
/// <param name="Span">Where it stands in the text.</param>
/// <param name="FirstToken">Index of its first token.</param>
/// <param name="EndToken">One past the index of its last token.</param>
/// <param name="Block">Index of its block in <see cref="Document.Blocks"/>.</param>
public readonly record struct Sentence(TextSpan Span, int FirstToken, int EndToken, int Block);

/// <summary>A word or mark, with the names and values of Universal Dependencies v2.</summary>
public sealed record Token
{
    /// <summary>Where it stands in the text.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>Its characters, unchanged.</summary>
    public required string Form { get; init; }

    /// <summary>Index of its sentence in <see cref="Analysis.Sentences"/>.</summary>
    public required int Sentence { get; init; }

    /// <summary>The form in lower case (invariant culture), for look-ups.</summary>
    public required string Lower { get; init; }

    /// <summary>Lemma.</summary>
    public string Lemma { get; init; } = "_";

    /// <summary>Universal part of speech.</summary>
    public Upos Upos { get; init; } = Upos.X;

    /// <summary>Penn Treebank tag.</summary>
    public string Xpos { get; init; } = "_";

    /// <summary>Morphological features as CoNLL-U writes them, such as <c>Mood=Ind|Tense=Past|VerbForm=Fin</c>; <c>_</c> where there are none.</summary>
    public string Features { get; init; } = "_";

    /// <summary>Index of the head in <see cref="Analysis.Tokens"/>; −1 for the root of a sentence.</summary>
    public int Head { get; init; } = -1;

    /// <summary>Relation to the head (Universal Dependencies v2, with subtype), such as <c>nsubj:pass</c>.</summary>
    public string Relation { get; init; } = "dep";

    /// <summary>Whether the text has a blank or the block ends behind it.</summary>
    public bool SpaceAfter { get; init; } = true;

    /// <inheritdoc/>
    public override string ToString() => $"{Form}/{Xpos}";
}

/// <summary>Universal parts of speech (UD v2), named as the standard names them.</summary>
public enum Upos
{
    /// <summary>Adjective.</summary>
    ADJ,

    /// <summary>Adposition.</summary>
    ADP,

    /// <summary>Adverb.</summary>
    ADV,

    /// <summary>Auxiliary.</summary>
    AUX,

    /// <summary>Coordinating conjunction.</summary>
    CCONJ,

    /// <summary>Determiner.</summary>
    DET,

    /// <summary>Interjection.</summary>
    INTJ,

    /// <summary>Noun.</summary>
    NOUN,

    /// <summary>Numeral.</summary>
    NUM,

    /// <summary>Particle.</summary>
    PART,

    /// <summary>Pronoun.</summary>
    PRON,

    /// <summary>Proper noun.</summary>
    PROPN,

    /// <summary>Punctuation.</summary>
    PUNCT,

    /// <summary>Subordinating conjunction.</summary>
    SCONJ,

    /// <summary>Symbol.</summary>
    SYM,

    /// <summary>Verb.</summary>
    VERB,

    /// <summary>Other.</summary>
    X,
}
