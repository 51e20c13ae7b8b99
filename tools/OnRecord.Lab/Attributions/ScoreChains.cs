using System.CommandLine;
using OnRecord.Lab.Language;
using OnRecord.Lab.Scoring;

namespace OnRecord.Lab.Attributions;

/// <summary><c>score-chains</c>: the links of the chains on which claims stand, in the sentences of <c>corpus/attributions/chains</c>.</summary>
internal static class ScoreChains
{
    public static Command Command()
    {
        var errors = new Option<bool>("--errors") { Description = "Print every chain that is not the gold one." };
        var lower = new Option<bool>("--allow-lower") { Description = "Let floors fall." };
        var command = new Command("score-chains", "Scores chains of attribution on sentences of our own.") { errors, lower };
        command.SetAction(parse => Run(parse.GetValue(errors), parse.GetValue(lower)) ? 0 : 1);
        return command;
    }

    private static bool Run(bool errors, bool allowLower)
    {
        var reading = Reading.Open();
        var links = default(Score);
        int lines = 0, chains = 0, origins = 0;
        foreach (var line in ChainGold.Read())
        {
            var record = reading.Read(RunningText.Document(line.Text));
            var found = Found(record, line.Predicate);
            var right = Right(line.Links, found);
            links += new Score(right, found.Count, line.Links.Count);
            var isWhole = right == found.Count && right == line.Links.Count;
            lines++;
            chains += isWhole ? 1 : 0;
            origins += (line.Links.Count == 0 && found.Count == 0) || (line.Links.Count > 0 && found.Count > 0 && IsSame(line.Links[^1], found[^1])) ? 1 : 0;
            if (errors && !isWhole)
            {
                Console.WriteLine($"{line.Number}: {line.Text}\n   gold {Told(line.Links)}\n   ours {Told(found)}");
                foreach (var one in record.Attributions)
                {
                    Console.WriteLine($"      {one.Rule}: {one.Source?.Span.Of(line.Text) ?? "-"} | {one.Cue.Span.Of(line.Text)} | {string.Join(" … ", one.Content.Select(span => span.Of(line.Text)))}{(one.Within is null ? "" : " (within)")}");
                }
            }
        }

        Console.WriteLine($"links {links}");
        Console.WriteLine(FormattableString.Invariant($"whole chains {(double)chains / lines:F3}, origins {(double)origins / lines:F3} of {lines}"));
        return new Floors().Hold("attributions/chains/links-f1", links.F1, Treebank.Fingerprint([ChainGold.File]), allowLower);
    }

    /// <summary>The chain of the claim with this predicate, or of the smallest claim that holds it.</summary>
    private static List<ChainLink> Found(Record record, TextSpan predicate)
    {
        var text = record.Document.Text;
        var claim = record.Claims.FirstOrDefault(claim => claim.Predicate.Span.Overlaps(predicate))
            ?? record.Claims.Where(claim => claim.Span.Contains(predicate)).MinBy(claim => claim.Span.Length);
        return claim is null ? [] : [.. claim.AttributedTo.Select(id => record.Attributions.First(one => one.Id == id).Source).Select(source => source is null
            ? new ChainLink("-", null)
            : new ChainLink(source.Span.Of(text), record.Entities.FirstOrDefault(entity => entity.Id == source.Entity)?.Name))];
    }

    /// <summary>Length of the longest sequence of links that are the same in both, in order.</summary>
    private static int Right(IReadOnlyList<ChainLink> gold, List<ChainLink> ours)
    {
        var best = new int[gold.Count + 1, ours.Count + 1];
        for (var i = 1; i <= gold.Count; i++)
        {
            for (var j = 1; j <= ours.Count; j++)
            {
                best[i, j] = IsSame(gold[i - 1], ours[j - 1]) ? best[i - 1, j - 1] + 1 : Math.Max(best[i - 1, j], best[i, j - 1]);
            }
        }

        return best[gold.Count, ours.Count];
    }

    /// <summary>The same words but for the article and case, or one within the other and more than half of it; and the name, where gold gives one. Or the record says that gold's words are who it is.</summary>
    private static bool IsSame(ChainLink gold, ChainLink ours)
    {
        if (gold.Name is null && ours.Name is { } name && string.Equals(Bare(gold.Words), Bare(name), StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        var (left, right) = (Bare(gold.Words), Bare(ours.Words));
        var (shorter, longer) = left.Length < right.Length ? (left, right) : (right, left);
        return longer.Contains(shorter, StringComparison.OrdinalIgnoreCase) && shorter.Length * 2 > longer.Length
            && (gold.Name is null || string.Equals(gold.Name, ours.Name, StringComparison.OrdinalIgnoreCase));
    }

    private static string Bare(string words) => words.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? words[4..] : words;

    private static string Told(IEnumerable<ChainLink> links) => string.Join(" ← ", links.Select(link => link.Name is null ? link.Words : $"{link.Words} = {link.Name}").DefaultIfEmpty("own"));
}
