using System.Globalization;
using OnRecord.Data;
using OnRecord.Lab.Attributions;
using OnRecord.Language;
using OnRecord.Names;
using OnRecord.Names.Coreference;

namespace OnRecord.Lab.Coreference;

/// <summary>What a pronoun may mean, and what the annotators say of it.</summary>
/// <param name="Kind">person, thing or several.</param>
/// <param name="HasAntecedent">Whether it means something before it.</param>
/// <param name="Candidates">What it may mean.</param>
internal sealed record PronounGold(string Kind, bool HasAntecedent, IReadOnlyList<CandidateGold> Candidates);

/// <summary>A candidate.</summary>
/// <param name="IsMeant">Whether the pronoun means it; null where the annotators do not say.</param>
/// <param name="Numbers">Its numbers.</param>
internal sealed record CandidateGold(bool? IsMeant, float[] Numbers);

/// <summary>Reads pronouns with their candidates out of GAP, GUM and MEANTIME.</summary>
/// <param name="cache">Folder in which they are kept.</param>
/// <param name="again">Whether pronouns before are joined by the model that is there; else by salience.</param>
internal sealed class AntecedentGold(string cache, bool again)
{
    /// <summary>Of so many articles of PolNeAR the last but two is kept back.</summary>
    private const int KeptOf = 10;

    private const int Kept = 7;

    private (EnglishAnalyzer Analyzer, NameFinder Finder)? _reader;

    /// <summary>The pronouns of a corpus.</summary>
    public IEnumerable<PronounGold> Read(string corpus)
    {
        var file = Path.Combine(cache, $"antecedents-{(again ? "again-" : "")}{corpus}.tsv");
        if (!File.Exists(file))
        {
            Directory.CreateDirectory(cache);
            File.WriteAllLines(file, Pronouns(corpus).SelectMany(Lines));
        }

        PronounGold? pronoun = null;
        foreach (var cells in File.ReadLines(file).Select(line => line.Split('\t')))
        {
            if (cells.Length == 2)
            {
                if (pronoun is not null)
                {
                    yield return pronoun;
                }

                pronoun = new PronounGold(cells[0], cells[1] == "1", new List<CandidateGold>());
            }
            else
            {
                ((List<CandidateGold>)pronoun!.Candidates).Add(new CandidateGold(cells[0].Length == 0 ? null : cells[0] == "1", [.. cells.Skip(1).Select(cell => float.Parse(cell, CultureInfo.InvariantCulture))]));
            }
        }

        if (pronoun is not null)
        {
            yield return pronoun;
        }
    }

    private static IEnumerable<string> Lines(PronounGold pronoun) =>
    [
        $"{pronoun.Kind}\t{(pronoun.HasAntecedent ? 1 : 0)}",
        .. pronoun.Candidates.Select(one => $"{(one.IsMeant is { } meant ? meant ? "1" : "0" : "")}\t{string.Join('\t', one.Numbers.Select(number => number.ToString("G6", CultureInfo.InvariantCulture)))}"),
    ];

    private (EnglishAnalyzer Analyzer, NameFinder Finder) Reader()
    {
        var data = DataFolder.English();
        return _reader ??= (new EnglishAnalyzer(data), new NameFinder(data, new NameTagger(data), again ? CoreferenceFinder.Ranker(data) : null));
    }

    private IEnumerable<PronounGold> Pronouns(string corpus) => corpus switch
    {
        "gap-development" or "gap-validation" => GapGold.Read(corpus["gap-".Length..]).SelectMany(OfPassage),
        "polnear-train" or "polnear-kept" => PolNearReader.Files("train").Where((_, i) => i % KeptOf == Kept == (corpus == "polnear-kept")).SelectMany(files => OfArticle(PolNearReader.Read(files).Text)),
        "gum-train" or "gum-dev" => CoreferenceGold.Gum(corpus["gum-".Length..], "").SelectMany(OfDocument),
        _ => CoreferenceGold.Meantime().SelectMany(OfDocument),
    };

    /// <summary>The pronoun that GAP asks for. A candidate is a name if its entity is spoken of there.</summary>
    private List<PronounGold> OfPassage(GapPassage passage)
    {
        var (analyzer, finder) = Reader();
        var analysis = analyzer.Analyze(RunningText.Document(passage.Text));
        var seen = new List<(Candidate Candidate, float[] Numbers)>();
        var found = finder.Find(analysis, new PronounWatch((phrase, candidates) =>
        {
            if (analysis.SpanOf(phrase.First, phrase.End) == passage.Pronoun)
            {
                seen.AddRange(candidates);
            }
        }));
        bool Is(Candidate candidate, TextSpan name) =>
            candidate.Mentions.Exists(mention => analysis.SpanOf(mention.First, mention.End).Overlaps(name))
            || (candidate.Last.Cluster is { } cluster && found.Mentions.Any(mention => mention.Entity == cluster.Id && mention.Form == MentionForm.Name && mention.Span.Overlaps(name)));
        var rows = seen.Select(one =>
        {
            var (isA, isB) = (Is(one.Candidate, passage.A), Is(one.Candidate, passage.B));
            return new CandidateGold(isA || isB || passage.IsA || passage.IsB ? (isA && passage.IsA) || (isB && passage.IsB) : null, one.Numbers);
        });
        return [new PronounGold("person", passage.IsA || passage.IsB, [.. rows])];
    }

    private List<PronounGold> OfDocument(CoreferenceDocument document)
    {
        var (analyzer, finder) = Reader();
        var analysis = analyzer.Analyze(document.Document);
        var gold = new AlignedDocument(document, analysis, []);
        var firsts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < analysis.Tokens.Length; i++)
        {
            if (gold.EntityAt(i) is { } entity)
            {
                firsts.TryAdd(entity, i);
            }
        }

        var pronouns = new List<PronounGold>();
        finder.Find(analysis, new PronounWatch((phrase, candidates) =>
        {
            var meant = gold.EntityAt(phrase.Head);
            var rows = candidates.Select(one => new CandidateGold(
                meant is null ? (document.IsWhole ? false : null) : one.Candidate.Mentions.Exists(mention => gold.EntityAt(mention.Head) == meant), one.Numbers)).ToList();
            if (rows.Count > 0 || meant is not null)
            {
                var word = analysis.Tokens[phrase.Head].Lower;
                pronouns.Add(new PronounGold(word is "it" or "its" ? "thing" : word.StartsWith("the", StringComparison.Ordinal) ? "several" : "person", meant is not null && firsts[meant] < phrase.Head, rows));
            }
        }));
        return pronouns;
    }

    /// <summary>Pronouns whose gender tells what they mean: of the persons around, one alone has it. The numbers do not know of it, so that they tell who is meant where genders are alike.</summary>
    private List<PronounGold> OfArticle(string text)
    {
        var (analyzer, finder) = Reader();
        var analysis = analyzer.Analyze(RunningText.Document(text));
        var pronouns = new List<PronounGold>();
        finder.Find(analysis, new PronounWatch((phrase, candidates) =>
        {
            if (phrase.Gender == Gender.Unknown)
            {
                return;
            }

            var rows = candidates.Select(one => new CandidateGold(GenderOf(one.Candidate) is var gender && gender == Gender.Unknown ? null : gender == phrase.Gender, one.Numbers)).ToList();
            if (rows.Count(row => row.IsMeant == true) == 1 && rows.Exists(row => row.IsMeant == false))
            {
                pronouns.Add(new PronounGold("person", true, rows));
            }
        }, IsBlind: true));
        return pronouns;

        static Gender GenderOf(Candidate candidate) => candidate.Last.Cluster?.Gender ?? candidate.Last.Gender;
    }
}
