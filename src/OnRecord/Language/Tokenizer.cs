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
    private readonly DottedNames _dottedNames;
    private readonly MoneyPrefixes _money;

    public Tokenizer(DataFolder data, Abbreviations abbreviations, SentenceWords sentenceWords)
    {
        _parts = new TokenParts(data);
        _words = new WordScanner(_parts, abbreviations, sentenceWords);
        _numbers = new NumberScanner(_parts);
        _dottedNames = new DottedNames(_parts);
        _money = new MoneyPrefixes(data);
    }

    /// <summary>The tokens of a block, up to so many.</summary>
    public List<TextSpan> Cut(string text, TextSpan block, int most = int.MaxValue)
    {
        var tokens = new List<TextSpan>(Math.Min(block.Length / 5, most));
        var at = block.Start;
        while (at < block.End && tokens.Count < most)
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

            CutChunk(text, new TextSpan(at, chunkEnd), block, tokens, most);
            at = chunkEnd;
        }

        // The last word may have been cut into several.
        tokens.RemoveRange(Math.Min(tokens.Count, most), Math.Max(0, tokens.Count - most));
        return tokens;
    }

    private void CutChunk(string text, TextSpan chunk, TextSpan block, List<TextSpan> tokens, int most)
    {
        var at = chunk.Start;
        while (at < chunk.End && tokens.Count < most)
        {
            var end = NextEnd(text, at, chunk, block);
            AddWord(text, at, end, block.End, tokens);
            at = end;
        }
    }

    private int NextEnd(string text, int at, TextSpan chunk, TextSpan block)
    {
        // An address is looked for only where a word begins, so that a chunk is not read over and over.
        if (char.IsAsciiLetterOrDigit(text[at]) && (at == chunk.Start || !IsAddressPart(text[at - 1])) && AddressEnd(text, at, chunk.End) is var address && address > at)
        {
            return address;
        }

        if (char.IsAsciiDigit(text[at]) || (text[at] == '.' && IsDecimalFraction(text, at, chunk)))
        {
            return _numbers.EndOf(text, at, chunk, block.Start);
        }

        if (Letters.IsWordPart(text, at))
        {
            if (_money.EndOf(text, at, chunk) is var money && money > at)
            {
                return money;
            }

            return _words.EndOf(text, at, chunk, block);
        }

        return Letters.IsApostrophe(text[at]) && ApostropheEnd(text, at, chunk) is var elided && elided > at
            ? elided
            : Marks.EndOf(text, at, chunk, _words);
    }

    private int AddressEnd(string text, int at, int chunkEnd)
    {
        var address = WebAddress.EndOf(text, at, chunkEnd);
        return address > at ? address : _dottedNames.EndOf(text, at, chunkEnd);
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

    private void AddWord(string text, int start, int end, int blockEnd, List<TextSpan> tokens)
    {
        var together = end - start is > 1 and < 10 ? CutInside(text, start, end, blockEnd) : 0;
        if (together > 0)
        {
            tokens.Add(new TextSpan(start, start + together));
            tokens.Add(new TextSpan(start + together, end));
            return;
        }

        Clitics.Cut(text, start, end, tokens);
    }

    /// <summary>Length of the first of two words written as one: always ("cannot"), or where what follows needs a verb ("its a", "your not").</summary>
    private int CutInside(string text, int start, int end, int blockEnd)
    {
        var word = text.AsSpan(start, end - start);
        var cut = _parts.CutOf(word);
        if (cut > 0)
        {
            return cut;
        }

        cut = _parts.CutBeforeClauseOf(word);
        if (cut == 0 || end + 1 >= blockEnd || text[end] != ' ')
        {
            return 0;
        }

        var next = Letters.From(text, end + 1, blockEnd);
        var nextEnd = end + 1 + next.Length;
        return (nextEnd == blockEnd || !Letters.IsHyphen(text[nextEnd])) && _parts.IsAfterVerb(next) ? cut : 0;
    }
}
