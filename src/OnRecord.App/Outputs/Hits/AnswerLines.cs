using System.Globalization;
using OnRecord.Archive.Accounts;
using OnRecord.Archive.Search;

namespace OnRecord.App.Outputs.Hits;

/// <summary>What an archive knows of a text, in lines for a person.</summary>
internal static class AnswerLines
{
    private const int MostOthers = 5;

    /// <summary>Lines with their indents: claims that are told elsewhere first, then documents and figures.</summary>
    public static IEnumerable<(int Indent, string Text, bool IsBold)> Of(Answer answer) =>
    [
        .. answer.Claims.Where(IsTold).SelectMany(Of),
        (0, answer.Documents.IsEmpty ? "no document is like it" : "documents", true),
        .. answer.Documents.Select(document => (2, string.Join(" · ", new[] { document.Published, document.Publisher, document.Title, document.IsCopy ? "a copy" : document.IsOfStory ? "the same story" : "like it", document.Record }.OfType<string>()), false)),
        .. answer.Figures.IsEmpty ? [] : answer.Figures.Select(series => (2, StoryLines.Of(series), false)).Prepend((0, "figures", true)),
        (0, string.Create(CultureInfo.InvariantCulture, $"{answer.Claims.Count(IsTold)} of {answer.Claims.Length} claims are told elsewhere; compared with {answer.Read} reports; nothing was stored"), false),
    ];

    private static bool IsTold(AnsweredClaim claim) => !(claim.Same.IsEmpty && claim.Agrees.IsEmpty && claim.Contradicts.IsEmpty);

    private static IEnumerable<(int, string, bool)> Of(AnsweredClaim claim) =>
    [
        (0, claim.Asked.Statement, true),
        .. claim.Contradicts.SelectMany(clash => clash.Other.Take(MostOthers).Select(told => (2, $"contradicts ({clash.Reason}): {Told(told)}", false))),
        .. claim.Agrees.Take(MostOthers).Select(told => (2, $"agrees: {Told(told)}", false)),
        .. claim.Same.Take(MostOthers).Select(told => (2, $"the same words: {Told(told)}", false)),
    ];

    private static string Told(Testimony told) => $"{told.Statement} ({StoryLines.Told(told)}; {told.Record})";
}
