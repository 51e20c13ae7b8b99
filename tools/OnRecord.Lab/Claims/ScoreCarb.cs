using System.CommandLine;
using OnRecord.Lab.Attributions;
using OnRecord.Lab.Language;
using OnRecord.Lab.Scoring;

namespace OnRecord.Lab.Claims;

/// <summary>
/// <c>score-carb</c>: claims as tuples on CaRB's dev set (Bhardwaj et al., 2019): a tuple a claim, of its roles and the words of its statement that have none. Recall is the mean over gold
/// tuples of the best match of any of ours; precision matches one to one, greedily; F1 is the best over all thresholds of a tuple's confidence.
/// </summary>
internal static class ScoreCarb
{
    private static readonly string[] Prepositions = ["about", "after", "against", "as", "at", "by", "during", "for", "from", "in", "into", "near", "of", "on", "over", "through", "to", "under", "with", "within"];

    public static Command Command()
    {
        var lower = new Option<bool>("--allow-lower") { Description = "Let floors fall." };
        var show = new Option<bool>("--show") { Description = "Print gold and our tuples of every sentence." };
        var command = new Command("score-carb", "Scores claims as tuples on CaRB dev.") { lower, show };
        command.SetAction(parse => Run(parse.GetValue(lower), parse.GetValue(show)) ? 0 : 1);
        return command;
    }

    private static bool Run(bool allowLower, bool show)
    {
        var reading = Reading.Open();
        var file = Gold.Path("statements", "carb-dev.tsv");
        var sentences = CarbTuple.Read(file).Select(gold => (gold.Sentence, gold.Tuples, Ours: Tuples(reading.Read(RunningText.Document(gold.Sentence))).ToList())).ToList();
        foreach (var (sentence, gold, ours) in show ? sentences : [])
        {
            Console.WriteLine(sentence);
            gold.ToList().ForEach(tuple => Console.WriteLine("  gold " + Line(tuple)));
            ours.ForEach(one => Console.WriteLine(FormattableString.Invariant($"  ours {one.Confidence:F2} {Line(one.Tuple)}")));
        }

        var best = sentences.SelectMany(one => one.Ours).Select(one => one.Confidence).Distinct()
            .Select(threshold => Score([.. sentences.Select(one => (one.Tuples, one.Ours.Where(ours => ours.Confidence >= threshold).Select(ours => ours.Tuple).ToList()))], threshold))
            .MaxBy(score => score.F1);
        Console.WriteLine(FormattableString.Invariant($"carb dev, {sentences.Count} sentences: precision {best.Precision:F3}, recall {best.Recall:F3}, F1 {best.F1:F3} at {best.Threshold:F2}"));
        return new Floors().Hold("claims/carb-dev/f1", best.F1, Treebank.Fingerprint([file]), allowLower);
    }

    /// <summary>The tuples of a record, with how sure we are of each.</summary>
    private static IEnumerable<(CarbTuple Tuple, double Confidence)> Tuples(Record record)
    {
        var text = record.Document.Text;
        foreach (var claim in record.Claims)
        {
            var subject = claim.Roles.FirstOrDefault(role => role.Role is RoleKind.Agent or RoleKind.Patient && role.Span.Start < claim.Predicate.Span.Start)
                ?? claim.Roles.FirstOrDefault(role => role.Role is RoleKind.Agent or RoleKind.Patient);
            if (subject is null)
            {
                continue;
            }

            var predicate = Words(claim, subject, text, behind: false).Select(word => word.Of(text)).DefaultIfEmpty(claim.Predicate.Span.Of(text)).ToArray();
            // As the set's annotators wrote them: a preposition before the first argument belongs to the predicate.
            var order = claim.Roles.Where(role => role != subject).OrderBy(role => role.Role is RoleKind.Agent or RoleKind.Patient or RoleKind.Recipient or RoleKind.Attribute ? 0 : 1);
            var arguments = order.Select(role => Words(text, role.Span)).ToList();
            if (Words(claim, subject, text, behind: true).Select(word => word.Of(text)).ToArray() is { Length: > 0 } rest)
            {
                arguments.Add(rest);
            }

            if (arguments.Count > 0 && arguments[0].Length > 1 && Prepositions.Contains(arguments[0][0]))
            {
                predicate = [.. predicate, arguments[0][0]];
                arguments[0] = arguments[0][1..];
            }

            yield return (
                new CarbTuple(predicate.Length > 0 ? predicate : [claim.Predicate.Span.Of(text)], [Words(text, subject.Span), .. arguments]),
                claim.Level switch { ClaimLevel.Main => 1, ClaimLevel.Detail => 0.8, _ => 0.5 });
        }
    }

    /// <summary>The words of a statement that are no role's and no marks, behind the subject: up to the predicate, which they make up with it, or behind it, where they are one more argument.</summary>
    private static IEnumerable<TextSpan> Words(Claim claim, ClaimRole subject, string text, bool behind) => claim.Parts.SelectMany(part => WordsOf(text, part.Span))
        .Where(word => char.IsLetterOrDigit(text[word.Start]) || word.Length > 1)
        .Where(word => word.Start >= claim.Predicate.Span.End == behind)
        .Where(word => !claim.Roles.Any(role => role.Span.Overlaps(word)) && (word.Start >= subject.Span.End || subject.Span.Start > claim.Predicate.Span.Start));

    private static string[] Words(string text, TextSpan span) => [.. WordsOf(text, span).Select(word => word.Of(text))];

    /// <summary>The words of a span; the set's are parted by single blanks.</summary>
    private static IEnumerable<TextSpan> WordsOf(string text, TextSpan span)
    {
        for (var start = span.Start; start < span.End;)
        {
            var blank = text.IndexOf(' ', start, span.End - start);
            var end = blank < 0 ? span.End : blank;
            if (end > start)
            {
                yield return new TextSpan(start, end);
            }

            start = end + 1;
        }
    }

    private static (double Threshold, double Precision, double Recall, double F1) Score(List<(IReadOnlyList<CarbTuple> Gold, List<CarbTuple> Ours)> sentences, double threshold)
    {
        double matched = 0, found = 0, recalled = 0, wanted = 0;
        foreach (var (gold, ours) in sentences)
        {
            var scores = gold.Select(one => ours.ConvertAll(tuple => tuple.Match(one))).ToList();
            recalled += scores.Sum(row => row.Count == 0 ? 0 : row.Max(score => score.Recall));
            wanted += gold.Count;
            found += ours.Count;
            var pairs = scores.SelectMany((row, i) => row.Select((score, j) => (i, j, score.Precision))).OrderByDescending(pair => pair.Precision);
            var (rows, columns) = (new HashSet<int>(), new HashSet<int>());
            foreach (var (i, j, precision) in pairs)
            {
                if (!rows.Contains(i) && !columns.Contains(j))
                {
                    rows.Add(i);
                    columns.Add(j);
                    matched += precision;
                }
            }
        }

        var (p, r) = (found == 0 ? 0 : matched / found, recalled / wanted);
        return (threshold, p, r, p + r == 0 ? 0 : 2 * p * r / (p + r));
    }

    private static string Line(CarbTuple tuple) => $"{string.Join(' ', tuple.Predicate)} ({string.Join("; ", tuple.Arguments.Select(words => string.Join(' ', words)))})";
}
