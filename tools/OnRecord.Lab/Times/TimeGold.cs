using System.Collections.Immutable;
using System.Security.Cryptography;
using NodaTime;

namespace OnRecord.Lab.Times;

/// <summary>An expression of time in a gold corpus.</summary>
/// <param name="Span">Where it stands in the document's text.</param>
/// <param name="Type">DATE, TIME, DURATION, SET; null where the corpus gives none.</param>
/// <param name="Value">TIMEX3 value; null where the corpus gives only an interval.</param>
/// <param name="Earliest">First day, where the corpus gives an interval.</param>
/// <param name="Latest">Last day, where the corpus gives an interval.</param>
internal sealed record GoldTime(TextSpan Span, string? Type, string? Value, LocalDate? Earliest = null, LocalDate? Latest = null);

/// <summary>A document with its gold.</summary>
/// <param name="Name">The corpus' name for it.</param>
/// <param name="Document">Its text in paragraphs, with the day that the corpus gives as that of its making.</param>
/// <param name="Times">Gold expressions.</param>
/// <param name="Ignored">Where nothing is scored: the line with the day of publication itself.</param>
internal sealed record GoldDocument(string Name, Document Document, ImmutableArray<GoldTime> Times, ImmutableArray<TextSpan> Ignored);

/// <summary>Documents for the analyzer, made from the text of a corpus.</summary>
internal static class GoldDocuments
{
    public static Document Make(string text, IEnumerable<TextSpan> paragraphs, LocalDate? published) => new()
    {
        Page = new PageFacts(null, "text/plain", "utf-8", new string('0', 64), null),
        Ordinal = 0,
        Kind = DocumentKind.Article,
        Text = text,
        Blocks = [.. paragraphs.Select(span => new Block(span, BlockRole.Paragraph, "gold: running text"))],
        Language = "en",
        Published = published is { } day ? new PublishedDate(day, DateBasis.Given) : null,
    };

    /// <summary>SHA-256 prefix of files, so that a floor belongs to the gold it was measured on.</summary>
    public static string Fingerprint(IEnumerable<string> paths)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var path in paths)
        {
            hash.AppendData(File.ReadAllBytes(path));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }
}
