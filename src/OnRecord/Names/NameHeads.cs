using System.Collections.Frozen;
using OnRecord.Data;

namespace OnRecord.Names;

/// <summary>Nouns that head names: the Ministry, the University, Lake, Street, War, Act.</summary>
internal sealed class NameHeads
{
    private readonly PhraseTable<Head> _lastWords = new();
    private readonly FrozenDictionary<string, EntityType> _first;
    private readonly FrozenDictionary<string, EntityType> _beforeOf;

    private readonly HashSet<string> _legalForms = new(StringComparer.Ordinal);
    private readonly HashSet<string> _beforePlace = new(StringComparer.Ordinal);

    public NameHeads(DataFolder data)
    {
        var first = new Dictionary<string, EntityType>(StringComparer.Ordinal);
        var beforeOf = new Dictionary<string, EntityType>(StringComparer.Ordinal);
        foreach (var row in data.Lexicon("other-heads").Rows)
        {
            Add(row["words"], row["type"] == "law" ? EntityType.Law : EntityType.Event);
            beforeOf[row["words"]] = row["type"] == "law" ? EntityType.Law : EntityType.Event;
        }

        foreach (var row in data.Lexicon("place-heads").Rows)
        {
            var (words, sides) = (row["words"], row["side"].Split(' '));
            if (sides.Contains("last"))
            {
                Add(words, EntityType.Place);
            }

            if (sides.Contains("first"))
            {
                first[words] = EntityType.Place;
            }

            if (sides.Contains("before"))
            {
                _beforePlace.Add(words);
            }

            if (sides.Contains("of"))
            {
                beforeOf[words] = EntityType.Place;
            }
        }

        foreach (var row in data.Lexicon("organization-heads").Rows)
        {
            var (words, side) = (row["words"], row["side"]);
            if (side == "last form")
            {
                _legalForms.Add(words);
            }

            if (side is "last" or "last form" or "both")
            {
                Add(words, EntityType.Organization);
            }

            if (side is "first" or "both")
            {
                beforeOf[words] = EntityType.Organization;
            }
        }

        _first = first.ToFrozenDictionary(StringComparer.Ordinal);
        _beforeOf = beforeOf.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>Number of tokens of the head that begins at a token; 0 where none does.</summary>
    public int HeadAt(ReadOnlySpan<Token> tokens, int at, out EntityType type)
    {
        var length = _lastWords.Longest(tokens, at, out var head);
        type = length > 0 ? head.Type : default;
        return length;
    }

    /// <summary>Whether the word heads a name that goes on behind it: Lake Foxwell.</summary>
    public bool OpensName(string lower, out EntityType type) => _first.TryGetValue(lower, out type);

    /// <summary>Whether the word heads a name that goes on with "of": University of Foxwell.</summary>
    public bool StandsBeforeOf(string lower, out EntityType type) => _beforeOf.TryGetValue(lower, out type);

    /// <summary>Whether the word stands before the name of a place and belongs to it: Upper Foxwell.</summary>
    public bool StandsBeforePlace(string lower) => _beforePlace.Contains(lower);

    /// <summary>Whether the word is a company's legal form, which its name may leave out.</summary>
    public bool IsLegalForm(string lower) => _legalForms.Contains(lower);

    /// <summary>Whether a name ends with, or has before "of", a noun that heads names of bodies which are no companies: the Ministry of Posts, Quornby University.</summary>
    public bool IsOtherThanCompany(string name)
    {
        var words = name.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 1 && words.Where((word, i) => _beforeOf.ContainsKey(word) && (i == words.Length - 1 || words[i + 1] is "of" or "for" or "on")).Any(word => !_legalForms.Contains(word) && word is not ("bank" or "group"));
    }

    private void Add(string words, EntityType type) => _lastWords.Add(words, new Head(type));

    private sealed record Head(EntityType Type);
}
