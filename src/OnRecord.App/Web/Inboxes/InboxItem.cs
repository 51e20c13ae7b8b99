using System.Collections.Immutable;

namespace OnRecord.App.Web.Inboxes;

/// <summary>Something handed in, and what became of it.</summary>
public sealed record InboxItem
{
    /// <summary>Its number.</summary>
    public required int Id { get; init; }

    /// <summary>What it was called.</summary>
    public required string Name { get; init; }

    /// <summary>Bytes.</summary>
    public required long Bytes { get; init; }

    /// <summary><c>waiting</c>, <c>reading</c>, <c>done</c>, <c>failed</c> or <c>cancelled</c>.</summary>
    public required string State { get; init; }

    /// <summary>Pages stored.</summary>
    public int Stored { get; init; }

    /// <summary>Pages that the archive had.</summary>
    public int Known { get; init; }

    /// <summary>What could not be read, and why; the first ones.</summary>
    public ImmutableArray<string> Problems { get; init; } = [];

    /// <summary>Ids of records that were found, the first ones.</summary>
    public ImmutableArray<string> Records { get; init; } = [];

    /// <summary>Whether it failed and is kept, so that it can be tried again.</summary>
    public bool IsKept { get; init; }

    internal bool IsOpen => State is "waiting" or "reading";
}
