using System.Collections.Immutable;
using System.Text.Json;

namespace OnRecord.App.Web.Reader;

/// <summary>Characters that belong to the same findings. The findings' keys stand in order of their length, the shortest first.</summary>
public sealed record Piece(string Text, ImmutableArray<string> Keys);

/// <summary>A block of a document's text, cut into pieces.</summary>
public sealed record ReadBlock(int Place, string Role, string Reason, ImmutableArray<Piece> Pieces);

/// <summary>Cuts a document's text wherever a finding begins or ends, so that each can be lit up by itself although they overlap.</summary>
/// <remarks>A finding's key is a letter and its place in the record: <c>c</c> claim, <c>s</c> source and <c>u</c> cue of an attribution, <c>t</c> time, <c>f</c> figure, <c>o</c> what is open.</remarks>
internal static class ArticleText
{
    /// <param name="record">The record.</param>
    /// <param name="end">Where the text ends that is shown; a block over it is cut there.</param>
    /// <param name="claims">So many claims are marked, the first ones.</param>
    /// <param name="isShown">Which of its claims are marked.</param>
    public static ImmutableArray<ReadBlock> Of(Record record, int end, int claims, Func<Claim, bool> isShown)
    {
        var (document, findings) = (record.Document, Findings(record, end, claims, isShown));
        var (next, active) = (0, new List<Finding>());
        var blocks = ImmutableArray.CreateBuilder<ReadBlock>();
        foreach (var (place, block) in document.Blocks.Index().TakeWhile(block => block.Item.Span.Start < end))
        {
            var last = Math.Min(block.Span.End, end);
            var pieces = ImmutableArray.CreateBuilder<Piece>();
            for (var at = block.Span.Start; at < last;)
            {
                active.RemoveAll(finding => finding.Span.End <= at);
                for (; next < findings.Length && findings[next].Span.Start <= at; next++)
                {
                    if (findings[next].Span.End > at)
                    {
                        active.Add(findings[next]);
                    }
                }

                var stop = active.Select(finding => finding.Span.End).Append(next < findings.Length ? findings[next].Span.Start : int.MaxValue).Append(last).Min();
                pieces.Add(new Piece(document.Text[at..stop], [.. active.OrderBy(finding => finding.Span.Length).Select(finding => finding.Key)]));
                at = stop;
            }

            blocks.Add(new ReadBlock(place, JsonNamingPolicy.CamelCase.ConvertName(block.Role.ToString()), block.Reason, pieces.ToImmutable()));
        }

        return blocks.ToImmutable();
    }

    private static ImmutableArray<Finding> Findings(Record record, int end, int claims, Func<Claim, bool> isShown)
    {
        var all = new List<Finding>();
        all.AddRange(record.Claims.Take(claims).Select((claim, place) => new Finding(isShown(claim) ? claim.Span : default, $"c{place}")));
        all.AddRange(record.Attributions.Select((attribution, place) => new Finding(attribution.Cue.Span, $"u{place}")));
        all.AddRange(record.Attributions.Select((attribution, place) => new Finding(attribution.Source?.Span ?? default, $"s{place}")));
        all.AddRange(record.Times.Select((time, place) => new Finding(time.Span, $"t{place}")));
        all.AddRange(record.Quantities.Select((quantity, place) => new Finding(quantity.Span, $"f{place}")));
        all.AddRange(record.Unresolved.Select((open, place) => new Finding(open.Span.Length < record.Document.Text.Length ? open.Span : default, $"o{place}")));
        return [.. all.Where(finding => !finding.Span.IsEmpty && finding.Span.Start < end).OrderBy(finding => finding.Span)];
    }

    private readonly record struct Finding(TextSpan Span, string Key);
}
