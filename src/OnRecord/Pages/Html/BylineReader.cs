using System.Collections.Immutable;
using OnRecord.Data;

namespace OnRecord.Pages.Html;

/// <summary>Finds writers' names in the byline blocks of a document.</summary>
internal sealed class BylineReader
{
    private const int MostWords = 5;

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

        // What the data name is surer than what a line seems to name: lines are read only where the data name nobody.
        foreach (var block in bylines.Where(_ => authors.Length == 0))
        {
            var names = _names.Split(WithoutDay(block.Span.Of(text))).Where(IsName).ToArray();

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

        return [.. found.Select(pair => new Byline(pair.Key, pair.Value)).DistinctBy(byline => byline.Name)];
    }

    /// <summary>What stands before the first figure, and before the month in front of it: "By Ida Rostad Aug. 24, 2025" → "By Ida Rostad".</summary>
    private static string WithoutDay(string line)
    {
        var words = line.Split(' ');
        var figure = Array.FindIndex(words, word => word.Any(char.IsAsciiDigit));
        if (figure < 0)
        {
            return line;
        }

        var end = figure > 0 && DayReader.IsMonth(words[figure - 1].TrimEnd('.', ',')) ? figure - 1 : figure;
        return end > LeastWordsBeforeDay ? string.Join(' ', words[..end]) : line;
    }

    private bool IsName(string name)
    {
        var words = name.Split(' ');
        return words.Length is >= 2 and <= MostWords && char.IsUpper(name[0]) && !name.Any(char.IsDigit)
            && !words.Any(_names.IsRole)
            && words.Count(word => word.Length > 0 && char.IsUpper(word[0])) >= 2;
    }
}
