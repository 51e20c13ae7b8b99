using OnRecord.Claims.Statements;
using OnRecord.Language.Syntax;

namespace OnRecord.Claims;

/// <summary>
/// Tells whether a statement has a pronoun that only the text around it explains: "the army could round [them] up". One is explained by a name put in its place, by
/// another mention of the same entity before it in the statement, or by a noun there that it can stand for ("the mayor lost [her] seat").
/// </summary>
internal sealed class OpenPronouns(DependencyTrees trees, ClaimWords words, Inserts inserts)
{
    /// <summary>Nouns that are kept of each kind: of a pronoun's own phrase and of its verb's subject it cannot be said.</summary>
    private const int Kept = 3;

    private static readonly string[] Kinds = ["it", "they", "she"];

    /// <summary>Whether a statement leaves a pronoun open.</summary>
    /// <param name="plan">The plan of the claim.</param>
    /// <param name="statement">Its statement.</param>
    /// <param name="isAttributed">Whether somebody says it: "me" is then whoever does.</param>
    public bool Leaves(ClausePlan plan, Statement statement, bool isAttributed)
    {
        var tokens = trees.Analysis.Tokens;
        var inserted = statement.Parts.Where(part => part.Insert is not null).ToList();
        var replaced = inserted.SelectMany(part => TokensOf(part.Span)).ToHashSet();
        var explained = inserted.Select(part => part.Entity).ToHashSet();
        var nouns = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        // "In [his] letter the mayor said": the subject explains what stands before it.
        Keep(plan.Subject, nouns);
        if (tokens[plan.Subject].Xpos is "VBG" || tokens[plan.Subject].Upos is Upos.PROPN)
        {
            // "Shearing costs more than it brings"; and a name of one word may be taken for a person's.
            nouns[Kinds[0]] = [plan.Subject];
        }

        var isQuoted = false;
        foreach (var range in statement.Ranges)
        {
            for (var token = range.First; token < range.End; token++)
            {
                // "called it “my life’s work”": the words of somebody whom the statement names.
                isQuoted = tokens[token].Xpos switch { "``" => true, "''" => false, _ => isQuoted };
                var isOpen = !replaced.Contains(token) && IsOpenWord(token, isAttributed || isQuoted) && !(inserts.EntityAt(token) is { } entity && explained.Contains(entity));
                if (isOpen && !IsExplained(token, nouns))
                {
                    return true;
                }

                Keep(token, nouns);
            }
        }

        return false;
    }

    private IEnumerable<int> TokensOf(TextSpan span)
    {
        var analysis = trees.Analysis;
        for (var token = analysis.TokenAt(span.Start); token < analysis.Tokens.Length && analysis.Tokens[token].Span.Start < span.End; token++)
        {
            yield return token;
        }
    }

    private bool IsOpenWord(int token, bool isAttributed)
    {
        var word = trees.Analysis.Tokens[token];
        if (word.Upos is not Upos.PRON || trees.Is(token, "expl") || words.Pronoun(word.Lower) is not { } kind)
        {
            return false;
        }

        return word.Xpos switch
        {
            // "those who left" are told by the clause behind.
            "DT" => word.Lower is "this" or "that" or "these" or "those" && !trees.Has(token, "acl") && !trees.Has(token, "nmod"),
            "PRP" or "PRP$" => IsOpen(word.Lower, kind, isAttributed) && !trees.IsForClause(token),
            _ => false,
        };
    }

    /// <summary>
    /// "Me" is the speaker, and nobody where nobody speaks; "you" is whoever reads, or somebody to whom another speaks; "himself" refers back inside its own clause.
    /// </summary>
    private static bool IsOpen(string lower, string kind, bool isAttributed) => (kind, lower) switch
    {
        ("speaker", _) => !isAttributed,
        (_, "you" or "your" or "yours") => isAttributed,
        ("open", _) => !lower.EndsWith("self", StringComparison.Ordinal) && !lower.EndsWith("selves", StringComparison.Ordinal),
        _ => false,
    };

    private bool IsExplained(int pronoun, Dictionary<string, List<int>> nouns)
    {
        var word = trees.Analysis.Tokens[pronoun];
        // What a verb is done to is not who does it, and nobody is his own: "the army rounded them up", "their victims".
        // A pronoun that is said of the subject may be the root: "the vote is about that".
        var other = word.Xpos == "PRP$" || word.Head < 0 ? word.Head : trees.First(word.Head, "nsubj");
        return Explains(KindOf(word.Lower)) || (inserts.EntityAt(pronoun) is { } entity && Explains(entity));

        bool Explains(string key) => nouns.TryGetValue(key, out var found) && found.Exists(noun => noun != other && noun != pronoun);
    }

    private static string KindOf(string pronoun) => pronoun switch
    {
        "it" or "its" => Kinds[0],
        "they" or "them" or "their" or "theirs" => Kinds[1],
        "he" or "him" or "his" or "she" or "her" or "hers" => Kinds[2],
        _ => "",
    };

    /// <summary>Keeps a noun for the pronouns behind it.</summary>
    private void Keep(int token, Dictionary<string, List<int>> nouns)
    {
        foreach (var kind in Kinds)
        {
            if (MayBe(kind, token))
            {
                Add(kind);
            }
        }

        if (trees.Analysis.Tokens[token].Upos is Upos.NOUN or Upos.PROPN && inserts.EntityAt(token) is { } entity)
        {
            Add(entity);
        }

        void Add(string key)
        {
            var list = nouns.TryGetValue(key, out var found) ? found : nouns[key] = [];
            if (list.Count < Kept)
            {
                list.Add(token);
            }
        }
    }

    private bool MayBe(string kind, int token)
    {
        var word = trees.Analysis.Tokens[token];
        var (isNoun, type) = (word.Upos is Upos.NOUN or Upos.PROPN, inserts.TypeOf(token));
        if (kind == "it")
        {
            return isNoun && type is not (EntityType.Person or EntityType.Group) && (word.Xpos is "NN" or "NNP" || type is not null);
        }

        if (words.Pronoun(word.Lower) is "indefinite")
        {
            return true;
        }

        if (kind == "they")
        {
            // A minister who is no man or woman by his word is "they", too.
            var isSeveral = trees.Has(token, "conj") || words.IsBody(word.Lemma.ToLowerInvariant()) || type is EntityType.Organization or EntityType.Group || (type is EntityType.Person && word.Upos is Upos.NOUN);
            return isNoun ? word.Xpos is "NNS" or "NNPS" || isSeveral : word.Xpos is "DT" && word.Upos is Upos.PRON;
        }

        return isNoun && word.Xpos is "NN" or "NNP" && (type is EntityType.Person || (type is null && trees.Is(token, "nsubj")));
    }
}
