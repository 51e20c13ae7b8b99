namespace OnRecord.Names.Coreference;

/// <summary>What the grammar of a sentence forbids a pronoun to mean.</summary>
internal sealed class Binding(NameSheet sheet)
{
    /// <summary>A pronoun that is no reflexive does not mean another part of its own clause, a possessor not the thing possessed; nor does a speaker call himself "he".</summary>
    public bool Bars(Phrase pronoun, Phrase phrase)
    {
        if (pronoun.Sentence != phrase.Sentence)
        {
            return false;
        }

        var (at, other) = (sheet.Tokens[pronoun.Head], sheet.Tokens[phrase.Head]);
        if (at.Relation == "nmod:poss")
        {
            return SentenceTree.IsUnder(sheet, pronoun.Head, phrase.Head) || IsQuotedFrom(pronoun, phrase);
        }

        return (at.Head >= 0 && at.Head == other.Head && other.Relation != "conj") || SharesSubject(at, phrase.Head) || at.Head == phrase.Head || SentenceTree.IsUnder(sheet, phrase.Head, pronoun.Head) || IsQuotedFrom(pronoun, phrase);
    }

    /// <summary>"The council will print a flyer and mail it": the object of a second verb that has the first one's subject is not that subject.</summary>
    private bool SharesSubject(Token pronoun, int subject) =>
        pronoun is { Relation: "obj" or "iobj", Head: >= 0 } && sheet.Tokens[pronoun.Head] is { Relation: "conj", Head: >= 0 } verb && sheet.Tokens[subject].Head == verb.Head
        && sheet.Tokens[subject].Relation.StartsWith("nsubj", StringComparison.Ordinal) && !HasSubject(pronoun.Head, verb.Head);

    private bool HasSubject(int verb, int first)
    {
        for (var i = first + 1; i < verb; i++)
        {
            if (sheet.Tokens[i].Head == verb && sheet.Tokens[i].Relation.StartsWith("nsubj", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A pronoun does not mean a name that stands behind it under its own verb: "she said that Orlo …".</summary>
    public bool BarsAhead(Phrase pronoun, Phrase name) =>
        SentenceTree.IsUnder(sheet, name.Head, pronoun.Head)
        || (sheet.Tokens[pronoun.Head] is { Relation: not "nmod:poss", Head: >= 0 and var verb } && SentenceTree.IsUnder(sheet, name.Head, verb));

    /// <summary>Inside a quotation of the sentence, and the phrase is the subject outside it.</summary>
    private bool IsQuotedFrom(Phrase pronoun, Phrase phrase)
    {
        if (!sheet.Tokens[phrase.Head].Relation.StartsWith("nsubj", StringComparison.Ordinal) || !SentenceTree.IsUnder(sheet, pronoun.Head, sheet.Tokens[phrase.Head].Head))
        {
            return false;
        }

        var marks = 0;
        for (var i = phrase.End; i < pronoun.First; i++)
        {
            marks += sheet.Tokens[i].Form is "“" or "\"" or "``" or "”" or "''" ? 1 : 0;
        }

        return marks % 2 == 1;
    }
}
