namespace OnRecord.App.Files;

/// <summary>What stands at a path, links followed.</summary>
internal enum FileKind
{
    /// <summary>Nothing, or what cannot be looked at.</summary>
    Nothing,

    /// <summary>A file of bytes.</summary>
    Regular,

    /// <summary>A folder.</summary>
    Folder,

    /// <summary>A named pipe: reading it waits for a writer, and writing for a reader.</summary>
    Pipe,

    /// <summary>A terminal, <c>/dev/null</c> and their like.</summary>
    Device,

    /// <summary>A socket.</summary>
    Socket,
}

/// <summary>Tells files from what only has their name.</summary>
internal static class FileKinds
{
    public static FileKind Of(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return Directory.Exists(path) ? FileKind.Folder : File.Exists(path) ? FileKind.Regular : FileKind.Nothing;
        }

        return (Posix.ModeOf(path) & 0xF000) switch
        {
            0x1000 => FileKind.Pipe,
            0x2000 or 0x6000 => FileKind.Device,
            0x4000 => FileKind.Folder,
            0x8000 => FileKind.Regular,
            0xC000 => FileKind.Socket,
            _ => FileKind.Nothing,
        };
    }

    /// <summary>What a message calls it.</summary>
    public static string Told(this FileKind kind) => kind switch
    {
        FileKind.Folder => "a folder",
        FileKind.Pipe => "a named pipe",
        FileKind.Device => "a device",
        FileKind.Socket => "a socket",
        FileKind.Regular => "a file",
        _ => "nothing",
    };
}
