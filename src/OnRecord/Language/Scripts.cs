namespace OnRecord.Language;

/// <summary>What the script of a text tells of its language.</summary>
internal static class Scripts
{
    /// <summary>Japanese mixes kana with Chinese characters; from this share of kana on a text is Japanese.</summary>
    private const double LeastKana = 0.1;

    private enum Script
    {
        Latin, Han, Kana, Hangul, Cyrillic, Arabic, Hebrew, Greek, Devanagari, Thai,
    }

    /// <summary>The tag that a text's script gives; null where most of its letters are Latin, or where it has none.</summary>
    public static string? LanguageOf(ReadOnlySpan<char> text)
    {
        Span<int> counts = stackalloc int[(int)Script.Thai + 1];
        counts.Clear();
        var letters = 0;
        foreach (var letter in text)
        {
            if (Of(letter) is { } script)
            {
                counts[(int)script]++;
                letters++;
            }
        }

        var others = letters - counts[(int)Script.Latin];
        if (others * 2 <= letters)
        {
            return null;
        }

        var eastAsian = counts[(int)Script.Han] + counts[(int)Script.Kana];
        if (eastAsian * 2 > others)
        {
            return counts[(int)Script.Kana] > eastAsian * LeastKana ? "ja" : "zh";
        }

        counts[(int)Script.Latin] = 0;
        var most = 0;
        for (var i = 1; i < counts.Length; i++)
        {
            most = counts[i] > counts[most] ? i : most;
        }

        return TagOf((Script)most);
    }

    /// <summary>The language of a script that one language owns; else the script alone (ISO 15924).</summary>
    private static string TagOf(Script script) => script switch
    {
        Script.Hangul => "ko",
        Script.Hebrew => "he",
        Script.Greek => "el",
        Script.Thai => "th",
        Script.Cyrillic => "und-Cyrl",
        Script.Arabic => "und-Arab",
        Script.Devanagari => "und-Deva",
        Script.Kana => "ja",
        _ => "zh",
    };

    /// <summary>The script of a letter by its Unicode block; null for what is no letter, or of no script that is told apart here.</summary>
    private static Script? Of(char letter) => letter switch
    {
        (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= '\u00C0' and <= '\u024F') or (>= '\u1E00' and <= '\u1EFF') => Script.Latin,
        >= '\u0370' and <= '\u03FF' => Script.Greek,
        >= '\u0400' and <= '\u052F' => Script.Cyrillic,
        >= '\u0590' and <= '\u05FF' => Script.Hebrew,
        >= '\u0600' and <= '\u06FF' => Script.Arabic,
        >= '\u0900' and <= '\u097F' => Script.Devanagari,
        >= '\u0E00' and <= '\u0E7F' => Script.Thai,
        >= '\u3040' and <= '\u30FF' => Script.Kana,
        (>= '\u3400' and <= '\u9FFF') or (>= '\uD840' and <= '\uD887') => Script.Han,
        >= '\uAC00' and <= '\uD7AF' => Script.Hangul,
        _ => null,
    };
}
