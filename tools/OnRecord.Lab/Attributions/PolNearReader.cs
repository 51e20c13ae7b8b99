using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace OnRecord.Lab.Attributions;

/// <summary>An attribution as PolNeAR's annotators marked it; every part may stand in several pieces.</summary>
internal sealed record GoldAttribution(ImmutableArray<TextSpan> Source, ImmutableArray<TextSpan> Cue, ImmutableArray<TextSpan> Content);

/// <summary>An article of PolNeAR with its attributions.</summary>
internal sealed record GoldArticle(string Name, string Text, ImmutableArray<GoldAttribution> Attributions);

/// <summary>Reads PolNeAR: running text and brat stand-off.</summary>
/// <remarks>
/// A few articles were annotated by several people; the first file by name is taken, so that no article counts more than once.
/// Offsets of brat count code points and are turned into UTF-16.
/// </remarks>
internal static class PolNearReader
{
    private const int AnnotatorSuffix = 5;

    /// <summary>The texts and annotations of a compartment, <c>train</c> or <c>dev</c>, in order of name.</summary>
    public static IEnumerable<(string Text, string Annotation)> Files(string compartment)
    {
        var folder = Gold.Path("attribution", "polnear", compartment);
        return Directory.EnumerateFiles(Path.Combine(folder, "attributions"), "*.ann")
            .Order(StringComparer.Ordinal)
            .GroupBy(path => Path.GetFileNameWithoutExtension(path)[..^AnnotatorSuffix], StringComparer.Ordinal)
            .Select(group => (Path.Combine(folder, "text", group.Key + ".txt"), group.First()));
    }

    /// <summary>SHA-256 prefix over the annotations of a compartment.</summary>
    public static string Fingerprint(string compartment)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (_, annotation) in Files(compartment))
        {
            hash.AppendData(File.ReadAllBytes(annotation));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }

    public static GoldArticle Read((string Text, string Annotation) files)
    {
        var text = Encoding.UTF8.GetString(File.ReadAllBytes(files.Text));
        var offsets = Utf16Offsets(text);
        var spans = new Dictionary<string, ImmutableArray<TextSpan>>(StringComparer.Ordinal);
        var found = ImmutableArray.CreateBuilder<GoldAttribution>();
        foreach (var line in File.ReadLines(files.Annotation))
        {
            var cells = line.Split('\t');
            if (line.StartsWith('T') && cells.Length >= 2)
            {
                spans[cells[0]] = ReadSpans(cells[1], offsets);
            }
            else if (line.StartsWith('E') && cells.Length >= 2)
            {
                var attribution = ReadEvent(cells[1], spans);
                if (!attribution.Cue.IsEmpty && !attribution.Content.IsEmpty)
                {
                    found.Add(attribution);
                }
            }
        }

        return new GoldArticle(Path.GetFileNameWithoutExtension(files.Text), text, found.ToImmutable());
    }

    private static ImmutableArray<TextSpan> ReadSpans(string cell, int[] offsets) =>
    [
        .. cell[(cell.IndexOf(' ', StringComparison.Ordinal) + 1)..].Split(';').Select(piece =>
        {
            var ends = piece.Split(' ').Select(number => int.Parse(number, CultureInfo.InvariantCulture)).ToArray();
            return new TextSpan(offsets[Math.Min(ends[0], offsets.Length - 1)], offsets[Math.Min(ends[1], offsets.Length - 1)]);
        }),
    ];

    private static GoldAttribution ReadEvent(string cell, Dictionary<string, ImmutableArray<TextSpan>> spans)
    {
        var roles = cell.Split(' ')
            .Select(argument => argument.Split(':'))
            .Where(parts => parts.Length == 2 && spans.ContainsKey(parts[1]))
            .ToLookup(parts => parts[0].TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9'), parts => spans[parts[1]]);
        return new GoldAttribution(Join(roles["Source"]), Join(roles["Cue"]), Join(roles["Content"]));
    }

    private static ImmutableArray<TextSpan> Join(IEnumerable<ImmutableArray<TextSpan>> spans) => [.. spans.SelectMany(span => span).Order()];

    private static int[] Utf16Offsets(string text)
    {
        var offsets = new List<int>(text.Length + 1);
        for (var i = 0; i < text.Length; i++)
        {
            if (i == 0 || !char.IsLowSurrogate(text[i]))
            {
                offsets.Add(i);
            }
        }

        offsets.Add(text.Length);
        return [.. offsets];
    }
}
