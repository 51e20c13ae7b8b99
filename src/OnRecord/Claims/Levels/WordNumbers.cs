using System.Collections.Immutable;
using OnRecord.Claims.Statements;
using OnRecord.Language.Syntax;
using static OnRecord.Pages.Html.Indicator;

namespace OnRecord.Claims.Levels;

/// <summary>The numbers that tell of a statement's words: how many, which of them point elsewhere, and where in its sentence it begins and ends.</summary>
internal sealed class WordNumbers(DependencyTrees trees, ClaimWords words)
{
    private const int MostTokens = 60;
    private const int MostAround = 20;
    private const int MostSentences = 3;

    private readonly ImmutableArray<Token> _tokens = trees.Analysis.Tokens;

    /// <summary>What each number is, in their order.</summary>
    public static ImmutableArray<string> Names { get; } =
    [
        "tokens", "parts", "inserts", "runs", "share", "from-start", "to-end", "before", "behind", "sentence", "sentence-ends", "sentence-verbs", "sentence-asks", "sentence-alone", "sentences-before", "list",
        "marks-unpaired", "brackets", "you", "demonstratives", "pronouns", "speakers", "compared", "definite", "verbs", "capitals", "colon", "dash", "line-break", "first-lower", "first-tag", "last-tag", "letters",
    ];

    /// <summary>The numbers of the words.</summary>
    public float[] Of(ClausePlan plan, Statement statement)
    {
        var tokens = statement.Ranges.SelectMany(range => Enumerable.Range(range.First, range.Length)).Where(token => _tokens[token].Upos is not Upos.PUNCT).ToList();
        return [.. OfPlace(statement, tokens), .. OfWords(plan, statement, tokens)];
    }

    private float[] OfPlace(Statement statement, List<int> tokens)
    {
        var analysis = trees.Analysis;
        var at = _tokens[tokens[^1]].Sentence;
        var sentence = analysis.Sentences[at];
        var (first, last, length) = (tokens.Min(), tokens.Max(), sentence.EndToken - sentence.FirstToken);
        var isAlone = (at == 0 || analysis.Sentences[at - 1].Block != sentence.Block) && (at + 1 == analysis.Sentences.Length || analysis.Sentences[at + 1].Block != sentence.Block);
        return
        [
            Math.Min(MostTokens, tokens.Count), statement.Parts.Length, statement.Parts.Count(part => part.Insert is not null), statement.Ranges.Length, (float)tokens.Count / Math.Max(1, length),
            Math.Min(MostAround, first - sentence.FirstToken), Math.Min(MostAround, sentence.EndToken - 1 - last),
            first <= sentence.FirstToken ? 0 : Kind(first - 1), last + 1 >= sentence.EndToken ? 0 : Kind(last + 1),
            Math.Min(MostTokens, length), One(_tokens[sentence.EndToken - 1].Lower is "." or "!" or "?" or "”" or "\"" or "''"), Verbs(Enumerable.Range(sentence.FirstToken, Math.Min(length, 4 * MostTokens))),
            One(_tokens[sentence.EndToken - 1].Lower == "?"), One(isAlone), Math.Min(MostSentences, at), One(analysis.Document.Blocks[sentence.Block].Role is BlockRole.List),
        ];
    }

    private float[] OfWords(ClausePlan plan, Statement statement, List<int> tokens)
    {
        var said = statement.Words;
        return
        [
            One(said.Count(letter => letter is '“') != said.Count(letter => letter is '”') || said.Count(letter => letter is '"') % 2 == 1 || said.Count(letter => letter is '(') != said.Count(letter => letter is ')')),
            said.Count(letter => letter is '[' or '('), tokens.Count(token => _tokens[token].Lower is "you" or "your"),
            tokens.Count(token => _tokens[token].Lower is "this" or "these" or "those" or "such" or "another" or "same" or "other" or "here" or "there"),
            tokens.Count(token => token != plan.Subject && IsPronoun(token, "open", statement)), tokens.Count(token => IsPronoun(token, "speaker", statement)),
            tokens.Count(token => _tokens[token].Lower is "more" or "different" or "similar" or "less" or "first" or "second" or "next" or "also" or "too" or "then" || _tokens[token].Xpos is "JJR" or "RBR"),
            tokens.Count(token => _tokens[token].Lower == "the"), Verbs(tokens),
            (float)tokens.Count(token => char.IsAsciiLetterUpper(trees.Analysis.Text[_tokens[token].Span.Start])) / tokens.Count, One(said.AsSpan().IndexOfAny(':', '|', ';') >= 0), One(said.AsSpan().IndexOfAny('—', '–') >= 0),
            One(said.Contains('\n', StringComparison.Ordinal)), One(char.IsAsciiLetterLower(trees.Analysis.Text[_tokens[tokens[0]].Span.Start])), Kind(tokens[0]), Kind(tokens[^1]),
            (float)tokens.Sum(token => Math.Min(MostAround, _tokens[token].Span.Length)) / tokens.Count,
        ];
    }

    private bool IsPronoun(int token, string kind, Statement statement) =>
        _tokens[token].Upos is Upos.PRON && words.Pronoun(_tokens[token].Lower) == kind && !statement.IsReplaced(_tokens[token].Span);

    private int Verbs(IEnumerable<int> tokens) => tokens.Count(token => _tokens[token].Upos is Upos.VERB && _tokens[token].Xpos is "VBD" or "VBZ" or "VBP");

    /// <summary>What kind of word or mark stands somewhere: what ends a clause, what leads into one, what should not be parted from the words before.</summary>
    private int Kind(int token) => _tokens[token] switch
    {
        { Upos: Upos.PUNCT, Lower: "," } => 1,
        { Upos: Upos.PUNCT, Lower: "." or "!" or "?" or ";" } => 2,
        { Upos: Upos.PUNCT } => 3,
        { Upos: Upos.CCONJ } => 4,
        { Upos: Upos.SCONJ } or { Xpos: "WDT" or "WP" or "WRB" } => 5,
        { Upos: Upos.VERB or Upos.AUX } => 6,
        { Upos: Upos.ADP or Upos.PART } => 7,
        { Upos: Upos.ADV } => 8,
        { Upos: Upos.NOUN or Upos.PROPN } => 9,
        { Upos: Upos.PRON or Upos.DET } => 10,
        _ => 11,
    };
}
