using System.Text;

namespace OnRecord.Pages.Html;

/// <summary>Gathers the characters of one run, folding white space as a browser does.</summary>
internal sealed class RunText
{
    private const int LeastKicker = 4;

    private readonly StringBuilder _text = new();
    private int _linkChars;
    private int _emphasisChars;
    private int _links;
    private string? _href;
    private bool _space;
    private int _breaks;
    private int _kickerChars;
    private int _inlineEnd;

    public bool NamesAuthor { get; set; }

    public bool HasTime { get; set; }

    /// <summary>Adds the characters of a text node.</summary>
    /// <param name="data">The characters.</param>
    /// <param name="inline">What the inline elements around it say.</param>
    /// <param name="preformatted">Whether a blank line ends the run.</param>
    /// <param name="split">Called where a blank line ends the run.</param>
    public void Append(string data, Inline inline, bool preformatted, Action split)
    {
        var lineFeeds = 0;
        foreach (var c in data)
        {
            if (c is ' ' or '\t' or '\n' or '\r' or '\f' || c == '\0')
            {
                _space = true;
                if (preformatted && c == '\n' && ++lineFeeds == 2)
                {
                    split();
                }

                continue;
            }

            lineFeeds = 0;
            _breaks = 0;
            var before = _text.Length;
            if (_space && before > 0)
            {
                _text.Append(' ');
            }

            _kickerChars = before > 0 && before == _inlineEnd && IsGlued(before, c) ? before : _kickerChars;
            _space = false;
            _text.Append(c);
            _kickerChars = inline.Kicker && _kickerChars == before ? _text.Length : _kickerChars;
            var added = _text.Length - before;
            _linkChars += inline.Link ? added : 0;
            _emphasisChars += inline.Emphasis ? added : 0;
        }
    }

    /// <summary>Styles alone set apart what follows from what stands before it: a blank.</summary>
    public void Gap() => _space = true;

    /// <summary>A line break: a blank; two with nothing between them end the run.</summary>
    public bool Break()
    {
        _space = true;
        return ++_breaks == 2;
    }

    /// <summary>An inline element of a heading ends: what follows without a blank may stand on a line of its own.</summary>
    public void EndInline() => _inlineEnd = _space ? 0 : _text.Length;

    /// <summary>Whether styles alone part what two elements of a heading hold: "<c>&lt;span&gt;Harbor strike&lt;/span&gt;Docks stay closed</c>".</summary>
    private bool IsGlued(int before, char next) =>
        !_space && _kickerChars == 0 && before >= LeastKicker && char.IsUpper(next) && (char.IsLower(_text[before - 1]) || _text[before - 1] is ':' or '"' or '”');

    /// <summary>A link begins.</summary>
    public void Link(Inline inline)
    {
        _links++;
        _href ??= inline.Href;
    }

    /// <summary>The run, or null where it holds no word or sign; begins the next.</summary>
    public Taken? Take()
    {
        Taken? taken = null;
        var text = _text.ToString().Trim();
        if (text.Length > 0)
        {
            taken = new Taken(text, CountWords(text), Math.Min(_linkChars, text.Length), _links, Math.Min(_emphasisChars, text.Length), _href, NamesAuthor, HasTime, _kickerChars < text.Length ? _kickerChars : 0);
        }

        _text.Clear();
        _linkChars = _emphasisChars = _links = _breaks = _kickerChars = _inlineEnd = 0;
        _href = null;
        _space = NamesAuthor = HasTime = false;
        return taken;
    }

    private static int CountWords(string text)
    {
        var words = 0;
        var inside = false;
        foreach (var c in text)
        {
            var letter = char.IsLetterOrDigit(c) || char.IsSurrogate(c);

            // Scripts without blanks: about two characters make a word.
            if (c is >= '\u3040' and <= '\u9fff')
            {
                inside = !inside;
                words += inside ? 1 : 0;
                continue;
            }

            words += letter && !inside ? 1 : 0;
            inside = letter || (inside && c is '\'' or '’' or '-');
        }

        return words;
    }

    internal sealed record Taken(string Text, int Words, int LinkChars, int Links, int EmphasisChars, string? Href, bool NamesAuthor, bool HasTime, int KickerChars);
}
