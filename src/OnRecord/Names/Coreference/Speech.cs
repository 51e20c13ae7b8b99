namespace OnRecord.Names.Coreference;

/// <summary>Which tokens stand in quotation marks, and which nouns are subjects of a verb of saying outside of them: who speaks is spoken of again as a speaker.</summary>
internal sealed class Speech
{
    private readonly NameSheet _sheet;
    private readonly NounKinds _kinds;
    private readonly bool[] _quoted;

    public Speech(NameSheet sheet, NounKinds kinds)
    {
        (_sheet, _kinds, _quoted) = (sheet, kinds, new bool[sheet.Tokens.Length]);
        var (open, block) = (false, -1);
        for (var i = 0; i < _quoted.Length; i++)
        {
            var token = sheet.Tokens[i];
            var own = sheet.Analysis.Sentences[token.Sentence].Block;
            (open, block) = (own == block && open, own);
            var opens = token.Form is "“" or "„" or "``" or "«" || (token.Form == "\"" && !open);
            var closes = token.Form is "”" or "''" or "»" || (token.Form == "\"" && open);
            _quoted[i] = open || opens;
            open = opens || (open && !closes);
        }
    }

    /// <summary>Whether a token stands in quotation marks.</summary>
    public bool IsQuoted(int token) => _quoted[token];

    /// <summary>Whether a phrase, or the noun before it to which it is the name ("manager Robin Mook"), is such a subject.</summary>
    public bool Speaks(Phrase phrase) =>
        Speaks(phrase.Head) || (_sheet.Tokens[phrase.Head] is { Head: >= 0 and var noun } && phrase is { Form: MentionForm.Name } && phrase.First == noun + 1 && Speaks(noun));

    /// <summary>Whether a noun is the subject of a verb of saying outside of quotation marks.</summary>
    public bool Speaks(int noun)
    {
        var token = _sheet.Tokens[noun];
        return token.Head >= 0 && token.Relation.StartsWith("nsubj", StringComparison.Ordinal) && !_quoted[token.Head] && _kinds.IsSaying(_sheet.Tokens[token.Head].Lemma);
    }
}
