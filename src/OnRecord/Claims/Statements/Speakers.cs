using System.Collections.Immutable;
using OnRecord.Language.Syntax;

namespace OnRecord.Claims.Statements;

/// <summary>
/// Who speaks, for the pronouns of what is said: "I" in somebody's own words is the speaker; "it", "they", "he" and "she" at the head of a report in other words, where
/// nothing joined them to anybody, are the source that was named right before ("The army said [it] would send help").
/// </summary>
internal sealed class Speakers(ClauseReading reading, ImmutableArray<Attribution> attributions, Inserts inserts, NounPhrases phrases, ClaimWords words)
{
    /// <summary>Whom "I" means; null where that is not known, or where another word would have to change with it.</summary>
    public Entity? OfFirstPerson(ClausePlan plan, IEnumerable<TokenRange> ranges) =>
        Speaker(plan) is { } voice && IsReplaceable(ranges) ? inserts.Named(voice.Source?.Entity) : null;

    /// <summary>Whether an entity is the one in whose own words the clause stands: in these he is "I", and "he" is somebody else, to whomever it was joined.</summary>
    public bool IsSpeaker(ClausePlan plan, string? entity) => entity is not null && Speaker(plan) is { Speech: Speech.Direct, Source: { } source } && source.Entity == entity;

    /// <summary>The words of the source for whom the clause's subject stands; null where it stands for somebody else.</summary>
    public TokenRange? OfThirdPerson(ClausePlan plan)
    {
        var tokens = reading.Trees.Analysis.Tokens;
        if (plan.Subject < 0 || Voice(plan) is not { Source: { } source } voice || tokens[plan.Subject].Upos is not Upos.PRON
            || reading.Voices.HeadOfContent(plan.Clause) is null || voice.Speech == Speech.Direct)
        {
            return null;
        }

        var head = HeadOf(source.Span);
        var pronoun = tokens[plan.Subject];
        if (plan.Subject + 1 < tokens.Length && tokens[plan.Subject + 1].Span.Start == pronoun.Span.End)
        {
            // "they're": what is left of the verb would stand alone.
            return null;
        }

        var isSame = head >= 0 && tokens[head].Upos is Upos.NOUN or Upos.PROPN && tokens[head].Sentence == pronoun.Sentence && Agrees(pronoun.Lower, head, source.Kind);
        return isSame && inserts.Of(plan.Subject) is null && plan.Subject != head ? phrases.Of(head) : null;
    }

    /// <summary>
    /// Whether a pronoun that was joined to one person more likely means another: the subject of the clause that its own hangs on ("Garner said it before [he] died").
    /// </summary>
    public bool IsDoubtful(ClausePlan plan)
    {
        var tokens = reading.Trees.Analysis.Tokens;
        var main = tokens[plan.Clause.Head].Head;
        if (plan.Subject < 0 || main < 0 || tokens[plan.Subject].Upos is not Upos.PRON || !reading.Trees.Is(plan.Clause.Head, "advcl"))
        {
            return false;
        }

        var subject = reading.Trees.First(main, "nsubj");
        return subject >= 0 && inserts.TypeOf(subject) is EntityType.Person && inserts.EntityAt(subject) != inserts.EntityAt(plan.Subject);
    }

    /// <summary>One source as "it", where it is no person; several, or a body, as "they"; a person without a name as "he" or "she".</summary>
    private bool Agrees(string pronoun, int head, SourceKind kind)
    {
        var source = reading.Trees.Analysis.Tokens[head];
        var isPlural = source.Xpos is "NNS" or "NNPS";
        return pronoun switch
        {
            "they" => isPlural || words.IsBody(source.Lemma.ToLowerInvariant()),
            "it" => !isPlural && (kind is SourceKind.Outlet or SourceKind.Document || words.IsBody(source.Lemma.ToLowerInvariant()) || (source.Upos is Upos.PROPN && inserts.TypeOf(head) is not EntityType.Person)),
            "he" or "she" => !isPlural && kind == SourceKind.Unnamed && !words.IsBody(source.Lemma.ToLowerInvariant()) && inserts.TypeOf(head) is null or EntityType.Person,
            _ => false,
        };
    }

    /// <summary>
    /// In whose own words a clause stands: the innermost voice whose words a quotation mark opens. In “I know the board thinks I am wrong” the board's are none.
    /// </summary>
    private Attribution? Speaker(ClausePlan plan)
    {
        var voices = reading.Voices.Of(plan.Inner.Head);
        for (var i = voices.Length - 1; i >= 0; i--)
        {
            var voice = attributions[voices[i]];
            if (voice.Speech != Speech.Indirect && (i == 0 || IsQuoted(voice.Content[0].Start)))
            {
                return voice;
            }
        }

        return null;
    }

    private bool IsQuoted(int start)
    {
        var text = reading.Trees.Analysis.Text;
        return IsMark(text[start]) || (start > 0 && IsMark(text[start - 1]));

        static bool IsMark(char letter) => letter is '"' or '“' or '‘' or '«' or '„' or '\'';
    }

    private Attribution? Voice(ClausePlan plan) => reading.Voices.Of(plan.Inner.Head) is [.., var last] ? attributions[last] : null;

    /// <summary>"I pulled him out" can bear a name, "if I break my leg" cannot: one "I", before a verb that is the same for all persons.</summary>
    private bool IsReplaceable(IEnumerable<TokenRange> ranges)
    {
        var tokens = reading.Trees.Analysis.Tokens;
        var count = 0;
        foreach (var range in ranges)
        {
            for (var i = range.First; i < range.End; i++)
            {
                if (tokens[i].Lower is "i" or "me" or "my" or "mine" or "myself")
                {
                    count++;
                }

                var isAm = tokens[i].Lower is "am" or "'m" or "’m";
                if (tokens[i].Xpos == "VBP" && !isAm && i > range.First && tokens[i - 1].Lower == "i")
                {
                    return false;
                }
            }
        }

        return count == 1;
    }

    /// <summary>The token of a span that hangs on none of the others.</summary>
    private int HeadOf(TextSpan span)
    {
        var analysis = reading.Trees.Analysis;
        for (var i = analysis.TokenAt(span.Start); i < analysis.Tokens.Length && analysis.Tokens[i].Span.Start < span.End; i++)
        {
            var head = analysis.Tokens[i].Head;
            if (analysis.Tokens[i].Upos is not Upos.PUNCT && (head < 0 || !span.Contains(analysis.Tokens[head].Span)))
            {
                return i;
            }
        }

        return -1;
    }
}
