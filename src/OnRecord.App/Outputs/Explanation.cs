using System.Globalization;
using System.Text;
using OnRecord.App.Outputs.Report;

namespace OnRecord.App.Outputs;

/// <summary>Every finding that touches a range of characters, with the rule that made it.</summary>
internal static class Explanation
{
    private const int MostCharacters = 160;

    /// <summary>Number of code points of the record's text.</summary>
    public static int Length(Record record) => new CodePointMap(record.Document.Text).ToCodePoints(record.Document.Text.Length);

    /// <summary>The explanation, a line a finding; null where the range lies outside the text.</summary>
    /// <param name="record">The record.</param>
    /// <param name="analysis">The analysis that it was made from.</param>
    /// <param name="start">First code point.</param>
    /// <param name="end">One past the last code point.</param>
    public static string? Of(Record record, Analysis analysis, int start, int end)
    {
        var map = new CodePointMap(record.Document.Text);
        if (end > map.ToCodePoints(record.Document.Text.Length))
        {
            return null;
        }

        var range = new TextSpan(map.ToUtf16(start), map.ToUtf16(end));
        var lines = new StringBuilder();
        void Line(string what, TextSpan span, string told) => lines.Append(CultureInfo.InvariantCulture,
            $"{what,-12} {map.ToCodePoints(span.Start)}..{map.ToCodePoints(span.End)}  {told}\n");

        Line("characters", range, Quote(record, range));
        ExplainText(record, analysis, range, Line);
        ExplainFindings(record, range, Line);
        ExplainSpeech(record, range, Line);
        foreach (var open in record.Unresolved.Where(open => open.Span.Overlaps(range)))
        {
            Line("unresolved", open.Span, $"{open.What}: {open.Why}");
        }

        return lines.ToString();
    }

    private static void ExplainText(Record record, Analysis analysis, TextSpan range, Action<string, TextSpan, string> line)
    {
        foreach (var block in record.Document.Blocks.Where(block => block.Span.Overlaps(range)))
        {
            var place = block.Source is { } source ? $"; bytes {source.ByteStart}..{source.ByteEnd} of the page {source.Path}" : "";
            line("block", block.Span, $"{Lower(block.Role)} because {block.Reason}{place}");
        }

        foreach (var sentence in record.Sentences.Where(sentence => sentence.Overlaps(range)))
        {
            line("sentence", sentence, Quote(record, sentence));
        }

        for (var i = analysis.TokenAt(range.Start); i < analysis.Tokens.Length && analysis.Tokens[i].Span.Overlaps(range); i++)
        {
            var token = analysis.Tokens[i];
            line("token", token.Span, $"{token.Form}  {token.Upos} {token.Xpos}, lemma {token.Lemma}, {Place(analysis, token)}");
        }
    }

    private static void ExplainFindings(Record record, TextSpan range, Action<string, TextSpan, string> line)
    {
        foreach (var mention in record.Mentions.Where(mention => mention.Span.Overlaps(range)))
        {
            var entity = record.Entities.FirstOrDefault(one => one.Id == mention.Entity);
            var named = entity is null ? "no entity" : $"{entity.Name}{(entity.Country is { } country ? $" ({country})" : "")}";
            line("mention", mention.Span, $"{Quote(record, mention.Span)} {Lower(mention.Type)}, {named}; rule {mention.Rule}{(mention.Join is { } join ? $", joined by {join}" : "")}");
        }

        foreach (var time in record.Times.Where(time => time.Span.Overlaps(range)))
        {
            var anchor = time.Anchor == TimeAnchor.None ? "no anchor" : $"anchor: {Lower(time.Anchor)}";
            line("time", time.Span, $"{Quote(record, time.Span)} {time.Timex ?? "no value"}, {Dates.Interval(time)}, {anchor}; rule {time.Rule}");
        }

        foreach (var quantity in record.Quantities.Where(quantity => quantity.Span.Overlaps(range)))
        {
            var bounds = string.Create(CultureInfo.InvariantCulture, $"low {quantity.Low?.ToString(CultureInfo.InvariantCulture) ?? "open"}, high {quantity.High?.ToString(CultureInfo.InvariantCulture) ?? "open"}");
            line("quantity", quantity.Span, $"{Quote(record, quantity.Span)} {Lower(quantity.Kind)} {Lower(quantity.Relation)}, {bounds} {quantity.Currency ?? quantity.Unit}; rule {quantity.Rule}");
        }
    }

    private static void ExplainSpeech(Record record, TextSpan range, Action<string, TextSpan, string> line)
    {
        foreach (var attribution in record.Attributions)
        {
            if (attribution.Source is { } source && source.Span.Overlaps(range))
            {
                line("source", source.Span, $"{Quote(record, source.Span)} {Lower(source.Kind)} source of {attribution.Id}; rule {attribution.Rule}");
            }

            if (attribution.Cue.Span.Overlaps(range))
            {
                line("cue", attribution.Cue.Span, $"{Quote(record, attribution.Cue.Span)} cue of {attribution.Id}; rule {attribution.Rule}");
            }

            foreach (var content in attribution.Content.Where(content => content.Overlaps(range)))
            {
                var within = attribution.Within is { } outer ? $" within {outer}" : "";
                line("content", content, $"{Quote(record, content)} {Lower(attribution.Speech)} content of {attribution.Id}{within}; rule {attribution.Rule}");
            }
        }

        foreach (var claim in record.Claims.Where(claim => claim.Span.Overlaps(range)))
        {
            var on = claim.AttributedTo.IsEmpty ? "in the document's own voice" : "on the word of " + string.Join(" ← ", claim.AttributedTo);
            var status = Lower(claim.Status) + (claim.Negated ? ", negated" : "");
            var governor = claim.Governor is { } word ? $" under {Quote(record, word)}" : "";
            line("claim", claim.Span, $"{Quote(record, claim.Span)} {status}, predicate {Quote(record, claim.Predicate.Span)}{governor}, {on}; rule {claim.Rule}");
            line("statement", claim.Span, $"“{Wording.Cut(claim.Statement, MostCharacters)}” {Lower(claim.Level)}, {Ranked(claim)}");
            foreach (var part in claim.Parts.Where(part => part.Insert is not null))
            {
                line("insert", part.Span, $"“{part.Insert}” for {Quote(record, part.Span)}; rule {part.Rule}");
            }
        }
    }

    private static string Ranked(Claim claim) =>
        string.Create(CultureInfo.InvariantCulture, $"rank {claim.Rank}") + (claim.Reasons.IsEmpty ? "" : $" ({string.Join(", ", claim.Reasons.Select(Lower))})");

    private static string Quote(Record record, TextSpan span) => $"“{Wording.Cut(record.Document.Text, span, MostCharacters)}”";

    private static string Lower<T>(T value)
        where T : struct, Enum
    {
        var name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    /// <summary>Where a word hangs in the tree of its sentence.</summary>
    private static string Place(Analysis analysis, Token token) =>
        token.Head < 0 ? "root of the sentence" : $"{token.Relation} of {analysis.Tokens[token.Head].Form}";
}
