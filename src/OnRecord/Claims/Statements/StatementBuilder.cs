using System.Collections.Immutable;
using OnRecord.Language.Syntax;

namespace OnRecord.Claims.Statements;

/// <summary>A statement with its proof.</summary>
/// <param name="Words">How it reads.</param>
/// <param name="Parts">Its parts; joined by single spaces they give <paramref name="Words"/>.</param>
/// <param name="Hull">From its clause's first own word to its last.</param>
/// <param name="Ranges">The tokens that it takes from the text.</param>
/// <param name="HasSubject">Whether its subject is among them, or the source stands in its place.</param>
internal sealed record Statement(string Words, ImmutableArray<StatementPart> Parts, TextSpan Hull, ImmutableArray<TokenRange> Ranges, bool HasSubject)
{
    /// <summary>Whether something was put in the place of words of the text.</summary>
    public bool IsReplaced(TextSpan span) => Parts.Any(part => part.Insert is not null && part.Span.Overlaps(span));
}

/// <summary>Puts a claim's statement together: what grammar lends, the clause's own words, names for pronouns.</summary>
internal sealed class StatementBuilder(Analysis analysis, NounPhrases phrases, OwnWords words, Inserts inserts)
{
    /// <summary>The statement of a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="isInside">Whether a token stands inside the report that holds the clause.</param>
    /// <param name="speakers">Who speaks.</param>
    public Statement Build(ClausePlan plan, Func<int, bool> isInside, Speakers speakers)
    {
        var own = words.Of(plan, isInside);
        var ranges = Joined([.. plan.Before, .. With(own, plan)]);
        var source = speakers.OfThirdPerson(plan);
        var hasSubject = plan.Subject < 0 || source is not null || ranges.Any(range => range.Contains(plan.Subject));
        if (source is { } speaking)
        {
            ranges = Joined(ranges.SelectMany(range => InPlace(range, plan.Subject, speaking)));
        }

        var speaker = speakers.OfFirstPerson(plan, ranges);
        var named = ranges.SelectMany(inserts.In).Where(mention => mention.Form == MentionForm.Name && mention.Entity is not null).Select(mention => mention.Entity!).ToHashSet(StringComparer.Ordinal);
        if (speakers.IsDoubtful(plan) && inserts.EntityAt(plan.Subject) is { } doubtful)
        {
            // Not put in: it counts as named.
            named.Add(doubtful);
        }

        foreach (var mention in ranges.SelectMany(inserts.In).Where(mention => mention.Form == MentionForm.Pronoun && (speakers.IsSpeaker(plan, mention.Entity) || IsOfSubject(mention, plan))))
        {
            named.Add(mention.Entity!);
        }

        var parts = ImmutableArray.CreateBuilder<StatementPart>();
        foreach (var range in ranges)
        {
            parts.AddRange(plan.Possessive >= 0 && range.Contains(plan.Possessive) ? Whose(plan, range, named, speaker) : inserts.Parts(range, named, speaker));
        }

        return new Statement(
            StatementPart.Join(parts, analysis.Text),
            parts.ToImmutable(),
            analysis.SpanOf(own[0].First, own[^1].End),
            ranges,
            hasSubject);
    }

    /// <summary>"During [his] interview, Brell said", "Valk ended [her] own bid": one before the subject and of its kind, or with "own" behind it, is the subject's, to whomever it was joined.</summary>
    private bool IsOfSubject(Mention mention, ClausePlan plan)
    {
        var (token, subject) = (analysis.TokenAt(mention.Span.Start), plan.Subject);
        if (subject >= 0 && token > plan.Inner.Head && token + 1 < analysis.Tokens.Length && analysis.Tokens[token + 1].Lower == "own")
        {
            return true;
        }

        return subject > token && plan.Before.IsEmpty && analysis.Tokens[token].Xpos == "PRP$" && analysis.Tokens[token].Sentence == analysis.Tokens[subject].Sentence
            && inserts.EntityAt(subject) is { } entity && entity != mention.Entity && analysis.Tokens[token].Head != subject
            && (analysis.Tokens[token].Lower is "his" or "her") == (inserts.TypeOf(subject) is EntityType.Person) && analysis.Tokens[token].Lower is not "their";
    }

    private IEnumerable<StatementPart> Whose(ClausePlan plan, TokenRange range, HashSet<string> named, Entity? speaker)
    {
        var whose = new TokenRange(plan.Possessive, plan.Possessive + 1);
        var part = inserts.Whose(whose, phrases.Before(plan.Possessor, plan.Clause.Head), plan.Possessor);
        if (part.Entity is not null)
        {
            named.Add(part.Entity);
        }

        var before = new TokenRange(range.First, whose.First);
        var behind = new TokenRange(whose.End, range.End);
        return
        [
            .. before.IsEmpty ? [] : inserts.Parts(before, named, speaker),
            part,
            .. behind.IsEmpty ? [] : inserts.Parts(behind, named, speaker),
        ];
    }

    /// <summary>A range with other words in the place of one of its tokens.</summary>
    private static IEnumerable<TokenRange> InPlace(TokenRange range, int token, TokenRange words)
    {
        if (!range.Contains(token))
        {
            return [range];
        }

        TokenRange[] pieces = [range with { End = token }, words, range with { First = token + 1 }];
        return pieces.Where(piece => !piece.IsEmpty);
    }

    /// <summary>The own words with what stands behind one of them.</summary>
    private static IEnumerable<TokenRange> With(ImmutableArray<TokenRange> own, ClausePlan plan)
    {
        foreach (var run in own)
        {
            if (plan.Behind.IsEmpty || !run.Contains(plan.BehindToken))
            {
                yield return run;
                continue;
            }

            yield return run with { End = plan.BehindToken + 1 };
            foreach (var lent in plan.Behind)
            {
                yield return lent;
            }

            if (plan.BehindToken + 1 < run.End)
            {
                yield return run with { First = plan.BehindToken + 1 };
            }
        }

        if (plan.BehindToken < 0)
        {
            foreach (var lent in plan.Behind)
            {
                yield return lent;
            }
        }
    }

    /// <summary>Ranges that follow each other in the text are one.</summary>
    private static ImmutableArray<TokenRange> Joined(IEnumerable<TokenRange> ranges)
    {
        var joined = ImmutableArray.CreateBuilder<TokenRange>();
        foreach (var range in ranges)
        {
            if (joined.Count > 0 && joined[^1].End == range.First)
            {
                joined[^1] = joined[^1] with { End = range.End };
            }
            else
            {
                joined.Add(range);
            }
        }

        return joined.ToImmutable();
    }
}
