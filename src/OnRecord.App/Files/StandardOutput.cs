namespace OnRecord.App.Files;

/// <summary>A standard stream that tells when its reader has gone; that of .NET goes on in silence, and a long run with it.</summary>
internal sealed class StandardOutput : WrittenStream
{
    private const int Descriptor = 1;

    private readonly bool _isOpen = Posix.IsInherited(Descriptor);

    /// <summary>The stream to write to.</summary>
    public static Stream Open() => OperatingSystem.IsWindows() ? Console.OpenStandardOutput() : new StandardOutput();

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (!_isOpen)
        {
            throw new IOException("it is closed");
        }

        while (!buffer.IsEmpty)
        {
            buffer = buffer[Posix.Write(Descriptor, buffer)..];
        }
    }

    public override void Flush()
    {
    }
}

/// <summary>Standard input where it was closed before the program started.</summary>
internal sealed class ClosedInput : WrittenStream
{
    public override bool CanRead => true;

    public override bool CanWrite => false;

    public override int Read(Span<byte> buffer) => throw new IOException("standard input is closed");

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer) => throw new NotSupportedException();

    public override void Flush()
    {
    }
}
