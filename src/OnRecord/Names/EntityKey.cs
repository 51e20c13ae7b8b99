using System.Globalization;
using System.Text;

namespace OnRecord.Names;

/// <summary>The key by which documents may be compared: type, normalised name, country. It tells who is called alike, not who is the same.</summary>
internal static class EntityKey
{
    /// <summary>Such as <c>person/kim-jong-un/PRK</c>, with <c>-</c> for no country. Null for a person's single name, which too many bear, and for a name without letters.</summary>
    public static string? Of(EntityType type, string name, string? country)
    {
        var bare = name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? name[4..] : name;
        var normal = Normal(bare);
        return normal.Length == 0 || (type == EntityType.Person && !normal.Contains('-', StringComparison.Ordinal))
            ? null
            : $"{type.ToString().ToLowerInvariant()}/{normal}/{country ?? "-"}";
    }

    /// <summary>Small letters and digits without accents (Unicode NFKD), a hyphen for all that stands between them; apostrophes and stops are left out.</summary>
    public static string Normal(string name)
    {
        var normal = new StringBuilder(name.Length);
        var isOpen = false;
        if (Ascii.IsValid(name))
        {
            // The same without the tables of Unicode: most names are so, and each word is looked up in the gazetteer.
            foreach (var letter in name)
            {
                if (char.IsAsciiLetterOrDigit(letter))
                {
                    normal.Append(isOpen && normal.Length > 0 ? "-" : "").Append(char.ToLowerInvariant(letter));
                    isOpen = false;
                }
                else
                {
                    isOpen |= letter is not ('.' or '\'');
                }
            }

            return normal.ToString();
        }

        foreach (var rune in Whole(name).Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                normal.Append(isOpen && normal.Length > 0 ? "-" : "").Append(Rune.ToLowerInvariant(rune).ToString());
                isOpen = false;
            }
            else if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark) && rune.Value is not ('.' or '\'' or '’'))
            {
                isOpen = true;
            }
        }

        return normal.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>Half characters, which no Unicode form takes, become U+FFFD.</summary>
    private static string Whole(string name)
    {
        var whole = new StringBuilder();
        foreach (var rune in name.EnumerateRunes())
        {
            whole.Append(rune.ToString());
        }

        return whole.ToString();
    }
}
