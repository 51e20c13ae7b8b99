using System.Globalization;

namespace OnRecord.Times;

/// <summary>Readers of numbers before units of time.</summary>
internal static class Numbers
{
    /// <summary>Reads an amount: digits, number words ("twenty-five"), vague words ("several"), "two and a half", "half an".</summary>
    public static bool Amount(this Scan scan, ref int at, out Amount amount)
    {
        if (scan.Words.Halves.Read(scan.Pieces, ref at, out var half))
        {
            amount = new Amount(half);
            return true;
        }

        var next = at;
        if (scan.Words.Vague.Read(scan.Pieces, ref next, out _))
        {
            scan.Skip(ref next, "more");
            amount = default;
            at = next;
            return true;
        }

        if (!scan.Cardinal(ref next, out var value))
        {
            amount = default;
            return false;
        }

        if (scan.All(ref next, "and", "a", "half") || scan.All(ref next, "-", "and", "-", "a", "-", "half") || scan.All(ref next, "½"))
        {
            value += 0.5;
        }

        scan.Skip(ref next, "more", "full", "whole", "straight", "consecutive", "successive", "long", "additional", "extra", "short", "solid", "calendar", "business", "working");
        at = next;
        amount = new Amount(value);
        return true;
    }

    /// <summary>Reads a whole or decimal number in digits or words.</summary>
    public static bool Cardinal(this Scan scan, ref int at, out double value) =>
        Figures(scan, ref at, out value) || NumberWords(scan, ref at, out value);

    /// <summary>Reads "third", "3rd", "twenty-first".</summary>
    public static bool Ordinal(this Scan scan, ref int at, out int value)
    {
        if (scan.Words.Ordinals.TryGetValue(scan.Lower(at), out value))
        {
            at++;
            return true;
        }

        if (scan.Digits(at, 1, 3, out value) && scan.Tight(at + 1) && scan.Lower(at + 1) is "st" or "nd" or "rd" or "th")
        {
            at += 2;
            return true;
        }

        if (scan.Words.Numbers.TryGetValue(scan.Lower(at), out var tens) && tens.Kind == "tens")
        {
            var next = at + 1;
            scan.Skip(ref next, "-");
            if (scan.Words.Ordinals.TryGetValue(scan.Lower(next), out var ones) && ones < 10)
            {
                value = (int)tens.Value + ones;
                at = next + 1;
                return true;
            }
        }

        return false;
    }

    private static bool Figures(Scan scan, ref int at, out double value)
    {
        value = 0;
        if (!scan.IsNumber(at) || !scan.StartsWord(at) || scan.Pieces[at].Lower.Length > 9 || scan.Lower(at - 1) is "$" or "€" or "£" or "¥")
        {
            return false;
        }

        var digits = scan.Pieces[at].Lower;
        var next = at + 1;
        while (digits.Length < 12 && scan.Lower(next) == "," && scan.Tight(next) && scan.Tight(next + 1) && scan.Digits(next + 1, 3, 3, out _))
        {
            digits += scan.Pieces[next + 1].Lower;
            next += 2;
        }

        if (scan.Lower(next) == "." && scan.Tight(next) && scan.Tight(next + 1) && scan.IsNumber(next + 1) && scan.Pieces[next + 1].Lower.Length < 6)
        {
            digits += "." + scan.Pieces[next + 1].Lower;
            next += 2;
        }

        value = double.Parse(digits, CultureInfo.InvariantCulture);

        // "5 1/2", "5-1/2", "1/2".
        var half = next;
        scan.Skip(ref half, "-");
        if (scan.All(ref half, "1", "/", "2"))
        {
            value += 0.5;
            next = half;
        }
        else if (value == 1 && scan.All(ref half, "/", "2"))
        {
            value = 0.5;
            next = half;
        }

        at = next;
        return true;
    }

    private static bool NumberWords(Scan scan, ref int at, out double value)
    {
        value = 0;
        var next = at;
        if (scan.Lower(next) is "a" or "an" && scan.Words.Numbers.TryGetValue(scan.Lower(next + 1), out var many) && many.Kind == "multiplier")
        {
            value = many.Value;
            at = next + 2;
            return true;
        }

        // Six words hold every number that is said of units of time.
        for (var i = 0; i < 6 && scan.Words.Numbers.TryGetValue(scan.Lower(next), out var word); i++)
        {
            value = word.Kind == "multiplier" ? Math.Max(1, value) * word.Value : value + word.Value;
            next++;
            var dash = next;
            if (scan.Lower(dash) == "-" && scan.Words.Numbers.TryGetValue(scan.Lower(dash + 1), out var after) && after.Kind == "cardinal" && word.Kind == "tens")
            {
                next = dash + 1;
            }
            else if (word.Kind == "cardinal" && scan.Words.Numbers.TryGetValue(scan.Lower(next), out after) && after.Kind != "multiplier")
            {
                break;
            }
        }

        if (next == at)
        {
            return false;
        }

        at = next;
        return true;
    }
}
