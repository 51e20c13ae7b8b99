namespace OnRecord.Pages.Html;

/// <summary>Answers as numbers, for rows of a <see cref="TreeModel"/>.</summary>
internal static class Indicator
{
    /// <summary>1 where something holds, else 0.</summary>
    public static float One(bool holds) => holds ? 1 : 0;
}
