using OnRecord.Claims.Statements;
using OnRecord.Language.Syntax;
using OnRecord.Names;
using OnRecord.Names.Coreference;

namespace OnRecord.Events;

/// <summary>Somebody who can take part in an event.</summary>
/// <param name="Head">The token that heads the words that name them.</param>
/// <param name="Named">The words, and whom they name.</param>
internal sealed record Party(int Head, EventParticipant Named);

/// <summary>Tells who in a clause can take part in events: persons, bodies, countries, groups of people; and which of them are political or armed.</summary>
internal sealed class Participants(Analysis analysis, NameFindings names, NounKinds kinds, EventWords words)
{
    /// <summary>How deep "two of the leaders of the dozens of …" is followed.</summary>
    private const int Depth = 3;

    private readonly DependencyTrees _trees = analysis.Syntax.Trees;
    private readonly NounPhrases _phrases = new(analysis.Syntax.Trees);
    private readonly Inserts _mentions = new(analysis, names.Mentions, names.Entities);
    private readonly Dictionary<string, Entity> _entities = names.Entities.ToDictionary(entity => entity.Id, StringComparer.Ordinal);

    /// <summary>Whether a token is a word of a class, alone or with the word before that belongs to it: "hunger strike".</summary>
    public bool Is(int token, string kind) => words.Is(LemmaOf(token), kind) || Compound(token) is { } two && words.Is(two, kind);

    /// <summary>Those whom a phrase names, given its head: the head and what is coordinated with it.</summary>
    public List<Party> Of(int token)
    {
        var parties = new List<Party>();
        Add(token, Depth, parties);
        return parties;
    }

    /// <summary>A thing that violence is done to.</summary>
    public Party Thing(int token) => new(token, new EventParticipant(SpanOf(token), _mentions.EntityAt(token)));

    /// <summary>Those whom a phrase about something else names inside: "[Iran]'s offer", "a threat by [the rebels]", "[U.S.] airstrikes".</summary>
    public List<Party> Inside(int token)
    {
        var parties = new List<Party>();
        foreach (var dependent in _trees.Of(token))
        {
            var relation = analysis.Tokens[dependent].Relation;
            if (relation is "nmod:poss" or "compound" or "amod" or "appos" || (DependencyTrees.Is(relation, "nmod") && !words.Is(Preposition(dependent), "aside")))
            {
                // An adjective or a noun before another is somebody only where it is a name: "Iranian missiles", not "police dogs".
                if (relation is not ("compound" or "amod") || _mentions.TypeOf(dependent) is EntityType.Country or EntityType.Organization or EntityType.Group or EntityType.Person or EntityType.Place)
                {
                    Add(dependent, Depth, parties);
                }
            }
        }

        return parties;
    }

    /// <summary>Whether somebody acts in politics: a country or people, a body or office of state, a party, a force, a crowd.</summary>
    public bool IsPolitical(Party party)
    {
        if (_mentions.TypeOf(party.Head) is EntityType.Country or EntityType.Group)
        {
            return true;
        }

        var first = analysis.TokenAt(party.Named.Span.Start);
        for (var token = first; token < analysis.Tokens.Length && analysis.Tokens[token].Span.Start < party.Named.Span.End; token++)
        {
            if (IsPolitical(LemmaOf(token)) || (token < party.Head && _mentions.TypeOf(token) is EntityType.Country))
            {
                return true;
            }
        }

        return party.Named.Entity is { } id && _entities.TryGetValue(id, out var entity)
            && entity.Titles.Concat(entity.Roles.Select(role => role.Title.Of(analysis.Text))).Append(entity.Name).Any(IsPoliticalTitle);
    }

    /// <summary>Whether somebody is named, or a pronoun or a phrase means somebody named.</summary>
    public bool IsNamed(Party party) => _mentions.Of(party.Head) is not null || analysis.Tokens[party.Head].Upos is Upos.PROPN || _mentions.Named(party.Named.Entity) is not null;

    /// <summary>Whether somebody bears arms; a country does.</summary>
    public bool IsArmed(Party party)
    {
        if (_mentions.TypeOf(party.Head) == EntityType.Country)
        {
            return true;
        }

        var first = analysis.TokenAt(party.Named.Span.Start);
        for (var token = first; token < analysis.Tokens.Length && analysis.Tokens[token].Span.Start < party.Named.Span.End; token++)
        {
            if (words.Is(LemmaOf(token), "force") || (token + 1 < analysis.Tokens.Length && words.Is($"{LemmaOf(token)} {LemmaOf(token + 1)}", "force")))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The preposition before a noun; empty where there is none.</summary>
    public string Preposition(int noun) => _trees.First(noun, "case") is var at and >= 0 ? analysis.Tokens[at].Lower : "";

    /// <summary>The token that heads the words of a span; −1 where it has none.</summary>
    public int HeadOf(TextSpan span)
    {
        var first = analysis.TokenAt(span.Start);
        var end = first;
        while (end < analysis.Tokens.Length && analysis.Tokens[end].Span.Start < span.End)
        {
            end++;
        }

        for (var token = first; token < end; token++)
        {
            var head = analysis.Tokens[token].Head;
            if ((head < first || head >= end) && analysis.Tokens[token].Upos is not (Upos.PUNCT or Upos.CCONJ or Upos.ADP))
            {
                return token;
            }
        }

        return -1;
    }

    /// <summary>A noun that says how many or which part stands for what it is of: "dozens of troops", "a series of raids".</summary>
    public int Counted(int token)
    {
        for (var step = 0; step < Depth; step++)
        {
            if (!words.Is(LemmaOf(token), "measure") && analysis.Tokens[token].Upos is not Upos.NUM)
            {
                return token;
            }

            var inner = -1;
            foreach (var dependent in _trees.Of(token))
            {
                if (_trees.Is(dependent, "nmod") && Preposition(dependent) == "of")
                {
                    inner = dependent;
                }
            }

            if (inner < 0)
            {
                return token;
            }

            token = inner;
        }

        return token;
    }

    private void Add(int token, int depth, List<Party> parties)
    {
        if (depth == 0)
        {
            return;
        }

        var counted = Counted(token);
        if (IsSomebody(counted))
        {
            parties.Add(new Party(counted, new EventParticipant(SpanOf(token), _mentions.EntityAt(counted))));
        }

        foreach (var dependent in _trees.Of(token))
        {
            if (_trees.Is(dependent, "conj"))
            {
                Add(dependent, depth - 1, parties);
            }
        }
    }

    private bool IsSomebody(int token)
    {
        if (analysis.Tokens[token].Upos is Upos.PRON)
        {
            // A pronoun that is joined to nobody tells nobody; of "its", the noun tells more.
            return analysis.Tokens[token].Relation != "nmod:poss" && _mentions.EntityAt(token) is not null;
        }

        if (_mentions.TypeOf(token) is { } type)
        {
            return type is EntityType.Person or EntityType.Organization or EntityType.Country or EntityType.Group
                || (type == EntityType.Place && (_mentions.Of(token) is not null || analysis.Tokens[token].Upos is Upos.PROPN));
        }

        var lemma = LemmaOf(token);
        return analysis.Tokens[token].Upos is Upos.NOUN or Upos.PROPN or Upos.ADJ
            && !words.Is(lemma, "weapon")
            && (words.Is(lemma, "body") || words.Is(lemma, "office") || words.Is(lemma, "force") || words.Is(lemma, "people")
                || kinds.TypeOf(lemma, out _) is EntityType.Person);
    }

    /// <summary>The words that name somebody: without what is coordinated with them, and without clauses about them.</summary>
    private TextSpan SpanOf(int token)
    {
        var range = _phrases.Named(token);
        var end = range.End;
        foreach (var dependent in _trees.Of(token))
        {
            if (dependent > token && (_trees.Is(dependent, "conj") || _trees.Is(dependent, "acl") || analysis.Tokens[dependent].Upos is Upos.VERB))
            {
                end = Math.Min(end, _trees.Leftmost(dependent));
            }
        }

        while (end > token + 1 && analysis.Tokens[end - 1].Upos is Upos.PUNCT or Upos.CCONJ or Upos.ADP)
        {
            end--;
        }

        return analysis.SpanOf(range.First, Math.Max(end, token + 1));
    }

    private bool IsPolitical(string lemma) => words.Is(lemma, "body") || words.Is(lemma, "office") || words.Is(lemma, "force") || words.Is(lemma, "crowd");

    private bool IsPoliticalTitle(string title) => title.ToLowerInvariant().Split(' ').Any(IsPolitical);

    private string? Compound(int token)
    {
        foreach (var dependent in _trees.Of(token))
        {
            if (dependent < token && analysis.Tokens[dependent].Relation is "compound" or "amod")
            {
                var two = $"{LemmaOf(dependent)} {LemmaOf(token)}";
                if (words.IsNoun(two))
                {
                    return two;
                }
            }
        }

        return null;
    }

    private string LemmaOf(int token) => analysis.Tokens[token].Lemma.ToLowerInvariant();
}
