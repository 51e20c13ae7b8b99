using System.Collections.Frozen;
using System.Globalization;
using AngleSharp.Dom;
using OnRecord.Data;

namespace OnRecord.Pages.Html;

/// <summary>What the words in class and id attributes say: weak evidence, from a lexicon, never enough by itself.</summary>
internal sealed class ClassWords
{
    private const string LexiconName = "html-classes";
    private const float Most = 3;
    private const int LongestAttribute = 300;

    private readonly FrozenDictionary<string, float>.AlternateLookup<ReadOnlySpan<char>> _weights;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _author;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _kicker;

    /// <summary>Opens the lexicon.</summary>
    /// <exception cref="DataFileException">It is missing, or a weight is not a number.</exception>
    public ClassWords(DataFolder data)
    {
        var weights = new Dictionary<string, float>(StringComparer.Ordinal);
        var meanings = new List<(string Word, string Means)>();
        foreach (var row in data.Lexicon(LexiconName).Rows)
        {
            if (!float.TryParse(row["weight"], NumberStyles.Float, CultureInfo.InvariantCulture, out var weight))
            {
                throw row.Error("the weight is not a number.");
            }

            weights[row["word"]] = weight;
            meanings.Add((row["word"], row["means"]));
        }

        _weights = weights.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        _author = Meaning("author");
        _kicker = Meaning("kicker");

        FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Meaning(string means) =>
            meanings.Where(row => row.Means == means).Select(row => row.Word).ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The weights of an element's class and id words, each counted once: above 0 for content, below for furniture.</summary>
    public float Weight(IElement element)
    {
        float least = 0, most = 0;
        Span<char> buffer = stackalloc char[LongestAttribute];
        foreach (var attribute in Attributes(element))
        {
            foreach (var word in new Words(attribute))
            {
                var lower = buffer[..word.Length];
                word.ToLowerInvariant(lower);
                if (_weights.TryGetValue(lower, out var weight))
                {
                    least = Math.Min(least, weight);
                    most = Math.Max(most, weight);
                }
            }
        }

        return Math.Clamp(least + most, -Most, Most);
    }

    /// <summary>Whether an element says of itself that it names the writer.</summary>
    public bool NamesAuthor(IElement element)
    {
        if (element.Attributes.Length == 0)
        {
            return false;
        }

        return element.GetAttribute("rel") == "author" || element.GetAttribute("itemprop") is "author" or "creator" || Has(element, _author);
    }

    /// <summary>Whether an element says of itself that it holds the words above a headline.</summary>
    public bool IsKicker(IElement element) => element.Attributes.Length > 0 && Has(element, _kicker);

    private static bool Has(IElement element, FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> meaning)
    {
        Span<char> buffer = stackalloc char[LongestAttribute];
        foreach (var attribute in Attributes(element))
        {
            foreach (var word in new Words(attribute))
            {
                var lower = buffer[..word.Length];
                word.ToLowerInvariant(lower);
                if (meaning.Contains(lower))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Element name and first class word, digits left out.</summary>
    public static string Signature(IElement element, string name)
    {
        if (element.GetAttribute("class") is not { Length: > 0 } names)
        {
            return name;
        }

        var end = names.AsSpan().Trim().IndexOfAny(' ', '\n', '\t');
        var first = end < 0 ? names.AsSpan().Trim() : names.AsSpan().Trim()[..end];
        var digit = first.IndexOfAnyInRange('0', '9');
        return string.Concat(name, ".", digit < 0 ? first : first[..digit]);
    }

    private static IEnumerable<string> Attributes(IElement element)
    {
        if (element.GetAttribute("class") is { Length: > 0 and <= LongestAttribute } names)
        {
            yield return names;
        }

        if (element.GetAttribute("id") is { Length: > 0 and <= LongestAttribute } id)
        {
            yield return id;
        }
    }

    /// <summary>The words of an attribute: letters in a row, cut before a capital.</summary>
    private ref struct Words(string attribute)
    {
        private readonly ReadOnlySpan<char> _attribute = attribute;
        private int _at;

        public ReadOnlySpan<char> Current { get; private set; }

        public readonly Words GetEnumerator() => this;

        public bool MoveNext()
        {
            while (_at < _attribute.Length && !char.IsAsciiLetter(_attribute[_at]))
            {
                _at++;
            }

            var start = _at;
            while (_at < _attribute.Length && char.IsAsciiLetter(_attribute[_at])
                && (_at == start || !char.IsAsciiLetterUpper(_attribute[_at]) || char.IsAsciiLetterUpper(_attribute[_at - 1])))
            {
                _at++;
            }

            Current = _attribute[start.._at];
            return _at > start;
        }
    }
}
