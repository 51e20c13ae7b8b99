namespace OnRecord.Language;

/// <summary>Finds addresses of the web and of mail, which stay one token.</summary>
internal static class WebAddress
{
    /// <summary>Longest part of a mail address before its <c>@</c> that is looked at.</summary>
    private const int LongestLocalPart = 64;

    /// <summary>An address is not read further than this, so that a page of nothing but addresses costs no more than its length.</summary>
    private const int LongestAddress = 2048;

    private static readonly string[] Schemes = ["http://", "https://", "ftp://", "www.", "mailto:"];

    /// <summary>End of the address that begins at <paramref name="start"/>; <paramref name="start"/> where none does.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where a word begins.</param>
    /// <param name="chunkEnd">End of the run without blanks.</param>
    public static int EndOf(string text, int start, int chunkEnd)
    {
        chunkEnd = Math.Min(chunkEnd, start + LongestAddress);
        var rest = text.AsSpan(start, chunkEnd - start);
        foreach (var scheme in Schemes)
        {
            if (rest.Length > scheme.Length && rest.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
            {
                return TrimEnd(text, start, chunkEnd);
            }
        }

        return MailEnd(text, start, chunkEnd);
    }

    /// <summary>End of a host's name with the path behind it, if it has one.</summary>
    public static int PathEnd(string text, int start, int hostEnd, int chunkEnd) =>
        hostEnd + 1 < chunkEnd && text[hostEnd] == '/' && char.IsAsciiLetterOrDigit(text[hostEnd + 1])
            ? TrimEnd(text, start, Math.Min(chunkEnd, start + LongestAddress))
            : hostEnd;

    private static int MailEnd(string text, int start, int chunkEnd)
    {
        var at = start;
        var limit = Math.Min(chunkEnd, start + LongestLocalPart);
        while (at < limit && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '.' or '_' or '-' or '+' or '%'))
        {
            at++;
        }

        if (at == start || at >= limit || text[at] != '@')
        {
            return start;
        }

        var end = at + 1;
        var dots = 0;
        while (end < chunkEnd && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '_' || (text[end] is '.' or '-' && end + 1 < chunkEnd && char.IsAsciiLetterOrDigit(text[end + 1]))))
        {
            dots += text[end] == '.' ? 1 : 0;
            end++;
        }

        // A name at a place without dots, as some mail programs write it: Kim@OFFICE.
        return dots > 0 || (end > at + 1 && char.IsAsciiLetter(text[at - 1]) && char.IsAsciiLetter(text[at + 1])) ? end : start;
    }

    private static int TrimEnd(string text, int start, int end)
    {
        // A chunk can hold an address and what closes the sentence around it.
        var quote = text.AsSpan(start, end - start).IndexOfAny("\"<>“”«»{}|");
        end = quote > 0 ? start + quote : end;
        while (end > start + 1 && text[end - 1] is '.' or ',' or ';' or ':' or '!' or '?' or ')' or ']' or '\'' or '’')
        {
            end--;
        }

        return end;
    }
}
