using System.Diagnostics;

namespace OnRecord.App.Cli;

/// <summary>Faults of the program itself, as a line that a person can hand on.</summary>
internal static class Faults
{
    /// <summary>What happened and where; not a page of calls.</summary>
    public static string Told(Exception e)
    {
        if (e is OutOfMemoryException)
        {
            return "there is not enough memory; read fewer or smaller pages at a time (--max-bytes)";
        }

        var cause = e is AggregateException { InnerExceptions.Count: 1 } ? e.InnerException! : e;
        var frame = new StackTrace(cause).GetFrames().Select(one => one.GetMethod()).FirstOrDefault(one => one?.DeclaringType?.FullName?.StartsWith("OnRecord", StringComparison.Ordinal) == true);
        var place = frame is null ? "" : $", at {frame.DeclaringType!.FullName}.{frame.Name}";
        return $"a fault of the program ({cause.GetType().Name}: {cause.Message}{place}); please report it with what it was given";
    }
}
