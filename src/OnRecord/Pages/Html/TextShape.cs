namespace OnRecord.Pages.Html;

/// <summary>Counts of the signs in a text.</summary>
internal readonly record struct TextShape(int Commas, int Letters, int UpperCase, int Capitalised, int Digits, float Ending, bool LowerCaseStart)
{
    public static TextShape Of(string text)
    {
        int commas = 0, letters = 0, upper = 0, capitalised = 0, digits = 0;
        var previous = ' ';
        foreach (var c in text)
        {
            if (char.IsLetter(c))
            {
                letters++;
                if (char.IsUpper(c))
                {
                    upper++;
                    capitalised += char.IsLetterOrDigit(previous) || previous is '\'' or '’' ? 0 : 1;
                }
            }
            else if (char.IsDigit(c))
            {
                digits++;
            }
            else if (c is ',' or ';' or '、' or '，')
            {
                commas++;
            }

            previous = c;
        }

        return new TextShape(commas, letters, upper, capitalised, digits, EndingOf(text), text.Length > 0 && char.IsLower(text[0]));
    }

    /// <summary>1 where the text ends like a sentence, one half where it announces something, else 0.</summary>
    public static float EndingOf(string text)
    {
        for (var i = text.Length - 1; i >= 0; i--)
        {
            switch (text[i])
            {
                case '.' or '!' or '?' or '。' or '！' or '？' or '…':
                    return 1;
                case ':' or ';':
                    return 0.5f;
                case '"' or '”' or '\'' or '’' or ')' or ']' or '»' or ' ' or '*' or '』' or '」':
                    continue;
                default:
                    return 0;
            }
        }

        return 0;
    }
}
