namespace OnRecord.Attributions.Chains;

/// <summary>
/// The links that stand beside a report and not around it: who is quoted as saying, whom a report cites, which outlet has seen or carried a document.
/// PARC and PolNeAR mark none of them; they are what makes a chain whole.
/// </summary>
internal static class ChainLinks
{
    public static List<Draft> Add(Sheet sheet, List<Draft> drafts)
    {
        var linked = new List<Draft>();
        foreach (var group in drafts.GroupBy(draft => draft.Cue.Sentence))
        {
            sheet.Analysis.Cancellation.ThrowIfCancellationRequested();
            var here = group.ToList();
            var sentence = sheet.Analysis.Sentences[group.Key];
            SharedSources.Give(sheet, here);
            Hearsay.Clip(here);
            for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
            {
                if (sheet.IsVerb(i))
                {
                    QuotedSpeech.Read(sheet, sentence, i, here);
                    CitedSources.Read(sheet, sentence, i, here);
                    CarriedReports.Read(sheet, sentence, i, here);
                }
            }

            linked.AddRange(here);
        }

        return linked;
    }

    /// <summary>The draft whose cue holds a token; null where none does.</summary>
    public static Draft? At(List<Draft> drafts, int token) => drafts.Find(draft => draft.Cue.First <= token && token < draft.Cue.End);

    /// <summary>A cue of these tokens.</summary>
    public static Draft New(Sheet sheet, Range cue, int head, Range source, string rule) => new()
    {
        Cue = new Cue(cue.First, cue.End, head, sheet.Lemma(head), "say", Frame.None, cue.End, Voice.Participle, sheet.Tokens[head].Sentence),
        CueSpan = sheet.Analysis.SpanOf(cue.First, cue.End),
        Rule = rule,
        Source = sheet.Analysis.SpanOf(source.First, source.End),
        FirstToken = Math.Min(cue.First, source.First),
        LastToken = Math.Max(cue.End, source.End) - 1,
    };

    /// <summary>Content without a stretch of tokens.</summary>
    public static List<TextSpan> Without(Sheet sheet, IEnumerable<TextSpan> content, int first, int end)
    {
        var hole = sheet.Analysis.SpanOf(first, end);
        var kept = new List<TextSpan>();
        foreach (var span in content)
        {
            if (!span.Overlaps(hole))
            {
                kept.Add(span);
                continue;
            }

            // The pieces beside the hole; Finishing takes off blanks and commas.
            kept.AddRange(new[] { new TextSpan(span.Start, Math.Max(span.Start, hole.Start)), new TextSpan(Math.Min(span.End, hole.End), span.End) }
                .Where(piece => HasWord(sheet.Text, piece)));
        }

        return kept;
    }

    private static bool HasWord(string text, TextSpan span) => text.AsSpan(span.Start, span.Length).IndexOfAnyExcept(" ,.;:\n\t") >= 0;
}
