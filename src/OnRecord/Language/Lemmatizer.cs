using System.Collections.Frozen;
using OnRecord.Data;

namespace OnRecord.Language;

/// <summary>Gives a word's lemma from its form and tag: the lexicon of irregular forms first, then the rules of English spelling.</summary>
internal sealed class Lemmatizer
{
    private static readonly string[] VerbPrefixes = ["over", "under", "out", "fore", "re", "un", "mis", "up", "with", "inter", "pre", "co"];

    private readonly FrozenDictionary<(string Kind, string Form), string> _irregular;
    private readonly FrozenDictionary<string, string> _verbs;
    private readonly Stems _stems;
    private readonly ProperForms _proper;

    /// <exception cref="DataFileException">A lexicon is missing or damaged.</exception>
    public Lemmatizer(DataFolder data)
    {
        var irregular = new Dictionary<(string, string), string>();
        foreach (var row in data.Lexicon("irregular-forms").Rows)
        {
            irregular[(row["kind"], row["form"])] = row["lemma"];
        }

        _irregular = irregular.ToFrozenDictionary();
        _verbs = VerbForms(data.Lexicon("irregular-verbs")).ToFrozenDictionary(StringComparer.Ordinal);
        _stems = new Stems(data);
        _proper = new ProperForms(data);
    }

    /// <summary>The lemma.</summary>
    /// <param name="form">The word as it stands.</param>
    /// <param name="lower">The word in lower case.</param>
    /// <param name="upos">Its universal part of speech.</param>
    /// <param name="xpos">Its Penn tag.</param>
    /// <param name="context">What the sentence around it says.</param>
    public string Of(string form, string lower, Upos upos, string xpos, LemmaContext context)
    {
        if (form.Length == 0)
        {
            return form;
        }

        var word = lower.AsSpan().ContainsAny("’`´") && lower.Length > 1 ? lower.Replace('’', '\'').Replace('`', '\'').Replace('´', '\'') : lower;
        return xpos switch
        {
            "NNP" => upos is Upos.VERB ? Capitalized(NamedVerb(word)) : Irregular("name", word) ?? _proper.Name(form, context),
            "CD" => Number(form, lower),
            "FW" => word == "etc" ? "etc." : form,
            "GW" => upos is Upos.X ? lower : form,
            "AFX" => Irregular("prefix", lower) ?? lower,
            "ADD" or "LS" or "SYM" or "$" => form,
            "NNPS" => Irregular("name-plural", word) ?? PluralOfPeople(form, word) ?? NamePlural(_proper.Name(form, context)),
            "NNS" => Irregular("noun", word) ?? ProperForms.PluralOfInitials(form) ?? PluralOfPeople(form, word) ?? Irregular("name", Plural(word)) ?? Plural(word),
            "NN" => Irregular("noun", word) ?? _proper.Noun(form, lower, context),
            "JJ" => _proper.Adjective(form, lower),
            "MD" => Irregular("modal", word) ?? word,
            "VB" or "VBP" or "VBZ" or "VBD" or "VBN" or "VBG" => OfVerb(word, upos, xpos, context),
            "JJR" or "JJS" => Irregular("adjective", word) ?? _stems.Positive(word),
            "RBR" or "RBS" => Irregular("adverb", word) ?? _stems.Positive(word),
            "NFP" when upos is Upos.SYM => lower,
            "``" or "''" or "," or ":" or "." or "NFP" or "-LRB-" or "-RRB-" => Mark(form, xpos),
            "POS" => "'s",
            "PRP" when word is "i" or "'s" or "s" => word == "i" ? "I" : "we",
            "PRP$" => Irregular("possessive", word) ?? word,
            _ => Irregular("function", word) ?? (upos is Upos.PUNCT or Upos.X ? form : word),
        };
    }

    private string OfVerb(string word, Upos upos, string xpos, LemmaContext context)
    {
        if (upos is not Upos.AUX)
        {
            return Irregular("verb", word) ?? Verb(word, xpos);
        }

        return word is "'s" && context.HasFlag(LemmaContext.Perfect) ? "have" : Irregular("auxiliary", word) ?? Verb(word, xpos);
    }

    /// <summary>Marks of the same function have one lemma; the treebanks tell a dash (":") from a double hyphen within a clause.</summary>
    private static string Mark(string form, string xpos) => (form, xpos) switch
    {
        ("“" or "”" or "«" or "»" or "„", "``" or "''") => "\"",
        ("‘" or "’", _) => "'",
        ("‘‘" or "’’", _) => "''",
        ("‘’", _) => "''",
        ("--", ":") or ("–", _) or ("—", ",") => "-",
        ("...", ":") => "…",
        ("…", ".") => ".",
        _ => form,
    };

    /// <summary>1,500 → 1500; Two → two; 5m → 5 million; Roman numbers stay.</summary>
    private string Number(string form, string lower)
    {
        if (char.IsAsciiDigit(form[0]))
        {
            return form.Contains(',', StringComparison.Ordinal) ? form.Replace(",", "", StringComparison.Ordinal) : form;
        }

        return Irregular("number", lower) ?? (form.AsSpan().ContainsAnyExcept("IVXLC") ? lower : form);
    }

    /// <summary>A participle in a name: Rolling Stones.</summary>
    private string NamedVerb(string word) =>
        Verb(word, word.EndsWith("ing", StringComparison.Ordinal) ? "VBG" : word.EndsWith("ed", StringComparison.Ordinal) ? "VBN" : "VB");

    private static string Capitalized(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    private string? PluralOfPeople(string form, string word) =>
        _proper.People(form, word) is not null && Plural(word) is var one && one != word ? Capitalized(one) : null;

    private static string NamePlural(string form) =>
        form.Length > 3 && form[^1] == 's' && form[^2] is not ('s' or 'u') && !form.EndsWith("ics", StringComparison.Ordinal) ? CutNamePlural(form) : form;

    private static string CutNamePlural(string form) =>
        form.EndsWith("ies", StringComparison.Ordinal) && form.Length > 5 ? form[..^3] + "y"
        : form.EndsWith("ches", StringComparison.Ordinal) || form.EndsWith("shes", StringComparison.Ordinal) || form.EndsWith("sses", StringComparison.Ordinal) ? form[..^2]
        : form.EndsWith("'s", StringComparison.Ordinal) || form.EndsWith("’s", StringComparison.Ordinal) ? form[..^2]
        : form[..^1];

    private string? Irregular(string kind, string word) => _irregular.GetValueOrDefault((kind, word));

    private string Verb(string word, string xpos)
    {
        if (word is "is" or "are" or "was" or "were" or "am" or "'s" or "'m" or "'re" or "been" or "being" or "has" or "'ve" or "'d" or "does")
        {
            return Irregular("auxiliary", word) ?? word;
        }

        if (xpos is "VB" or "VBP")
        {
            return word;
        }

        return Known(word) ?? xpos switch
        {
            "VBZ" => VerbWithS(word),
            "VBG" when word.Length > 4 && word.EndsWith("ing", StringComparison.Ordinal) => _stems.Base(word[..^3]),
            "VBD" or "VBN" => Past(word),
            _ => word,
        };
    }

    private string? Known(string word)
    {
        if (_verbs.TryGetValue(word, out var lemma))
        {
            return lemma;
        }

        foreach (var prefix in VerbPrefixes)
        {
            if (word.Length > prefix.Length + 2 && word.StartsWith(prefix, StringComparison.Ordinal)
                && _verbs.TryGetValue(word[prefix.Length..].TrimStart('-'), out var stem))
            {
                return word[..^word[prefix.Length..].TrimStart('-').Length] + stem;
            }
        }

        return null;
    }

    private string Past(string word)
    {
        if (word.EndsWith("ied", StringComparison.Ordinal) && word.Length > 4)
        {
            return word[..^3] + "y";
        }

        if (word.EndsWith("eed", StringComparison.Ordinal))
        {
            return word[..^1];
        }

        return word.EndsWith("ed", StringComparison.Ordinal) && word.Length > 3 ? _stems.Base(word[..^2]) : word;
    }

    private static string VerbWithS(string word) => word switch
    {
        "goes" or "undergoes" or "forgoes" => word[..^2],
        "dies" or "lies" or "ties" or "vies" => word[..^1],
        _ => Plural(word),
    };

    private static string Plural(string word)
    {
        if (word.Length < 3 || word[^1] != 's')
        {
            return word.EndsWith("men", StringComparison.Ordinal) && word.Length > 4 ? word[..^2] + "an" : word;
        }

        if (char.IsAsciiDigit(word[^2]) || (word[^2] == '\'' && char.IsAsciiDigit(word[^3])))
        {
            return word.Replace("'s", "s", StringComparison.Ordinal);
        }

        if (word.EndsWith("'s", StringComparison.Ordinal))
        {
            return word[..^2];
        }

        if (word.EndsWith("ies", StringComparison.Ordinal) && word.Length > 4)
        {
            return word[..^3] + "y";
        }

        var hissing = word.EndsWith("sses", StringComparison.Ordinal) || word.EndsWith("shes", StringComparison.Ordinal)
            || word.EndsWith("ches", StringComparison.Ordinal) || word.EndsWith("xes", StringComparison.Ordinal)
            || word.EndsWith("zzes", StringComparison.Ordinal) || word.EndsWith("tzes", StringComparison.Ordinal);
        if (hissing || (word.EndsWith("oes", StringComparison.Ordinal) && word.Length > 4))
        {
            return word[..^2];
        }

        return word[^2] is 's' or '\'' ? word : word[..^1];
    }

    private static Dictionary<string, string> VerbForms(Lexicon lexicon)
    {
        var forms = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in lexicon.Rows)
        {
            foreach (var form in $"{row["past"]},{row["participle"]},{row["ing"]}".Split(',', StringSplitOptions.RemoveEmptyEntries))
            {
                // "lay" is a verb of its own and the past of "lie"; as a past it is "lie".
                forms.TryAdd(form, row["base"]);
            }
        }

        return forms;
    }
}
