namespace OnRecord.Pages.Input;

/// <summary>Tells data that are not text by their first bytes, and by control characters.</summary>
internal static class BinaryKinds
{
    /// <summary>How much is looked at for control characters.</summary>
    private const int Window = 64 * 1024;

    /// <summary>Text has hardly any; a stray NUL must not make it binary.</summary>
    private const double MaxControlShare = 0.1;

    // A signature in Latin-1, its place, and the name that a person knows the kind by.
    private static readonly (string Signature, int Offset, string Name)[] Signatures =
    [
        ("%PDF-", 0, "a PDF"),
        ("\u0089PNG", 0, "a PNG picture"),
        ("\u00ff\u00d8\u00ff", 0, "a JPEG picture"),
        ("GIF87a", 0, "a GIF picture"),
        ("GIF89a", 0, "a GIF picture"),
        ("WEBP", 8, "a WebP picture"),
        ("II*\0", 0, "a TIFF picture"),
        ("MM\0*", 0, "a TIFF picture"),
        ("ftyp", 4, "a video or picture (MP4, HEIF)"),
        ("ID3", 0, "an MP3 recording"),
        ("OggS", 0, "an Ogg recording"),
        ("\u001aE\u00df\u00a3", 0, "a Matroska or WebM video"),
        ("PK\u0003\u0004", 0, "a ZIP archive or an Office document"),
        ("\u00d0\u00cf\u0011\u00e0", 0, "an old Office document"),
        ("{\\rtf", 0, "an RTF document"),
        ("Rar!\u001a", 0, "a RAR archive"),
        ("7z\u00bc\u00af", 0, "a 7-Zip archive"),
        ("BZh", 0, "bzip2 data"),
        ("\u00fd7zXZ", 0, "xz data"),
        ("(\u00b5/\u00fd", 0, "Zstandard data"),
        ("\u007fELF", 0, "a program (ELF)"),
        ("\u00ca\u00fe\u00ba\u00be", 0, "a program (Java or Mach-O)"),
        ("\u00cf\u00fa\u00ed\u00fe", 0, "a program (Mach-O)"),
        ("MZ\u0090\0", 0, "a program (Windows)"),
        ("SQLite format 3\0", 0, "an SQLite database"),
        ("wOF", 0, "a font"),
        ("\0asm", 0, "a WebAssembly program"),
    ];

    /// <summary>The kind with its article, such as <c>a PDF</c>; null for text.</summary>
    public static string? Of(ReadOnlySpan<byte> bytes)
    {
        foreach (var (signature, offset, name) in Signatures)
        {
            if (HasAt(bytes, signature, offset))
            {
                return name;
            }
        }

        var head = bytes[..Math.Min(Window, bytes.Length)];
        return !Utf16Shape.HasWideMark(head) && Utf16Shape.Of(head) is null && ControlShare(head) > MaxControlShare
            ? "binary data (many control bytes)"
            : null;
    }

    private static bool HasAt(ReadOnlySpan<byte> bytes, string signature, int offset)
    {
        if (bytes.Length < offset + signature.Length)
        {
            return false;
        }

        for (var i = 0; i < signature.Length; i++)
        {
            if (bytes[offset + i] != signature[i])
            {
                return false;
            }
        }

        return true;
    }

    private static double ControlShare(ReadOnlySpan<byte> bytes)
    {
        var count = 0;
        foreach (var value in bytes)
        {
            count += value < 0x20 && value is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f' or 0x1b) ? 1 : 0;
        }

        return (double)count / bytes.Length;
    }
}
