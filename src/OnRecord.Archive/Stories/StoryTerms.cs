using System.Collections.Immutable;
using OnRecord.Archive.FullText;

namespace OnRecord.Archive.Stories;

/// <summary>A term of a document and how much it tells of it.</summary>
/// <param name="Word">In small letters, without accents, in the singular.</param>
/// <param name="Weight">In thousandths: the squares of all terms' weights make a million, so that products of two documents' weights add up to the cosine in millionths.</param>
/// <param name="IsName">Whether it stands mostly in names.</param>
internal readonly record struct StoryTerm(string Word, int Weight, bool IsName);

/// <summary>
/// The terms by which a document's story is known: its words weighted by how often they come and how rare they are in news (Salton and Buckley, 1988); names, the headline and the opening count more.
/// </summary>
/// <remarks>A pure function of the record. Weights are whole numbers, so that sums are the same in whatever order a database adds.</remarks>
internal static class StoryTerms
{
    /// <summary>Terms that are kept of a document.</summary>
    public const int Most = 32;

    /// <summary>Length of a document's vector.</summary>
    private const double Length = 1_000;

    /// <summary>Words that open a document: news tells first what happened.</summary>
    private const int OpeningWords = 40;

    private const double OpeningFactor = 1.6;
    private const double HeadlineFactor = 2.0;
    private const double NameFactor = 1.5;
    private const double NumberFactor = 0.5;

    /// <summary>Words of over a seventh of all documents tell nothing.</summary>
    private const double LeastRarity = 2;

    /// <summary>Whether stories are looked for among documents in a language: only of English is it known how rare words are.</summary>
    public static bool Knows(string language) => language == "en" || language.StartsWith("en-", StringComparison.Ordinal);

    /// <summary>The terms of a record, in the order of their words.</summary>
    public static ImmutableArray<StoryTerm> Of(Record record, DocumentFrequencies frequencies)
    {
        var seen = Seen(record);
        var weighted = seen
            .Select(term => (Word: term.Key, Weight: Weight(term.Key, term.Value, frequencies), term.Value.IsName))
            .Where(term => term.Weight > 0)
            .OrderByDescending(term => term.Weight).ThenBy(term => term.Word, StringComparer.Ordinal)
            .Take(Most).ToList();
        var length = Math.Sqrt(weighted.Sum(term => term.Weight * term.Weight));
        return [.. weighted
            .Select(term => new StoryTerm(term.Word, (int)Math.Round(Length * term.Weight / length, MidpointRounding.AwayFromZero), term.IsName))
            .OrderBy(term => term.Word, StringComparer.Ordinal)];
    }

    /// <summary>How a term comes in a document.</summary>
    private sealed class Uses
    {
        public int Count { get; set; }

        public int InNames { get; set; }

        public bool IsName => InNames > 0 && 2 * InNames >= Count;

        public bool InHeadline { get; set; }

        public bool InOpening { get; set; }
    }

    private static Dictionary<string, Uses> Seen(Record record)
    {
        var document = record.Document;
        var isName = new bool[document.Text.Length];
        foreach (var mention in record.Mentions.Where(mention => mention.Form == MentionForm.Name))
        {
            Array.Fill(isName, true, mention.Span.Start, mention.Span.Length);
        }

        var seen = new Dictionary<string, Uses>(StringComparer.Ordinal);
        var words = 0;
        foreach (var block in document.Blocks.Where(block => block.Role is BlockRole.Headline or BlockRole.Heading || block.Role.IsRunningText()))
        {
            foreach (var word in WordFolding.Words(block.Span.Of(document.Text)))
            {
                var term = DocumentFrequencies.TermOf(word.Folded);
                if (!seen.TryGetValue(term, out var uses))
                {
                    seen.Add(term, uses = new Uses());
                }

                uses.Count++;
                uses.InNames += isName[block.Span.Start + word.Start] ? 1 : 0;
                uses.InHeadline |= block.Role == BlockRole.Headline;
                uses.InOpening |= words++ < OpeningWords;
            }
        }

        return seen;
    }

    private static double Weight(string term, Uses uses, DocumentFrequencies frequencies)
    {
        var rarity = frequencies.Rarity(term);
        if (term.Length < 2 || rarity < LeastRarity)
        {
            return 0;
        }

        // What comes once more tells less each time.
        return rarity * uses.Count / (uses.Count + 1)
            * (uses.InHeadline ? HeadlineFactor : uses.InOpening ? OpeningFactor : 1)
            * (uses.IsName ? NameFactor : 1)
            * (term.All(char.IsAsciiDigit) ? NumberFactor : 1);
    }
}
