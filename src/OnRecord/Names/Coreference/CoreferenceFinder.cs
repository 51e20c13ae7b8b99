using OnRecord.Data;
using OnRecord.Pages.Html;

namespace OnRecord.Names.Coreference;

/// <summary>
/// Joins noun phrases and pronouns to the entities of a document, the surest first: appositions and copulas, then one pass through the text in which each description and
/// each pronoun looks back. A join that is not the only likely one is not made.
/// </summary>
/// <param name="data">The lexicons and models.</param>
/// <param name="ranker">Judges what a pronoun means; null for salience alone.</param>
internal sealed class CoreferenceFinder(DataFolder data, TreeModel? ranker)
{
    /// <summary>The model that judges what a pronoun means.</summary>
    public const string ModelName = "antecedents.trees";

    private readonly NounKinds _kinds = new(data);
    private readonly Salience _salience = new(data);

    /// <summary>What nouns stand for.</summary>
    public NounKinds Kinds => _kinds;

    /// <summary>Opens the shipped ranker.</summary>
    /// <exception cref="DataFileException">It is missing or damaged.</exception>
    public static TreeModel Ranker(DataFolder data) => TreeModel.Open(data, ModelName, AntecedentFeatures.Names);

    /// <summary>The phrases that mean an entity, in the order of the text; pronouns and descriptions for which several are as likely go to <paramref name="open"/>.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="drafts">The names.</param>
    /// <param name="joined">The entity of each name.</param>
    /// <param name="open">What stays open.</param>
    /// <param name="watch">Is shown each pronoun before it is resolved; for training.</param>
    public List<Phrase> Find(
        NameSheet sheet, IReadOnlyList<NameDraft> drafts, IReadOnlyDictionary<NameDraft, EntityCluster?> joined, List<Unresolved> open, PronounWatch? watch = null)
    {
        var phrases = new PhraseFinder(sheet, _kinds).Find(drafts, joined);
        var byHead = phrases.ToDictionary(phrase => phrase.Head);
        var joiner = new PhraseJoiner(sheet);
        new Equations(sheet, byHead, joiner).Take(phrases);
        var (speech, memory) = (new Speech(sheet, _kinds), new MentionMemory());
        var candidates = new Candidates(sheet, _salience, speech, new Binding(sheet), phrases);
        var chooser = new AntecedentRanker(sheet, ranker, new AntecedentFeatures(sheet, speech, _kinds, memory), _salience);
        var (descriptions, pronouns) = (new Descriptions(sheet, _kinds, joiner), new Pronouns(sheet, _kinds, joiner, candidates, chooser, memory, speech, new SubjectsOfVerbs(sheet, phrases)));
        foreach (var phrase in phrases)
        {
            sheet.Analysis.Cancellation.ThrowIfCancellationRequested();
            if (phrase is { IsAge: true, Cluster: null })
            {
                pronouns.ResolveAge(phrase);
            }
            else if (phrase is { Form: MentionForm.Nominal, Cluster: null })
            {
                descriptions.Resolve(phrase, open);
            }
            else if (phrase.Form == MentionForm.Pronoun)
            {
                watch?.Look(phrase, pronouns.Judged(phrase, watch.IsBlind));
                pronouns.Resolve(phrase, open);
            }

            descriptions.Pass(phrase);
            pronouns.Pass(phrase);
        }

        return [.. phrases.Where(phrase => phrase is { Form: not MentionForm.Name, Cluster: not null })];
    }
}

/// <summary>Sees each pronoun with its candidates before it is resolved.</summary>
/// <param name="Look">Is shown them.</param>
/// <param name="IsBlind">Whether "he" and "she" are taken as one word for persons of either gender.</param>
internal sealed record PronounWatch(Action<Phrase, IEnumerable<(Candidate Candidate, float[] Numbers)>> Look, bool IsBlind = false);
