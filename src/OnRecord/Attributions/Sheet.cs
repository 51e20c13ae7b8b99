using System.Collections.Immutable;
using OnRecord.Language.Syntax;

namespace OnRecord.Attributions;

/// <summary>An analysis laid out for the finders of attribution: for each token its quotation and its noun chunk.</summary>
/// <remarks>Made in one pass over the tokens; all look-ups are by index.</remarks>
internal sealed class Sheet
{
    private readonly int[] _quotation;
    private readonly bool[] _opens;
    private readonly bool[] _closes;
    private readonly NounChunks _chunks;

    public Sheet(Analysis analysis, AttributionWords words)
    {
        Analysis = analysis;
        Words = words;
        Quotations = QuoteFinder.Find(analysis.Text, analysis.Document.Blocks);
        (_quotation, _opens, _closes) = LayQuotations(analysis, Quotations);
        _chunks = analysis.Syntax.NounChunks;
        Trees = new Subtrees(analysis);
    }

    public Analysis Analysis { get; }

    public AttributionWords Words { get; }

    /// <summary>The trees of the analysis.</summary>
    public Subtrees Trees { get; }

    public ImmutableArray<Quotation> Quotations { get; }

    /// <summary>How often a token was looked at: what the work of the finders is counted in.</summary>
    public long Looks { get; private set; }

    /// <summary>Subjects that have been looked for: many cues of a sentence ask for the same ones, each through those before it.</summary>
    public Dictionary<(int Sentence, int First, int Depth), Range?> Subjects { get; } = [];

    public ImmutableArray<Token> Tokens => Analysis.Tokens;

    public string Text => Analysis.Text;

    /// <summary>Index of the quotation that holds a token, marks included; −1 where none does.</summary>
    public int QuotationAt(int token)
    {
        Looks++;
        return token >= 0 && token < _quotation.Length ? _quotation[token] : -1;
    }

    /// <summary>Whether a finite verb stands between two tokens.</summary>
    public bool HasFinite(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (IsFinite(i))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The tokens that begin within a span, and the one in which it begins.</summary>
    public (int First, int End) TokensOf(TextSpan span)
    {
        var first = Math.Min(Analysis.TokenAt(span.Start), Tokens.Length - 1);
        var end = first + 1;
        while (end < Tokens.Length && Tokens[end].Span.Start < span.End)
        {
            end++;
        }

        return (first, end);
    }

    /// <summary>First token of the noun chunk that holds a token; −1 where none does.</summary>
    public int ChunkFirst(int token) => _chunks.First(token);

    /// <summary>One past the last token of the noun chunk that holds a token; −1 where none does.</summary>
    public int ChunkEnd(int token) => _chunks.End(token);

    /// <summary>Whether a token is the first of a quotation's part.</summary>
    public bool Opens(int token) =>
        token >= 0 && token < _opens.Length && _opens[token];

    /// <summary>Whether a quotation ends with this token.</summary>
    public bool Closes(int token) =>
        token >= 0 && token < _closes.Length && _closes[token];

    /// <summary>Whether a token is written so.</summary>
    public bool Is(int token, string lower)
    {
        Looks++;
        return token >= 0 && token < Tokens.Length && Tokens[token].Lower == lower;
    }

    /// <summary>Penn tag of a token; empty outside the text.</summary>
    public string Tag(int token)
    {
        Looks++;
        return token >= 0 && token < Tokens.Length ? Tokens[token].Xpos : "";
    }

    /// <summary>Lemma in lower case; empty outside the text.</summary>
    public string Lemma(int token) => token >= 0 && token < Tokens.Length ? Tokens[token].Lemma.ToLowerInvariant() : "";

    /// <summary>Whether a token is a verb of any form.</summary>
    public bool IsVerb(int token) => Tag(token).StartsWith("VB", StringComparison.Ordinal);

    /// <summary>Whether a token is a verb with tense, or a modal.</summary>
    public bool IsFinite(int token) => Tag(token) is "VBD" or "VBZ" or "VBP" or "MD";

    /// <summary>Whether a token is a mark that ends or splits a sentence.</summary>
    public bool IsStop(int token) => token < 0 || token >= Tokens.Length || Tokens[token].Lower is "." or "?" or "!" or ";" or ":";

    private static (int[] Quotation, bool[] Opens, bool[] Closes) LayQuotations(Analysis analysis, ImmutableArray<Quotation> quotations)
    {
        var laid = new int[analysis.Tokens.Length];
        Array.Fill(laid, -1);
        var (opens, closes) = (new bool[laid.Length], new bool[laid.Length]);
        for (var i = 0; i < quotations.Length; i++)
        {
            foreach (var part in quotations[i].Parts)
            {
                for (var t = analysis.TokenAt(part.Start); t < laid.Length && analysis.Tokens[t].Span.Start < part.End; t++)
                {
                    laid[t] = i;
                    (opens[t], closes[t]) = (analysis.Tokens[t].Span.Start == part.Start, analysis.Tokens[t].Span.End == part.End);
                }
            }
        }

        return (laid, opens, closes);
    }
}
