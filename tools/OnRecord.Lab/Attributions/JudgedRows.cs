using System.Collections.Immutable;
using System.Globalization;
using OnRecord.Attributions;
using OnRecord.Attributions.Borders;
using OnRecord.Attributions.Judging;
using OnRecord.Data;
using OnRecord.Language;
using OnRecord.Names;
using OnRecord.Names.Coreference;
using OnRecord.Pages;

namespace OnRecord.Lab.Attributions;

/// <summary>What a draft is judged by, and what is known of it.</summary>
/// <param name="Text">The article or page.</param>
/// <param name="Verdict">What PolNeAR's annotators or a reader say of it.</param>
/// <param name="Rule">Its rule.</param>
/// <param name="Numbers">Its numbers.</param>
internal sealed record JudgedRow(string Text, Verdict Verdict, string Rule, float[] Numbers)
{
    private static readonly int Rules = JudgeFeatures.Names.IndexOf("rule");
    private static readonly int Inner = JudgeFeatures.Names.IndexOf("inner");

    /// <summary>Whether only the rules have read it, inside another's content.</summary>
    public bool IsInner => Numbers[Inner] > 0;

    /// <summary>Whether a rule knows its cue.</summary>
    public bool IsRuled => Numbers[Rules] > 0;

    /// <summary>The same as if it stood inside another's content.</summary>
    public JudgedRow AsInner() => this with { Numbers = JudgeFeatures.AsInner(Numbers) };

    /// <summary>Whether it stands on a page of the web, and not in a news article.</summary>
    public bool IsWeb => Text.StartsWith(ReadVerdicts.WebFolder, StringComparison.Ordinal);
}

/// <summary>How far an attribution is right.</summary>
internal enum Verdict
{
    /// <summary>Nobody says that.</summary>
    Wrong,

    /// <summary>The cue is one; source or content is not, or a border is off.</summary>
    Part,

    /// <summary>Right.</summary>
    Right,
}

/// <summary>Reads the drafts of texts with their numbers; kept in a folder, so that training again needs no reading.</summary>
internal sealed class JudgedRows
{
    private readonly DataFolder _data = DataFolder.English();
    private readonly string _cache;
    private readonly Lazy<EnglishAnalyzer> _analyzer;
    private readonly Lazy<NameFinder> _names;
    private readonly Lazy<AttributionFinder> _finder;
    private readonly Lazy<AttributionWords> _words;

    public JudgedRows(string cache)
    {
        _cache = cache;
        _analyzer = new(() => new EnglishAnalyzer(_data));
        _names = new(() => new NameFinder(_data));
        _finder = new(() => new AttributionFinder(_data, Judge.Lenient(_data, new NounKinds(_data)), ContentBorders.Open(_data)));
        _words = new(() => new AttributionWords(_data));
    }

    /// <summary>Beginnings of the names of numbers that are left out.</summary>
    public IReadOnlyList<string> Without { get; init; } = [];

    /// <summary>The drafts of a compartment of PolNeAR that no other holds: its annotators mark outer attributions alone.</summary>
    public List<JudgedRow> PolNear(string compartment) => Cached(compartment, () => PolNearReader.Files(compartment).SelectMany(Read));

    /// <summary>The drafts that readers have judged.</summary>
    public List<JudgedRow> ReadByHand() => Cached("read", () => ReadVerdicts.All().GroupBy(one => (one.Text, one.Ordinal)).SelectMany(text => Read(text.Key.Text, text.Key.Ordinal, [.. text])));

    private List<JudgedRow> Cached(string name, Func<IEnumerable<JudgedRow>> read)
    {
        var file = Path.Combine(_cache, $"judge-{name}.tsv");
        if (!File.Exists(file))
        {
            Directory.CreateDirectory(_cache);
            File.WriteAllLines(file, read().Select(row => $"{row.Text}\t{row.Verdict}\t{row.Rule}\t{string.Join('\t', row.Numbers.Select(number => number.ToString("G6", CultureInfo.InvariantCulture)))}"));
        }

        var taken = JudgeFeatures.Names.Select(one => !Without.Any(left => one.StartsWith(left, StringComparison.Ordinal))).ToArray();
        return [.. File.ReadLines(file).Select(line => line.Split('\t')).Select(cells => new JudgedRow(cells[0], Enum.Parse<Verdict>(cells[1]), cells[2], [.. cells.Skip(3).Select((cell, i) => taken[i] ? float.Parse(cell, CultureInfo.InvariantCulture) : 0)]))];
    }

    private IEnumerable<JudgedRow> Read((string Text, string Annotation) files)
    {
        var article = PolNearReader.Read(files);
        var (drafts, found) = Find(RunningText.Document(article.Text));
        var (wrong, part) = (new HashSet<TextSpan>(), new HashSet<TextSpan>());
        AttributionScores.Of(article, found, (gold, ours) => Note(gold, ours, wrong, part));
        return found.Where(one => one.Within is null && drafts.ContainsKey(one.Cue.Span))
            .Select(one => new JudgedRow(article.Name, wrong.Contains(one.Cue.Span) ? Verdict.Wrong : part.Contains(one.Cue.Span) ? Verdict.Part : Verdict.Right, one.Rule, drafts[one.Cue.Span].Features!));
    }

    private IEnumerable<JudgedRow> Read(string text, int ordinal, List<ReadVerdict> verdicts)
    {
        var document = new PageReader(_data).Read(ReadVerdicts.PageOf(text), ReadOptions.Default).ElementAt(ordinal);
        var map = new CodePointMap(document.Text);
        var (drafts, found) = Find(document);
        foreach (var one in found.Where(one => drafts.ContainsKey(one.Cue.Span)))
        {
            if (verdicts.Find(verdict => verdict.Cue.Overlaps(ReadVerdict.InCodePoints(one.Cue.Span, map)))?.Of(one, map) is { } known)
            {
                yield return new JudgedRow(text, known, one.Rule, drafts[one.Cue.Span].Features!);
            }
        }
    }

    private (Dictionary<TextSpan, Draft> Drafts, ImmutableArray<Attribution> Found) Find(Document document)
    {
        var analysis = _analyzer.Value.Analyze(document);
        var names = _names.Value.Find(analysis);
        var sheet = new Sheet(analysis, _words.Value);
        var drafts = _finder.Value.Drafts(sheet, names);
        return (drafts.Where(draft => draft.Features is not null).DistinctBy(draft => draft.CueSpan).ToDictionary(draft => draft.CueSpan), Finishing.Finish(sheet, names, drafts).Found);
    }

    private static void Note(GoldAttribution? gold, Attribution? ours, HashSet<TextSpan> wrong, HashSet<TextSpan> part)
    {
        if (ours is not null && gold is null)
        {
            wrong.Add(ours.Cue.Span);
        }
        else if (ours is not null && !AttributionScores.IsWhole(gold!, ours))
        {
            part.Add(ours.Cue.Span);
        }
    }
}
