using System.Collections.Immutable;
using System.Text.RegularExpressions;
using OnRecord.Data;
using OnRecord.Pages.Stated;

namespace OnRecord.Pages.Html;

/// <summary>Finds writers' names in the byline blocks of a document.</summary>
internal sealed partial class BylineReader
{
    private const int MostWords = 5;

    private static readonly string[] Bars = [" | ", "|", " • ", " · ", " / "];

    /// <summary>"By" and a name; with fewer words the day stands first.</summary>
    private const int LeastWordsBeforeDay = 2;

    private readonly PersonNames _names;

    /// <summary>Opens the lexicons of names and of what writers are.</summary>
    /// <exception cref="DataFileException">One is missing.</exception>
    public BylineReader(DataFolder data) => _names = new PersonNames(data);

    /// <summary>The names, where they stand in the text; those that the page's data give first.</summary>
    public ImmutableArray<Byline> Read(string text, IEnumerable<Block> blocks, ImmutableArray<Stated> authors)
    {
        var found = new SortedDictionary<TextSpan, string>();
        var bylines = blocks.Where(block => block.Role == BlockRole.Byline).ToArray();
        foreach (var (block, author) in bylines.SelectMany(block => authors.Select(author => (block, author))))
        {
            var at = text.IndexOf(author.Text, block.Span.Start, block.Span.Length, StringComparison.OrdinalIgnoreCase);
            if (at >= 0)
            {
                found[new TextSpan(at, at + author.Text.Length)] = text.Substring(at, author.Text.Length);
            }
        }

        // What the data name is surer than what a line seems to name: lines are read only where the data name nobody, or an organisation.
        var lines = authors.All(author => author.From == HeadFacts.House) ? bylines.Where(block => block.Source?.Path is not null) : [];
        var houses = found.ToDictionary();
        foreach (var block in lines)
        {
            var names = Parts(block.Span.Of(text)).SelectMany(_names.Split).Where(IsName).ToArray();

            // "Lea Wagner, HARBOR RADIO": beside a name in small letters one in capitals is the house.
            foreach (var name in names.Where(name => name.Any(char.IsLower) || names.All(other => !other.Any(char.IsLower))))
            {
                var at = text.IndexOf(name, block.Span.Start, block.Span.Length, StringComparison.Ordinal);
                if (at >= 0)
                {
                    found[new TextSpan(at, at + name.Length)] = name;
                }
            }
        }

        if (found.Count > houses.Count)
        {
            houses.Keys.ToList().ForEach(house => found.Remove(house));
        }

        return [.. found.Select(pair => new Byline(pair.Key, pair.Value)).DistinctBy(byline => byline.Name)];
    }

    /// <summary>Whether a line that begins with a day names the writer behind it: "Tuesday August 19, 2025 10:05 am by Mira Holm".</summary>
    public static bool NamesWriterBehindDay(string line) => WriterBehindDay().IsMatch(line);

    /// <summary>
    /// What a byline says of writers: the part with "by", or the first, of those that bars set apart, as far as the first figure and without the month in front of it
    /// ("By Ida Rostad Aug. 24, 2025 | Harbor Post" → "By Ida Rostad"). Where the first has no "by", later ones may name writers, too.
    /// </summary>
    private static IEnumerable<string> Parts(string line)
    {
        line = WriterBehindDay().Match(line) is { Success: true } behind ? line[(behind.Index + 1)..] : line;
        var parts = line.Split(Bars, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(part => WithoutHouse(WithoutDay(part))).Where(part => part.Length > 0).ToArray();
        var by = Array.FindIndex(parts, part => part.StartsWith("by ", StringComparison.OrdinalIgnoreCase) || part.StartsWith("by:", StringComparison.OrdinalIgnoreCase));
        return by < 0 ? parts : [parts[by], .. parts[(by + 1)..].Where(part => part.StartsWith("by", StringComparison.OrdinalIgnoreCase))];
    }

    /// <summary>"By Mira Holm for the Larnet Post" → "By Mira Holm".</summary>
    private static string WithoutHouse(string line) =>
        line.IndexOf(" for ", StringComparison.Ordinal) is var at && at > 0 && line.AsSpan(0, at).Count(' ') >= LeastWordsBeforeDay ? line[..at] : line;

    private static string WithoutDay(string line)
    {
        var words = line.Split(' ');
        var figure = Array.FindIndex(words, word => word.Any(char.IsAsciiDigit));
        if (figure < 0)
        {
            return line;
        }

        var end = figure > 0 && DayReader.IsMonth(words[figure - 1].TrimEnd('.', ',')) ? figure - 1 : figure;
        return end > LeastWordsBeforeDay || end == 0 || Array.Exists(words[..end], word => word.TrimEnd(':') is "Updated" or "Published" or "Posted") ? string.Join(' ', words[..end]) : line;
    }

    private bool IsName(string name)
    {
        var words = name.Split(' ');
        return words.Length is >= 2 and <= MostWords && char.IsUpper(name[0]) && !name.Any(char.IsDigit)
            && !words.Any(_names.IsRole)
            && words.Count(word => word.Length > 0 && char.IsUpper(word[0])) >= 2;
    }

    [GeneratedRegex(@"(?<=\d[^A-Za-z]{0,8}(?:[ap]\.?m\.?)?)[ ,|-][Bb]y:? \p{Lu}", RegexOptions.CultureInvariant)]
    private static partial Regex WriterBehindDay();
}
