using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using NodaTime.Text;
using OnRecord.Archive.FullText;
using OnRecord.Archive.Schema;

namespace OnRecord.Archive.Search;

/// <summary>What to search for: words, and filters with a name and a colon before them.</summary>
/// <remarks>
/// Words stand side by side where all must occur; <c>"…"</c> is a phrase, <c>dam*</c> a beginning, <c>-word</c> must not occur, <c>a OR b</c> one of two. Words are compared by their stems
/// (Porter, 1980) and without accents.
/// </remarks>
public sealed record SearchQuery
{
    /// <summary>Names of the filters.</summary>
    public static readonly ImmutableArray<string> FilterNames = ["after", "before", "country", "kind", "language", "level", "name", "negated", "published", "publisher", "source", "speaker", "status"];

    /// <summary>Most different words that a query may hold, those of phrases among them: what it costs grows faster than their number.</summary>
    public const int MostWords = 64;

    /// <summary>Most characters of a query.</summary>
    public const int MostCharacters = 4_096;

    private static readonly string[] Statuses = [.. Enum.GetNames<ClaimStatus>().Select(Camel)];
    private static readonly string[] Levels = [.. Enum.GetNames<ClaimLevel>().Select(Camel)];
    private static readonly string[] Kinds = [.. Enum.GetNames<DocumentKind>().Select(Camel)];

    /// <summary>Whether it asks for words.</summary>
    public bool HasWords => !Words.IsEmpty;

    /// <summary>The words.</summary>
    internal WordQuery Words { get; private init; } = WordQuery.None;

    /// <summary>ISO 3166-1 code, or name, of a country that the document names.</summary>
    public string? Country { get; private init; }

    /// <summary>Article, teaser or listing.</summary>
    public string? Kind { get; private init; }

    /// <summary>BCP 47 tag.</summary>
    public string? Language { get; private init; }

    /// <summary>Part of a name in the document, or of its headline; three letters at least.</summary>
    public string? Name { get; private init; }

    /// <summary>Days of publication, both inclusive; null where an end is open.</summary>
    public (string? First, string? Last)? Published { get; private init; }

    /// <summary>Part of the publisher's name.</summary>
    public string? Publisher { get; private init; }

    /// <summary>Whole words, one after the other, of those that name a claim's source, or of its entity's name; without accents, whatever their capitals.</summary>
    public string? Source { get; private init; }

    /// <summary>A claim's source, to the letter: the name of its entity or, where it has none, the words that name it.</summary>
    public string? Speaker { get; private init; }

    /// <summary>Status of a claim.</summary>
    public string? Status { get; private init; }

    /// <summary>Level of a claim.</summary>
    public string? Level { get; private init; }

    /// <summary>Whether a claim says itself that something is not so; null where that is not asked.</summary>
    public bool? Negated { get; private init; }

    /// <summary>Whether claims are found, too, that do not read alone.</summary>
    public bool All { get; private init; }

    /// <summary>The claim may have happened on this day or later.</summary>
    public string? After { get; private init; }

    /// <summary>The claim may have happened on this day or earlier.</summary>
    public string? Before { get; private init; }

    /// <summary>Whether the query asks of claims, and not of documents only.</summary>
    public bool IsOfClaims => Source is not null || Speaker is not null || Status is not null || Level is not null || Negated is not null || After is not null || Before is not null;

    /// <summary>Reads a query as a user writes it.</summary>
    /// <exception cref="QueryException">A filter is unknown or has an impossible value; the message tells which and what is possible.</exception>
    public static SearchQuery Parse(string text)
    {
        if (text.Length > MostCharacters)
        {
            throw new QueryException(string.Create(CultureInfo.InvariantCulture, $"the query has {text.Length:N0} characters; up to {MostCharacters:N0} can be asked at once"));
        }

        var (query, groups, without, isOr) = (new SearchQuery(), new List<ImmutableArray<Term>>(), ImmutableArray.CreateBuilder<Term>(), false);
        foreach (var (part, isQuoted, isOut) in Parts(text))
        {
            var colon = isQuoted ? -1 : part.IndexOf(':', StringComparison.Ordinal);
            if (!isQuoted && part == "OR")
            {
                isOr = groups.Count > 0;
            }
            else if (colon > 0 && part[..colon].All(char.IsAsciiLetter) && !part[colon..].StartsWith("://", StringComparison.Ordinal))
            {
                query = query.With(part[..colon].ToLowerInvariant(), part[(colon + 1)..]);
            }
            else if (!part.Any(char.IsLetterOrDigit))
            {
                continue;
            }
            else if (Shaped(part, isQuoted) is var term && isOut)
            {
                without.Add(term);
            }
            else if (isOr)
            {
                (groups[^1], isOr) = (groups[^1].Add(term), false);
            }
            else
            {
                groups.Add([term]);
            }
        }

        return groups.Count == 0 && without.Count > 0
            ? throw new QueryException($"-{without[0].Text}: name a word that must occur, too")
            : query with { Words = Bounded(new WordQuery([.. groups], without.ToImmutable()).Distinct()) };
    }

    /// <summary>The query with one filter more, or with another value of it.</summary>
    /// <exception cref="QueryException">The filter is unknown or has an impossible value.</exception>
    public SearchQuery Filtered(string name, string value) => value.Length <= MostCharacters ? With(name, value) : throw new QueryException($"{name}: is too long");

    /// <summary>The query with fragments, claims that do not read alone, among what it finds.</summary>
    public SearchQuery WithFragments() => this with { All = true };

    private static WordQuery Bounded(WordQuery words) => words.Count <= MostWords ? words
        : throw new QueryException(string.Create(CultureInfo.InvariantCulture, $"the query has {words.Count} different words; up to {MostWords} can be asked at once"));

    private static Term Shaped(string part, bool isQuoted) => new(part.TrimEnd('*'), !isQuoted && part.EndsWith('*'));

    /// <summary>Splits at blanks outside of quotation marks; a filter's value may be quoted.</summary>
    private static IEnumerable<(string Text, bool IsQuoted, bool IsOut)> Parts(string text)
    {
        for (var i = 0; i < text.Length;)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                i++;
                continue;
            }

            var isOut = text[i] == '-' && i + 1 < text.Length && !char.IsWhiteSpace(text[i + 1]);
            i += isOut ? 1 : 0;
            var (part, isQuoted, begin) = (new System.Text.StringBuilder(), text[i] == '"', i);
            var isOpen = false;
            while (i < text.Length && (isOpen || !char.IsWhiteSpace(text[i])))
            {
                if (text[i] == '"')
                {
                    isOpen = !isOpen;
                }
                else
                {
                    part.Append(text[i]);
                }

                i++;
            }

            if (i > begin)
            {
                yield return (part.ToString(), isQuoted, isOut);
            }
        }
    }

    private SearchQuery With(string name, string value) => value.Length == 0
        ? throw new QueryException($"{name}: needs a value")
        : name switch
        {
            "country" => this with { Country = value },
            "kind" => this with { Kind = OneOf(name, value, Kinds) },
            "language" => this with { Language = value },
            "name" => this with { Name = value.Length >= 3 ? value : throw new QueryException($"name:{value}: give three letters at least") },
            "published" => this with { Published = Days(name, value) },
            "publisher" => this with { Publisher = value },
            "source" => this with { Source = RecordRows.Voice(value).Length > 0 ? value : throw new QueryException($"source:{value}: give a word of its name") },
            "speaker" => this with { Speaker = value },
            "level" => this with { Level = OneOf(name, value, Levels) },
            "negated" => this with { Negated = OneOf(name, value, ["true", "false"]) == "true" },
            "status" => this with { Status = OneOf(name, value, Statuses) },
            "after" => this with { After = Days(name, value).First ?? throw Wrong(name, value) },
            "before" => this with { Before = Days(name, value).Last ?? throw Wrong(name, value) },
            _ => throw new QueryException($"{name}: is no filter; there are {string.Join(", ", FilterNames)} (put \"{name}:{value}\" in quotation marks to search for it)"),
        };

    private static string OneOf(string name, string value, string[] known) =>
        known.FirstOrDefault(one => one.Equals(value, StringComparison.OrdinalIgnoreCase)) ?? throw new QueryException($"{name}:{value}: is none of {string.Join(", ", known)}");

    /// <summary>A day, month or year, or two with <c>..</c> between, either of which may be left out.</summary>
    private static (string? First, string? Last) Days(string name, string value)
    {
        var ends = value.Split("..", 2);
        return ends.Length == 1 ? Whole(name, value)
            : (ends[0].Length == 0 ? null : Whole(name, ends[0]).First, ends[1].Length == 0 ? null : Whole(name, ends[1]).Last);
    }

    private static (string? First, string? Last) Whole(string name, string value)
    {
        if (LocalDatePattern.Iso.Parse(value) is { Success: true })
        {
            return (value, value);
        }

        if (value.Length == 7 && LocalDatePattern.Iso.Parse(value + "-01") is { Success: true, Value: var month })
        {
            return (value + "-01", LocalDatePattern.Iso.Format(month.With(DateAdjusters.EndOfMonth)));
        }

        return value.Length == 4 && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _) ? (value + "-01-01", value + "-12-31") : throw Wrong(name, value);
    }

    private static QueryException Wrong(string name, string value) => new($"{name}:{value}: takes a day, month or year as 2025-08-25, 2025-08 or 2025, or two with .. between");

    private static string Camel(string name) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(name);
}
