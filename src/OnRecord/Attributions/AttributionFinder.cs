using OnRecord.Attributions.Borders;
using OnRecord.Attributions.Chains;
using OnRecord.Attributions.Judging;
using OnRecord.Data;
using OnRecord.Names;
using OnRecord.Names.Coreference;

namespace OnRecord.Attributions;

/// <summary>Finds who says what: source, cue and content, as the PARC and PolNeAR corpora mark them.</summary>
/// <remarks>
/// Spans follow PolNeAR: the cue is the verb with its auxiliaries, negation and adverbs; content holds <c>that</c>, <c>to</c> and the
/// quotation marks, and leaves out the stop of the sentence; the source is the whole noun phrase with its apposition.
/// Unlike PolNeAR an attribution inside the content of another is kept, and says so in <see cref="Attribution.Within"/>.
/// </remarks>
public sealed class AttributionFinder
{
    private readonly AttributionWords _words;
    private readonly LearnedReader _learned;

    /// <summary>Opens the lexicons and models of attribution.</summary>
    /// <exception cref="DataFileException">A lexicon or model is missing or damaged.</exception>
    public AttributionFinder(DataFolder data)
        : this(data, new NounKinds(data))
    {
    }

    /// <summary>A finder that shares what nouns stand for with others.</summary>
    internal AttributionFinder(DataFolder data, NounKinds kinds)
        : this(data, Judge.Open(data, kinds), ContentBorders.Open(data))
    {
    }

    /// <summary>A finder with another judge and other borders, for training.</summary>
    internal AttributionFinder(DataFolder data, Judge judge, ContentBorders borders) => (_words, _learned) = (new AttributionWords(data), new LearnedReader(data, judge, borders));

    /// <summary>Names of all rules, as <see cref="Attribution.Rule"/> gives them.</summary>
    public static IReadOnlyList<string> RuleNames => Rules.Names;

    /// <summary>The attributions in a text, in the order of their cues.</summary>
    public Findings<Attribution> Find(Analysis analysis, NameFindings names)
    {
        var sheet = new Sheet(analysis, _words);
        return Finishing.Finish(sheet, names, Drafts(sheet, names));
    }

    /// <summary>What the attributions of a text are made of.</summary>
    internal List<Draft> Drafts(Sheet sheet, NameFindings names)
    {
        var drafts = new List<Draft>();
        for (var i = 0; i < sheet.Analysis.Sentences.Length; i++)
        {
            sheet.Analysis.Cancellation.ThrowIfCancellationRequested();
            drafts.AddRange(SentenceReader.Read(sheet, i));
        }

        drafts = _learned.Read(sheet, names, drafts);
        WritersWords.LeaveOut(sheet, drafts);
        QuotedParagraphs.Complete(sheet, drafts);
        QuoteContinuation.Join(sheet, drafts);
        return ChainLinks.Add(sheet, drafts);
    }
}
