namespace OnRecord.Archive.Accounts;

/// <summary>What of two sides excludes the other.</summary>
internal enum ContradictionKind
{
    /// <summary>One says that it is so, the other that it is not.</summary>
    Denial,

    /// <summary>One says that the other said so, who says that it is not so.</summary>
    Ascribed,

    /// <summary>Figures of one thing, said on one day, exclude each other.</summary>
    Figure,

    /// <summary>Others did it.</summary>
    Actor,

    /// <summary>It was elsewhere.</summary>
    Place,

    /// <summary>It was on another day.</summary>
    Day,
}
