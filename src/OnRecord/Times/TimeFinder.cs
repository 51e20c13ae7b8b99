using System.Collections.Immutable;
using OnRecord.Data;
using OnRecord.Times.Rules;

namespace OnRecord.Times;

/// <summary>Finds expressions of time and the days that they cover.</summary>
/// <remarks>
/// Spans and values follow TIMEX3 of ISO-TimeML; what each wording is taken to mean is told in <c>docs/times.md</c>. At each
/// place the longest rule wins. Nothing that stands later in the text changes what is said of an earlier place.
/// </remarks>
public sealed class TimeFinder
{
    private static readonly TimeRule[] Rules =
    [
        .. Dates.All, .. Periods.All, .. Years.All, .. Days.All, .. Neighbours.All, .. Counted.All, .. FromText.All,
        .. Parts.All, .. TimesOfDay.All, .. Durations.All, .. Sets.All,
    ];

    private readonly TimeWords _words;
    private readonly DatelineZones _zones;

    /// <summary>Opens the lexicons of time.</summary>
    /// <exception cref="DataFileException">A lexicon is missing or damaged.</exception>
    public TimeFinder(DataFolder data)
    {
        _words = new TimeWords(data);
        _zones = new DatelineZones(data);
    }

    /// <summary>Names of all rules, as <see cref="TimeExpression.Rule"/> gives them.</summary>
    public static IReadOnlyList<string> RuleNames { get; } = [.. Rules.SelectMany(rule => rule.Names)];

    /// <summary>The expressions of time in a text, resolved against the document's day of publication where it is known.</summary>
    public Findings<TimeExpression> Find(Analysis analysis)
    {
        var found = ImmutableArray.CreateBuilder<TimeExpression>();
        var unresolved = ImmutableArray.CreateBuilder<Unresolved>();
        var earlier = new EarlierTimes();
        var zone = _zones.Of(analysis.Document);
        var half = DatelineZones.HemisphereOf(zone);
        foreach (var sentence in analysis.Sentences)
        {
            analysis.Cancellation.ThrowIfCancellationRequested();
            var scan = new Scan(analysis, Piece.Cut(analysis, sentence), _words);
            var tense = new Tense(analysis, sentence, _words);
            for (var at = 0; at < scan.Count;)
            {
                var start = at;
                if (Next(scan, ref at) is not { } match)
                {
                    continue;
                }

                var span = new TextSpan(scan.Pieces[start].Span.Start, scan.Pieces[at - 1].Span.End);
                var (first, last) = (scan.Pieces[start].Token, scan.Pieces[at - 1].Token);
                var context = new TimeContext(analysis.Document.Published?.Value, () => tense.At(first, last + 1), earlier.Nearest, () => tense.HasHappened(first, last + 1), half);
                var resolved = Resolve(match, context);
                found.Add(Expression(span, match, resolved, HasClock(resolved.Timex) ? zone : null));
                if (resolved.Why is { } why)
                {
                    unresolved.Add(new Unresolved(span, "time", why));
                }

                earlier.Add(match.Meaning.Type, resolved);
            }
        }

        return new Findings<TimeExpression>(found.ToImmutable(), unresolved.ToImmutable());
    }

    /// <summary>Reads a sentence to its end: the matches that <see cref="Find"/> resolves.</summary>
    internal static int ReadAll(Scan scan)
    {
        var matches = 0;
        for (var at = 0; at < scan.Count;)
        {
            matches += Next(scan, ref at) is null ? 0 : 1;
        }

        return matches;
    }

    // "T15:00", but not "T12:00Z", which tells its own zone, and not "TNI".
    private static bool HasClock(string? timex) => timex is not null && timex.Contains(":", StringComparison.Ordinal) && char.IsAsciiDigit(timex[^1]);

    /// <summary>The match at a place, or nothing; moves behind it, or behind one piece or trap.</summary>
    private static RuleMatch? Next(Scan scan, ref int at)
    {
        var trap = at;
        scan.Words.Traps.Read(scan.Pieces, ref trap, out _);
        var end = at;
        if (RuleSet.Longest(Rules, scan, ref end) is { } match && end > trap)
        {
            at = end;
            return match;
        }

        at = Math.Max(at + 1, trap);
        return null;
    }

    private static Resolved Resolve(RuleMatch match, TimeContext context)
    {
        try
        {
            return match.Meaning.Resolve(context);
        }
        catch (Exception outside) when (outside is ArgumentOutOfRangeException or OverflowException)
        {
            // "900,000 years ago", "30 February": the calendar's arithmetic tells, so that no rule has to.
            return Resolved.Open(null, Granularity.Unspecified, Why.NotInCalendar);
        }
    }

    private static TimeExpression Expression(TextSpan span, RuleMatch match, Resolved resolved, string? zone) => new()
    {
        Span = span,
        Timex = resolved.Timex,
        Type = TypeOf(match.Meaning.Type, resolved),
        Earliest = resolved.Earliest,
        Latest = resolved.Latest,
        Granularity = resolved.Granularity,
        Edtf = resolved.Edtf,
        Mod = resolved.Mod,
        Zone = zone,
        Anchor = resolved.Anchor,
        Rule = match.Rule.Variants.Contains(resolved.Variant) ? $"{match.Rule.Name}-{resolved.Variant}" : match.Rule.Name,
    };

    // "in two weeks" is a date where the verb looks ahead, and a length where it does not.
    private static TimexType TypeOf(TimexType type, Resolved resolved) =>
        type == TimexType.Date && resolved.Timex is ['P', not 'A' and not 'R', ..] ? TimexType.Duration : type;
}
