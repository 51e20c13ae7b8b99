namespace OnRecord.Names.Coreference;

/// <summary>Definite descriptions: "the ministry" of the Ministry of Posts, "the president" of a person so called, "the company", and "the suspect" once more.</summary>
internal sealed class Descriptions(NameSheet sheet, NounKinds kinds, PhraseJoiner joiner)
{
    /// <summary>Sentences back in which "the company" finds its name.</summary>
    private const int NearSentences = 2;

    /// <summary>Sentences back in which the same noun means the same.</summary>
    private const int NounSentences = 12;

    /// <summary>Names and nouns remembered for one word; bounds the cost.</summary>
    private const int MostRemembered = 16;

    private readonly Dictionary<string, List<Phrase>> _byNoun = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<EntityCluster>> _byHead = new(StringComparer.Ordinal);
    private readonly Dictionary<EntityCluster, Phrase> _last = [];
    private readonly Queue<Phrase> _near = new();

    /// <summary>Joins a noun phrase to what it means, where one entity alone may be meant.</summary>
    public void Resolve(Phrase phrase, List<Unresolved> open)
    {
        var lemma = LemmaOf(phrase);
        var isAnonymous = kinds.Description(lemma) is { Sort: NounKinds.Anonymous };
        if (phrase.Determination == Determination.Definite && !phrase.IsPlural && !isAnonymous)
        {
            if (ByHead(lemma) is { } rule && rule.Clusters is [var headed] && !HasOtherName(phrase, headed))
            {
                joiner.Join(phrase, _last[headed], rule.Rule);
                return;
            }

            if (kinds.Description(lemma) is { IsAlone: true } description && IsBare(phrase) && Named(phrase, description) is { Count: > 0 } named)
            {
                if (named is [var only])
                {
                    joiner.Join(phrase, _last[only], JoinRules.KindOfName);
                }
                else
                {
                    open.Add(new Unresolved(sheet.Analysis.SpanOf(phrase.First, phrase.End), "mention", "ambiguousDescription"));
                }

                return;
            }
        }

        if (phrase.Determination is Determination.Definite or Determination.Possessed && phrase.Type is not null && SameNoun(phrase, lemma) is { } same)
        {
            joiner.Join(phrase, same, JoinRules.SameNoun);
        }
    }

    /// <summary>Remembers a phrase for those that follow.</summary>
    public void Pass(Phrase phrase)
    {
        while (_near.Count > 0 && _near.Peek().Sentence < phrase.Sentence - NearSentences)
        {
            _near.Dequeue();
        }

        if (phrase.Cluster is { IsNamed: true } cluster)
        {
            _near.Enqueue(phrase);
            if (_last.TryAdd(cluster, phrase))
            {
                foreach (var word in HeadsOf(phrase, cluster))
                {
                    Remember(_byHead, word, cluster);
                }
            }

            _last[cluster] = phrase;
        }

        if (phrase is { Form: MentionForm.Nominal, Type: not null })
        {
            Remember(_byNoun, LemmaOf(phrase), phrase);
        }
    }

    private string LemmaOf(Phrase phrase) => sheet.Tokens[phrase.Head].Lemma.ToLowerInvariant();

    private static void Remember<T>(Dictionary<string, List<T>> table, string word, T item)
    {
        if (!table.TryGetValue(word, out var list))
        {
            table[word] = list = [];
        }

        if (list.Count == MostRemembered)
        {
            list.RemoveAt(0);
        }

        list.Add(item);
    }

    /// <summary>The nouns by which a name may be taken up again: the head of an organisation's or place's name, the titles of a person.</summary>
    private IEnumerable<string> HeadsOf(Phrase phrase, EntityCluster cluster)
    {
        if (cluster.Type == EntityType.Person)
        {
            return cluster.Titles.Select(title => title.Split([' ', '-'])[^1].ToLowerInvariant());
        }

        var words = new List<string>();
        for (var i = phrase.First; i < phrase.End; i++)
        {
            var isHead = i == phrase.End - 1 || sheet.Tokens[i + 1].Lower is "of" or "for";
            if (phrase.Form == MentionForm.Name && isHead && phrase.End - phrase.First > 1)
            {
                words.Add(sheet.Tokens[i].Lower);
            }
        }

        return words;
    }

    private (string Rule, List<EntityCluster> Clusters)? ByHead(string lemma) =>
        _byHead.TryGetValue(lemma, out var clusters) ? (clusters[0].Type == EntityType.Person ? JoinRules.TitleOfPerson : JoinRules.HeadOfName, clusters) : null;

    /// <summary>"the Latvian ministry", "the former president": what stands before the noun says that another one may be meant.</summary>
    private bool HasOtherName(Phrase phrase, EntityCluster cluster)
    {
        for (var i = phrase.First + 1; i < phrase.Head; i++)
        {
            if (!cluster.Name.Contains(sheet.Tokens[i].Form, StringComparison.OrdinalIgnoreCase) && !cluster.Titles.Any(title => title.Contains(sheet.Tokens[i].Form, StringComparison.OrdinalIgnoreCase)))
            {
                return true;
            }
        }

        return IsNarrowed(phrase);
    }

    /// <summary>Nothing but the article before the noun, and nothing behind it that says which one: "of", "that".</summary>
    private bool IsBare(Phrase phrase) => phrase.End - phrase.First == 2 && !IsNarrowed(phrase);

    private bool IsNarrowed(Phrase phrase)
    {
        var tokens = sheet.Tokens;
        return phrase.End < tokens.Length && tokens[phrase.End].Sentence == phrase.Sentence
            && (tokens[phrase.End].Lower is "of" or "that" or "which" or "who" or "where" || tokens[phrase.End].Form == "-");
    }

    /// <summary>The named entities nearby that a description may mean: those of the sentence itself and the one before; where there are none, one more back.</summary>
    private List<EntityCluster> Named(Phrase phrase, DescriptionKind description)
    {
        var possible = _near.Where(one => IsPossible(one, description) && IsOfType(one, description)).ToList();
        for (var back = 0; back <= NearSentences; back++)
        {
            var here = possible.Where(one => one.Sentence >= phrase.Sentence - back).Select(one => one.Cluster!).Distinct().ToList();
            if (here.Count > 0)
            {
                return here;
            }
        }

        return [];
    }

    /// <summary>Of the type that the noun tells; a city that is a country is a city, and the name in "its Larnet close" is none.</summary>
    private bool IsOfType(Phrase phrase, DescriptionKind description)
    {
        if (description.Type == EntityType.Place && sheet.Tokens[phrase.Head].Relation is "compound" or "amod" && phrase.Form == MentionForm.Name)
        {
            return false;
        }

        return phrase.Cluster!.Type == description.Type || (description.Sort == "town" && phrase.Cluster.Type == EntityType.Country && kinds.IsCityState(phrase.Cluster.Name));
    }

    /// <summary>The name's own head noun does not deny the sort: a ministry is no company, a lake no town.</summary>
    private bool IsPossible(Phrase phrase, DescriptionKind description)
    {
        if (phrase.Form != MentionForm.Name)
        {
            return phrase.Form == MentionForm.Pronoun;
        }

        if (phrase.Cluster!.Type == EntityType.Country)
        {
            return true;
        }

        if (description.Sort == "agency" && !sheet.TextOf(phrase.First, phrase.End).All(char.IsUpper))
        {
            // "The agency" has its name's own word, or initials that may hide it.
            return false;
        }

        foreach (var word in phrase.Cluster!.Name.ToLowerInvariant().Split(' '))
        {
            if (kinds.Description(word) is { } own && own.Sort != description.Sort)
            {
                return false;
            }
        }

        return !sheet.Lexicon.Heads.IsOtherThanCompany(phrase.Cluster.Name) || description.Sort != "company";
    }

    /// <summary>The last phrase with the same noun, number and no other words before it.</summary>
    private Phrase? SameNoun(Phrase phrase, string lemma)
    {
        if (!_byNoun.TryGetValue(lemma, out var earlier))
        {
            return null;
        }

        for (var i = earlier.Count - 1; i >= 0; i--)
        {
            var other = earlier[i];
            if (other.Sentence < phrase.Sentence - NounSentences)
            {
                return null;
            }

            if (other.IsPlural == phrase.IsPlural && other.Determination != Determination.Quantified && HasWordsOf(other, phrase) && other.End <= phrase.First)
            {
                return other;
            }
        }

        return null;
    }

    /// <summary>Whether every word before the noun of <paramref name="phrase"/>, but its article, stands in the other phrase too.</summary>
    private bool HasWordsOf(Phrase other, Phrase phrase)
    {
        var start = phrase.Determination == Determination.Possessed ? phrase.First : phrase.First + 1;
        for (var i = start; i < phrase.Head; i++)
        {
            var isThere = false;
            for (var j = other.First; j < other.End && !isThere; j++)
            {
                isThere = sheet.Tokens[j].Lower == sheet.Tokens[i].Lower;
            }

            if (!isThere)
            {
                return false;
            }
        }

        return !IsNarrowed(phrase) || IsNarrowed(other);
    }
}
