using System.Collections.Immutable;
using OnRecord.Language.Syntax;

namespace OnRecord.Claims.Statements;

/// <summary>Puts names in the place of pronouns and descriptions: "[Tomas Brell] had fled", "[Kim Jong-un]'s government".</summary>
internal sealed class Inserts
{
    /// <summary>Rules, as <see cref="StatementPart.Rule"/> gives them.</summary>
    public const string Pronoun = "pronoun";
    public const string Description = "description";
    public const string Speaker = "speaker";
    public const string Possessive = "whose";

    /// <summary>How many mentions may begin inside one that holds a token.</summary>
    private const int LookBack = 8;

    private readonly Analysis _analysis;
    private readonly ImmutableArray<Mention> _mentions;
    private readonly Dictionary<string, Entity> _entities;

    public Inserts(Analysis analysis, ImmutableArray<Mention> mentions, ImmutableArray<Entity> entities)
    {
        (_analysis, _mentions) = (analysis, mentions);
        _entities = entities.ToDictionary(entity => entity.Id, StringComparer.Ordinal);
    }

    /// <summary>The mentions whose words lie in a range, in the order of the text.</summary>
    public IEnumerable<Mention> In(TokenRange range)
    {
        var span = _analysis.SpanOf(range.First, range.End);
        for (var at = FirstFrom(span.Start); at < _mentions.Length && _mentions[at].Span.Start < span.End; at++)
        {
            if (span.Contains(_mentions[at].Span))
            {
                yield return _mentions[at];
            }
        }
    }

    /// <summary>The entity that a token's mention is of, where it is named; null where the token is no mention, or of nobody named.</summary>
    public Entity? Of(int token) => In(new TokenRange(token, token + 1)).Select(Named).FirstOrDefault(entity => entity is not null);

    /// <summary>What the name or phrase that holds a token names; null where it is no mention.</summary>
    public EntityType? TypeOf(int token) => At(token)?.Type;

    /// <summary>Id of the entity that the name, pronoun or phrase that holds a token means; null where it means none.</summary>
    public string? EntityAt(int token) => At(token)?.Entity;

    /// <summary>The tokens of the name that holds a token; null where it is in none.</summary>
    public TokenRange? NameAt(int token)
    {
        if (At(token) is not { Form: MentionForm.Name } name)
        {
            return null;
        }

        var (first, end) = (_analysis.TokenAt(name.Span.Start), token + 1);
        while (end < _analysis.Tokens.Length && _analysis.Tokens[end].Span.Start < name.Span.End)
        {
            end++;
        }

        return new TokenRange(first, end);
    }

    private Mention? At(int token)
    {
        var span = _analysis.Tokens[token].Span;
        for (var at = FirstFrom(span.End) - 1; at >= 0 && at >= FirstFrom(span.End) - LookBack; at--)
        {
            if (_mentions[at].Span.Contains(span))
            {
                return _mentions[at];
            }
        }

        return null;
    }

    /// <summary>Name of an entity; null where it has none.</summary>
    public Entity? Named(Mention mention) => mention.Entity is { } id && _entities.TryGetValue(id, out var entity) && entity.Named ? entity : null;

    /// <summary>The entity with an id, where it is named.</summary>
    public Entity? Named(string? id) => id is not null && _entities.TryGetValue(id, out var entity) && entity.Named ? entity : null;

    /// <summary>The words of a range as parts; each pronoun or description of somebody whom the statement does not name yet is replaced by the name.</summary>
    /// <param name="range">The range.</param>
    /// <param name="named">Ids of the entities that the statement names; those of the names put in are added.</param>
    /// <param name="speaker">Whom "I" means; null where that is not known.</param>
    public IEnumerable<StatementPart> Parts(TokenRange range, HashSet<string> named, Entity? speaker)
    {
        var span = _analysis.SpanOf(range.First, range.End);
        var at = span.Start;
        foreach (var (place, entity, rule) in Replaced(range, speaker).OrderBy(one => one.Span.Start).ThenByDescending(one => one.Span.Length))
        {
            if (place.Start < at || !named.Add(entity.Id))
            {
                continue;
            }

            var chunk = Chunk(place, span);
            if (chunk.Start < at)
            {
                continue;
            }

            if (Trimmed(at, chunk.Start) is { } before)
            {
                yield return new StatementPart(before);
            }

            yield return new StatementPart(chunk, Glued(place, chunk, entity.Name), entity.Id, rule);
            at = chunk.End;
        }

        if (Trimmed(at, span.End) is { } rest)
        {
            yield return new StatementPart(rest);
        }
    }

    /// <summary>"whose": the possessor's name, or its words, as a possessive.</summary>
    public StatementPart Whose(TokenRange whose, TokenRange possessor, int noun)
    {
        var entity = In(possessor).Where(mention => mention.Span.Overlaps(_analysis.Tokens[noun].Span)).Select(Named).FirstOrDefault(one => one is not null);
        var name = entity?.Name ?? _analysis.SpanOf(possessor.First, possessor.End).Of(_analysis.Text);
        return new StatementPart(_analysis.SpanOf(whose.First, whose.End), $"[{name}]'s", entity?.Id, Possessive);
    }

    private IEnumerable<(TextSpan Span, Entity Entity, string Rule)> Replaced(TokenRange range, Entity? speaker)
    {
        foreach (var mention in In(range))
        {
            if (mention.Form != MentionForm.Name && Named(mention) is { Type: not EntityType.Group } entity && !IsReflexive(mention) && !IsTownWithoutName(mention))
            {
                yield return (mention.Span, entity, mention.Form == MentionForm.Pronoun ? Pronoun : Description);
            }
        }

        for (var token = range.First; token < range.End && speaker is not null; token++)
        {
            if (_analysis.Tokens[token].Lower is "i" or "me" or "my" && _analysis.Tokens[token].Upos is Upos.PRON)
            {
                yield return (IsBeforeAm(token, range) ? _analysis.SpanOf(token, token + 2) : _analysis.Tokens[token].Span, speaker, Speaker);
            }
        }
    }

    /// <summary>"I am": with a name in its place, the verb is another.</summary>
    private bool IsBeforeAm(int token, TokenRange range) => range.Contains(token + 1) && _analysis.Tokens[token + 1].Lower is "am" or "'m" or "’m";

    /// <summary>"It" is seldom a town, and more often a thing that has no name; "the town" says enough.</summary>
    private bool IsTownWithoutName(Mention mention) =>
        mention.Type == EntityType.Place && (mention.Form == MentionForm.Nominal || mention.Span.Of(_analysis.Text).Equals("it", StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a token stands in a name of several words.</summary>
    public bool IsInName(int token) => At(token) is { Form: MentionForm.Name } mention && mention.Span.Length > _analysis.Tokens[token].Span.Length;

    private bool IsReflexive(Mention mention)
    {
        var word = mention.Span.Of(_analysis.Text);
        return mention.Form == MentionForm.Pronoun && (word.EndsWith("self", StringComparison.OrdinalIgnoreCase) || word.EndsWith("selves", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>What is written in one piece with the words: "he's", "“she".</summary>
    private TextSpan Chunk(TextSpan place, TextSpan within)
    {
        var (start, end) = (place.Start, place.End);
        while (start > within.Start && !char.IsWhiteSpace(_analysis.Text[start - 1]))
        {
            start--;
        }

        while (end < within.End && !char.IsWhiteSpace(_analysis.Text[end]))
        {
            end++;
        }

        return new TextSpan(start, end);
    }

    private string Glued(TextSpan place, TextSpan chunk, string name)
    {
        var (before, behind) = (_analysis.Text[chunk.Start..place.Start], _analysis.Text[place.End..chunk.End]);
        var token = _analysis.Tokens[_analysis.TokenAt(place.Start)];
        var isAlone = token.Span == place;
        if (behind is "'s" or "’s" && _analysis.TokenAt(place.End) is var verb && _analysis.Tokens[verb].Upos is Upos.AUX or Upos.VERB)
        {
            // "it's": behind a name it would be read as a possessive.
            return $"{before}[{name}] {(_analysis.Tokens[verb].Lemma == "have" ? "has" : "is")}";
        }

        return !isAlone && token.Lower == "i" ? $"{before}[{name} is]{behind}" : $"{before}[{name}]{(isAlone && token.Xpos == "PRP$" ? "'s" : "")}{behind}";
    }

    private TextSpan? Trimmed(int start, int end)
    {
        while (start < end && char.IsWhiteSpace(_analysis.Text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(_analysis.Text[end - 1]))
        {
            end--;
        }

        return start < end ? new TextSpan(start, end) : null;
    }

    private int FirstFrom(int start)
    {
        int low = 0, high = _mentions.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_mentions[middle].Span.Start < start)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
