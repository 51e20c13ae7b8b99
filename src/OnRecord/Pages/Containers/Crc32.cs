namespace OnRecord.Pages.Containers;

/// <summary>The checksum of gzip and ZIP: CRC-32 with the reversed polynomial 0xEDB88320 (RFC 1952, section 8).</summary>
internal static class Crc32
{
    // Row k holds the effect of a byte that k more bytes follow, so that eight bytes are taken at once.
    private static readonly uint[][] Table = MakeTable();

    /// <summary>The register after more bytes. It begins with all ones; the checksum is its complement.</summary>
    public static uint Add(uint register, ReadOnlySpan<byte> bytes)
    {
        for (; bytes.Length >= 8; bytes = bytes[8..])
        {
            register ^= System.Buffers.Binary.BinaryPrimitives.ReadUInt32LittleEndian(bytes);
            register = Table[7][register & 0xff] ^ Table[6][(register >> 8) & 0xff] ^ Table[5][(register >> 16) & 0xff] ^ Table[4][register >> 24]
                ^ Table[3][bytes[4]] ^ Table[2][bytes[5]] ^ Table[1][bytes[6]] ^ Table[0][bytes[7]];
        }

        foreach (var value in bytes)
        {
            register = Table[0][(register ^ value) & 0xff] ^ (register >> 8);
        }

        return register;
    }

    private static uint[][] MakeTable()
    {
        var table = new uint[8][];
        for (var row = 0; row < 8; row++)
        {
            table[row] = new uint[256];
            for (var i = 0u; i < 256; i++)
            {
                var value = row == 0 ? i : table[row - 1][i];
                for (var bit = 0; bit < 8; bit++)
                {
                    value = (value & 1) == 0 ? value >> 1 : 0xedb88320 ^ (value >> 1);
                }

                table[row][i] = value;
            }
        }

        return table;
    }
}
