using System.Collections.Immutable;

namespace OnRecord.Pages.Input;

/// <summary>A page's bytes as text, with the way back from a character to the byte that it came from.</summary>
internal sealed class DecodedText
{
    private readonly ByteMap _map;

    public DecodedText(string text, string charset, ByteMap map, ImmutableArray<CharsetProblem> problems)
    {
        Text = text;
        Charset = charset;
        Problems = problems;
        _map = map;
    }

    /// <summary>The characters of the page, without a byte order mark.</summary>
    public string Text { get; }

    /// <summary>IANA name of the character set that the bytes were decoded with.</summary>
    public string Charset { get; }

    /// <summary>What was wrong with the bytes or with what was declared of them.</summary>
    public ImmutableArray<CharsetProblem> Problems { get; }

    /// <summary>
    /// The byte at which the character at <paramref name="index"/> (UTF-16, 0 to the length of <see cref="Text"/>) begins;
    /// for the length of the text, one past the last byte.
    /// </summary>
    public int ByteOffset(int index) => _map.ByteOffset(index);

    /// <summary>The characters up to a place.</summary>
    public DecodedText First(int end) => new DecodedText(Text[..end], Charset, _map, Problems);

    /// <summary>The problems as rows about a whole document of <paramref name="length"/> code units.</summary>
    public ImmutableArray<Unresolved> UnresolvedFor(int length) =>
        [.. Problems.Select(problem => new Unresolved(new TextSpan(0, length), "charset", problem.Why))];
}

/// <summary>Something wrong with the character set of a page.</summary>
/// <param name="Why"><c>invalidBytes</c>, <c>declaredCharsetWrong</c>, <c>declaredCharsetUnknown</c>, <c>guessedCharset</c> or <c>encodedTwice</c>.</param>
/// <param name="Count">How often, for what can be counted; else 1.</param>
internal sealed record CharsetProblem(string Why, int Count = 1);
