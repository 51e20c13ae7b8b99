namespace OnRecord.App.Outputs;

/// <summary>Writes records in one format, a page at a time.</summary>
internal interface IRecordOutput
{
    /// <summary>Writes the records of one page.</summary>
    /// <param name="name">The page as the user named it.</param>
    /// <param name="records">What was read on it.</param>
    void Write(string name, IReadOnlyList<Record> records);
}
