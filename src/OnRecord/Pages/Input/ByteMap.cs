using System.Buffers;
using System.Text;

namespace OnRecord.Pages.Input;

/// <summary>Leads from an index into decoded text (UTF-16 code units) to an index into the bytes.</summary>
internal abstract class ByteMap
{
    /// <summary>The byte at which the character at <paramref name="index"/> begins.</summary>
    public abstract int ByteOffset(int index);
}

/// <summary>Every code unit takes the same number of bytes: UTF-16 and the single-byte sets.</summary>
internal sealed class FixedByteMap(int start, int bytesPerUnit, int byteCount) : ByteMap
{
    // The last unit may stand for fewer bytes than the others: an odd byte at the end of UTF-16.
    public override int ByteOffset(int index) => (int)Math.Min(byteCount, start + ((long)index * bytesPerUnit));
}

/// <summary>One entry a code unit, for legacy multi-byte sets.</summary>
internal sealed class TableByteMap(int[] offsets, int byteCount) : ByteMap
{
    public override int ByteOffset(int index) => index < offsets.Length ? offsets[index] : byteCount;

    /// <summary>Decodes byte by byte: a character began where the one before it was complete.</summary>
    public static (string Text, ByteMap Map) Decode(ReadOnlySpan<byte> bytes, Encoding encoding, int start)
    {
        var decoder = encoding.GetDecoder();
        var text = new StringBuilder(bytes.Length);
        var offsets = new List<int>(bytes.Length / 2);
        Span<char> units = stackalloc char[16];
        var began = start;
        for (var i = start; i <= bytes.Length; i++)
        {
            var input = i < bytes.Length ? bytes.Slice(i, 1) : default;
            var count = decoder.GetChars(input, units, flush: i == bytes.Length);
            for (var unit = 0; unit < count; unit++)
            {
                text.Append(units[unit]);
                offsets.Add(began);
            }

            began = count > 0 ? i + 1 : began;
        }

        return (text.ToString(), new TableByteMap([.. offsets], bytes.Length));
    }
}

/// <summary>Checkpoints every so many code units, and a short walk from there: a table would cost twice the text.</summary>
internal sealed class Utf8ByteMap : ByteMap
{
    private const int Interval = 256;

    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly List<(int Index, int Byte)> _checkpoints = [];

    public Utf8ByteMap(ReadOnlyMemory<byte> bytes, int start)
    {
        _bytes = bytes;
        var rest = bytes.Span[start..];
        int index = 0, at = start, next = 0;
        while (!rest.IsEmpty)
        {
            if (index >= next)
            {
                _checkpoints.Add((index, at));
                next = index + Interval;
            }

            var length = Step(rest, out var units, out _);
            index += units;
            at += length;
            rest = rest[length..];
        }

        _checkpoints.Add((index, at));
    }

    public override int ByteOffset(int index)
    {
        var (from, at) = CheckpointBefore(index);
        var rest = _bytes.Span[at..];
        while (from < index && !rest.IsEmpty)
        {
            var length = Step(rest, out var units, out _);
            if (from + units > index)
            {
                break;
            }

            from += units;
            at += length;
            rest = rest[length..];
        }

        return at;
    }

    /// <summary>Bytes of the first character, or of the longest invalid sequence that becomes one U+FFFD.</summary>
    internal static int Step(ReadOnlySpan<byte> bytes, out int units, out bool valid)
    {
        if (bytes[0] < 0x80)
        {
            units = 1;
            valid = true;
            return 1;
        }

        valid = Rune.DecodeFromUtf8(bytes, out var rune, out var consumed) == OperationStatus.Done;
        units = rune.Utf16SequenceLength;
        return consumed;
    }

    private (int Index, int Byte) CheckpointBefore(int index)
    {
        int low = 0, high = _checkpoints.Count - 1;
        while (low < high)
        {
            var middle = (low + high + 1) >>> 1;
            if (_checkpoints[middle].Index <= index)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return _checkpoints[low];
    }
}
