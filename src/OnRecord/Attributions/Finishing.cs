using System.Collections.Immutable;
using OnRecord.Names;

namespace OnRecord.Attributions;

/// <summary>Makes attributions of drafts: spans in order, kinds, ids, nesting, and what stayed open.</summary>
internal static class Finishing
{
    public static Findings<Attribution> Finish(Sheet sheet, NameFindings names, List<Draft> drafts)
    {
        var kinds = new SourceKinds(sheet, names);
        var made = new List<Attribution>();
        var places = new Dictionary<Draft, int>();
        var kept = new List<Draft>();
        var unresolved = ImmutableArray.CreateBuilder<Unresolved>();
        foreach (var draft in drafts.OrderBy(draft => draft.CueSpan))
        {
            var content = Tidy(sheet.Text, draft);
            if (content.IsEmpty)
            {
                continue;
            }

            string? open = null;
            var source = draft.Source is { } span ? kinds.Describe(span, out open) : null;
            if (source is null || open is not null)
            {
                unresolved.Add(new Unresolved(source?.Span ?? draft.CueSpan, "source", open ?? "noSourceNamed"));
            }

            places[draft] = made.Count;
            kept.Add(draft);
            made.Add(new Attribution
            {
                Id = StableId.Of("a", draft.CueSpan.Start.ToString(System.Globalization.CultureInfo.InvariantCulture), draft.CueSpan.Of(sheet.Text), string.Join('\n', content.Select(part => part.Of(sheet.Text)))),
                Source = source,
                Cue = new AttributionCue(draft.CueSpan, draft.Cue.Lemma),
                Content = content,
                Speech = draft.Rule == Rules.SpeakerColon ? Speech.Direct : SpeechKinds.Of(sheet, content),
                Rule = draft.Rule,
                Confidence = draft.Confidence is { } confidence ? Math.Round((decimal)confidence, 2) : null,
            });
        }

        var beside = kept.ConvertAll(draft => draft.Within is { } outer && places.TryGetValue(outer, out var place) ? place : -1);
        return new Findings<Attribution>(Nesting.Set(made, beside), unresolved.ToImmutable());
    }

    /// <summary>Content in order, without overlaps, and without the cue and source.</summary>
    private static ImmutableArray<TextSpan> Tidy(string text, Draft draft)
    {
        var spans = new List<TextSpan>();
        foreach (var span in draft.Content.Order())
        {
            foreach (var piece in Without(span, draft.CueSpan).SelectMany(one => draft.Source is { } source ? Without(one, source) : [one]).Select(one => Trimmed(text, one)).Where(one => !one.IsEmpty))
            {
                if (spans.Count > 0 && spans[^1].End >= piece.Start)
                {
                    spans[^1] = spans[^1].Cover(piece);
                }
                else
                {
                    spans.Add(piece);
                }
            }
        }

        return [.. spans];
    }

    private static TextSpan Trimmed(string text, TextSpan span)
    {
        var (start, end) = (span.Start, span.End);
        while (start < end && (char.IsWhiteSpace(text[start]) || text[start] is ','))
        {
            start++;
        }

        while (end > start && (char.IsWhiteSpace(text[end - 1]) || (end < span.End && text[end - 1] is ',')))
        {
            end--;
        }

        return new TextSpan(start, end);
    }

    private static IEnumerable<TextSpan> Without(TextSpan span, TextSpan hole)
    {
        if (!span.Overlaps(hole))
        {
            yield return span;
            yield break;
        }

        if (span.Start < hole.Start)
        {
            yield return new TextSpan(span.Start, hole.Start);
        }

        if (hole.End < span.End)
        {
            yield return new TextSpan(hole.End, span.End);
        }
    }
}
