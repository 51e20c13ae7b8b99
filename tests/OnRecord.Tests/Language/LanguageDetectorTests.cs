using OnRecord.Data;
using OnRecord.Language;

namespace OnRecord.Tests.Language;

public sealed class LanguageDetectorTests
{
    private static readonly LanguageDetector Detector = new(DataFolder.English());

    [Theory]
    [InlineData("The harbour board said on Monday that it had not been told of the plan before the vote was held.", "en")]
    [InlineData("Der Hafenrat sagte am Montag, dass er vor der Abstimmung nicht über den Plan informiert worden sei und ihn nun prüfen wird.", "de")]
    [InlineData("Le conseil du port a déclaré lundi que le plan ne lui avait pas été présenté avant le vote et qu'il est dans le doute.", "fr")]
    [InlineData("El consejo del puerto dijo el lunes que no se le había presentado el plan antes de la votación y que lo estudiará.", "es")]
    [InlineData("De havenraad zei maandag dat het plan niet aan de raad is voorgelegd en dat er nog geen besluit wordt genomen.", "nl")]
    [InlineData("港务委员会周一表示，在表决之前并未获悉该计划。", "zh")]
    [InlineData("港湾委員会は月曜日、採決の前に計画を知らされていなかったと述べた。", "ja")]
    [InlineData("항만위원회는 월요일 표결 전에 그 계획을 듣지 못했다고 밝혔다.", "ko")]
    [InlineData("Совет порта сообщил в понедельник, что не знал о плане до голосования.", "und-Cyrl")]
    [InlineData("", "und")]
    [InlineData("Harbour plan dropped", "und")]
    [InlineData("12 34 56 !! ??", "und")]
    public void The_language_is_told_from_letters_and_short_words(string text, string expected) =>
        Assert.Equal(expected, Detector.Detect(text));

    [Fact]
    public void English_with_names_in_another_script_stays_English() =>
        Assert.Equal("en", Detector.Detect("The Norland Lottery (諾蘭彩券) said on Monday that the prize had not been claimed by the winner."));

    [Theory]
    [InlineData("en-GB", "en-GB")]
    [InlineData("de", "en")]
    [InlineData("utf-8", "en")]
    [InlineData("und", "en")]
    [InlineData("", "en")]
    public void What_the_text_tells_counts_more_than_what_the_page_declares(string declared, string expected) =>
        Assert.Equal(expected, Detector.Choose(declared, "The harbour board said on Monday that it had not been told of the plan before the vote was held."));

    [Fact]
    public void A_text_in_another_language_is_reported_and_not_read()
    {
        var document = TextDocument.Of("Der Hafenrat sagte am Montag, dass er vor der Abstimmung nicht über den Plan informiert worden sei.");
        var record = Reading.Open().Read(document with { Language = "und" });
        Assert.Equal("de", record.Document.Language);
        Assert.Empty(record.Claims);
        Assert.Contains(record.Unresolved, open => open is { What: "language", Why: "languageNotSupported" });
    }
}
