namespace OnRecord.Attributions.Chains;

/// <summary>"Documents seen by the Post show …", "in a statement carried by the agency": the outlet through which a document came.</summary>
internal static class CarriedReports
{
    public static void Read(Sheet sheet, Sentence sentence, int verb, List<Draft> drafts)
    {
        var isObtained = sheet.Words.Is("obtains", sheet.Lemma(verb));
        if (sheet.Tag(verb) is not ("VBN" or "VBD") || !sheet.Is(verb + 1, "by") || !(isObtained || sheet.Words.Is("carries", sheet.Lemma(verb))) || !IsWritten(sheet, verb - 1))
        {
            return;
        }

        if (SourceFinder.Behind(sheet, verb + 2, sentence, whole: false) is not { } outlet || !(Informants.IsOutlet(sheet, outlet) || (isObtained && Informants.IsNamed(sheet, outlet.First))))
        {
            return;
        }

        if (Host(sheet, verb, drafts) is not { } host)
        {
            return;
        }

        var content = ChainLinks.Without(sheet, host.Content, verb, outlet.End);
        if (content.Count == 0)
        {
            return;
        }

        host.Content.Clear();
        host.Content.AddRange(content);
        drafts.RemoveAll(draft => draft != host && ChainLinks.At([draft], verb) is not null);
        var link = ChainLinks.New(sheet, new Range(verb, verb + 2), verb, outlet, Rules.LinkCarried);
        link.Content.AddRange(content);
        link.Within = host.Within;
        host.Within = link;
        drafts.Add(link);
    }

    private static bool IsWritten(Sheet sheet, int noun) =>
        sheet.ChunkFirst(noun) >= 0 && (sheet.Words.Is("document", sheet.Lemma(noun)) || sheet.Words.Is("utterance", sheet.Lemma(noun)) || sheet.Words.Is("document", sheet.Tokens[noun].Lower) || sheet.Words.Is("utterance", sheet.Tokens[noun].Lower));

    /// <summary>What the document says: the attribution whose source it is, or the nearest cue of saying ("said in a statement carried by …").</summary>
    private static Draft? Host(Sheet sheet, int verb, List<Draft> drafts)
    {
        var noun = sheet.Tokens[verb - 1].Span;
        var hosts = drafts.Where(draft => draft.Source is not null && ChainLinks.At([draft], verb) is null);
        return hosts.FirstOrDefault(draft => draft.Source!.Value.Contains(noun)) is { } owner ? owner
            : hosts.Where(draft => draft.Cue.Class is "say" or "tell" or "tagged").MinBy(draft => Math.Abs(draft.Cue.Head - verb));
    }
}
