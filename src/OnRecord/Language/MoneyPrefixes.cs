using System.Collections.Frozen;
using OnRecord.Data;

namespace OnRecord.Language;

/// <summary>
/// Finds a code or letters of money that are grown onto their number: USD34.6, RM23.50, NOK4bn, and $US5, where the sign
/// stands before the country. The letters become a token of their own, so that the point is the number's.
/// </summary>
internal sealed class MoneyPrefixes
{
    private const int LongestPrefix = 4;
    private const int CodeLength = 3;

    /// <summary>A number with its marks is read no further than this.</summary>
    private const int LongestNumber = 32;

    /// <summary>By prefix: whether it needs a number that is marked as a sum, because it is also a word or begins names (COP26, R5).</summary>
    private readonly FrozenDictionary<string, bool>.AlternateLookup<ReadOnlySpan<char>> _prefixes;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _magnitudes;

    public MoneyPrefixes(DataFolder data)
    {
        var prefixes = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var row in data.Lexicon("currencies").Rows)
        {
            foreach (var symbol in row["symbols"].Split('|').Where(symbol => symbol.Length is > 0 and <= LongestPrefix && symbol.All(char.IsAsciiLetter)))
            {
                prefixes[symbol] = true;
            }

            prefixes[row["code"]] = row["codeIsWord"].Length > 0;
            prefixes[row["code"].ToLowerInvariant()] = true;
        }

        foreach (var row in data.Lexicon("token-parts").Rows.Where(row => row["kind"] == "money-prefix"))
        {
            prefixes[row["word"]] = false;
        }

        _prefixes = prefixes.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        _magnitudes = data.Lexicon("number-words").Rows.Where(row => row["class"] is "suffix" or "magnitude").Select(row => row["word"])
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>End of the letters of money that begin at <paramref name="start"/>; <paramref name="start"/> where there are none.</summary>
    public int EndOf(string text, int start, TextSpan chunk)
    {
        var end = start;
        while (end < chunk.End && end - start <= LongestPrefix && char.IsAsciiLetter(text[end]))
        {
            end++;
        }

        if (end == start || end - start > LongestPrefix || end == chunk.End || !char.IsAsciiDigit(text[end]))
        {
            return start;
        }

        var letters = text.AsSpan(start, end - start);
        var behindSign = start > chunk.Start && text[start - 1] == '$' && letters.Length <= CodeLength && !letters.ContainsAnyExceptInRange('A', 'Z');
        var (clean, marked) = NumberAt(text, end, chunk.End);
        if (!clean || (start > chunk.Start && !behindSign && Continues(text[start - 1])))
        {
            return start;
        }

        return behindSign || (_prefixes.TryGetValue(letters, out var needsMark) && (marked || !needsMark)) ? end : start;
    }

    private static bool Continues(char before) => char.IsLetterOrDigit(before) || Letters.IsHyphen(before) || before is '_' or '.' or '/' or '&' or '#' or '@';

    /// <summary>Whether a plain number or one with a magnitude stands here, and whether a point, a thousand's comma or the magnitude marks it as a sum.</summary>
    private (bool Clean, bool Marked) NumberAt(string text, int at, int end)
    {
        var limit = Math.Min(end, at + LongestNumber);
        var marked = false;
        while (at < limit && (char.IsAsciiDigit(text[at]) || (text[at] is '.' or ',' && at + 1 < limit && char.IsAsciiDigit(text[at + 1]))))
        {
            marked |= !char.IsAsciiDigit(text[at]);
            at++;
        }

        var magnitude = Letters.From(text, at, end);
        var after = at + magnitude.Length;
        var isMagnitude = !magnitude.IsEmpty && _magnitudes.Contains(magnitude);
        var clean = (magnitude.IsEmpty || isMagnitude) && (after >= end || !(char.IsLetterOrDigit(text[after]) || text[after] is '_' or '@'));
        return (clean, marked || isMagnitude);
    }
}
