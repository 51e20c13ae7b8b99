namespace OnRecord.App.Web.Inboxes;

/// <summary>Files of exports on their way to who asked for them: a few at a time, and gone with the answer.</summary>
internal sealed class Exports(InboxFolder folder)
{
    private const int MostAtOnce = 4;

    private int _open;

    /// <summary>A file to write to and to send.</summary>
    /// <exception cref="NoRoomException">Too many exports are under way.</exception>
    public Stream Begin()
    {
        if (Interlocked.Increment(ref _open) > MostAtOnce)
        {
            Interlocked.Decrement(ref _open);
            throw new NoRoomException($"{MostAtOnce} exports are under way; ask again in a while");
        }

        try
        {
            return new ExportFile(folder.TemporaryFile(), () => Interlocked.Decrement(ref _open));
        }
        catch
        {
            Interlocked.Decrement(ref _open);
            throw;
        }
    }

    private sealed class ExportFile(FileStream file, Action closed) : Stream
    {
        private Action? _closed = closed;

        public override bool CanRead => true;

        public override bool CanSeek => true;

        public override bool CanWrite => true;

        public override long Length => file.Length;

        public override long Position { get => file.Position; set => file.Position = value; }

        public override void Flush() => file.Flush();

        public override int Read(byte[] buffer, int offset, int count) => file.Read(buffer, offset, count);

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => file.ReadAsync(buffer, cancellationToken);

        public override long Seek(long offset, SeekOrigin origin) => file.Seek(offset, origin);

        public override void SetLength(long value) => file.SetLength(value);

        public override void Write(byte[] buffer, int offset, int count) => file.Write(buffer, offset, count);

        public override void Write(ReadOnlySpan<byte> buffer) => file.Write(buffer);

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                file.Dispose();
                Interlocked.Exchange(ref _closed, null)?.Invoke();
            }

            base.Dispose(disposing);
        }
    }
}
