using NodaTime;
using NodaTime.Text;

namespace OnRecord.Tests.Corpus;

/// <summary>A marked line of a corpus file; the format is told in <c>corpus/README.md</c>.</summary>
public sealed record CorpusLine(string File, int Number, char Mark, string Value, string Text, TextSpan? Marked, LocalDate? Published)
{
    /// <summary>Where a reader finds the line.</summary>
    public string Place => $"{File}:{Number}";

    /// <summary>The marked lines of all files in <c>corpus/<paramref name="dimension"/></c>.</summary>
    public static IEnumerable<CorpusLine> ReadAll(string dimension) =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "corpus", dimension), "*.txt")
            .Order(StringComparer.Ordinal)
            .SelectMany(Read);

    private static IEnumerable<CorpusLine> Read(string path)
    {
        var file = Path.GetRelativePath(Path.Combine(Repository.Root, "corpus"), path).Replace('\\', '/');
        LocalDate? published = null;
        var value = "";
        var number = 0;
        foreach (var line in System.IO.File.ReadLines(path))
        {
            number++;
            if (line.Length == 0 || line.StartsWith("# ", StringComparison.Ordinal) || line == "#")
            {
                continue;
            }

            if (line.StartsWith('@'))
            {
                published = ReadPublished(line, $"{file}:{number}");
            }
            else if (line.Length > 2 && line[0] is '=' or '!' or '?' && line[1] == ' ')
            {
                var (text, marked) = TakeBrackets(line[2..]);
                yield return new CorpusLine(file, number, line[0], value, text, marked, published);
            }
            else
            {
                value = line.Trim();
            }
        }
    }

    private static LocalDate? ReadPublished(string line, string place)
    {
        const string Setting = "@published ";
        if (!line.StartsWith(Setting, StringComparison.Ordinal))
        {
            throw new FormatException($"{place}: unknown setting '{line}'");
        }

        var day = line[Setting.Length..].Trim();
        return day == "none" ? null : LocalDatePattern.Iso.Parse(day).Value;
    }

    internal static (string Text, TextSpan? Marked) TakeBrackets(string line)
    {
        var text = new System.Text.StringBuilder(line.Length);
        int? start = null, end = null;
        for (var i = 0; i < line.Length; i++)
        {
            var doubled = i + 1 < line.Length && line[i + 1] == line[i];
            if (line[i] is '[' or ']' && doubled)
            {
                text.Append(line[i]);
                i++;
            }
            else if (line[i] == '[' && start is null)
            {
                start = text.Length;
            }
            else if (line[i] == ']' && start is not null && end is null)
            {
                end = text.Length;
            }
            else
            {
                text.Append(line[i]);
            }
        }

        return (text.ToString(), start is { } from && end is { } to ? new TextSpan(from, to) : null);
    }
}
