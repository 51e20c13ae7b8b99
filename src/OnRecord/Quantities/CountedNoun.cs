using OnRecord.Data;

namespace OnRecord.Quantities;

/// <summary>Finds the noun phrase behind a figure: what it counts.</summary>
internal sealed class CountedNoun
{
    /// <summary>The longest noun phrase looked for, in parts.</summary>
    private const int MaxLength = 14;

    private readonly HashSet<string> _casualties;

    /// <exception cref="DataFileException">The lexicon is missing.</exception>
    public CountedNoun(DataFolder data)
    {
        _casualties = data.Lexicon("casualty-words").Rows.Where(row => row["role"] == "word").Select(row => row["word"]).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>A noun phrase as a range of parts; empty where there is none.</summary>
    public readonly record struct Phrase(int Start, int End, bool IsPronoun, bool AfterOf, bool Joined);

    /// <summary>The noun phrase that a figure ending before <paramref name="end"/> counts.</summary>
    /// <param name="parts">The sentence.</param>
    /// <param name="end">The first part behind the figure.</param>
    /// <param name="isFree">Whether a part may be used: not one in an expression of time.</param>
    public Phrase? Find(ReadOnlySpan<Token> parts, int end, Func<Token, bool> isFree)
    {
        var at = end;
        var of = at < parts.Length && parts[at].Lower == "of";
        if (of)
        {
            at = AfterDeterminers(parts, at + 1);
            if (at < parts.Length && IsPronoun(parts[at]))
            {
                return new Phrase(at, at + 1, true, true, false);
            }
        }

        var joined = !of && NumberParser.IsJoin(parts, at);
        at += joined ? 1 : 0;
        while (at < parts.Length && !joined && parts[at].Lower is "more" or "fewer" or "further" or "additional" or "extra")
        {
            at++;
        }

        var last = Last(parts, at, isFree, joined);
        if (last >= at)
        {
            return new Phrase(at, last + 1, false, of, joined);
        }

        return at < parts.Length && !of && _casualties.Contains(parts[at].Lower) ? new Phrase(at, at + 1, false, false, false) : null;
    }

    private static int AfterDeterminers(ReadOnlySpan<Token> parts, int at)
    {
        // "five of the past six elections": the inner number is a figure of its own, and no part of the phrase.
        while (at + 1 < parts.Length && IsDeterminer(parts, at)
            && parts[at + 1].Upos is Upos.NOUN or Upos.PROPN or Upos.ADJ or Upos.VERB or Upos.NUM or Upos.DET or Upos.ADV)
        {
            at++;
        }

        return at;
    }

    private static bool IsDeterminer(ReadOnlySpan<Token> parts, int at) =>
        parts[at].Lower is "the" or "its" or "his" or "her" or "their" or "our" or "my" or "your" or "these" or "those" or "all" or "such" or "past" or "last" or "previous"
        || (parts[at].Upos == Upos.NUM && parts[at - 1].Lower != "of");

    private static bool IsPronoun(Token part) => part.Lower is "them" or "us" or "you" or "those" or "these" or "which" or "whom" or "it" or "this" or "that";

    /// <summary>Index of the last noun of the phrase that begins at a part; before it where there is none.</summary>
    private static int Last(ReadOnlySpan<Token> parts, int at, Func<Token, bool> isFree, bool joined)
    {
        var last = at - 1;
        var stop = Math.Min(parts.Length, at + (joined ? 1 : MaxLength));
        for (var i = at; i < stop && isFree(parts[i]); i++)
        {
            if (last == i - 1 && last >= at && parts[last].Xpos == "NNS" && parts[i].Upos == Upos.PROPN)
            {
                // "two reasons Israel refuses": a plural is the end of its phrase, and a name begins another.
                break;
            }

            if (IsNoun(parts, i, at))
            {
                last = i;
            }
            else if (!Continues(parts, i, last >= at, at))
            {
                break;
            }
        }

        return last;
    }

    /// <summary>A noun; and a word in -s right behind the figure that was taken for a verb: "two wins to one".</summary>
    private static bool IsNoun(ReadOnlySpan<Token> parts, int i, int at) =>
        char.IsLetterOrDigit(parts[i].Form[0]) && (parts[i].Upos is Upos.NOUN or Upos.PROPN || (i == at && parts[i].Xpos == "VBZ"));

    /// <summary>Whether a part that is no noun can stand inside the phrase.</summary>
    private static bool Continues(ReadOnlySpan<Token> parts, int i, bool hasNoun, int start)
    {
        var part = parts[i];
        return part.Upos switch
        {
            Upos.ADJ => !hasNoun || NumberParser.IsJoin(parts, i - 1) || (i > 0 && parts[i - 1].Upos is not Upos.NOUN),
            Upos.PROPN or Upos.NOUN => part.Form == ".",
            Upos.VERB when NumberParser.IsJoin(parts, i - 1) => true,
            Upos.VERB when part.Xpos == "VBD" => !hasNoun && part.Lower.EndsWith("ed", StringComparison.Ordinal) && i + 1 < parts.Length && (parts[i + 1].Xpos == "NNS" || (i + 2 < parts.Length && parts[i + 2].Xpos == "NNS")),
            Upos.VERB => part.Xpos is "VBN" or "VBG" && !hasNoun && i + 1 < parts.Length && parts[i + 1].Upos is Upos.NOUN or Upos.ADJ or Upos.PROPN or Upos.VERB,
            Upos.ADV => !hasNoun && i + 1 < parts.Length && parts[i + 1].Upos is Upos.ADJ or Upos.VERB,
            Upos.ADP => NumberParser.IsJoin(parts, i - 1) && NumberParser.IsJoin(parts, i + 1),
            Upos.PUNCT => NumberParser.IsJoin(parts, i) || (hasNoun && part.Form is "'" or "’" && i + 1 < parts.Length && parts[i + 1].Lower == "s"),
            Upos.PART => hasNoun && part.Form is "'" or "’" or "s",
            Upos.NUM => hasNoun && i + 1 < parts.Length && parts[i + 1].Upos is Upos.NOUN or Upos.PROPN && parts[i - 1].Upos == Upos.PROPN,
            Upos.CCONJ => part.Lower is "and" or "or" or "&" && JoinsPlural(parts, i, hasNoun, start),
            _ => false,
        };
    }

    /// <summary>"workers and deminers": a second plural belongs to the phrase; "cars and a bus" and "cars and 12 buses" do not.</summary>
    private static bool JoinsPlural(ReadOnlySpan<Token> parts, int i, bool hasNoun, int start)
    {
        if (i + 1 >= parts.Length)
        {
            return false;
        }

        if (!hasNoun)
        {
            return i > start && parts[i + 1].Upos is Upos.ADJ or Upos.NOUN;
        }

        return parts[i - 1].Xpos == "NNS" && (parts[i + 1].Xpos == "NNS" || (i + 2 < parts.Length && parts[i + 1].Upos is Upos.NOUN or Upos.ADJ && parts[i + 2].Xpos == "NNS"));
    }
}
