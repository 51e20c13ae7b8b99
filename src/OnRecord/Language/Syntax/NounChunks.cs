namespace OnRecord.Language.Syntax;

/// <summary>The base noun phrases of an analysis: determiner to head, with the possessives before it.</summary>
internal sealed class NounChunks
{
    private readonly int[] _first;
    private readonly int[] _end;

    public NounChunks(Analysis analysis)
    {
        (_first, _end) = (new int[analysis.Tokens.Length], new int[analysis.Tokens.Length]);
        Array.Fill(_first, -1);
        Array.Fill(_end, -1);
        foreach (var sentence in analysis.Sentences)
        {
            for (var at = sentence.FirstToken; at < sentence.EndToken;)
            {
                var stop = EndOf(analysis, at, sentence.EndToken);
                for (var i = at; i < stop; i++)
                {
                    (_first[i], _end[i]) = (at, stop);
                }

                at = Math.Max(at + 1, stop);
            }
        }
    }

    /// <summary>First token of the chunk that holds a token; −1 where none does, or there is no such token.</summary>
    public int First(int token) => token >= 0 && token < _first.Length ? _first[token] : -1;

    /// <summary>One past the last token of the chunk that holds a token; −1 where none does, or there is no such token.</summary>
    public int End(int token) => token >= 0 && token < _end.Length ? _end[token] : -1;

    /// <summary>End of the chunk that begins at a token; the token itself where none does.</summary>
    private static int EndOf(Analysis analysis, int at, int limit)
    {
        var tokens = analysis.Tokens;
        if (tokens[at].Xpos is "PRP" or "WP" or "EX")
        {
            return at + 1;
        }

        var end = at;
        for (var i = at; i < limit; i++)
        {
            var tag = tokens[i].Xpos;
            if (IsHead(tag) || (tag == "DT" && i == at) || (tag == "JJ" && i == at && IsQuantifier(tokens[i].Lower)))
            {
                end = i + 1;
            }
            else if (tag == "POS" && end == i && i > at)
            {
                // The possessor belongs to what is possessed; alone it is no chunk, so the end stays before the mark.
            }
            else if (!IsInside(tag) && !IsModifier(analysis, i, limit) && !(i > at && tokens[i].Lower is "&"))
            {
                break;
            }
            else if (i > at && tag is "DT" or "PRP$" or "WP$" or "PDT" && end > at)
            {
                break;
            }
        }

        return end;
    }

    private static bool IsHead(string tag) => tag is "NN" or "NNS" or "NNP" or "NNPS" or "CD";

    private static bool IsInside(string tag) => tag is "DT" or "PDT" or "PRP$" or "WP$" or "JJ" or "JJR" or "JJS" or "$" or "HYPH" or "FW" or "AFX" or "#";

    private static bool IsQuantifier(string word) => word is "many" or "most" or "several" or "few" or "other" or "such";

    /// <summary>A participle or adverb counts where a noun or adjective follows it: "the leading critic", "a very old friend".</summary>
    private static bool IsModifier(Analysis analysis, int i, int limit) =>
        i + 1 < limit
        && analysis.Tokens[i].Xpos is "VBG" or "VBN" or "RB" or "RBS"
        && i > 0 && (IsInside(analysis.Tokens[i - 1].Xpos) || analysis.Tokens[i - 1].Xpos == "POS")
        && (IsHead(analysis.Tokens[i + 1].Xpos) || analysis.Tokens[i + 1].Xpos.StartsWith("JJ", StringComparison.Ordinal));
}
