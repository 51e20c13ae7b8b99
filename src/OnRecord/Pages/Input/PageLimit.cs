using System.Collections.Immutable;

namespace OnRecord.Pages.Input;

/// <summary>Ends a page before it has more elements or characters than may be read: a browser's tree of two million elements takes gigabytes, though their bytes are few.</summary>
internal static class PageLimit
{
    /// <summary>What may be read of a page, and why that is less than all of it; null where it is all.</summary>
    public static (DecodedText Text, string? Why) Cut(DecodedText text, bool isHtml, ReadLimits limits)
    {
        var length = Math.Min(text.Text.Length, limits.MaxCharacters);
        var end = End(text.Text.AsSpan(0, length), isHtml, limits.MaxElements);
        if (end == text.Text.Length)
        {
            return (text, null);
        }

        var isInPair = end > 0 && char.IsLowSurrogate(text.Text[end]) && char.IsHighSurrogate(text.Text[end - 1]);
        return (text.First(isInPair ? end - 1 : end), end < length ? "tooManyElements" : "tooManyCharacters");
    }

    /// <summary>Where what may be read of a page ends; the length of its text where all of it may be.</summary>
    /// <param name="text">The page's characters.</param>
    /// <param name="isHtml">Whether start tags count, or lines.</param>
    /// <param name="most">Most of them.</param>
    private static int End(ReadOnlySpan<char> text, bool isHtml, int most)
    {
        var rest = text;
        for (var (at, count) = (0, 0); ; at++)
        {
            var found = isHtml ? rest[at..].IndexOf('<') : rest[at..].IndexOfAny('\n', '\r');
            if (found < 0)
            {
                return text.Length;
            }

            at += found;
            var isElement = isHtml ? at + 1 < text.Length && char.IsAsciiLetter(text[at + 1]) : text[at] == '\n' || at + 1 >= text.Length || text[at + 1] != '\n';
            count += isElement ? 1 : 0;
            if (isHtml ? count > most : count == most && !rest[at..].IsWhiteSpace())
            {
                return at;
            }
        }
    }

    /// <summary>The documents, of which the first tells that the page goes on.</summary>
    public static ImmutableArray<Document> Tell(ImmutableArray<Document> documents, string why)
    {
        if (documents.IsEmpty)
        {
            return documents;
        }

        var end = documents[0].Text.Length;
        return documents.SetItem(0, documents[0] with { Unresolved = documents[0].Unresolved.Add(new Unresolved(new TextSpan(end, end), "page", why)) });
    }
}
