namespace OnRecord.Names;

/// <summary>How a sentence uses capitals: running text, a title in which most words have one, or capitals throughout.</summary>
internal sealed class SentenceShape
{
    private const int FewWords = 3;

    private bool _allCapitals;
    private bool _titleCase;

    /// <summary>Whether a capital says that a word is a name, though no lexicon knows it.</summary>
    public bool AllowsUnknown => !_allCapitals && !_titleCase;

    public static SentenceShape Of(NameSheet sheet, Sentence sentence)
    {
        int words = 0, capitals = 0, shouted = 0, smallContent = 0, marks = 0;
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            var token = sheet.Tokens[i];
            if (!char.IsLetter(token.Form[0]))
            {
                // Commas, semicolons and figures make a list of names, not a headline.
                marks += token.Form is "," or ";" || char.IsAsciiDigit(token.Form[0]) ? 1 : 0;
                continue;
            }

            words++;
            capitals += char.IsUpper(token.Form[0]) ? 1 : 0;
            shouted += NameSheet.IsAllCapitals(token.Form) ? 1 : 0;
            smallContent += char.IsLower(token.Form[0]) && token.Upos is Upos.NOUN or Upos.VERB or Upos.ADJ or Upos.ADV ? 1 : 0;
        }

        return new SentenceShape
        {
            _allCapitals = words > FewWords && shouted * 3 > words * 2,
            _titleCase = words > FewWords + 1 && capitals * 4 >= words * 3 && smallContent == 0 && marks * 4 < words,
        };
    }

    /// <summary>Whether a known name may be read here: initials tell nothing among capitals.</summary>
    public bool Allows(KnownName name, int length) => !_allCapitals || length > 1 || !name.IsInitials;
}
