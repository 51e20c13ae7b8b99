using System.Collections.Frozen;
using OnRecord.Data;

namespace OnRecord.Language;

/// <summary>Which lemmas keep or take a capital: names, peoples, initials.</summary>
internal sealed class ProperForms
{
    /// <summary>Nouns in capitals up to this length are initials (DVD, GDP); longer ones are shouted.</summary>
    private const int LongestInitials = 3;

    /// <summary>Endings that only words for peoples, faiths and their members have among those of <see cref="_peoples"/>.</summary>
    private static readonly string[] PeopleEndings = ["an", "ans", "ese", "ist", "ists", "im", "ims"];

    private readonly FrozenDictionary<string, string> _peoples;
    private readonly FrozenDictionary<string, string> _countries;

    /// <exception cref="DataFileException">A lexicon is missing or damaged.</exception>
    public ProperForms(DataFolder data)
    {
        var rows = data.Lexicon("countries").Rows;
        _countries = rows.Select(row => row["name"]).ToFrozenDictionary(name => name.ToLowerInvariant(), StringComparer.Ordinal);
        var countries = rows.SelectMany(row => $"{row["adjectives"]}|{row["people"]}".Split('|'));
        _peoples = countries.Concat(data.Lexicon("peoples").Rows.Select(row => row["name"]))
            .Concat(data.Lexicon("irregular-forms").Rows.Where(row => row["kind"] == "people").Select(row => row["lemma"]))
            .Where(name => name.Length > 2 && !name.Contains(' ', StringComparison.Ordinal))
            .DistinctBy(name => name.ToLowerInvariant())
            .ToFrozenDictionary(name => name.ToLowerInvariant(), StringComparer.Ordinal);
    }

    /// <summary>Lemma of a name. A name in capitals is a word that is shouted where it is too long for initials.</summary>
    public string Name(string form, LemmaContext context)
    {
        if (char.IsLower(form[0]))
        {
            return _countries.GetValueOrDefault(form) ?? form;
        }

        if (form.Length <= LongestInitials || !LemmaContexts.IsUpper(form))
        {
            return form;
        }

        var isShouted = context.HasFlag(LemmaContext.BesideCapitals)
            || (form.Length > LongestInitials + 1 && context.HasFlag(LemmaContext.Shouted))
            || form.Length > 2 * LongestInitials;
        return isShouted ? form[..1] + form[1..].ToLowerInvariant() : form;
    }

    /// <summary>Lemma of an adjective: Palestinian and pro-Beijing keep their capitals, Executive does not.</summary>
    public string Adjective(string form, string lower) =>
        People(form, lower) is { } people ? people
        : InnerCapital(form) is > 0 and var at ? lower[..at] + form[at..]
        : form.AsSpan().ContainsAnyInRange('0', '9') ? form
        : form.Length > 4 && char.IsUpper(form[0]) && (lower.EndsWith("ian", StringComparison.Ordinal) || lower.EndsWith("ese", StringComparison.Ordinal)) && !LemmaContexts.IsUpper(form) ? form
        : lower;

    /// <summary>Lemma of a singular noun.</summary>
    public string Noun(string form, string lower, LemmaContext context) =>
        People(form, lower) is { } people ? people
        : InnerCapital(form) is > 0 and var at ? lower[..at] + form[at..]
        : IsInitials(form) && !(context.HasFlag(LemmaContext.Shouted) && form.Length > 1) ? form
        : lower;

    /// <summary>Plural of initials without its ending: CDs → CD; null for any other word.</summary>
    public static string? PluralOfInitials(string form)
    {
        var stem = form.EndsWith("'s", StringComparison.Ordinal) || form.EndsWith("’s", StringComparison.Ordinal) ? form[..^2] : form[..^1];
        return form.Length > 2 && form[^1] == 's' && LemmaContexts.IsUpper(stem) && stem.Length > 1 ? stem : null;
    }

    /// <summary>Arab, Iranians, islamist: the word with its capital; null for any other.</summary>
    public string? People(string form, string lower) =>
        _peoples.TryGetValue(lower, out var people) && (char.IsUpper(form[0]) || HasPeopleEnding(lower)) ? people : null;

    private static bool HasPeopleEnding(string lower) =>
        Array.Exists(PeopleEndings, ending => lower.EndsWith(ending, StringComparison.Ordinal));

    /// <summary>TV, DNA, Ph.D. and L2 keep their capitals.</summary>
    private static bool IsInitials(string form)
    {
        var (upper, others, figures) = (0, 0, 0);
        foreach (var c in form)
        {
            upper += char.IsUpper(c) ? 1 : 0;
            figures += char.IsAsciiDigit(c) ? 1 : 0;
            others += char.IsLetter(c) && !char.IsUpper(c) ? 1 : 0;
        }

        return upper > 0 && (figures > 0 ? others == 0
            : form.Contains('.', StringComparison.Ordinal) ? upper > 1 && others <= 1 && form.Length < 6
            : form.Length <= LongestInitials && upper >= Math.Max(1, form.Length - 1) && (others == 0 || upper > 1));
    }

    /// <summary>Where a capital stands behind a hyphen (non-European); 0 where none does.</summary>
    private static int InnerCapital(string form)
    {
        var at = form.IndexOf('-', StringComparison.Ordinal) + 1;
        return at > 1 && at + 1 < form.Length && char.IsUpper(form[at]) && char.IsLower(form[at + 1]) ? at : 0;
    }
}
