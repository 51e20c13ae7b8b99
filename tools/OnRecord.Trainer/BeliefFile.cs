namespace OnRecord.Trainer;

/// <summary>What teachers believe of the tokens of sequences, kept between two runs: in the sequences' order, the number of values of each, then these.</summary>
internal static class BeliefFile
{
    /// <summary>Writes beliefs; none for a sequence that no teacher has read.</summary>
    public static void Write(string path, IEnumerable<float[]?> beliefs)
    {
        using var writer = new BinaryWriter(File.Create(path));
        foreach (var values in beliefs)
        {
            writer.Write(values?.Length ?? 0);
            Array.ForEach(values ?? [], writer.Write);
        }
    }

    /// <summary>The sequences of which there are beliefs, with them.</summary>
    /// <param name="sequences">The sequences for which the file was written; states and flags may have changed since.</param>
    /// <param name="labels">How many labels there are.</param>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidDataException">The file was written for other sequences.</exception>
    public static List<TaggedSequence> Join(IReadOnlyList<TaggedSequence> sequences, int labels, string path)
    {
        using var reader = new BinaryReader(File.OpenRead(path));
        var taught = new List<TaggedSequence>();
        foreach (var sequence in sequences)
        {
            var values = new float[reader.ReadInt32()];
            if (values.Length != 0 && values.Length != sequence.Length * labels)
            {
                throw new InvalidDataException($"{path} was written for other sequences: make it again.");
            }

            for (var i = 0; i < values.Length; i++)
            {
                values[i] = reader.ReadSingle();
            }

            if (values.Length > 0)
            {
                taught.Add(sequence with { Taught = values });
            }
        }

        return taught;
    }
}
