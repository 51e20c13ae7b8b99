using System.Collections.Frozen;
using OnRecord.Data;

namespace OnRecord.Pages.Html;

/// <summary>What a run announces with its first words.</summary>
internal enum PhraseKind
{
    None,
    Related,
    Share,
    Newsletter,
    Advert,
    Legal,
    Comments,
    Tags,
    Credit,
    Byline,
    Updated,
}

/// <summary>Openings by which pages announce furniture, credits and bylines, from a lexicon.</summary>
internal sealed class PagePhrases
{
    private const string LexiconName = "html-openings";
    private const int LongestPhrase = 5;
    private const int LongestOpening = 60;

    private readonly FrozenDictionary<string, PhraseKind>.AlternateLookup<ReadOnlySpan<char>> _kinds;

    /// <summary>Opens the lexicon.</summary>
    /// <exception cref="DataFileException">It is missing, or names an unknown kind.</exception>
    public PagePhrases(DataFolder data)
    {
        var kinds = new Dictionary<string, PhraseKind>(StringComparer.Ordinal);
        foreach (var row in data.Lexicon(LexiconName).Rows)
        {
            kinds[row["opening"]] = Enum.TryParse<PhraseKind>(row["kind"], ignoreCase: true, out var kind)
                ? kind
                : throw row.Error($"there is no kind '{row["kind"]}'.");
        }

        _kinds = kinds.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The kind of the longest opening that the text begins with.</summary>
    public PhraseKind Of(string text)
    {
        Span<char> words = stackalloc char[LongestOpening];
        var length = 0;
        var count = 0;
        var found = PhraseKind.None;
        var pendingSpace = false;
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c) || c == '©')
            {
                if (pendingSpace)
                {
                    if (_kinds.TryGetValue(words[..length], out var kind))
                    {
                        found = kind;
                    }

                    if (++count == LongestPhrase || length + 2 > LongestOpening)
                    {
                        return found;
                    }

                    words[length++] = ' ';
                    pendingSpace = false;
                }

                if (length == LongestOpening)
                {
                    return found;
                }

                words[length++] = char.ToLowerInvariant(c);
            }
            else if (c is not ('\'' or '’'))
            {
                pendingSpace = length > 0;
            }
        }

        return _kinds.TryGetValue(words[..length], out var last) ? last : found;
    }
}
