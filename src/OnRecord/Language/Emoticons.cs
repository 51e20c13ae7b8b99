using System.Buffers;

namespace OnRecord.Language;

/// <summary>Finds what is drawn with marks and stays one token: faces such as :-) and ^_^, and lines of mixed marks.</summary>
internal static class Emoticons
{
    /// <summary>A line of this many marks is drawn, not written.</summary>
    private const int ShortestLine = 4;

    private static readonly SearchValues<char> LineMarks = SearchValues.Create("-=_*~+|<>#{}^");

    /// <summary>Faces that no rule of eyes, nose and mouth gives.</summary>
    private static readonly string[] Faces = ["<3", "(:", "(-:", "^_^", "^^", "-_-", ">_<", ">.<", "\\o/", "._."];

    /// <summary>End of the drawing that begins at <paramref name="at"/> with a mark; <paramref name="at"/> where there is none.</summary>
    public static int EndOf(string text, int at, TextSpan chunk)
    {
        var face = FaceEnd(text, at, chunk);
        if (face > at || at != chunk.Start)
        {
            return face;
        }

        var rest = text.AsSpan(at, chunk.Length);
        foreach (var known in Faces)
        {
            if (rest.SequenceEqual(known))
            {
                return chunk.End;
            }
        }

        return LineEnd(rest) is var line && line > 0 ? at + line : at;
    }

    /// <summary>Eyes, a nose or none, a mouth that may be drawn several times. Behind a word only a face with a nose is one.</summary>
    private static int FaceEnd(string text, int at, TextSpan chunk)
    {
        var eyes = text[at] == '>' && at == chunk.Start ? at + 1 : at;
        if (eyes + 1 >= chunk.End || text[eyes] is not (':' or ';' or '='))
        {
            return at;
        }

        var hasNose = text[eyes + 1] is '-' or '\'' && eyes + 2 < chunk.End;
        if (at != chunk.Start && !(hasNose && text[eyes] != '='))
        {
            return at;
        }

        var mouth = hasNose ? eyes + 2 : eyes + 1;
        var c = text[mouth];
        var end = mouth + 1;
        while (end < chunk.End && text[end] == c)
        {
            end++;
        }

        return c switch
        {
            ')' or '(' => end == chunk.End || !char.IsLetterOrDigit(text[end]) ? end : at,
            'D' or 'P' or 'p' or 'O' or 'o' or 'S' or '/' or '\\' or '|' or '*' or ']' or '[' => end == chunk.End && end == mouth + 1 ? end : at,
            _ => at,
        };
    }

    private static int LineEnd(ReadOnlySpan<char> chunk)
    {
        var length = chunk.IndexOfAnyExcept(LineMarks);
        length = length < 0 ? chunk.Length : length;
        return length >= ShortestLine && chunk[..length].ContainsAnyExcept(chunk[0]) ? length : 0;
    }
}
