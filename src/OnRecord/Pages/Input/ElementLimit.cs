using System.Collections.Immutable;

namespace OnRecord.Pages.Input;

/// <summary>Ends a page before it has more elements than may be read: a browser's tree of two million elements takes gigabytes, though their bytes are few.</summary>
internal static class ElementLimit
{
    /// <summary>Where what may be read of a page ends; the length of its text where all of it may be.</summary>
    /// <param name="text">The page's characters.</param>
    /// <param name="isHtml">Whether start tags count, or lines.</param>
    /// <param name="most">Most of them.</param>
    public static int End(string text, bool isHtml, int most)
    {
        var rest = text.AsSpan();
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
    public static ImmutableArray<Document> Tell(ImmutableArray<Document> documents)
    {
        if (documents.IsEmpty)
        {
            return documents;
        }

        var end = documents[0].Text.Length;
        return documents.SetItem(0, documents[0] with { Unresolved = documents[0].Unresolved.Add(new Unresolved(new TextSpan(end, end), "page", "tooManyElements")) });
    }
}
