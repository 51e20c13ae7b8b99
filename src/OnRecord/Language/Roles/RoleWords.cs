using OnRecord.Language.Syntax;

namespace OnRecord.Language.Roles;

/// <summary>What the features say of the words of an analysis, as numbers: each word is hashed once.</summary>
internal sealed class RoleWords
{
    public RoleWords(Analysis analysis, DependencyTrees trees)
    {
        var count = analysis.Tokens.Length;
        (Lemma, Form, Tag, Relation) = (new uint[count], new uint[count], new uint[count], new uint[count]);
        (Marker, Voice, Frame) = (new uint[count], new uint[count], new uint[count]);
        for (var i = 0; i < count; i++)
        {
            var token = analysis.Tokens[i];
            Lemma[i] = WordHash.OfLower(token.Lemma);
            Form[i] = WordHash.Of(token.Lower);
            Tag[i] = WordHash.Of(token.Xpos);
            Relation[i] = WordHash.Of(token.Relation);
        }

        for (var i = 0; i < count; i++)
        {
            Read(analysis, trees, i);
        }
    }

    /// <summary>Lemma, of a verb with its particle.</summary>
    public uint[] Lemma { get; }

    public uint[] Form { get; }

    /// <summary>Penn tag.</summary>
    public uint[] Tag { get; }

    public uint[] Relation { get; }

    /// <summary>The word that introduces it: a preposition, a conjunction, "to".</summary>
    public uint[] Marker { get; }

    /// <summary>Active or passive, with its tag where no auxiliary tells.</summary>
    public uint[] Voice { get; }

    /// <summary>The relations of its dependents that tell what is said of whom.</summary>
    public uint[] Frame { get; }

    /// <summary>One number of two; the order counts.</summary>
    public static uint Join(uint one, uint other)
    {
        var hash = (one ^ (other + 0x9E3779B9 + (one << 6) + (one >> 2))) * 0x85EBCA6B;
        return hash ^ (hash >> 15);
    }

    private void Read(Analysis analysis, DependencyTrees trees, int token)
    {
        var (voice, frame) = (1u, 1u);
        foreach (var dependent in trees.Of(token))
        {
            var relation = analysis.Tokens[dependent].Relation;
            switch (relation)
            {
                case "case" or "mark" when Marker[token] == 0 && dependent < token:
                    Marker[token] = Form[dependent];
                    break;
                case "compound:prt":
                    Lemma[token] = Join(Lemma[token], Form[dependent]);
                    break;
                case "aux:pass":
                    voice = 2;
                    break;
                default:
                    break;
            }

            if (relation is "nsubj" or "nsubj:pass" or "csubj" or "obj" or "iobj" or "xcomp" or "ccomp" or "expl" or "obl:agent" or "nmod:poss" or "cop")
            {
                frame = Join(Join(frame, Relation[dependent]), dependent < token ? 1u : 2u);
            }
        }

        Voice[token] = voice == 2 ? 2 : Tag[token];
        Frame[token] = frame;
    }
}
