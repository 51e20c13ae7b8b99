namespace OnRecord.Attributions;

/// <summary>Finds the source of a cue in the tree of its sentence.</summary>
internal static class TreeSources
{
    /// <summary>
    /// The source that the order of the words gives, where the tree agrees on its head or says nothing (its borders are the surer ones);
    /// otherwise the noun phrase of the tree's subject.
    /// </summary>
    public static Range? Choose(Sheet sheet, Cue cue, Range? near)
    {
        if (near is { } two && BehindGap(sheet, cue, two) is { } own)
        {
            return own;
        }

        var subject = sheet.Trees.Subject(cue.Head);
        if (subject < 0)
        {
            subject = sheet.Trees.Actor(cue.Head);
        }

        if (subject < 0 || (sheet.QuotationAt(subject) >= 0 && sheet.QuotationAt(subject) != sheet.QuotationAt(cue.Head)))
        {
            return near;
        }

        // A noun right before its verb is the subject oftener than what a tree finds further away.
        var touches = cue.Voice == Voice.Active && near is { } beside && beside.End == cue.First && sheet.Tag(beside.First) is not ("WP" or "WDT" or "IN");
        var isPart = near is { } inner && subject < inner.First && inner.End <= sheet.Trees.End(subject) && sheet.Trees.End(subject) <= cue.First
            && sheet.Trees.Branch(subject, inner.First) is var branch and >= 0 && sheet.Trees.Is(branch, "acl");
        if (near is { } wide && sheet.Tag(wide.First) == "DT" && sheet.ChunkFirst(wide.First) == sheet.ChunkFirst(subject) && sheet.Tokens[wide.First].Head < sheet.Trees.First(subject))
        {
            // "A deployment South Korean intelligence said …": two noun phrases side by side.
            return Phrase(sheet, subject, cue) ?? near;
        }

        return (touches && !isPart) || (near is { } range && subject >= range.First && subject < range.End) ? near : Phrase(sheet, subject, cue) ?? near;
    }

    /// <summary>
    /// "A deployment South Korean intelligence said could happen": the verb behind the cue has no subject, so that the first noun is what is spoken of, and the
    /// source begins with the capital behind it. Null where there is no such border.
    /// </summary>
    public static Range? BehindGap(Sheet sheet, Cue cue, Range near)
    {
        if (near.End != cue.First || sheet.Tag(near.First) != "DT" || cue.End >= sheet.Tokens.Length || sheet.Tag(cue.End) is not ("MD" or "VBD" or "VBZ" or "VBP"))
        {
            return null;
        }

        for (var i = near.First + 2; i < near.End; i++)
        {
            if (sheet.Tag(i - 1) is "NN" or "NNS" && char.IsUpper(sheet.Tokens[i].Form[0]))
            {
                return new Range(i, near.End);
            }
        }

        return null;
    }

    /// <summary>"Asker issued a warning that …", "voiced doubts about …": the subject of a verb that only carries its noun.</summary>
    public static Range? OfLightVerb(Sheet sheet, Cue cue)
    {
        var verb = sheet.Trees.Governor(cue.Head);
        if (verb < 0 || verb > cue.Head || !sheet.Words.Is("light", sheet.Lemma(verb)) || sheet.QuotationAt(verb) != sheet.QuotationAt(cue.Head))
        {
            return null;
        }

        var subject = sheet.Trees.Subject(verb) is var own and >= 0 ? own : sheet.Trees.Actor(verb);
        return subject < 0 ? null : Phrase(sheet, subject, cue with { First = verb, End = verb + 1 });
    }

    /// <summary>The subtree of a noun, without relative clauses, what stands on the other side of the cue, and marks at its ends.</summary>
    private static Range? Phrase(Sheet sheet, int noun, Cue cue)
    {
        var (first, end) = (sheet.Trees.First(noun), sheet.Trees.End(noun));
        foreach (var dependent in sheet.Trees.Of(noun))
        {
            if (dependent > noun && sheet.Trees.Is(dependent, "acl") && sheet.Is(sheet.Trees.First(dependent) - 1, ","))
            {
                end = Math.Min(end, sheet.Trees.First(dependent));
            }
        }

        if (noun < cue.First)
        {
            end = Math.Min(end, cue.First);
        }
        else if (noun >= cue.End)
        {
            first = Math.Max(first, cue.End);
        }
        else
        {
            return null;
        }

        while (first < noun && (sheet.Tokens[first].Upos is Upos.PUNCT or Upos.CCONJ or Upos.SCONJ or Upos.ADP || sheet.Tag(first) == "RB"))
        {
            first++;
        }

        while (end - 1 > noun && sheet.Tokens[end - 1].Upos == Upos.PUNCT && !sheet.Is(end - 1, ")"))
        {
            end--;
        }

        return first < end ? new Range(first, end) : null;
    }
}
