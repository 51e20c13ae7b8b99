namespace OnRecord.Language;

/// <summary>Finds names with dots inside that stay one token: hosts (mail.example.org), files (plan-2.doc) and newsgroups (alt.animals.cat).</summary>
internal sealed class DottedNames(TokenParts parts)
{
    /// <summary>A name is not read further than this, so that the cost stays linear in the text.</summary>
    private const int LongestName = 128;

    /// <summary>End of the name that begins at <paramref name="start"/>; <paramref name="start"/> where none does.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where a word or figure begins.</param>
    /// <param name="chunkEnd">End of the run without blanks.</param>
    public int EndOf(string text, int start, int chunkEnd)
    {
        var limit = Math.Min(chunkEnd, start + LongestName);
        var at = start;
        var (dots, firstDot, lastDot, shortest, labelStart) = (0, start, start, int.MaxValue, start);
        while (at < limit && (char.IsAsciiLetterOrDigit(text[at]) || IsInnerMark(text, at, limit)))
        {
            if (text[at] == '.')
            {
                firstDot = dots == 0 ? at : firstDot;
                shortest = Math.Min(shortest, at - labelStart);
                (lastDot, labelStart) = (at, at + 1);
                dots++;
            }

            at++;
        }

        if (dots == 0 || (at < chunkEnd && at == limit))
        {
            return start;
        }

        var name = text.AsSpan(start, at - start);
        var ending = text.AsSpan(lastDot + 1, at - lastDot - 1);
        if (parts.IsFileEnding(ending))
        {
            return at;
        }

        if (name.ContainsAny('~', '#') || !char.IsAsciiLetter(name[0]))
        {
            return start;
        }

        return IsHost(name, ending, dots, shortest) ? WebAddress.PathEnd(text, start, at, chunkEnd)
            : IsNewsgroup(name, text.AsSpan(start, firstDot - start), dots, Math.Min(shortest, ending.Length)) ? at
            : start;
    }

    private static bool IsInnerMark(string text, int at, int limit) =>
        text[at] is '.' or '-' or '_' or '~' or '#'
        && at + 1 < limit && (char.IsAsciiLetterOrDigit(text[at + 1]) || (text[at] == '-' && text[at + 1] == '#'));

    /// <summary>A host ends in a known ending; one that is also a word ("good.at") needs a second dot.</summary>
    private bool IsHost(ReadOnlySpan<char> name, ReadOnlySpan<char> ending, int dots, int shortest) =>
        parts.IsWebEnding(ending) || (parts.IsWordEnding(ending) && dots > 1 && shortest > 1 && !name.ContainsAnyInRange('A', 'Z'));

    private bool IsNewsgroup(ReadOnlySpan<char> name, ReadOnlySpan<char> root, int dots, int shortest) =>
        !name.ContainsAnyInRange('A', 'Z') && (parts.IsNewsgroupRoot(root) || (dots > 1 && shortest > 1 && !name.ContainsAnyInRange('0', '9')));
}
