namespace OnRecord.Lab.Levels;

/// <summary>A claim from which the judge of levels learns.</summary>
/// <param name="Text">Its text; lines of the corpus have the names of their files.</param>
/// <param name="Numbers">Its numbers.</param>
/// <param name="Alone">Whether it reads alone.</param>
/// <param name="Right">Whether every field of it is right.</param>
internal sealed record LevelRow(string Text, float[] Numbers, bool Alone, bool Right)
{
    /// <summary>Whether it stands on a page of the web, and not in a news article.</summary>
    public bool IsWeb => Text.StartsWith("wcxb-", StringComparison.Ordinal);
}
