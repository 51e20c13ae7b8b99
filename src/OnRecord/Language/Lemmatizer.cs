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
    }

    /// <summary>The lemma.</summary>
    /// <param name="form">The word as it stands.</param>
    /// <param name="lower">The word in lower case.</param>
    /// <param name="upos">Its universal part of speech.</param>
    /// <param name="xpos">Its Penn tag.</param>
    /// <param name="isFirst">Whether it begins its sentence, where a capital says nothing.</param>
    public string Of(string form, string lower, Upos upos, string xpos, bool isFirst)
    {
        var word = lower.Replace('’', '\'');
        return xpos switch
        {
            "NNP" or "ADD" or "GW" or "FW" or "CD" or "LS" or "SYM" or "AFX" or "$" => form,
            "NNPS" => NamePlural(form),
            "NNS" => Irregular("noun", word) ?? Plural(word),
            "NN" => Irregular("noun", word) ?? (IsAcronym(form) ? form : word),
            "JJ" => IsProperAdjective(form, isFirst) ? form : word,
            "MD" => Irregular("modal", word) ?? word,
            "VB" or "VBP" or "VBZ" or "VBD" or "VBN" or "VBG" => upos is Upos.AUX ? Irregular("auxiliary", word) ?? Verb(word, xpos) : Verb(word, xpos),
            "JJR" or "JJS" => Irregular("adjective", word) ?? _stems.Positive(word),
            "RBR" or "RBS" => Irregular("adverb", word) ?? _stems.Positive(word),
            "``" or "''" => Quote(form),
            "POS" => "'s",
            "PRP" when word == "i" => "I",
            "PRP$" => word,
            _ => Irregular("function", word) ?? (upos is Upos.PUNCT or Upos.X ? form : word),
        };
    }

    private static string Quote(string form) => form switch
    {
        "“" or "”" or "«" or "»" or "„" => "\"",
        "‘" or "’" => "'",
        "‘‘" or "’’" => "''",
        _ => form,
    };

    /// <summary>TV, DNA, CEO keep their capitals.</summary>
    private static bool IsAcronym(string form)
    {
        var upper = form.Count(char.IsUpper);
        return upper >= 2 && form.Length <= 5 && upper >= form.Length - 1;
    }

    /// <summary>Palestinian, Arab, Chinese: a capital that the place in the sentence does not explain.</summary>
    private static bool IsProperAdjective(string form, bool isFirst) =>
        form.Length > 3 && char.IsUpper(form[0]) && char.IsLower(form[1])
        && (!isFirst || form.EndsWith("ian", StringComparison.Ordinal) || form.EndsWith("ese", StringComparison.Ordinal));

    private static string NamePlural(string form) =>
        form.Length > 3 && form[^1] == 's' && form[^2] is not ('s' or 'u' or 'i') ? CutNamePlural(form) : form;

    private static string CutNamePlural(string form) =>
        form.EndsWith("ies", StringComparison.Ordinal) && form.Length > 5 ? form[..^3] + "y" : form[..^1];

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
