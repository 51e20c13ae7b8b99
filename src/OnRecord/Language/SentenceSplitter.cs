namespace OnRecord.Language;

/// <summary>Tells after which tokens of a block a sentence ends.</summary>
internal sealed class SentenceSplitter(Abbreviations abbreviations, SentenceWords words)
{
    /// <summary>Quotation marks and brackets that a sentence's end takes along.</summary>
    private const int MostClosers = 4;

    /// <summary>Whether a sentence that holds <c>tokens[last]</c> ends there.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">Tokens of the block.</param>
    /// <param name="last">A token that is not the last of the block.</param>
    public bool EndsAt(string text, List<TextSpan> tokens, int last)
    {
        var stop = StopBefore(text, tokens, last);
        if (stop < 0 || CloserFollows(text, tokens, last) || IsInsideNumber(text, tokens, last))
        {
            return false;
        }

        var next = NextWord(text, tokens, last + 1);
        if (next < 0)
        {
            return false;
        }

        return IsStopMark(text[tokens[stop].Start])
            ? EndsAtMark(text, tokens, stop, last, next)
            : EndsAtAbbreviation(text, tokens, stop, next);
    }

    private static bool IsStopMark(char c) => c is '.' or '!' or '?' or '…' or '。';

    /// <summary>The stop that <paramref name="last"/> is or closes; −1 where there is none.</summary>
    private static int StopBefore(string text, List<TextSpan> tokens, int last)
    {
        for (var at = last; at >= 0 && last - at <= MostClosers; at--)
        {
            var first = text[tokens[at].Start];
            if (IsStopMark(first) || text[tokens[at].End - 1] == '.')
            {
                return at;
            }

            if (!IsClosing(text, tokens, at))
            {
                return -1;
            }
        }

        return -1;
    }

    /// <summary>A mark that closes: by its form, or, where the form is the same for both, because it is glued to what stands before.</summary>
    private static bool IsClosing(string text, List<TextSpan> tokens, int at)
    {
        var token = tokens[at];
        return Letters.IsCloser(text[token.Start]) && token.Length <= 2
            && (text[token.Start] is not ('"' or '\'') || (at > 0 && tokens[at - 1].End == token.Start));
    }

    private static bool CloserFollows(string text, List<TextSpan> tokens, int last)
    {
        if (last + 1 >= tokens.Count)
        {
            return false;
        }

        var next = tokens[last + 1];
        return (next.Start == tokens[last].End && IsClosing(text, tokens, last + 1) && !char.IsLetterOrDigit(text[next.End - 1])
                && !OpensNext(text, tokens, last + 1))
            || IsStopMark(text[next.Start])
            || text[next.Start] is ')' or ']' or '}' or '”' or '»';
    }

    /// <summary>A point with digits glued to both its sides: "rev7.2" is one name, however it was cut.</summary>
    private static bool IsInsideNumber(string text, List<TextSpan> tokens, int last) =>
        text[tokens[last].Start] == '.' && tokens[last] is { Length: 1, Start: > 0, End: var end } && end < text.Length
            && char.IsAsciiDigit(text[tokens[last].Start - 1]) && char.IsAsciiDigit(text[end]);

    /// <summary>A straight quotation mark glued to both sides opens after a stop: He left."We won.</summary>
    private static bool OpensNext(string text, List<TextSpan> tokens, int at) =>
        text[tokens[at].Start] is '"' or '\'' && at + 1 < tokens.Count && tokens[at + 1].Start == tokens[at].End && char.IsUpper(text[tokens[at + 1].Start]);

    /// <summary>The first token from <paramref name="at"/> that is not an opening mark; −1 where the sentence goes on at once.</summary>
    private static int NextWord(string text, List<TextSpan> tokens, int at)
    {
        for (var i = at; i < tokens.Count && i - at <= MostClosers; i++)
        {
            var first = text[tokens[i].Start];
            if (!Letters.IsOpener(first) || tokens[i].Length > 2)
            {
                return first is ',' or ';' or ':' or '%' ? -1 : i;
            }
        }

        return at < tokens.Count ? at : -1;
    }

    private bool EndsAtMark(string text, List<TextSpan> tokens, int stop, int last, int next)
    {
        var mark = text[tokens[stop].Start];
        var follows = text[tokens[next].Start];
        var closed = last > stop;
        if (mark is '!' or '?')
        {
            // Yahoo! and a question inside a quotation go on in lower case; a careless writer's next sentence does after a bare "?".
            return !(char.IsLower(follows) && (closed || mark == '!')) && !(closed && SpeakerFollows(text, tokens, next));
        }

        if (!char.IsLower(follows))
        {
            return follows is not ('-' or '–' or '—') || tokens[stop].Length == 1;
        }

        // Lower case after a stop: careless writing or a name such as iPhone, unless the stop belongs to an unknown abbreviation.
        return tokens[stop].Length == 1 && mark == '.' && !closed && stop > 0 && tokens[stop - 1].Length >= 4
            && tokens[next].Start > tokens[last].End && tokens[stop - 1].End == tokens[stop].Start && IsLowerWord(text, tokens[stop - 1]);
    }

    private static bool IsLowerWord(string text, TextSpan word)
    {
        for (var i = word.Start; i < word.End; i++)
        {
            if (!char.IsLower(text[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>“Why?” Smith asked: one to three names, then a verb that reports.</summary>
    private bool SpeakerFollows(string text, List<TextSpan> tokens, int next)
    {
        for (var i = next; i < tokens.Count && i < next + 4; i++)
        {
            var word = text.AsSpan(tokens[i].Start, tokens[i].Length);
            if (i > next && words.IsReporting(word))
            {
                return true;
            }

            if (!char.IsUpper(word[0]))
            {
                return false;
            }
        }

        return false;
    }

    private bool EndsAtAbbreviation(string text, List<TextSpan> tokens, int stop, int next)
    {
        var word = text.AsSpan(tokens[stop].Start, tokens[stop].Length - 1);
        var follows = text.AsSpan(tokens[next].Start, tokens[next].Length);
        if (word.IsEmpty || !char.IsUpper(follows[0]) || char.IsAsciiDigit(word[0]))
        {
            return false;
        }

        var kind = abbreviations.Of(word);
        if (kind is AbbreviationKind.Title or AbbreviationKind.Within or AbbreviationKind.BeforeNumber)
        {
            return false;
        }

        // "At 6 p.m. Gen. Morn spoke": a title behind an abbreviation with stops inside begins a sentence, behind "U.S." it does not.
        if (kind == AbbreviationKind.General && word.Contains('.') && follows[^1] == '.' && abbreviations.Of(follows[..^1]) == AbbreviationKind.Title)
        {
            return true;
        }

        // A single letter is an initial: the tokenizer gave it its stop because a name follows.
        return word.Length > 1 && words.IsStarter(follows) && !IsInsideName(text, tokens, next);
    }

    /// <summary>A capital after the starter: "U.S. In God We Trust" is rare, "Acme Inc. A Company" is a title.</summary>
    private static bool IsInsideName(string text, List<TextSpan> tokens, int next) =>
        next > 0 && Letters.IsHyphen(text[tokens[next].Start]);
}
