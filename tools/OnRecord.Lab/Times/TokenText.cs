using System.Text;

namespace OnRecord.Lab.Times;

/// <summary>Puts tokens together again as they are printed, and remembers where each stands.</summary>
internal sealed class TokenText
{
    private static readonly string[] NoBlankBefore = [",", ".", ";", ":", "?", "!", ")", "]", "%", "'s", "’s", "'", "”", "n't", "'re", "'ve", "'ll", "'d", "'m", "…"];

    private readonly StringBuilder _text = new();
    private bool _blank;

    public string Text => _text.ToString();

    public int Length => _text.Length;

    /// <summary>Adds a token and tells where it stands.</summary>
    public TextSpan Add(string token)
    {
        if (_blank && !NoBlankBefore.Contains(token) && token != "-")
        {
            _text.Append(' ');
        }

        var start = _text.Length;
        _text.Append(token);
        _blank = token is not ("(" or "[" or "$" or "“" or "-" or "‘" or "€" or "£");
        return new TextSpan(start, _text.Length);
    }

    /// <summary>Ends a paragraph.</summary>
    public void Break()
    {
        _text.Append('\n');
        _blank = false;
    }
}
