using System.Collections.Frozen;

namespace OnRecord.Names;

/// <summary>An analysis with what the rules ask of it again and again.</summary>
internal sealed class NameSheet
{
    private readonly FrozenSet<string> _smallWords;
    private readonly HashSet<string> _capitalsInside = new(StringComparer.Ordinal);

    public NameSheet(Analysis analysis, NameLexicon lexicon)
    {
        (Analysis, Lexicon) = (analysis, lexicon);
        _smallWords = analysis.Tokens.Where(token => token.Form == token.Lower).Select(token => token.Form).ToFrozenSet(StringComparer.Ordinal);
        foreach (var sentence in analysis.Sentences)
        {
            for (var i = sentence.FirstToken + 1; i < sentence.EndToken; i++)
            {
                var (token, before) = (analysis.Tokens[i], analysis.Tokens[i - 1]);
                if (StartsWithCapital(token) && char.IsLower(before.Form[0]))
                {
                    _capitalsInside.Add(token.Lower);
                }
            }
        }
    }

    public Analysis Analysis { get; }

    public NameLexicon Lexicon { get; }

    public ReadOnlySpan<Token> Tokens => Analysis.Tokens.AsSpan();

    /// <summary>Whether the document also writes the word in small letters.</summary>
    public bool IsAlsoSmall(Token token) => _smallWords.Contains(token.Lower);

    /// <summary>Whether the document writes the word with a capital behind a small word, where no sentence can begin.</summary>
    public bool IsCapitalInside(Token token) => _capitalsInside.Contains(token.Lower);

    /// <summary>The text of tokens.</summary>
    public string TextOf(int first, int end) => Analysis.SpanOf(first, end).Of(Analysis.Text);

    /// <summary>A draft over tokens.</summary>
    public NameDraft Draft(int first, int end, KnownName? known = null) => new(first, end, TextOf(first, end)) { Known = known, Country = known?.Country };

    /// <summary>Whether no blank stands between a token and the one before it.</summary>
    public bool Touches(int index) => index > 0 && Tokens[index - 1].Span.End == Tokens[index].Span.Start;

    /// <summary>
    /// Where a name ends whose last word goes on behind hyphens with a short small part: Chan[-o-cha], Stratford[-upon-Avon]. The same index where it does not: "-led" is no part of a name.
    /// </summary>
    public int EndBehindHyphens(int end)
    {
        const int LongestJoint = 4;
        while (end + 3 < Tokens.Length && Tokens[end].Form == "-" && Tokens[end + 2].Form == "-" && Tokens[end + 1].Form.Length <= LongestJoint && char.IsLower(Tokens[end + 1].Form[0])
            && char.IsLetter(Tokens[end + 3].Form[0]) && Touches(end) && Touches(end + 1) && Touches(end + 2) && Touches(end + 3))
        {
            end += 4;
        }

        return end;
    }

    public static bool StartsWithCapital(Token token) => char.IsUpper(token.Form[0]);

    /// <summary>Two letters or more, all of them capitals; digits, stops and ampersands may stand between.</summary>
    public static bool IsAllCapitals(string form)
    {
        var letters = 0;
        foreach (var character in form)
        {
            if (char.IsLetter(character))
            {
                if (!char.IsUpper(character))
                {
                    return false;
                }

                letters++;
            }
            else if (!char.IsAsciiDigit(character) && character is not ('.' or '&'))
            {
                return false;
            }
        }

        return letters >= 2;
    }

    /// <summary>A single capital with a stop, or without one: the J. of a middle name.</summary>
    public static bool IsInitial(string form) =>
        char.IsUpper(form[0]) && (form.Length == 1 || (form[^1] == '.' && form.Length <= 4 && form.Where((_, i) => i % 2 == 1).All(character => character == '.')));

    /// <summary>II, XIV: a Roman numeral of two letters or more.</summary>
    public static bool IsRomanNumeral(string form) => form.Length is > 1 and < 6 && form.AsSpan().IndexOfAnyExcept("IVX") < 0;

    /// <summary>A capitalised first part, a hyphen, small letters: Jong-un.</summary>
    public static bool IsSyllabicGivenName(string form)
    {
        var hyphen = form.IndexOf('-', StringComparison.Ordinal);
        return hyphen > 0 && hyphen < form.Length - 1 && char.IsUpper(form[0])
            && form.AsSpan(1, hyphen - 1).IndexOfAnyExceptInRange('a', 'z') < 0 && form.AsSpan(hyphen + 1).IndexOfAnyExceptInRange('a', 'z') < 0;
    }
}
