using OnRecord.Attributions.Borders;
using OnRecord.Attributions.Judging;
using OnRecord.Data;
using OnRecord.Names;

namespace OnRecord.Attributions;

/// <summary>
/// Judges what the rules found: a tagger says which of their cues are cues and which they missed, another one where source and content stand. Both see
/// the rules' opinion, so they keep to it where they have no better one. Then the judge says, draft by draft, whether it holds as a whole.
/// </summary>
/// <remarks>
/// PolNeAR marks outer attributions only, so the taggers know nothing of those inside another's content: there the rules are kept. They are also kept for
/// what the form on the page shows (a speaker's colon, a signature) and for phrases that can mean nothing else ("according to", "reportedly").
/// </remarks>
internal sealed class LearnedReader(DataFolder data, Judge judge, ContentBorders borders)
{
    /// <summary>Least probability of a cue.</summary>
    private const double Least = 0.5;

    /// <summary>Least probability of a cue that the judge may still find right as a whole.</summary>
    private const double LeastCandidate = 0.25;

    /// <summary>Cues of one sentence that the taggers judge.</summary>
    private const int MostCues = 40;

    private readonly CueTagger _cues = new(data);
    private readonly RoleTagger _roles = new(data);

    /// <summary>The drafts that hold, in the order of their cues.</summary>
    public List<Draft> Read(Sheet sheet, NameFindings names, List<Draft> rules)
    {
        if (sheet.Analysis.Views.IsEmpty || sheet.Tokens.IsEmpty)
        {
            return rules;
        }

        var scores = _cues.Score(sheet, rules);
        var hearing = judge.On(sheet, names);
        var cues = Candidates(sheet, scores, rules);
        var dense = Unread(scores, TakeDense(sheet, cues), isInner: false);
        var read = Drafts(sheet, scores, cues);
        var shown = Unread(scores, [.. rules.Where(draft => draft.Rule is Rules.SpeakerColon or Rules.QuoteSignature)], isInner: false);
        var spoken = new Holders(shown.SelectMany(draft => draft.Content));
        read.ForEach(draft => Edges.Mend(sheet, draft));
        borders.Set(sheet, read);
        NobodySpeaks.LeaveOut(sheet, read);
        WriterSpeaks.LeaveOut(sheet, spoken, read);
        WritersWords.LeaveOut(sheet, read);
        List<Draft> judged = [.. shown, .. dense, .. read];
        hearing.Read(judged);
        var kept = new Neighbours(judged);
        foreach (var draft in kept.All.Where(draft => draft.Evidence is { IsRead: true }))
        {
            QuotedContent.AddOpening(sheet, draft, kept);
        }

        OthersWords.LeaveOut(kept);
        var all = kept.All.ToList();
        AddRules(sheet, all, [.. rules.Where(draft => draft.IsPlain)]);
        var outer = new Holders(all.SelectMany(draft => draft.Content));
        var inner = rules.Where(draft => draft.Evidence is null && !draft.IsPlain && outer.Hold(draft.CueSpan)).ToList();
        inner.ForEach(draft => Edges.Mend(sheet, draft));
        NobodySpeaks.LeaveOut(sheet, inner);
        NobodySpeaks.LeaveOutBare(inner);
        WriterSpeaks.LeaveOut(sheet, spoken, inner);
        hearing.Read(Unread(scores, inner, isInner: true));
        AddRules(sheet, all, inner);
        return [.. all.OrderBy(draft => draft.CueSpan)];
    }

    /// <summary>What only the rules have read, with what the first tagger says of its cues.</summary>
    private static List<Draft> Unread(float[][] scores, List<Draft> drafts, bool isInner)
    {
        foreach (var draft in drafts)
        {
            var cue = new Range(draft.Cue.First, draft.Cue.End);
            draft.Evidence = new Evidence(CueTagger.Probability(scores, cue), CueTagger.Mean(scores, cue), 0, 0, draft, IsRead: false, isInner);
        }

        return drafts;
    }

    /// <summary>Adds the rules' drafts whose cue no other one has.</summary>
    private static void AddRules(Sheet sheet, List<Draft> kept, List<Draft> rules)
    {
        var cues = new Coverage(sheet.Text.Length);
        kept.ForEach(draft => cues.Add(draft.CueSpan));
        foreach (var draft in rules.Where(draft => !cues.Overlaps(draft.CueSpan)))
        {
            cues.Add(draft.CueSpan);
            kept.Add(draft);
        }
    }

    /// <summary>The cues that the tagger sees, each with the rules' draft of it; then the weaker ones beside them.</summary>
    private static List<(Range Cue, Draft? Draft)> Candidates(Sheet sheet, float[][] scores, List<Draft> rules)
    {
        var taken = new bool[sheet.Tokens.Length];
        var ruled = new Draft?[sheet.Tokens.Length];
        foreach (var draft in rules)
        {
            for (var i = draft.Cue.First; i < draft.Cue.End; i++)
            {
                ruled[i] ??= draft;
            }
        }

        var cues = new List<(Range Cue, Draft? Draft)>();
        var used = new HashSet<Draft>();
        foreach (var least in new[] { Least, LeastCandidate })
        {
            foreach (var found in CueTagger.Cues(sheet, scores, least))
            {
                var draft = Enumerable.Range(found.First, found.End - found.First).Select(token => ruled[token]).FirstOrDefault(one => one is not null);
                if (taken.AsSpan(found.First, found.End - found.First).Contains(true) || (draft is null ? IsPhrase(sheet, found.First) : !used.Add(draft)) || draft?.Rule is Rules.SpeakerColon or Rules.QuoteSignature)
                {
                    continue;
                }

                cues.Add((Whole(sheet, found, draft), draft));
                taken.AsSpan(found.First, found.End - found.First).Fill(true);
            }
        }

        cues.Sort((left, right) => left.Cue.First.CompareTo(right.Cue.First));
        return cues;
    }

    /// <summary>
    /// In a sentence with more cues than any has, those behind the first ones are taken out and stay as the rules read them: a tagger that reads a window for each would read
    /// every word a hundred times.
    /// </summary>
    private static List<Draft> TakeDense(Sheet sheet, List<(Range Cue, Draft? Draft)> cues)
    {
        var (dense, sentence, count) = (new List<Draft>(), -1, 0);
        cues.RemoveAll(cue =>
        {
            var own = sheet.Tokens[cue.Cue.First].Sentence;
            (sentence, count) = (own, own == sentence ? count + 1 : 1);
            if (count > MostCues && cue.Draft is { } draft)
            {
                dense.Add(draft);
            }

            return count > MostCues;
        });
        return dense;
    }

    private static Range Whole(Sheet sheet, Range cue, Draft? draft) =>
        draft is null ? CueEdges.WithoutStub(sheet, cue, null)
        // A phrase is one cue whatever part of it the tagger saw.
        : draft.IsPlain ? new Range(draft.Cue.First, draft.Cue.End)
        // A cue without the word that makes it one: the "to" of "to praise".
        : cue.End == draft.Cue.Head && sheet.Tokens[cue.First].Upos == Upos.PART ? new Range(Math.Min(cue.First, draft.Cue.Head), Math.Max(cue.End, draft.Cue.Head + 1))
        : CueEdges.WithoutStub(sheet, cue, draft);

    private List<Draft> Drafts(Sheet sheet, float[][] scores, List<(Range Cue, Draft? Draft)> cues)
    {
        var roles = _roles.Find(sheet, cues);
        var drafts = new List<Draft>();
        for (var i = 0; i < cues.Count; i++)
        {
            var (cue, rule) = cues[i];
            var evidence = new Evidence(CueTagger.Probability(scores, cue), CueTagger.Mean(scores, cue), roles[i].SourceSure, roles[i].ContentSure, rule) { Tokens = roles[i].Tokens };
            if (RoleReader.Draft(sheet, cue, rule, roles[i], evidence) is { } draft && !(rule is null && OthersWords.SaysAgain(sheet, draft, cues, roles, i)))
            {
                drafts.Add(draft);
            }
        }

        return drafts;
    }

    /// <summary>A phrase that the rules know, and have turned down here: "set according to age".</summary>
    private static bool IsPhrase(Sheet sheet, int at) => sheet.Words.Phrases.Longest(sheet.Tokens.AsSpan(), at, out _) > 0 && !sheet.IsVerb(at) || sheet.Is(at, "according");
}
