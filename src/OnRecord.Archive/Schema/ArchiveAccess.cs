namespace OnRecord.Archive.Schema;

/// <summary>What an archive is opened for.</summary>
internal enum ArchiveAccess
{
    /// <summary>To be read: nothing in it changes, and it may stand where nothing can be written.</summary>
    Read,

    /// <summary>To be written; it must exist.</summary>
    Write,

    /// <summary>To be written; it is made where there is none.</summary>
    Create,
}
