using OnRecord.Names;

namespace OnRecord.Attributions;

/// <summary>Finds whom a description means ("the minister", "the agency") among the names before it: by title, by apposition, or by a word of the name.</summary>
internal sealed class Descriptions
{
    /// <summary>Entities remembered for one noun: where so many bear it, a description with it tells none of them.</summary>
    private const int MostNamed = 200;

    private readonly Sheet _sheet;
    private readonly HashSet<(string Entity, string Office)> _offices = [];
    private readonly Dictionary<string, List<(int At, string Entity, string Office)>> _named = new(StringComparer.Ordinal);

    public Descriptions(Sheet sheet, NameFindings names)
    {
        _sheet = sheet;
        var entities = names.Entities.ToDictionary(entity => entity.Id, StringComparer.Ordinal);
        foreach (var mention in names.Mentions)
        {
            if (mention.Entity is not { } id || !entities.TryGetValue(id, out var entity))
            {
                continue;
            }

            if (entity.Type == EntityType.Person)
            {
                foreach (var title in entity.Titles)
                {
                    Add(title, mention, id);
                }

                Add(Apposition(mention), mention, id);
            }
            else if (entity.Type == EntityType.Organization)
            {
                foreach (var word in entity.Name.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                {
                    Add(word, mention, id);
                }
            }
        }
    }

    /// <summary>
    /// The entity that a noun phrase with "the" describes: the only one before it that the words fit. Null where none does, or where
    /// several do, and then <paramref name="why"/> says which.
    /// </summary>
    /// <param name="span">The noun phrase.</param>
    /// <param name="head">Its head.</param>
    /// <param name="why">Why it stays open; null where the phrase is no description.</param>
    public string? Find(TextSpan span, int head, out string? why)
    {
        var first = _sheet.Analysis.TokenAt(span.Start);
        why = null;
        if (!_sheet.Is(first, "the") || _sheet.Tag(head) != "NN" || _sheet.Tokens[head].Span.End != span.End)
        {
            return null;
        }

        var words = new TextSpan(_sheet.Tokens[Math.Min(first + 1, head)].Span.Start, span.End).Of(_sheet.Text).ToLowerInvariant();
        var fits = _named.GetValueOrDefault(_sheet.Tokens[head].Lower, [])
            .Where(one => one.At < span.Start && one.Office.EndsWith(words, StringComparison.Ordinal) && StartsWord(one.Office, words))
            .Select(one => one.Entity).Distinct().Take(2).ToList();
        why = fits.Count == 0 ? "descriptionWithoutName" : fits.Count > 1 ? "ambiguousDescription" : null;
        return fits is [var only] ? only : null;
    }

    private static bool StartsWord(string office, string words) => office.Length == words.Length || office[^(words.Length + 1)] is ' ' or '-';

    /// <summary>Under its last word, the office as a whole.</summary>
    private void Add(string? office, Mention mention, string entity)
    {
        if (office is { Length: > 0 })
        {
            var lower = office.ToLowerInvariant();
            var key = lower[(lower.LastIndexOf(' ') + 1)..];
            var list = _named.TryGetValue(key, out var known) ? known : _named[key] = [];

            // The first mention of an entity by an office is the one that counts.
            if (list.Count < MostNamed && _offices.Add((entity, lower)))
            {
                list.Add((mention.Span.Start, entity, lower));
            }
        }
    }

    /// <summary>"Jon Mire, a spokesman for the railway": the noun chunk behind the name's comma, without its article.</summary>
    private string? Apposition(Mention mention)
    {
        var comma = _sheet.Analysis.TokenAt(mention.Span.End);
        if (!_sheet.Is(comma, ",") || _sheet.ChunkFirst(comma + 1) != comma + 1 || _sheet.Tag(comma + 1) != "DT")
        {
            return null;
        }

        var last = _sheet.ChunkEnd(comma + 1) - 1;
        return last > comma + 1 && _sheet.Tag(last) == "NN" ? _sheet.Analysis.SpanOf(comma + 2, last + 1).Of(_sheet.Text) : null;
    }
}
