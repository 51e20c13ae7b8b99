namespace OnRecord.Times;

/// <summary>What a rule read.</summary>
internal readonly record struct RuleMatch(TimeRule Rule, Meaning Meaning);

/// <summary>Tries rules at a place.</summary>
internal static class RuleSet
{
    /// <summary>The longest match at <paramref name="at"/>, the first of equals; moves behind it.</summary>
    public static RuleMatch? Longest(ReadOnlySpan<TimeRule> rules, Scan scan, ref int at)
    {
        RuleMatch? best = null;
        var end = at;
        foreach (var rule in rules)
        {
            var next = at;
            if (rule.Read(scan, ref next) is { } meaning && next > end)
            {
                best = new RuleMatch(rule, meaning);
                end = next;
            }
        }

        at = end;
        return best;
    }
}
