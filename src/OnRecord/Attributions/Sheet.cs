using System.Collections.Immutable;

namespace OnRecord.Attributions;

/// <summary>An analysis laid out for the finders of attribution: for each token its quotation and its noun chunk.</summary>
/// <remarks>Made in one pass over the tokens; all look-ups are by index.</remarks>
internal sealed class Sheet
{
    private readonly int[] _quotation;
    private readonly int[] _chunkFirst;
    private readonly int[] _chunkEnd;

    public Sheet(Analysis analysis, AttributionWords words)
    {
        Analysis = analysis;
        Words = words;
        Quotations = QuoteFinder.Find(analysis.Text, analysis.Document.Blocks);
        _quotation = LayQuotations(analysis, Quotations);
        (_chunkFirst, _chunkEnd) = NounChunks.Lay(analysis);
        Trees = new Subtrees(analysis);
    }

    public Analysis Analysis { get; }

    public AttributionWords Words { get; }

    /// <summary>The trees of the analysis.</summary>
    public Subtrees Trees { get; }

    public ImmutableArray<Quotation> Quotations { get; }

    public ImmutableArray<Token> Tokens => Analysis.Tokens;

    public string Text => Analysis.Text;

    /// <summary>Index of the quotation that holds a token, marks included; −1 where none does.</summary>
    public int QuotationAt(int token) => token >= 0 && token < _quotation.Length ? _quotation[token] : -1;

    /// <summary>First token of the noun chunk that holds a token; −1 where none does.</summary>
    public int ChunkFirst(int token) => token >= 0 && token < _chunkFirst.Length ? _chunkFirst[token] : -1;

    /// <summary>One past the last token of the noun chunk that holds a token; −1 where none does.</summary>
    public int ChunkEnd(int token) => token >= 0 && token < _chunkEnd.Length ? _chunkEnd[token] : -1;

    /// <summary>Whether a token is the first of a quotation's part.</summary>
    public bool Opens(int token) =>
        QuotationAt(token) is var at and >= 0 && Quotations[at].Parts.Any(part => part.Start == Tokens[token].Span.Start);

    /// <summary>Whether a quotation ends with this token.</summary>
    public bool Closes(int token) =>
        QuotationAt(token) is var at and >= 0 && Quotations[at].Parts.Any(part => part.End == Tokens[token].Span.End);

    /// <summary>Whether a token is written so.</summary>
    public bool Is(int token, string lower) => token >= 0 && token < Tokens.Length && Tokens[token].Lower == lower;

    /// <summary>Penn tag of a token; empty outside the text.</summary>
    public string Tag(int token) => token >= 0 && token < Tokens.Length ? Tokens[token].Xpos : "";

    /// <summary>Lemma in lower case; empty outside the text.</summary>
    public string Lemma(int token) => token >= 0 && token < Tokens.Length ? Tokens[token].Lemma.ToLowerInvariant() : "";

    /// <summary>Whether a token is a verb of any form.</summary>
    public bool IsVerb(int token) => Tag(token).StartsWith("VB", StringComparison.Ordinal);

    /// <summary>Whether a token is a verb with tense, or a modal.</summary>
    public bool IsFinite(int token) => Tag(token) is "VBD" or "VBZ" or "VBP" or "MD";

    /// <summary>Whether a token is a mark that ends or splits a sentence.</summary>
    public bool IsStop(int token) => token < 0 || token >= Tokens.Length || Tokens[token].Lower is "." or "?" or "!" or ";" or ":";

    private static int[] LayQuotations(Analysis analysis, ImmutableArray<Quotation> quotations)
    {
        var laid = new int[analysis.Tokens.Length];
        Array.Fill(laid, -1);
        for (var i = 0; i < quotations.Length; i++)
        {
            foreach (var part in quotations[i].Parts)
            {
                for (var t = analysis.TokenAt(part.Start); t < laid.Length && analysis.Tokens[t].Span.Start < part.End; t++)
                {
                    laid[t] = i;
                }
            }
        }

        return laid;
    }
}
