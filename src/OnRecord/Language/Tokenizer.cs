using OnRecord.Data;

namespace OnRecord.Language;

/// <summary>
/// Cuts running text into tokens as the English treebanks of Universal Dependencies do: clitics and punctuation apart,
/// hyphenated words cut except after a prefix ("anti-war"), abbreviations with their stop.
/// </summary>
/// <remarks>Every character that is not white space belongs to exactly one token. The cost is linear in the length.</remarks>
internal sealed class Tokenizer
{
    private readonly WordScanner _words;
    private readonly NumberScanner _numbers;
    private readonly TokenParts _parts;

    public Tokenizer(DataFolder data, Abbreviations abbreviations, SentenceWords sentenceWords)
    {
        _parts = new TokenParts(data);
        _words = new WordScanner(_parts, abbreviations, sentenceWords);
        _numbers = new NumberScanner(_parts);
    }

    /// <summary>The tokens of a block.</summary>
    public List<TextSpan> Cut(string text, TextSpan block)
    {
        var tokens = new List<TextSpan>(block.Length / 5);
        var at = block.Start;
        while (at < block.End)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            var chunkEnd = at + 1;
            while (chunkEnd < block.End && !char.IsWhiteSpace(text[chunkEnd]))
            {
                chunkEnd++;
            }

            CutChunk(text, new TextSpan(at, chunkEnd), block, tokens);
            at = chunkEnd;
        }

        return tokens;
    }

    private void CutChunk(string text, TextSpan chunk, TextSpan block, List<TextSpan> tokens)
    {
        var at = chunk.Start;
        while (at < chunk.End)
        {
            var end = NextEnd(text, at, chunk, block);
            AddWord(text, at, end, tokens);
            at = end;
        }
    }

    private int NextEnd(string text, int at, TextSpan chunk, TextSpan block)
    {
        if (char.IsAsciiDigit(text[at]) || (text[at] == '.' && IsDecimalFraction(text, at, chunk)))
        {
            return _numbers.EndOf(text, at, chunk, block.Start);
        }

        if (Letters.IsWordPart(text, at))
        {
            // An address is looked for only where a word begins, so that a chunk is not read over and over.
            var address = at == chunk.Start || !IsAddressPart(text[at - 1]) ? WebAddress.EndOf(text, at, chunk.End) : at;
            return address > at ? address : _words.EndOf(text, at, chunk, block);
        }

        return Letters.IsApostrophe(text[at]) && ApostropheEnd(text, at, chunk) is var elided && elided > at
            ? elided
            : Marks.EndOf(text, at, chunk, _words);
    }

    private static bool IsAddressPart(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-' or '+' or '%' or '@' or '/';

    private static bool IsDecimalFraction(string text, int at, TextSpan chunk) =>
        at + 1 < chunk.End && char.IsAsciiDigit(text[at + 1]) && (at == chunk.Start || !char.IsLetterOrDigit(text[at - 1]));

    /// <summary>End of a clitic or of a word with its first letters left out ('s, 'til, '90s); <paramref name="at"/> where there is none.</summary>
    private int ApostropheEnd(string text, int at, TextSpan chunk)
    {
        var end = at + 1;
        while (end < chunk.End && end - at <= 6 && char.IsLetterOrDigit(text[end]))
        {
            end++;
        }

        var rest = text.AsSpan(at + 1, end - at - 1);
        var atStart = at == chunk.Start || !char.IsLetterOrDigit(text[at - 1]);
        if (rest.Length is 2 or 3 && char.IsAsciiDigit(rest[0]) && char.IsAsciiDigit(rest[1]) && (rest.Length == 2 || rest[2] is 's' or 'S'))
        {
            return end;
        }

        if (!atStart && Clitics.IsClitic(rest))
        {
            return end;
        }

        // 'n' between words: rock 'n' roll.
        if (rest is "n" or "N" && end < chunk.End && Letters.IsApostrophe(text[end]))
        {
            return end + 1;
        }

        return atStart && rest.Length > 0 && _parts.IsApostropheWord(rest) ? end : at;
    }

    private void AddWord(string text, int start, int end, List<TextSpan> tokens)
    {
        var together = end - start is > 1 and < 10 ? _parts.CutOf(text.AsSpan(start, end - start)) : 0;
        if (together > 0)
        {
            tokens.Add(new TextSpan(start, start + together));
            tokens.Add(new TextSpan(start + together, end));
            return;
        }

        Clitics.Cut(text, start, end, tokens);
    }
}
