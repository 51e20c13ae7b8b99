using System.Text;

namespace OnRecord.App.Outputs;

/// <summary>The separated text: a line of <c># kind name</c>, then a block a line, then an empty line, for each document.</summary>
internal sealed class TextOutput(Stream output) : IRecordOutput
{
    public void Write(string name, IReadOnlyList<Record> records)
    {
        var text = new StringBuilder();
        foreach (var record in records)
        {
            text.Append("# ").Append(record.Document.Kind.ToString().ToLowerInvariant()).Append(' ').Append(TerminalText.Line(name)).Append('\n');
            text.Append(record.Document.Text).Append("\n\n");
        }

        output.Write(Encoding.UTF8.GetBytes(text.ToString()));
    }
}
