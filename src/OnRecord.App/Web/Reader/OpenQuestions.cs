using System.Collections.Frozen;
using System.Collections.Immutable;

namespace OnRecord.App.Web.Reader;

/// <summary>What could not be resolved, for one reason: what that means, and the words that it is about.</summary>
public sealed record OpenQuestion(string Says, ImmutableArray<(string Text, string Key)> Words);

/// <summary>Says in plain words what a record leaves open.</summary>
internal static class OpenQuestions
{
    /// <summary>What each reason of <c>unresolved</c> means to a reader.</summary>
    public static readonly FrozenDictionary<string, string> PlainWords = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["noPublicationDate"] = "The day of publication is not known, so these stay open:",
        ["noTimeOfPublication"] = "The hour of publication is not known, so these stay open:",
        ["noAnchorInText"] = "These count from another day that the text does not name:",
        ["hemisphereNotStated"] = "A season is told, but not of which half of the earth; the northern one was taken:",
        ["noDayForTime"] = "A time of day is told, but not of which day:",
        ["notInCalendar"] = "There is no such day in the calendar:",
        ["holidayNotComputed"] = "The day of this feast cannot be computed:",
        ["ambiguousWeekday"] = "The weekday may be the one before or the one after:",
        ["ambiguousDayMonth"] = "Day and month may be the other way round:",
        ["vagueAmount"] = "How much or how long is not told:",
        ["noSourceNamed"] = "Something is reported, but nobody is named who says so:",
        ["pronounWithoutName"] = "It is not clear who is meant; no name before fits:",
        ["ambiguousPronoun"] = "It is not clear who is meant; more than one name fits:",
        ["ambiguousName"] = "More than one of the people or bodies named may be meant:",
        ["descriptionWithoutName"] = "Somebody speaks who is described, and no name before fits:",
        ["ambiguousDescription"] = "Somebody speaks who is described, and more than one name fits:",
        ["pronounCounted"] = "It is not clear what is counted:",
        ["ambiguousCurrency"] = "More than one currency has this name or sign:",
        ["numberTooLarge"] = "The number is too large to be held:",
        ["tooManyTokens"] = "The text is longer than may be read of one page; from here on it was not read:",
        ["tooManyFindings"] = "The text holds more findings than one page may; from here on it was not read:",
        ["tooManyCharacters"] = "The page is longer than may be read; it ends here before its end.",
        ["tooManyElements"] = "The page has more elements than may be read; it ends here before its end.",
        ["sentenceTooLong"] = "This is too long for one sentence and was cut to be read:",
        ["languageNotSupported"] = "The text is in a language that OnRecord does not read. It is kept, and nothing was looked for in it.",
        ["noArticleText"] = "No article was found on the page.",
        ["conflictingDates"] = "The page states more than one day of publication; the document shows which was taken.",
        ["onlyModificationDate"] = "The page states when it was changed, and not when it was published.",
        ["statedOtherwise"] = "The page states this otherwise in another place:",
        ["invalidBytes"] = "Some bytes of the page are no text in its character set; they are shown as \uFFFD.",
        ["declaredCharsetWrong"] = "The page declares a character set that its bytes are not in; another was taken.",
        ["declaredCharsetUnknown"] = "The page declares a character set that does not exist; another was taken.",
        ["guessedCharset"] = "The page declares no character set; it was guessed.",
        ["encodedTwice"] = "The text had been encoded twice; that was undone.",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What a record leaves open, of each reason the first ones.</summary>
    public static ImmutableArray<OpenQuestion> Of(Record record, int most)
    {
        var text = record.Document.Text;
        return [.. record.Unresolved.Index().GroupBy(open => (open.Item.What, open.Item.Why)).Select(reason => new OpenQuestion(
            PlainWords.GetValueOrDefault(reason.Key.Why, $"{reason.Key.What}: {reason.Key.Why}"),
            [.. reason.Where(open => !open.Item.Span.IsEmpty && open.Item.Span.Length < text.Length).Take(most).Select(open => (open.Item.Span.Of(text), $"o{open.Index}"))]))];
    }
}
