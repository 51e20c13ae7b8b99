using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using OnRecord.App.Api;
using OnRecord.App.Web.Parts;
using OnRecord.Archive.Search;

namespace OnRecord.App.Outputs.Hits;

/// <summary>Hits for a person: a few lines each, matches in bold or, without colours, between asterisks.</summary>
internal sealed class HitTable(Stream output, int width, bool isColoured) : IHitOutput
{
    private const int LeastWidth = 40;
    private const char Open = '\u0002';
    private const char Close = '\u0003';

    private readonly int _width = Math.Max(width, LeastWidth);

    public void Documents(IReadOnlyList<DocumentHit> hits, long all)
    {
        foreach (var hit in hits)
        {
            Line(0, hit.Title, isBold: true);
            Line(2, Facts(hit.Published, hit.Publisher, hit.Kind == "article" ? null : hit.Kind, Copies(hit.Copies), hit.RecordId));
            if (hit.Evidence.Length > 0)
            {
                Write(2, Marked(hit.Evidence, hit.Matches));
            }

            Line(0, "");
        }

        Line(0, Told(hits.Count, all, "document"));
    }

    public void Claims(IReadOnlyList<ClaimHit> hits, long all)
    {
        foreach (var hit in hits)
        {
            Claim(hit, withDetails: true);
        }

        Line(0, Told(hits.Count, all, "claim"));
    }

    public void Timeline(IReadOnlyList<ClaimHit> hits, long all, long undated)
    {
        string? last = null;
        foreach (var hit in hits)
        {
            var days = Days(hit.Earliest, hit.Latest);
            if (days != last)
            {
                Line(0, days, isBold: true);
                last = days;
            }

            Claim(hit, withDetails: false);
        }

        Line(0, Told(hits.Count, all, "claim") + (undated > 0 ? $"; {Number(undated)} more say no day" : ""));
    }

    public void Stories(IReadOnlyList<StoryView> stories, long all)
    {
        foreach (var story in stories)
        {
            Line(0, story.Title, isBold: true);
            Line(2, Facts(Days(story.Earliest, story.Latest), string.Join(", ", story.Publishers.Select(publisher => publisher.Value)), $"shared: {string.Join(", ", story.Terms)}", story.Id));
            foreach (var document in story.Documents)
            {
                Line(4, Facts(document.Published, document.Publisher, document.Title, Copies(document.Copies.Length), document.Record));
            }

            foreach (var (indent, text) in StoryLines.Of(story))
            {
                Line(indent, text);
            }

            Line(0, "");
        }

        Line(0, Told(stories.Count, all, "story", "stories"));
    }

    public void People(IReadOnlyList<PersonHit> people, long all)
    {
        foreach (var person in people)
        {
            Line(0, person.Name, isBold: true);
            Line(2, Facts(
                Said.Type(person.Type), Said.Found(person.Claims, "claim", "claims"), Said.Found(person.Documents, "document", "documents"), person.MayBeSeveral ? "by one name: may be several" : null, person.Type is null ? null : person.Who));
        }

        Line(0, Told(people.Count, all, "source or name", "sources or names"));
    }

    public void Profile(Profile profile) => Lines(ProfileLines.Of(profile));

    public void Answer(Answer answer) => Lines(AnswerLines.Of(answer));

    public void Facets(IReadOnlyList<Facet> facets)
    {
        foreach (var facet in facets.Where(facet => !facet.Values.IsEmpty))
        {
            Line(0, $"{facet.Name}: " + string.Join(", ", facet.Values.Select(value => string.Create(CultureInfo.InvariantCulture, $"{value.Value} {value.Count:N0}"))));
        }
    }

    private void Lines(IEnumerable<(int Indent, string Text, bool IsBold)> lines)
    {
        foreach (var (indent, text, isBold) in lines)
        {
            Line(indent, text, isBold);
        }
    }

    private void Claim(ClaimHit hit, bool withDetails)
    {
        Write(2, Marked(hit.Statement, hit.Matches));
        Line(4, Facts(StatusWords.Of(hit.Status, hit.Negated, hit.Governor, hit.Statement), hit.Through is null ? hit.Source : $"{hit.Through} ← {hit.Source}", hit.When, Copies(hit.Copies)));
        if (hit.Within is { } around)
        {
            Line(4, $"in: {around.Statement}");
        }

        foreach (var detail in withDetails ? hit.Details : [])
        {
            Line(4, $"└ {detail.Statement} ({StatusWords.Of(detail.Status, detail.Negated, detail.Governor, detail.Statement)})");
        }

        Line(4, Facts(hit.Published, hit.Publisher, hit.Title, $"{hit.RecordId} {hit.Start}..{hit.End}"));
        Line(0, "");
    }

    private static string Days(string? first, string? last) => (first, last) switch
    {
        (null, null) => "no day is known",
        (null, { } latest) => "until " + latest,
        ({ } earliest, null) => "from " + earliest,
        var (earliest, latest) => earliest == latest ? earliest! : $"{earliest} to {latest}",
    };

    private static string Told(int shown, long all, string one, string? many = null) => string.Create(
        CultureInfo.InvariantCulture, $"{(all == 0 ? "no" : Number(all))} {(all == 1 ? one : many ?? one + "s")} found{(shown < all && shown > 0 ? $", {shown} shown" : "")}");

    private static string Number(long count) => count > RecordSearch.MostCounted
        ? string.Create(CultureInfo.InvariantCulture, $"more than {RecordSearch.MostCounted:N0}")
        : count.ToString("N0", CultureInfo.InvariantCulture);

    private static string? Copies(int copies) => copies == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"+{copies} {(copies == 1 ? "copy" : "copies")}");

    private static string Facts(params string?[] facts) => string.Join(" · ", facts.Where(fact => !string.IsNullOrEmpty(fact)));

    /// <summary>Writes a line, folded at blanks. Control characters of a page never reach the terminal.</summary>
    private void Line(int indent, string text, bool isBold = false) => Write(indent, TerminalText.Line(text), isBold);

    /// <summary>Writes a line that a terminal may show.</summary>
    private void Write(int indent, string text, bool isBold = false)
    {
        var (line, folded) = (new StringBuilder(), new StringBuilder());
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && indent + line.Length + 1 + word.Length > _width)
            {
                folded.Append(' ', indent).Append(line).Append('\n');
                line.Clear();
            }

            line.Append(line.Length > 0 ? " " : "").Append(word);
        }

        folded.Append(' ', line.Length > 0 ? indent : 0).Append(line).Append('\n');
        var (open, close) = isColoured ? ("\e[1;33m", "\e[0m") : ("*", "*");
        var shown = folded.ToString().Replace(Open.ToString(), open, StringComparison.Ordinal).Replace(Close.ToString(), close, StringComparison.Ordinal);
        output.Write(Encoding.UTF8.GetBytes(isBold && isColoured ? $"\e[1m{shown.TrimEnd('\n')}\e[0m\n" : shown));
    }

    /// <summary>As a terminal may show it, what was found between marks: no text has them, since what is shown has no control characters.</summary>
    private static string Marked(string text, ImmutableArray<Match> matches) =>
        string.Concat(Match.Parts(text, matches).Select(part => part.IsMatch ? $"{Open}{TerminalText.Line(part.Text)}{Close}" : TerminalText.Line(part.Text)));
}
