using System.Collections.Immutable;

namespace OnRecord.Archive.Search;

/// <summary>A place in a text that a query found, in code points of that text. Places, and no marks in the text: a page can hold any character.</summary>
/// <param name="Start">The first character.</param>
/// <param name="End">One past the last.</param>
public readonly record struct Match(int Start, int End)
{
    /// <summary>A text in pieces, those that were found told apart.</summary>
    public static IEnumerable<(string Text, bool IsMatch)> Parts(string text, ImmutableArray<Match> matches)
    {
        if (matches.IsDefaultOrEmpty)
        {
            return [(text, false)];
        }

        var map = new CodePointMap(text);
        var (parts, copied) = (new List<(string, bool)>(), 0);
        foreach (var match in matches)
        {
            var (start, end) = (map.ToUtf16(match.Start), map.ToUtf16(match.End));
            parts.Add((text[copied..start], false));
            parts.Add((text[start..end], true));
            copied = end;
        }

        parts.Add((text[copied..], false));
        return parts.Where(part => part.Item1.Length > 0);
    }

    /// <summary>Places of a text, given as UTF-16 code units, in code points.</summary>
    internal static ImmutableArray<Match> Of(string text, IEnumerable<(int Start, int End)> places)
    {
        var map = new CodePointMap(text);
        return [.. places.Select(place => new Match(map.ToCodePoints(place.Start), map.ToCodePoints(place.End)))];
    }
}

/// <summary>A text and what of it was found.</summary>
internal readonly record struct MarkedText(string Text, ImmutableArray<Match> Matches);
