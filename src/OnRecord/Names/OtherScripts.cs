namespace OnRecord.Names;

/// <summary>The same name in another script, in brackets behind it: "Taiwan Lottery Co (台灣彩券)", "the company’s (台灣彩券) draw".</summary>
internal static class OtherScripts
{
    private const int Longest = 16;

    /// <summary>Adds the names in other scripts behind their names.</summary>
    public static List<NameDraft> Add(NameSheet sheet, List<NameDraft> drafts)
    {
        var all = new List<NameDraft>(drafts.Count);
        foreach (var draft in drafts)
        {
            all.Add(draft);
            var bracket = draft.End < sheet.Tokens.Length && sheet.Tokens[draft.End].Xpos == "POS" ? draft.End + 1 : draft.End;
            var first = bracket + 1;
            if (draft.Type is { } type && first < sheet.Tokens.Length && sheet.Tokens[bracket].Form is "(" or "（")
            {
                var end = first;
                while (end < sheet.Tokens.Length && end - first < Longest && IsOtherScript(sheet.Tokens[end]))
                {
                    end++;
                }

                if (end > first && end < sheet.Tokens.Length && sheet.Tokens[end].Form is ")" or "）" or "," or ";" && sheet.Tokens[end].Sentence == sheet.Tokens[draft.First].Sentence)
                {
                    all.Add(sheet.Draft(first, end).As(type, NameRules.OtherScript));
                }
            }
        }

        return all;
    }

    /// <summary>Letters of a script in which English is not written; the middle dot parts foreign names in Chinese and Japanese.</summary>
    private static bool IsOtherScript(Token token) =>
        token.Form.All(character => (char.IsLetter(character) && character > '\u036f' && character is not (>= '\u1d00' and <= '\u1fff')) || char.IsSurrogate(character) || character is '·' or '・')
        && token.Form.Any(character => character is not ('·' or '・'));
}
