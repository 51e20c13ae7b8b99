namespace OnRecord.Attributions;

/// <summary>Mends where a cue ends: a tagger that looks at one word at a time takes in the first word of the phrase behind the verb.</summary>
internal static class CueEdges
{
    /// <summary>"Said for [the first time that]", "exclaimed upon [seeing him]", "said in a [statement]": without the words that open a phrase, or with all of it where the rules take it for a part of the cue.</summary>
    public static Range WithoutStub(Sheet sheet, Range cue, Draft? rule)
    {
        var verb = cue.End - 1;
        while (verb > cue.First && !sheet.IsVerb(verb))
        {
            verb--;
        }

        if (verb == cue.End - 1 || sheet.Words.Verb(sheet.Lemma(verb)) is not { Class: "say" or "tell" } entry)
        {
            return cue;
        }

        if (rule is not null && rule.Cue.First <= verb && rule.Cue.End >= cue.End && rule.Cue.End > verb + 1)
        {
            return new Range(cue.First, rule.Cue.End);
        }

        var end = cue.End;
        while (end - 1 > verb && (sheet.Tokens[end - 1].Upos == Upos.DET || (sheet.Tag(end - 1) == "IN" && !entry.Prepositions.Contains(sheet.Tokens[end - 1].Lower))))
        {
            end--;
        }

        return new Range(cue.First, end);
    }
}
