using OnRecord.App.Inputs.Fetching;
using OnRecord.Pages;

namespace OnRecord.App.Inputs;

/// <summary>Tells in one line why a page could not be read, whatever the reason: the one place that every verb and the desk ask.</summary>
internal static class PageFault
{
    /// <summary>The reason, for a person: what to do about it where that is known, and where the fault lies where it is ours.</summary>
    public static string Told(Exception fault) => fault switch
    {
        PageInputException or FetchException or PageTimeException => fault.Message,
        FileNotFoundException or DirectoryNotFoundException => "no such file; check the path",
        UnauthorizedAccessException => "not allowed to read it; check the file's permissions",
        IOException => $"cannot be read: {fault.Message}",
        OutOfMemoryException => "cannot be read: it needs more memory than there is",
        _ => $"cannot be read: a fault of onrecord, {fault.GetType().Name}{PlaceOf(fault)}: {fault.Message.ReplaceLineEndings(" ")}; please report it with the page",
    };

    /// <summary>The method of ours in which it happened, so that a report says enough; empty where none is known.</summary>
    private static string PlaceOf(Exception fault)
    {
        const string Ours = "at OnRecord.";
        var line = (fault.StackTrace ?? "").Split('\n').Select(line => line.Trim()).FirstOrDefault(line => line.StartsWith(Ours, StringComparison.Ordinal));
        return line is null || line.IndexOf('(', StringComparison.Ordinal) is not (> 0 and var end) ? "" : $" in {line["at ".Length..end]}";
    }
}
