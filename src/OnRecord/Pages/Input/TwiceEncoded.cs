using System.Buffers;
using System.Text;

namespace OnRecord.Pages.Input;

/// <summary>
/// Undoes UTF-8 that was taken for a Western set and encoded again on its way to us, as crawlers do: <c>â€™</c> was an apostrophe. A browser
/// shows such a page garbled; its words can be got back without a guess, since nothing else makes such sequences.
/// </summary>
internal static class TwiceEncoded
{
    /// <summary>A page that speaks of the error shows one or two examples of it.</summary>
    private const int LeastSequences = 4;

    private const int LongestSequence = 4;

    private static readonly Encoding Western = Charsets.Find("windows-1252")!;

    /// <summary>The text as it was before it was encoded again, with the way back to its characters; null where it was not.</summary>
    public static (string Text, ByteMap Map)? Undo(string text, ByteMap map)
    {
        if (!IsTwice(text))
        {
            return null;
        }

        var undone = new StringBuilder(text.Length);
        var from = new List<int>(text.Length);
        Span<char> units = stackalloc char[2];
        for (var i = 0; i < text.Length;)
        {
            if (Sequence(text.AsSpan(i), out var rune) is > 0 and var length)
            {
                from.AddRange(Enumerable.Repeat(i, rune.EncodeToUtf16(units)));
                undone.Append(units[..rune.Utf16SequenceLength]);
                i += length;
            }
            else
            {
                from.Add(i);
                undone.Append(text[i++]);
            }
        }

        return (undone.ToString(), new ThroughMap([.. from], text.Length, map));
    }

    /// <summary>Whether enough sequences of three bytes or more stand in a text: two could be letters that happen to meet.</summary>
    private static bool IsTwice(string text)
    {
        var found = 0;
        for (var at = text.IndexOf('â', StringComparison.Ordinal); at >= 0 && found < LeastSequences; at = text.IndexOf('â', at + 1))
        {
            found += Sequence(text.AsSpan(at), out _) >= 3 ? 1 : 0;
        }

        return found >= LeastSequences;
    }

    /// <summary>How many characters at the beginning are the bytes of one character, and which; 0 where they are none.</summary>
    private static int Sequence(ReadOnlySpan<char> text, out Rune rune)
    {
        rune = default;
        if (text[0] is < '\u00c2' or > '\u00f4')
        {
            return 0;
        }

        Span<byte> bytes = stackalloc byte[LongestSequence];
        var count = 0;
        while (count < Math.Min(LongestSequence, text.Length) && ByteOf(text[count]) is var value && value >= 0)
        {
            bytes[count++] = (byte)value;
        }

        return Rune.DecodeFromUtf8(bytes[..count], out rune, out var consumed) == OperationStatus.Done && consumed > 1 ? consumed : 0;
    }

    /// <summary>The byte above ASCII that a Western set shows as a character; -1 where none does.</summary>
    private static int ByteOf(char character)
    {
        if (character is >= '\u0080' and <= '\u00ff')
        {
            return character;
        }

        Span<byte> bytes = stackalloc byte[2];
        return character > '\u00ff' && Western.GetBytes([character], bytes) == 1 && bytes[0] >= 0x80 ? bytes[0] : -1;
    }

    /// <summary>Leads through the characters of the garbled text.</summary>
    private sealed class ThroughMap(int[] from, int length, ByteMap map) : ByteMap
    {
        public override int ByteOffset(int index) => map.ByteOffset(index < from.Length ? from[index] : length);
    }
}
