using System.Collections.Immutable;
using OnRecord.Data;
using OnRecord.Names.Coreference;
using OnRecord.Pages.Html;

namespace OnRecord.Names;

/// <summary>Finds the names of persons, organisations, countries, places and groups in English text, and joins those that name the same.</summary>
/// <remarks>
/// Every mention keeps the name of the rule that typed it. A name that nothing tells of is not reported. Safe to use from many threads.
/// </remarks>
public sealed class NameFinder
{
    private readonly NameLexicon _lexicon;
    private readonly CoreferenceFinder _coreference;
    private readonly NameTagger _tagger;

    /// <summary>Opens the lexicons of names.</summary>
    /// <exception cref="DataFileException">A lexicon is missing or damaged.</exception>
    public NameFinder(DataFolder data)
        : this(data, new NameTagger(data), CoreferenceFinder.Ranker(data))
    {
    }

    /// <summary>A finder with another tagger, for cross-validation.</summary>
    internal NameFinder(DataFolder data, NameTagger tagger)
        : this(data, tagger, null)
    {
    }

    /// <summary>A finder with another judge of pronouns, for training.</summary>
    internal NameFinder(DataFolder data, NameTagger tagger, TreeModel? ranker)
    {
        _tagger = tagger;
        _lexicon = new NameLexicon(data);
        _coreference = new CoreferenceFinder(data, ranker);
    }

    /// <summary>What nouns stand for, for finders above that ask it, too.</summary>
    internal NounKinds NounKinds => _coreference.Kinds;

    /// <summary>Names of all rules, as they stand in <see cref="Mention.Rule"/>.</summary>
    public static IReadOnlyList<string> RuleNames => NameRules.All;

    /// <summary>Names of all rules that join, as they stand in <see cref="Mention.Join"/>.</summary>
    public static IReadOnlyList<string> JoinRuleNames => JoinRules.All;

    /// <summary>The names in a text.</summary>
    public NameFindings Find(Analysis analysis) => Find(analysis, null);

    /// <summary>The same; each pronoun is shown before it is resolved, for training.</summary>
    internal NameFindings Find(Analysis analysis, PronounWatch? watch)
    {
        if (analysis.Tokens.IsEmpty)
        {
            return NameFindings.None;
        }

        var sheet = new NameSheet(analysis, _lexicon);
        var drafts = Draft(sheet);
        var aliases = Settle(sheet, drafts);
        var typed = InnerNames.Add(sheet, OtherScripts.Add(sheet, [.. _tagger.Judge(sheet, drafts).Where(draft => draft.Type is not null && !IsOfMoney(sheet, draft))]));
        PlaceCountries.Take(sheet, typed);
        var joined = new EntityJoiner(sheet, aliases).Join(typed);
        var open = typed.Where(draft => joined[draft] is null).Select(draft => new Unresolved(analysis.SpanOf(draft.First, draft.End), "mention", "ambiguousName")).ToList();
        var phrases = _coreference.Find(sheet, typed, joined, open, watch);
        var (entities, ids) = EntityList.Of(sheet, typed, joined, phrases);
        var mentions = typed.Select(draft => new Mention(analysis.SpanOf(draft.First, draft.End), draft.Type!.Value, IdOf(joined[draft]), draft.Rule) { Join = draft.Join })
            .Concat(phrases.Select(phrase => MentionOf(analysis, phrase, ids)))
            .OrderBy(mention => mention.Span.Start).ThenBy(mention => mention.Span.End);
        return new NameFindings([.. mentions], entities, [.. open.OrderBy(one => one.Span)]);

        string? IdOf(EntityCluster? cluster) => cluster is null ? null : ids[cluster];
    }

    /// <summary>Whether a country's name is only a part of its money's: "US dollars".</summary>
    private static bool IsOfMoney(NameSheet sheet, NameDraft draft) =>
        draft.Type == EntityType.Country && draft.End < sheet.Tokens.Length && sheet.Tokens[draft.End].Lower is "dollar" or "dollars";

    private static Mention MentionOf(Analysis analysis, Phrase phrase, IReadOnlyDictionary<EntityCluster, string> ids) =>
        new(analysis.SpanOf(phrase.First, phrase.End), phrase.Cluster!.Type, ids[phrase.Cluster], phrase.Form == MentionForm.Pronoun ? NameRules.Pronoun : NameRules.NounPhrase)
        {
            Form = phrase.Form,
            Join = phrase.Join,
        };

    /// <summary>What the rules alone make of a text; for training.</summary>
    internal static List<NameDraft> Rules(NameSheet sheet)
    {
        var drafts = Draft(sheet);
        Settle(sheet, drafts);
        return drafts;
    }

    /// <summary>Cuts the text into names; what tells by itself what it names is typed.</summary>
    private static List<NameDraft> Draft(NameSheet sheet)
    {
        var (runs, reader) = (new RunFinder(sheet), new RunReader(sheet));
        var drafts = new List<NameDraft>();
        foreach (var sentence in sheet.Analysis.Sentences)
        {
            sheet.Analysis.Cancellation.ThrowIfCancellationRequested();
            var titles = QuotedTitles.In(sheet, sentence);
            var first = drafts.Count;
            foreach (var run in runs.In(sentence))
            {
                // A model's number may lie behind its maker's run.
                if ((drafts.Count == 0 || run.First >= drafts[^1].End) && !titles.Any(title => run.First < title.End && title.First < run.End))
                {
                    reader.Read(run, sentence, drafts);
                }
            }

            drafts.AddRange(titles);
            drafts.Sort(first, drafts.Count - first, Comparer<NameDraft>.Create((one, other) => one.First.CompareTo(other.First)));
        }

        return drafts;
    }

    /// <summary>Types what the words around a name, or the same document elsewhere, tell of it; the firmest evidence first.</summary>
    private static NameAliases Settle(NameSheet sheet, List<NameDraft> drafts)
    {
        var context = new NameContext(sheet, new RunReader(sheet), drafts);
        drafts.ForEach(context.TakeCalling);
        ShortNames.AddOpeners(sheet, drafts);
        Metonyms.Take(sheet, drafts);
        ShortNames.TakePersons(sheet, drafts);
        var aliases = new NameAliases(sheet, drafts);
        drafts.ForEach(context.Settle);
        ShortNames.TakeSame(drafts);
        return aliases;
    }
}

/// <summary>Mentions in the order of the text, the entities that they name in the order of first mention, and what stayed open.</summary>
public sealed record NameFindings(ImmutableArray<Mention> Mentions, ImmutableArray<Entity> Entities, ImmutableArray<Unresolved> Unresolved)
{
    /// <summary>Nothing found, nothing open.</summary>
    public static NameFindings None { get; } = new([], [], []);
}
