namespace OnRecord.Names;

/// <summary>Titles of books, films, speeches in quotation marks, beside a word that says so.</summary>
internal static class QuotedTitles
{
    private const int Longest = 16;

    /// <summary>The titles of a sentence, in order.</summary>
    public static List<NameDraft> In(NameSheet sheet, Sentence sentence)
    {
        var found = new List<NameDraft>();
        for (var i = sentence.FirstToken + 1; i < sentence.EndToken - 2; i++)
        {
            if (sheet.Tokens[i].Form is not ("“" or "\"" or "‘" or "``") || Close(sheet, sentence, i) is not { } close || !IsCued(sheet, sentence, i, close))
            {
                continue;
            }

            var end = sheet.Tokens[close - 1].Form is "," or "." ? close - 1 : close;
            if (end > i + 1 && IsTitleCase(sheet, i + 1, end))
            {
                found.Add(sheet.Draft(i + 1, end).As(EntityType.Work, NameRules.TitleInQuotes));
                i = close;
            }
        }

        return found;
    }

    private static int? Close(NameSheet sheet, Sentence sentence, int open)
    {
        var mark = sheet.Tokens[open].Form switch
        {
            "“" => "”",
            "‘" => "’",
            "``" => "''",
            _ => "\"",
        };
        for (var i = open + 1; i < Math.Min(sentence.EndToken, open + Longest); i++)
        {
            if (sheet.Tokens[i].Form == mark)
            {
                return i;
            }
        }

        return null;
    }

    private static bool IsCued(NameSheet sheet, Sentence sentence, int open, int close)
    {
        var works = sheet.Lexicon.Neighbors.Works;
        var before = open - 1 > sentence.FirstToken && sheet.Tokens[open - 1].Form == "," ? open - 2 : open - 1;
        return works.Contains(sheet.Tokens[before].Lower) || (close + 1 < sentence.EndToken && works.Contains(sheet.Tokens[close + 1].Lower));
    }

    private static bool IsTitleCase(NameSheet sheet, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            var token = sheet.Tokens[i];
            if ((i == first && char.IsLower(token.Form[0])) || (char.IsLower(token.Form[0]) && token.Upos is Upos.NOUN or Upos.VERB or Upos.ADJ or Upos.PROPN))
            {
                return false;
            }
        }

        return char.IsUpper(sheet.Tokens[first].Form[0]);
    }
}
