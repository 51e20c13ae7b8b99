namespace OnRecord.App.Outputs;

/// <summary>What an output is made of, as far as a terminal is concerned.</summary>
internal enum OutputForm
{
    /// <summary>Text as pages hold it.</summary>
    Text,

    /// <summary>A report that was cleaned already and may have colours.</summary>
    Report,

    /// <summary>Bytes that are no text.</summary>
    Bytes,
}

/// <summary>The form of each format.</summary>
internal static class OutputForms
{
    public static OutputForm Of(string format) => format switch
    {
        "table" => OutputForm.Report,
        "parquet" or "events-parquet" or "brat" => OutputForm.Bytes,
        _ => OutputForm.Text,
    };
}
