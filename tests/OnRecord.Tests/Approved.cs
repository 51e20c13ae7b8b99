namespace OnRecord.Tests;

/// <summary>Compares with an approved file: a difference leaves a <c>.received.</c> file beside it to look at and rename.</summary>
internal static class Approved
{
    /// <param name="path">The approved file, <c>name.approved.ext</c>.</param>
    /// <param name="received">What came out now.</param>
    public static void Matches(string path, string received)
    {
        var receivedPath = path.Replace(".approved.", ".received.", StringComparison.Ordinal);
        var approved = File.Exists(path) ? File.ReadAllText(path) : "";
        if (approved == received)
        {
            File.Delete(receivedPath);
            return;
        }

        File.WriteAllText(receivedPath, received);
        Assert.Fail($"{Path.GetRelativePath(Repository.Root, path)}: not what was approved.\n{FirstDifference(approved, received)}\n"
            + $"Look at {Path.GetFileName(receivedPath)}; when it is right, rename it to {Path.GetFileName(path)} (./check --approve does this for all).");
    }

    private static string FirstDifference(string approved, string received)
    {
        var old = approved.Split('\n');
        var now = received.Split('\n');
        var line = 0;
        while (line < old.Length && line < now.Length && old[line] == now[line])
        {
            line++;
        }

        return $"line {line + 1}\n- {(line < old.Length ? old[line] : "(end)")}\n+ {(line < now.Length ? now[line] : "(end)")}";
    }
}
