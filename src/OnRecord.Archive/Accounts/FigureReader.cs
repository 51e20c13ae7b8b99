using NodaTime;
using OnRecord.Archive.FullText;
using OnRecord.Archive.Stories;

namespace OnRecord.Archive.Accounts;

/// <summary>Tells of what the figures in the claims of a story are figures, and leaves out those that are parts, differences, or of another time.</summary>
internal sealed class FigureReader(StoryWords words)
{
    /// <summary>Days before a story's first report in which what it tells can have happened; a figure of an earlier time is of another event.</summary>
    private const int DaysBefore = 21;

    private const int LeastCount = 3;

    private const int MostOfWord = 20;

    private static readonly string[] More = ["more", "another", "other", "others", "additional", "further", "extra"];
    private static readonly string[] Whole = ["the", "them", "those", "these", "whom", "which"];

    /// <summary>The figures of some claims, each with the smallest claim that holds it.</summary>
    public IEnumerable<StoryFigure> Read(IReadOnlyCollection<Telling> tellings)
    {
        var first = tellings.Select(telling => telling.Report.Day).Where(day => day is not null).Min()?.PlusDays(-DaysBefore);
        foreach (var claims in tellings.GroupBy(telling => telling.Report))
        {
            var quantities = claims.Key.Record.Quantities;
            var smallest = claims.OrderBy(telling => telling.Claim.Span.Length).ThenBy(telling => telling.Claim.Span).ToList();
            foreach (var quantity in quantities)
            {
                if (smallest.Find(telling => telling.Claim.Span.Contains(quantity.Span.End - 1)) is { Stance: not Stance.Denies } home && Of(home, quantity, first) is { } figure)
                {
                    yield return figure;
                }
            }
        }
    }

    private StoryFigure? Of(Telling telling, Quantity quantity, LocalDate? first)
    {
        if (quantity.Kind is QuantityKind.Age or QuantityKind.Ordinal || quantity.Change?.Role is ChangeRole.From || (quantity.Change?.Role is ChangeRole.By && !IsBefallen(telling, quantity)) || quantity.ConversionOf is not null
            || (quantity.Low ?? quantity.High ?? quantity.Best) is null || telling.Claim.Status is not (ClaimStatus.Asserted or ClaimStatus.Planned)
            || (telling.Days.Select(time => time.Latest).Max() is { } latest && first is { } begin && latest < begin) || IsPart(telling, quantity))
        {
            return null;
        }

        return quantity.Kind switch
        {
            QuantityKind.Money => new StoryFigure(telling, quantity, $"{telling.Act} {quantity.Currency ?? LastWord(quantity.Span.Of(telling.Report.Names.Text))}", null),
            QuantityKind.Percent => ShareOf(telling, quantity),
            QuantityKind.Measure => Measured(telling, quantity),
            _ => Counted(telling, quantity),
        };
    }

    /// <summary>"Turnout was 61 percent": of whom the claim tells, where the figure is no part of that phrase ("61 percent of voters").</summary>
    private StoryFigure? ShareOf(Telling telling, Quantity quantity) =>
        Patient(telling) is { } patient && !patient.Contains(quantity.Span) && Head(patient.Of(telling.Report.Names.Text)) is { } head ? new StoryFigure(telling, quantity, $"{head} %", null) : null;

    /// <summary>"900 tonnes of oil": what is measured by its noun, the act and the unit.</summary>
    private StoryFigure? Measured(Telling telling, Quantity quantity) =>
        quantity.Unit is { } unit && WordFolding.Words(telling.Report.Names.Text[quantity.Span.End..Math.Min(telling.Report.Names.Text.Length, quantity.Span.End + MostOfWord)]).Select(word => word.Folded).Take(2).ToList() is ["of", var what]
            ? new StoryFigure(telling, quantity, $"{DocumentFrequencies.TermOf(what)} {telling.Act} {unit}", null)
            : null;

    /// <summary>"Cut 600 jobs": what looks like a difference is what befell.</summary>
    private static bool IsBefallen(Telling telling, Quantity quantity) => quantity.Kind == QuantityKind.Count && quantity.Counted is not null && Patient(telling) is { } patient && patient.Contains(quantity.Span);

    private static TextSpan? Patient(Telling telling) => telling.Claim.Roles.FirstOrDefault(role => role.Role == RoleKind.Patient)?.Span;

    private static string LastWord(string text) => WordFolding.Words(text).Select(word => word.Folded).LastOrDefault("");

    private StoryFigure? Counted(Telling telling, Quantity quantity)
    {
        var (text, lemma) = (telling.Report.Names.Text, telling.Claim.Predicate.Lemma);
        var ofNumber = quantity.Counted is null || quantity.Change?.Role == ChangeRole.To ? NumberOf(telling.Claim.Span.Of(text)) : null;
        var counted = ofNumber ?? (quantity.Counted is { } span ? Head(span.Of(text)) : Behind(text, quantity.Span.End));
        var noun = counted is null || words.IsGeneric(counted) ? null : counted;
        if (quantity.Casualty is { } casualty)
        {
            return new StoryFigure(telling, quantity, ContractNames<Casualty>.Of(casualty), IsOfHarm(noun) ? null : noun);
        }

        // "Two sides", "one man": nobody counts them.
        if (quantity is { Best: < LeastCount })
        {
            return null;
        }

        var claim = telling.Claim.Span.Of(text);
        if (noun is null || words.Knows(counted!))
        {
            // "The number of marchers" and "people marched" count the same.
            var (verb, act) = counted is null || !words.Knows(counted) ? (lemma, telling.Act) : (words.ActOf(counted), words.ActOf(counted));
            var thing = words.CountedFor(verb, word => WordFolding.Words(claim).Any(other => DocumentFrequencies.TermOf(other.Folded) == word));
            return thing is not null ? new StoryFigure(telling, quantity, thing, null)
                : counted is null || (verb == lemma && words.IsLight(lemma)) ? null
                : new StoryFigure(telling, quantity, $"people {act}", null);
        }

        // "Villagers were evacuated" and "people were evacuated" count the same, where it befell them.
        return Patient(telling) is { } patient && patient.Contains(quantity.Span) && words.CountedFor(lemma, word => WordFolding.Words(claim).Any(other => DocumentFrequencies.TermOf(other.Folded) == word)) is { } befell
            ? new StoryFigure(telling, quantity, befell, noun)
            : words.IsLight(lemma) ? null : new StoryFigure(telling, quantity, $"{noun} {telling.Act}", noun);
    }

    /// <summary>Whether a noun only says again what they are counted for: "deaths", "injured".</summary>
    private bool IsOfHarm(string? noun) => noun is not null && (words.Knows(noun) || noun is "injured" or "wounded" or "killed" or "missing");

    /// <summary>"Three of the injured", "two more", "among them six children", "a three-game streak", "29 and not 34", "a woman of 61": not the whole.</summary>
    private bool IsPart(Telling telling, Quantity quantity)
    {
        var text = telling.Report.Names.Text;
        var sentence = telling.Claim.Span;
        if (quantity.Span.End < text.Length && text[quantity.Span.End] == '-')
        {
            return true;
        }

        var behind = WordFolding.Words(text[quantity.Span.End..Math.Max(quantity.Span.End, sentence.End)]).Select(word => word.Folded).Take(3).ToList();
        var before = WordFolding.Words(text[Math.Min(sentence.Start, quantity.Span.Start)..quantity.Span.Start]).Select(word => word.Folded).TakeLast(2).ToList();
        return (behind is ["of", var whole, ..] && Whole.Contains(whole)) || behind.Take(2).Any(More.Contains) || before.TakeLast(1).Any(More.Contains)
            || before.Any(word => word is "including" or "among") || before is [.., "not"] || (quantity.Counted is null && before is [var head, "of"] && !words.IsMeasure(head) && !words.Knows(head)) || before is ["of", "them"] or ["of", "whom"] or ["of", "which"];
    }

    /// <summary>The word behind a figure that has no noun, where it tells what befell those who are counted: "fourteen drowned".</summary>
    private string? Behind(string text, int end) =>
        WordFolding.Words(text[end..Math.Min(text.Length, end + MostOfWord)]).Select(word => word.Folded).FirstOrDefault() is { } word && words.Knows(word) ? word : null;

    private string? Head(string phrase) =>
        WordFolding.Words(phrase).Select(word => word.Folded).TakeWhile((word, place) => place == 0 || !words.IsBorder(word)).LastOrDefault(word => !words.IsEmpty(word)) is { } head ? DocumentFrequencies.TermOf(head) : null;

    /// <summary>The noun behind "the number of"; null where there is none.</summary>
    private string? NumberOf(string claim)
    {
        var all = WordFolding.Words(claim).Select(word => word.Folded).ToList();
        var at = Enumerable.Range(0, Math.Max(0, all.Count - 2)).Where(place => all[place] == "number" && all[place + 1] == "of").DefaultIfEmpty(-1).First();
        var nouns = at < 0 ? [] : all.Skip(at + 2).TakeWhile(word => !words.IsBorder(word) && !words.IsLight(word)).Where(word => !words.IsEmpty(word)).Select(DocumentFrequencies.TermOf).ToList();
        return nouns.Find(words.Knows) ?? nouns.LastOrDefault();
    }
}
