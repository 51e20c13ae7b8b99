using System.Collections.Immutable;

namespace OnRecord.Pages.Text;

/// <summary>Knows bylines and the names in them.</summary>
internal sealed class BylineLines(PageWords words)
{
    private const int MaxRuns = 18;

    private static readonly string[] Openings = ["by ", "words by ", "written by ", "story by ", "report by ", "text by ", "from our ", "from "];

    /// <summary>Why a line is a byline; null for another line.</summary>
    public string? Reason(string text, TextSpan line, int wordCount)
    {
        if (wordCount is > MaxRuns or 0)
        {
            return null;
        }

        var runs = TextScan.Runs(text, line);
        var opening = Opening(text, line);
        var rest = opening is null ? runs : runs.Skip(opening.Count(c => c == ' ')).ToList();
        if (rest.Count == 0 || !NameAndPost(text, rest).All(run => IsBylineWord(text, run)))
        {
            return null;
        }

        var says = rest.Any(run => words.Is(run.Word(text), WordKinds.Writer | WordKinds.Agency));
        if (opening is not null && rest[0].HasWord && (char.IsUpper(text[rest[0].WordStart]) || says))
        {
            return opening is "by " || says ? "by-and-name: begins with '" + opening.TrimEnd() + "'" : null;
        }

        var parted = line.Of(text).AsSpan().IndexOfAny(",/|") >= 0;
        var agencyOnly = runs.All(run => !run.HasWord || words.Is(run.Word(text), WordKinds.Agency));
        var staff = TextScan.Normal(text, line).StartsWith("staff ", StringComparison.Ordinal);
        return says && (parted || agencyOnly || staff) && runs.Count <= 12 ? "name-and-desk: a name or desk with an agency or a writer's post" : null;
    }

    /// <summary>Without the small words of a post: "Kezia Holm, local democracy reporter" is a name, a comma, and a writer.</summary>
    private IEnumerable<Run> NameAndPost(string text, List<Run> runs)
    {
        const int LongestPost = 5;
        var comma = runs.FindIndex(run => run.HasTail && text[run.WordEnd] == ',');
        var hasPost = comma is >= 1 and <= 3 && runs.Count - comma - 1 <= LongestPost && words.Is(runs[^1].Word(text), WordKinds.Writer);
        return hasPost ? runs.Take(comma + 1).Append(runs[^1]) : runs;
    }

    /// <summary>The names of people in a byline, as written.</summary>
    public ImmutableArray<(TextSpan Span, string Name)> Names(string text, TextSpan line)
    {
        var names = ImmutableArray.CreateBuilder<(TextSpan, string)>();
        var start = line.Start + (Opening(text, line)?.Length ?? 0);
        while (start < line.End)
        {
            var end = PartEnd(text, start, line.End, out var next);
            var span = TextScan.Trim(text, new TextSpan(start, end));
            var runs = TextScan.Runs(text, span);
            if (IsPerson(text, runs, names.Count == 0))
            {
                names.Add((span, span.Of(text)));
            }

            start = next;
        }

        return names.ToImmutable();
    }

    private static string? Opening(string text, TextSpan line)
    {
        var head = text[line.Start..Math.Min(line.End, line.Start + 16)].ToLowerInvariant();
        return Openings.FirstOrDefault(opening => head.StartsWith(opening, StringComparison.Ordinal));
    }

    private bool IsBylineWord(string text, Run run) =>
        !run.HasWord || char.IsUpper(text[run.WordStart])
        || run.Word(text) is "and" or "with" or "in" or "for" or "of" or "at" or "the" or "de" or "da" or "van" or "von" or "der" or "al" or "bin" or "el" or "la"
        || words.Is(run.Word(text), WordKinds.Writer | WordKinds.Agency);

    private static int PartEnd(string text, int start, int limit, out int next)
    {
        for (var i = start; i < limit; i++)
        {
            if (text[i] is ',' or ';' or '/' or '|' or '&')
            {
                next = i + 1;
                return i;
            }

            foreach (var joint in (ReadOnlySpan<string>)[" and ", " with ", " in ", " for ", " AND "])
            {
                if (text.AsSpan(i, limit - i).StartsWith(joint, StringComparison.Ordinal))
                {
                    next = i + joint.Length;
                    return i;
                }
            }
        }

        next = limit;
        return limit;
    }

    private bool IsPerson(string text, List<Run> runs, bool first) =>
        runs.Count is >= 2 and <= 5
        && runs.All(run => run.HasWord && !char.IsDigit(text[run.WordStart]) && !words.Is(run.Word(text), WordKinds.Writer | WordKinds.Agency))
        && runs[0].IsCapitalised(text) && runs[^1].IsCapitalised(text)
        && (first || !runs.All(run => TextScan.IsCapitals(run.Word(text))));
}
