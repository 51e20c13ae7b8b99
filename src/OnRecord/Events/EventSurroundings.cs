using System.Collections.Immutable;

namespace OnRecord.Events;

/// <summary>What the words around a trigger tell: by what means, and what it is about.</summary>
internal sealed class EventSurroundings(Analysis analysis, EventWords words)
{
    /// <summary>How many words on either side of a trigger are looked at, so that a sentence without end costs no more than a long one.</summary>
    private const int Reach = 60;

    /// <summary>The trigger's word.</summary>
    public TextSpan SpanOf(Trigger trigger) => analysis.Tokens[trigger.Token].Span;

    /// <summary>Whether a token is a pronoun.</summary>
    public bool IsPronoun(int token) => analysis.Tokens[token].Upos is Upos.PRON;

    /// <summary>The mode that the nearest word of the claim tells.</summary>
    public string? ModeOf(Trigger trigger, EventType type)
    {
        var (first, end) = Around(trigger);
        for (var distance = 0; distance < Reach; distance++)
        {
            foreach (var at in (int[])[trigger.Token - distance, trigger.Token + distance])
            {
                if (first <= at && at < end && words.ModeOf(analysis.Tokens[at].Lemma.ToLowerInvariant(), type) is { } mode)
                {
                    return mode;
                }
            }
        }

        return null;
    }

    /// <summary>The contexts that words of the sentence tell, in alphabetical order.</summary>
    public ImmutableArray<string> ContextsOf(Trigger trigger, EventType type, string? mode)
    {
        var (first, end) = Around(trigger);
        var contexts = new SortedSet<string>(StringComparer.Ordinal);
        for (var at = first; at < end; at++)
        {
            var lemma = analysis.Tokens[at].Lemma.ToLowerInvariant();
            if (words.Context(lemma) is { } context)
            {
                contexts.Add(context);
            }

            if (at + 1 < end && words.Context($"{lemma} {analysis.Tokens[at + 1].Lemma.ToLowerInvariant()}") is { } two)
            {
                contexts.Add(two);
            }
        }

        // PLOVER adds the context to these modes of itself.
        if (type == EventType.Coerce && mode is "cyber" or "misinformation")
        {
            contexts.Add(mode);
        }

        return [.. contexts];
    }

    private (int First, int End) Around(Trigger trigger)
    {
        var sentence = analysis.Sentences[analysis.Tokens[trigger.Token].Sentence];
        return (Math.Max(sentence.FirstToken, trigger.Token - Reach), Math.Min(sentence.EndToken, trigger.Token + Reach));
    }
}
