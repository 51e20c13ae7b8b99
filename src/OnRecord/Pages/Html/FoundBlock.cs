namespace OnRecord.Pages.Html;

/// <summary>A block of a document before its place in the text is known.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Role">What it is.</param>
/// <param name="Reason">A rule's name, then its evidence.</param>
/// <param name="Run">The run on the page; null for what only the page's data state.</param>
/// <param name="Stated">Where the page's data state it; null for a run.</param>
internal sealed record FoundBlock(string Text, BlockRole Role, string Reason, Run? Run, Stated? Stated = null)
{
    public static FoundBlock Of(Run run, BlockRole role, string reason) => new(run.Text, role, reason, run);
}
