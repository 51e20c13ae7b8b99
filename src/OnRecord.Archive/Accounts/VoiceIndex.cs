using OnRecord.Archive.FullText;
using OnRecord.Archive.Stories;

namespace OnRecord.Archive.Accounts;

/// <summary>On whose word claims of a story stand, each voice once however reports call it.</summary>
/// <remarks>Where it is not sure that two are two they count as one: too few independent voices mislead less than too many.</remarks>
internal sealed class VoiceIndex
{
    private readonly StoryWords _words;
    private readonly List<(string Key, HashSet<string> Names)> _named = [];
    private readonly List<(string Key, string Head, HashSet<string> Others)> _described = [];
    private readonly ILookup<string, (HashSet<string> Words, string Name)> _titles;

    public VoiceIndex(IEnumerable<Report> reports, StoryWords words)
    {
        _words = words;
        _titles = reports.SelectMany(report => report.Record.Entities.Where(entity => entity.Named && entity.Type == EntityType.Person)
                .SelectMany(entity => entity.Titles.Select(title => (Words: Nouns(title), Name: WordFolding.Line(entity.ComparedName)))))
            .Where(title => title.Words.Count > 0).ToLookup(title => title.Words[^1], title => (title.Words.ToHashSet(StringComparer.Ordinal), title.Name), StringComparer.Ordinal);
    }

    /// <summary>The voice behind a claim, and the words for it; the report itself has no words.</summary>
    public (string Voice, string? Source) Of(Report report, Claim claim)
    {
        if (claim.AttributedTo.IsEmpty)
        {
            return ("press:" + report.Press, null);
        }

        return claim.Origin is { } origin ? Of(report, origin.Span, origin.Entity) : ("unnamed:" + report.Press, "somebody who is not named");
    }

    /// <summary>The voice of the outermost source of a claim that one source says that another made, and the words for it; null where there is one source or none.</summary>
    public (string Voice, string? Source)? Through(Report report, Claim claim) =>
        claim.AttributedTo.Length > 1 && report.Attributions.GetValueOrDefault(claim.AttributedTo[0]) is { Source: { } outer } ? Of(report, outer.Span, outer.Entity) : null;

    /// <summary>The voice that words of a report name.</summary>
    public (string Voice, string? Source) Of(Report report, TextSpan span, string? named)
    {
        var said = span.Of(report.Names.Text);
        if (report.Names.Find(named) is { Named: true } entity)
        {
            return (Named(report.Names.Of(entity.Id)), entity.Name);
        }

        return (Described(Nouns(said), report), said);
    }

    /// <summary>The voice that words of a report name, where it says anything in the story; null where it does not.</summary>
    public string? Find(Report report, TextSpan span, string? named)
    {
        if (report.Names.Find(named) is { Named: true } entity)
        {
            return At(report.Names.Of(entity.Id).ToHashSet(StringComparer.Ordinal)) is >= 0 and var at ? _named[at].Key : null;
        }

        var nouns = Nouns(span.Of(report.Names.Text));
        return nouns.Count == 0 ? null : _described.FirstOrDefault(voice => IsOne(voice, nouns[^1], nouns.SkipLast(1).ToHashSet(StringComparer.Ordinal))).Key;
    }

    private int At(HashSet<string> names) =>
        _named.FindIndex(voice => voice.Names.Overlaps(names) || voice.Names.Any(one => names.Any(other => EndsWith(one, other) || EndsWith(other, one))));

    private static bool IsOne((string Key, string Head, HashSet<string> Others) voice, string head, HashSet<string> others) =>
        voice.Head == head && (voice.Others.IsSubsetOf(others) || others.IsSubsetOf(voice.Others));

    private string Named(IEnumerable<string> called)
    {
        var names = called.ToHashSet(StringComparer.Ordinal);
        var at = At(names);
        if (at >= 0)
        {
            _named[at].Names.UnionWith(names);
            return _named[at].Key;
        }

        var key = "named:" + names.Order(StringComparer.Ordinal).FirstOrDefault("");
        _named.Add((key, names));
        return key;
    }

    private string Described(List<string> nouns, Report report)
    {
        if (nouns.Count == 0)
        {
            return "unnamed:" + report.Press;
        }

        var (head, others) = (nouns[^1], nouns.SkipLast(1).ToHashSet(StringComparer.Ordinal));
        if (_titles[head].Where(title => others.IsSubsetOf(title.Words)).Select(title => title.Name).Distinct(StringComparer.Ordinal).ToList() is [var holder])
        {
            return Named([holder]);
        }

        var known = _described.FirstOrDefault(voice => IsOne(voice, head, others));
        if (known.Key is not null)
        {
            return known.Key;
        }

        var key = "described:" + string.Join(' ', nouns);
        _described.Add((key, head, others));
        return key;
    }

    /// <summary>The words of a noun phrase up to its head, in the singular, without articles.</summary>
    private List<string> Nouns(string phrase) =>
        [.. WordFolding.Words(phrase).Select(word => word.Folded).TakeWhile(word => !_words.IsBorder(word)).Where(word => !_words.IsEmpty(word)).Select(DocumentFrequencies.TermOf)];

    private static bool EndsWith(string name, string part) => name.EndsWith(" " + part, StringComparison.Ordinal);
}
