using System.Runtime.InteropServices;

namespace OnRecord.App.Files;

/// <summary>The few calls of a Unix system that .NET does not offer: what kind of file a path is, whether a standard stream is there, writing to one, and folders to the disk.</summary>
internal static class Posix
{
    /// <summary>Bytes of a <c>struct statx</c>, the same on every processor.</summary>
    private const int StatxSize = 256;
    private const int StatxMode = 28;
    private const int CurrentFolder = -100;
    private const uint TypeAndMode = 3;

    /// <summary>Bytes enough for macOS's <c>struct stat</c>.</summary>
    private const int StatSize = 256;
    private const int StatMode = 4;

    private const int GetDescriptorFlags = 1;
    private const int CloseOnExec = 1;

    /// <summary>Type and permissions of a file, links followed; null where there is none, or the system does not tell.</summary>
    public static int? ModeOf(string path)
    {
        if (OperatingSystem.IsLinux())
        {
            var found = new byte[StatxSize];
            return statx(CurrentFolder, path, 0, TypeAndMode, found) == 0 ? BitConverter.ToUInt16(found, StatxMode) : null;
        }

        if (OperatingSystem.IsMacOS())
        {
            var found = new byte[StatSize];
            var result = RuntimeInformation.ProcessArchitecture == Architecture.X64 ? stat64(path, found) : stat(path, found);
            return result == 0 ? BitConverter.ToUInt16(found, StatMode) : null;
        }

        return null;
    }

    /// <summary>Whether who started the program gave it this standard stream. Where it was closed, its number may be that of another file by now.</summary>
    /// <remarks>What a program inherits cannot be marked as to be closed when a program starts; what the runtime opens is.</remarks>
    public static bool IsInherited(int descriptor) =>
        OperatingSystem.IsWindows() || fcntl(descriptor, GetDescriptorFlags) is var flags and >= 0 && (flags & CloseOnExec) == 0;

    /// <summary>Writes some of the bytes.</summary>
    /// <returns>How many.</returns>
    /// <exception cref="IOException">They cannot be written; its <c>HResult</c> is the system's number of the fault.</exception>
    public static int Write(int descriptor, ReadOnlySpan<byte> bytes)
    {
        const int Interrupted = 4;
        while (true)
        {
            var count = write(descriptor, in MemoryMarshal.GetReference(bytes), bytes.Length);
            if (count >= 0)
            {
                return (int)count;
            }

            var fault = Marshal.GetLastPInvokeError();
            if (fault == (OperatingSystem.IsLinux() ? 11 : 35))
            {
                // It was left as one that does not wait.
                Thread.Sleep(1);
            }
            else if (fault != Interrupted)
            {
                throw new IOException(Marshal.GetPInvokeErrorMessage(fault), fault);
            }
        }
    }

    /// <summary>Has the names in a folder written to the disk, so that a file that was renamed is found after the power fails.</summary>
    public static void FlushFolder(string path)
    {
        if (OperatingSystem.IsWindows() || open(path, 0) is not (var descriptor and >= 0))
        {
            return;
        }

        _ = fsync(descriptor);
        _ = close(descriptor);
    }

#pragma warning disable IDE1006, SYSLIB1054, CA2101 // Names are the system's; the marshalling is given in full.
    [DllImport("libc", SetLastError = true)]
    private static extern int statx(int folder, [MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags, uint mask, [Out] byte[] found);

    [DllImport("libc", SetLastError = true)]
    private static extern int stat([MarshalAs(UnmanagedType.LPUTF8Str)] string path, [Out] byte[] found);

    [DllImport("libc", EntryPoint = "stat$INODE64", SetLastError = true)]
    private static extern int stat64([MarshalAs(UnmanagedType.LPUTF8Str)] string path, [Out] byte[] found);

    [DllImport("libc", SetLastError = true)]
    private static extern int fcntl(int descriptor, int command);

    [DllImport("libc", SetLastError = true)]
    private static extern nint write(int descriptor, in byte bytes, nint count);

    [DllImport("libc", SetLastError = true)]
    private static extern int open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", SetLastError = true)]
    private static extern int fsync(int descriptor);

    [DllImport("libc", SetLastError = true)]
    private static extern int close(int descriptor);
#pragma warning restore IDE1006, SYSLIB1054, CA2101
}
