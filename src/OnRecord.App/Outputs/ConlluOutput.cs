using System.Globalization;
using System.Text;

namespace OnRecord.App.Outputs;

/// <summary>Sentences, words, tags and trees in CoNLL-U (Universal Dependencies v2), with each word's place in the document's text.</summary>
/// <remarks><c>Start</c> and <c>End</c> in the last column count code points of the record's <c>text</c>, as the record does.</remarks>
internal sealed class ConlluOutput(Stream output, Reading reading) : IRecordOutput
{
    public void Write(string name, IReadOnlyList<Record> records)
    {
        var text = new StringBuilder();
        foreach (var record in records)
        {
            var analysis = reading.Analyze(record.Document);
            text.Append("# newdoc id = ").Append(record.Id).Append('\n');
            text.Append("# source = ").Append(name.ReplaceLineEndings(" ")).Append('\n');
            var offsets = new CodePointMap(record.Document.Text);
            for (var i = 0; i < analysis.Sentences.Length; i++)
            {
                Append(text, analysis, analysis.Sentences[i], offsets, $"{record.Id}-{(i + 1).ToString(CultureInfo.InvariantCulture)}");
            }
        }

        output.Write(Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static void Append(StringBuilder text, Analysis analysis, Sentence sentence, CodePointMap offsets, string id)
    {
        text.Append("# sent_id = ").Append(id).Append('\n');
        text.Append("# text = ");
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            var token = analysis.Tokens[i];
            text.Append(Cell(token.Form)).Append(token.SpaceAfter && i + 1 < sentence.EndToken ? " " : "");
        }

        text.Append('\n');
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            var token = analysis.Tokens[i];
            var head = token.Head < 0 ? 0 : token.Head - sentence.FirstToken + 1;
            text.Append(CultureInfo.InvariantCulture, $"{i - sentence.FirstToken + 1}\t{Cell(token.Form)}\t{Cell(token.Lemma)}\t{token.Upos}\t{token.Xpos}\t{token.Features}\t{head}\t{token.Relation}\t_\t");
            text.Append(CultureInfo.InvariantCulture, $"Start={offsets.ToCodePoints(token.Span.Start)}|End={offsets.ToCodePoints(token.Span.End)}");
            text.Append(token.SpaceAfter ? "\n" : "|SpaceAfter=No\n");
        }

        text.Append('\n');
    }

    /// <summary>A cell holds no tab and no line end; a word that does is not one that the tokenizer makes, but a page may.</summary>
    private static string Cell(string value) => value.Length == 0 ? "_" : value.Replace('\t', ' ').ReplaceLineEndings(" ");
}
