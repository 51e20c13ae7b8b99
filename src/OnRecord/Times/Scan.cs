using System.Collections.Immutable;
using System.Globalization;

namespace OnRecord.Times;

/// <summary>A sentence in pieces, and the small readers that rules are made of: a month, a year, a number, a unit.</summary>
/// <remarks>Each reader looks at a bounded number of pieces, moves behind what it read, or leaves <c>at</c> alone.</remarks>
internal sealed class Scan(Analysis analysis, ImmutableArray<Piece> pieces, TimeWords words)
{
    private static readonly string[] OrdinalEndings = ["st", "nd", "rd", "th"];

    public ImmutableArray<Piece> Pieces => pieces;

    public TimeWords Words => words;

    public int Count => pieces.Length;

    /// <summary>The piece's characters in lower case; empty outside the sentence.</summary>
    public string Lower(int at)
    {
        Looks++;
        return (uint)at < (uint)pieces.Length ? pieces[at].Lower : "";
    }

    /// <summary>How often a word was looked at: what a reading costs.</summary>
    public long Looks { get; private set; }

    /// <summary>Whether a piece follows the one before it without a blank.</summary>
    public bool Tight(int at) => (uint)at < (uint)pieces.Length && pieces[at].Tight;

    public bool IsNumber(int at) => (uint)at < (uint)pieces.Length && pieces[at].Kind == PieceKind.Number;

    public bool IsWord(int at) => (uint)at < (uint)pieces.Length && pieces[at].Kind == PieceKind.Word;

    public bool IsCapital(int at) => (uint)at < (uint)pieces.Length && pieces[at].Capital;

    /// <summary>The token that a piece belongs to; null outside the sentence.</summary>
    public Token? TokenOf(int at) => (uint)at < (uint)pieces.Length ? analysis.Tokens[pieces[at].Token] : null;

    /// <summary>Reads one of the words.</summary>
    public bool Any(ref int at, params ReadOnlySpan<string> any)
    {
        if (at < Count && any.Contains(Lower(at)))
        {
            at++;
            return true;
        }

        return false;
    }

    /// <summary>Reads words one after another.</summary>
    public bool All(ref int at, params ReadOnlySpan<string> all)
    {
        for (var i = 0; i < all.Length; i++)
        {
            if (Lower(at + i) != all[i])
            {
                return false;
            }
        }

        at += all.Length;
        return true;
    }

    /// <summary>Reads one of the words if it is there.</summary>
    public void Skip(ref int at, params ReadOnlySpan<string> any) => Any(ref at, any);

    /// <summary>Reads a hyphen between words, with or without blanks around it.</summary>
    public bool Dash(ref int at)
    {
        var next = at;
        if (!Any(ref next, "-"))
        {
            return false;
        }

        // Typewriters' double dash is punctuation between clauses, never inside a date.
        if (Lower(next) == "-")
        {
            return false;
        }

        at = next;
        return true;
    }

    public bool Month(ref int at, out int month, out bool abbreviated)
    {
        abbreviated = false;
        var word = Lower(at);
        if (!words.Months.TryGetValue(word, out month) || !StartsWord(at) || (words.NeedsCapital.Contains(word) && !IsCapital(at)))
        {
            return false;
        }

        abbreviated = words.Abbreviations.Contains(word);
        at++;
        if (abbreviated && Lower(at) == "." && Tight(at))
        {
            at++;
        }

        return true;
    }

    public bool Weekday(ref int at, out int weekday, out bool abbreviated)
    {
        abbreviated = false;
        var word = Lower(at);
        if (!words.Weekdays.TryGetValue(word, out weekday) || !StartsWord(at) || (words.NeedsCapital.Contains(word) && !IsCapital(at)))
        {
            return false;
        }

        abbreviated = words.Abbreviations.Contains(word);
        at++;
        if (abbreviated && Lower(at) == "." && Tight(at))
        {
            at++;
        }

        return true;
    }

    /// <summary>Reads a number of one or two digits from 1 to 31, with or without its ordinal ending.</summary>
    public bool DayNumber(ref int at, out int day, out bool ordinal)
    {
        ordinal = false;
        day = 0;
        if (!Digits(at, 1, 2, out day) || day is < 1 or > 31 || Tight(at) && Lower(at - 1) is "$" or "€" or "£" or "¥" or "." or "#")
        {
            return false;
        }

        var next = at + 1;
        if (IsWord(next) && Tight(next))
        {
            if (!OrdinalEndings.Contains(Lower(next)))
            {
                return false;
            }

            ordinal = true;
            next++;
        }

        at = next;
        return true;
    }

    /// <summary>Reads four digits that can be a year and are not part of a longer number, a sum or a code.</summary>
    public bool Year(ref int at, out int year)
    {
        if (!Digits(at, 4, 4, out year) || year is < 1000 or > 2999 || !StartsWord(at) || Tight(at + 1) && !EndsNumber(at + 1))
        {
            return false;
        }

        at++;
        return true;
    }

    /// <summary>Reads digits of which there must be so many.</summary>
    public bool Digits(int at, int least, int most, out int value)
    {
        value = 0;
        return IsNumber(at) && pieces[at].Lower.Length >= least && pieces[at].Lower.Length <= most
            && int.TryParse(pieces[at].Lower, NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>Whether a piece begins a word: nothing but an opening mark or a joining dash touches it from the left.</summary>
    public bool StartsWord(int at) => !Tight(at) || Lower(at - 1) is "(" or "[" or "\"" or "'" or "“" or "-" or "/" or "," or ";" or ":" or "…" or ">" or "`"
        && !(IsNumber(at) && Lower(at - 1) is "," or ":" && IsNumber(at - 2))
        && !(IsNumber(at) && Lower(at - 1) == "-" && IsNumber(at - 2) && Tight(at - 1));

    public bool Season(ref int at, out int season)
    {
        if (!words.Seasons.TryGetValue(Lower(at), out season) || !StartsWord(at))
        {
            return false;
        }

        at++;
        return true;
    }

    public bool Unit(ref int at, out UnitWord unit)
    {
        if (!words.Units.TryGetValue(Lower(at), out unit))
        {
            return false;
        }

        at++;
        return true;
    }

    // What may touch a year's right side; "2019s" is a decade and "2,000" a count, "2019-20" a span of years.
    private bool EndsNumber(int at) => Lower(at) switch
    {
        "," or "." or ":" => !(IsNumber(at + 1) && Tight(at + 1)),
        "-" or "/" => !(IsNumber(at + 1) && Tight(at + 1)),
        "%" or "°" or "$" or "€" or "£" => false,
        _ => !IsWord(at),
    };
}
