using System.Collections.Immutable;

namespace OnRecord.Names.Coreference;

/// <summary>The numbers by which a person is judged to be meant by "he" or "she".</summary>
internal static class PronounFeatures
{
    private static readonly string[] Relations = ["nsubj", "obj", "obl", "nmod", "nmod:poss", "conj", "appos"];

    private const int MostSteps = 24;

    /// <summary>What each number is, in their order.</summary>
    public static ImmutableArray<string> Names { get; } =
    [
        "sentences", "tokens", "mentions", "mentions-here", "salience", "share", "rank", "candidates", "persons-between", "fit",
        .. Relations.Select(relation => "last-" + relation), .. Relations.Select(relation => "pronoun-" + relation),
        "same-relation", "last-name", "last-pronoun", "last-nominal", "words", "subject-before", "first-of-text", "governs", "speaks-both", "speaks", "pronoun-speaks",
        "quoted", "pronoun-quoted", "quoted-alike", "possessor", "in-relative", "starts-sentence", "same-block", "subject-in-sentence", "place-in-text",
    ];

    /// <summary>The numbers of one candidate.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="speech">Who speaks.</param>
    /// <param name="pronoun">The pronoun.</param>
    /// <param name="candidate">The candidate.</param>
    /// <param name="all">All of them, the most salient first.</param>
    public static float[] Of(NameSheet sheet, Speech speech, Phrase pronoun, Candidate candidate, IReadOnlyList<Candidate> all)
    {
        var last = candidate.Last;
        var (at, other) = (sheet.Tokens[pronoun.Head], sheet.Tokens[last.Head]);
        var here = candidate.Mentions.Count(one => one.Sentence == pronoun.Sentence);
        var total = all.Sum(one => Math.Max(0, one.Salience));
        var row = new List<float>(Names.Length);
        row.AddRange(
        [
            pronoun.Sentence - last.Sentence, Math.Min(100, pronoun.First - last.End), candidate.Mentions.Count, here, (float)candidate.Salience, total > 0 ? (float)(candidate.Salience / total) : 0,
            Rank(candidate, all), all.Count, all.Count(one => one != candidate && one.Last.First > last.First), (float)candidate.Fit,
        ]);
        row.AddRange(Relations.Select(relation => One(IsRelation(other.Relation, relation))));
        row.AddRange(Relations.Select(relation => One(IsRelation(at.Relation, relation))));
        row.AddRange(
        [
            One(other.Relation.Split(':')[0] == at.Relation.Split(':')[0]), One(last.Form == MentionForm.Name), One(last.Form == MentionForm.Pronoun), One(last.Form == MentionForm.Nominal),
            last.End - last.First, One(candidate.Mentions.Exists(one => one.Sentence < pronoun.Sentence && IsMainSubject(sheet, one))), One(candidate.Mentions[0].Sentence == 0 && candidate.Mentions[0].First < 4),
            One(candidate.Mentions.Exists(one => Governs(sheet, one, pronoun))), One(speech.Speaks(pronoun.Head) && candidate.Mentions.Exists(one => speech.Speaks(one.Head))),
            One(candidate.Mentions.Exists(one => speech.Speaks(one.Head))), One(speech.Speaks(pronoun.Head)), One(speech.IsQuoted(last.Head)), One(speech.IsQuoted(pronoun.Head)),
            One(speech.IsQuoted(last.Head) == speech.IsQuoted(pronoun.Head)), One(IsRelation(other.Relation, "nmod:poss")), One(IsInRelative(sheet, last.Head)), One(last.First == sheet.Analysis.Sentences[last.Sentence].FirstToken),
            One(sheet.Analysis.Sentences[last.Sentence].Block == sheet.Analysis.Sentences[pronoun.Sentence].Block), One(candidate.Mentions.Exists(one => one.Sentence == pronoun.Sentence && IsRelation(sheet.Tokens[one.Head].Relation, "nsubj"))),
            Math.Min(20, pronoun.Sentence),
        ]);
        return [.. row];
    }

    /// <summary>Whether a phrase is the subject of a clause in which the pronoun's clause stands: "Owens was found after she left".</summary>
    public static bool Governs(NameSheet sheet, Phrase phrase, Phrase pronoun)
    {
        if (phrase.Sentence != pronoun.Sentence || !IsRelation(sheet.Tokens[phrase.Head].Relation, "nsubj"))
        {
            return false;
        }

        var verb = sheet.Tokens[phrase.Head].Head;
        var at = pronoun.Head;
        for (var steps = 0; steps < MostSteps && at >= 0; steps++)
        {
            at = sheet.Tokens[at].Head;
            if (at == verb)
            {
                return true;
            }
        }

        return false;
    }

    private static int Rank(Candidate candidate, IReadOnlyList<Candidate> all)
    {
        for (var i = 0; i < all.Count; i++)
        {
            if (all[i] == candidate)
            {
                return i;
            }
        }

        return all.Count;
    }

    private static bool IsMainSubject(NameSheet sheet, Phrase phrase) =>
        IsRelation(sheet.Tokens[phrase.Head].Relation, "nsubj") && sheet.Tokens[phrase.Head].Head is var verb and >= 0 && sheet.Tokens[verb].Head < 0;

    private static bool IsInRelative(NameSheet sheet, int at)
    {
        for (var steps = 0; steps < MostSteps && at >= 0; steps++)
        {
            if (sheet.Tokens[at].Relation.StartsWith("acl", StringComparison.Ordinal))
            {
                return true;
            }

            at = sheet.Tokens[at].Head;
        }

        return false;
    }

    private static bool IsRelation(string relation, string wanted) =>
        wanted == "nmod" ? relation.StartsWith("nmod", StringComparison.Ordinal) && relation != "nmod:poss" : relation.StartsWith(wanted, StringComparison.Ordinal);

    private static float One(bool isSo) => isSo ? 1 : 0;
}
