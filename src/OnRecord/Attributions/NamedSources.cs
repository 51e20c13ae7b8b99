namespace OnRecord.Attributions;

/// <summary>
/// Finds the person whom a source names beside its head: "the mayor of Larnet, Dana Orlo", "a spokeswoman for the agency, Mira Holm", "biologist Pia Holm",
/// "Minister of Fisheries Nils Orlo"; and whom a relative pronoun stands for.
/// </summary>
internal static class NamedSources
{
    /// <summary>How many verbs are climbed from a relative pronoun to its noun.</summary>
    private const int Climbs = 6;

    /// <summary>The noun for which a relative pronoun stands; −1 where the token is none, or the tree does not say.</summary>
    public static int Antecedent(Sheet sheet, int pronoun)
    {
        if (sheet.Tag(pronoun) is not ("WP" or "WDT"))
        {
            return -1;
        }

        var at = pronoun;
        for (var climb = 0; climb < Climbs && at >= 0; climb++)
        {
            var head = sheet.Tokens[at].Head;
            if (sheet.Trees.Is(at, "acl") && head >= 0 && head < pronoun)
            {
                return head;
            }

            at = head;
        }

        // "Pia Holm, who": the phrase right before it.
        var before = sheet.Is(pronoun - 1, ",") ? pronoun - 2 : pronoun - 1;
        return sheet.ChunkEnd(before) is var end and > 0 && sheet.Tokens[before].Sentence == sheet.Tokens[pronoun].Sentence ? end - 1 : -1;
    }

    /// <summary>The mention of the person whom a noun phrase names; null where it names none, or one who only belongs to who speaks ("an aide to Orlo").</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="mentions">The outermost mention of each token.</param>
    /// <param name="span">The noun phrase.</param>
    /// <param name="head">Its head.</param>
    public static Mention? Beside(Sheet sheet, Mention?[] mentions, TextSpan span, int head)
    {
        if (sheet.Tag(head) is "PRP" or "WP" or "DT")
        {
            return null;
        }

        Mention? found = null;
        for (var i = sheet.Analysis.TokenAt(span.Start); i < sheet.Tokens.Length && sheet.Tokens[i].Span.Start < span.End; i++)
        {
            if (mentions[i] is { Form: MentionForm.Name, Type: EntityType.Person } name && name.Span.Start == sheet.Tokens[i].Span.Start && span.Contains(name.Span) && (found is null || found.Entity != name.Entity)
                && (IsApposed(sheet, mentions, name.Span, span, head) || IsTitled(sheet, i, name.Span, span, head)))
            {
                if (found is not null)
                {
                    return null;
                }

                found = name;
            }
        }

        return found;
    }

    /// <summary>Behind a comma, and with another or the end of the phrase behind it; not a member of a list.</summary>
    private static bool IsApposed(Sheet sheet, Mention?[] mentions, TextSpan name, TextSpan span, int head)
    {
        var first = sheet.ChunkFirst(sheet.Analysis.TokenAt(name.Start));
        var next = sheet.Analysis.TokenAt(name.End);
        if (first < 1 || !sheet.Is(first - 1, ",") || first <= head || (next < sheet.Tokens.Length && sheet.Tokens[next].Span.Start < span.End && !sheet.Is(next, ",") && !sheet.Is(next, "(")))
        {
            return false;
        }

        // "The cousin of the mayor, Dana Orlo": the mayor's name. A list: "the mayor, Dana Orlo, and the guard".
        for (var i = head + 1; i < first; i++)
        {
            if (mentions[i] is { Form: MentionForm.Nominal, Type: EntityType.Person } || (sheet.Tag(i) is "NNP" && sheet.Is(i + 1, ",") && i + 2 < first))
            {
                return false;
            }
        }

        return !(sheet.Is(next, ",") && sheet.Tag(next + 1) == "CC" && sheet.Tokens[next + 1].Span.Start < span.End) && sheet.Tag(head) is "NN" or "NNP";
    }

    /// <summary>Behind what the person does or is, in one phrase with it: "lead diver and university biologist Pia Holm".</summary>
    private static bool IsTitled(Sheet sheet, int first, TextSpan name, TextSpan span, int head)
    {
        var chunk = sheet.ChunkFirst(first);
        var isLast = name.End == span.End || sheet.Tokens[Math.Min(sheet.Analysis.TokenAt(name.End), sheet.Tokens.Length - 1)].Lower is "," or "(" or "who";
        if (!isLast || chunk < 0 || chunk == first || head >= first || sheet.Tag(first - 1) is "POS" or "CC" or "DT" or "PRP$")
        {
            return false;
        }

        var before = sheet.Tokens[chunk].Span.Start > span.Start ? chunk - 1 : -1;
        if (before < 0 || sheet.Tokens[before].Upos is Upos.CCONJ or Upos.PUNCT)
        {
            return true;
        }

        // "Minister of Fisheries Nils Orlo", but not "an aide to Minister Nils Orlo".
        return sheet.Is(before, "of") && char.IsUpper(sheet.Tokens[first - 1].Form[0]) && sheet.Tag(before - 1) is "NNP" or "NN" && !Enumerable.Range(chunk, first - chunk).Any(i => sheet.Words.Is("informant", sheet.Lemma(i)));
    }
}
