namespace OnRecord.Tests.Corpus;

/// <summary>What each mark of a corpus line promises.</summary>
internal static class CorpusAssert
{
    /// <summary>Fails where the line's promise is broken, with what was found instead.</summary>
    public static void Holds(CorpusDimension dimension, CorpusLine line)
    {
        var found = dimension.Read(line);
        var told = found.Count == 0
            ? "nothing"
            : string.Join("; ", found.Select(finding => $"[{finding.Span.Of(line.Text)}] {finding.Value} ({finding.Rule})"));
        switch (line.Mark)
        {
            case '=':
                Assert.True(HasValue(line, found), $"{line.Place}: expected '{line.Value}' in: {line.Text}\nfound: {told}");
                break;
            case '?':
                Assert.False(HasValue(line, found), $"{line.Place}: this line is read right now; change its mark to '='.");
                break;
            default:
                Assert.False(found.Any(finding => line.Marked is not { } span || span.Overlaps(finding.Span)),
                    $"{line.Place}: nothing may be found in: {line.Text}\nfound: {told}");
                break;
        }
    }

    private static bool HasValue(CorpusLine line, IReadOnlyList<CorpusFinding> found) =>
        found.Any(finding => finding.Value == line.Value && (line.Marked is not { } span || span == finding.Span));
}
