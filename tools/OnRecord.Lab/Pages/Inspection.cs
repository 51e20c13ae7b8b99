namespace OnRecord.Lab.Pages;

/// <summary>Which models a page command reads with, and what it prints beside the figures.</summary>
/// <param name="Shipped">The shipped model, which has seen the pages.</param>
/// <param name="Folds">Folder of the folds' models, or null.</param>
/// <param name="Worst">How many of the worst pages to print.</param>
/// <param name="Faults">Whether to print wrong headlines, days and writers.</param>
/// <param name="Diffs">Whether to print what differs in the text.</param>
/// <param name="Json">File that gets the gold and our blocks, or null.</param>
internal sealed record Inspection(bool Shipped, string? Folds, int Worst, bool Faults, bool Diffs, string? Json)
{
    /// <summary>Only models that were trained for this run hold a floor.</summary>
    public bool HoldsFloors => !Shipped && Folds is null;
}
