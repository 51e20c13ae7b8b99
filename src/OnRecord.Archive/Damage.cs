using System.Data.Common;
using System.Text.Json;

namespace OnRecord.Archive;

/// <summary>What reading a row that was damaged may throw. Here, and nowhere else, it is told what that is.</summary>
internal static class Damage
{
    /// <summary>Whether an exception comes of values that no release has written: broken JSON, a text where a number must stand, a size below nothing.</summary>
    public static bool Is(Exception e) => e is RecordFormatException or FormatException or JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException
        or InvalidCastException or OverflowException or IndexOutOfRangeException or NullReferenceException or InvalidDataException or DbException;
}
