using System.Globalization;
using System.Text;

namespace OnRecord.App.Outputs;

/// <summary>Sentences, words, tags and trees in CoNLL-U (Universal Dependencies v2), with each word's place in the document's text.</summary>
/// <remarks><c>Start</c> and <c>End</c> in the last column count code points of the record's <c>text</c>, as the record does.</remarks>
internal sealed class ConlluOutput(Stream output, Reading reading, ReadLimits limits) : IRecordOutput
{
    public void Write(string name, IReadOnlyList<Record> records)
    {
        var text = new StringBuilder();
        var left = limits;
        foreach (var record in records)
        {
            var analysis = reading.Analyze(record.Document, left);
            left = left with { MaxTokens = left.MaxTokens - analysis.Tokens.Length };
            text.Append("# newdoc id = ").Append(record.Id).Append('\n');
            text.Append("# source = ").Append(TerminalText.Line(name)).Append('\n');
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
        var together = sentence.FirstToken;
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (i >= together && EndOfWord(analysis, i, sentence.EndToken) is var end && end > i + 1)
            {
                together = end;
                var form = string.Concat(analysis.Tokens[i..end].Select(part => part.Form));
                text.Append(CultureInfo.InvariantCulture, $"{Number(i)}-{Number(end - 1)}\t{Cell(form)}\t_\t_\t_\t_\t_\t_\t_\t");
                AppendPlace(text, analysis.Tokens[i].Span.Start, analysis.Tokens[end - 1].Span.End, analysis.Tokens[end - 1].SpaceAfter, offsets);
            }

            var token = analysis.Tokens[i];
            var head = token.Head < 0 ? 0 : Number(token.Head);
            text.Append(CultureInfo.InvariantCulture, $"{Number(i)}\t{Cell(token.Form)}\t{Cell(token.Lemma)}\t{token.Upos}\t{token.Xpos}\t{token.Features}\t{head}\t{token.Relation}\t_\t");

            // What stands behind a word of several is told once, of the whole.
            AppendPlace(text, token.Span.Start, token.Span.End, token.SpaceAfter || i < together, offsets);
        }

        text.Append('\n');

        int Number(int token) => token - sentence.FirstToken + 1;
    }

    private static void AppendPlace(StringBuilder text, int start, int end, bool spaceAfter, CodePointMap offsets) =>
        text.Append(CultureInfo.InvariantCulture, $"Start={offsets.ToCodePoints(start)}|End={offsets.ToCodePoints(end)}")
            .Append(spaceAfter ? "\n" : "|SpaceAfter=No\n");

    /// <summary>The treebanks' multiword tokens: words that are written as one, such as "didn't", "Kim's" and "cannot".</summary>
    private static int EndOfWord(Analysis analysis, int first, int end)
    {
        var next = first + 1;
        while (next < end && !analysis.Tokens[next - 1].SpaceAfter && IsWrittenOn(analysis.Tokens[next - 1].Form, analysis.Tokens[next].Form))
        {
            next++;
        }

        return next;
    }

    private static bool IsWrittenOn(string word, string next) =>
        char.IsLetter(next[0]) ? char.IsLetter(word[^1]) : next.Length > 1 && next[0] is '\'' or '’' && char.IsLetter(next[1]) && char.IsLetterOrDigit(word[^1]);

    /// <summary>A cell holds no tab and no line end; a word that does is not one that the tokenizer makes, but a page may.</summary>
    private static string Cell(string value) => value.Length == 0 ? "_" : value.Replace('\t', ' ').ReplaceLineEndings(" ");
}
