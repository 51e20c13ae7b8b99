using System.Collections.Immutable;
using static OnRecord.Pages.Html.Indicator;

namespace OnRecord.Names.Coreference;

/// <summary>The numbers by which a candidate is judged to be what a pronoun means.</summary>
/// <param name="sheet">The sheet.</param>
/// <param name="speech">Who speaks.</param>
/// <param name="kinds">What nouns stand for.</param>
/// <param name="memory">What the text has spoken of so far.</param>
internal sealed class AntecedentFeatures(NameSheet sheet, Speech speech, NounKinds kinds, MentionMemory memory)
{
    private static readonly string[] Relations = ["nsubj", "nsubj:pass", "obj", "obl", "nmod", "nmod:poss", "conj", "appos", "compound"];

    private static readonly string[] Clauses = ["root", "advcl", "ccomp", "xcomp", "acl", "conj", "parataxis"];

    private static readonly EntityType?[] Types = [EntityType.Person, EntityType.Organization, EntityType.Country, EntityType.Place, EntityType.Group, null];

    private static readonly string[] Means = ["person", "thing", "several"];

    private const int FarInTokens = 100;
    private const int FarInSentences = 20;

    /// <summary>What each number is, in their order.</summary>
    public static ImmutableArray<string> Names { get; } =
    [
        "sentences", "tokens", "mentions", "mentions-here", "salience", "share", "rank", "candidates", "between", "fit",
        .. Relations.Select(relation => "last-" + relation), .. Relations.Select(relation => "pronoun-" + relation), .. Clauses.Select(clause => "last-clause-" + clause), .. Clauses.Select(clause => "pronoun-clause-" + clause),
        .. Types.Select(type => "type-" + type), .. Means.Select(means => "means-" + means),
        "same-relation", "last-name", "last-pronoun", "last-nominal", "indefinite", "definite", "possessed", "words", "subject-before", "subject-previous", "first-of-sentence", "governs", "governed-by-clause", "up", "down",
        "speaks-both", "speaks", "pronoun-speaks", "quoted", "pronoun-quoted", "quoted-alike", "in-relative", "same-block", "subject-here", "ahead", "returns",
        "counted", "counted-share", "introduced", "pronoun-before", "pronoun-before-other", "owns-person", "pronoun-first", "same-verb",
        "rival-salience", "rival-sentences", "rival-subject", "rival-fit", "rival-name", "rival-counted", "place-in-text",
        "clauses-up", "spoke-last", "other-spoke-last", "first-sentence", "counted-lead", "subjects", "last-subject", "pronoun-before-here", "sentence-mentions-lead",
    ];

    /// <summary>The numbers of each candidate.</summary>
    /// <param name="pronoun">The pronoun.</param>
    /// <param name="word">What its word says.</param>
    /// <param name="all">The candidates, the most salient first.</param>
    public List<float[]> Of(Phrase pronoun, Pronoun word, IReadOnlyList<Candidate> all)
    {
        var total = (float)all.Sum(one => one.Salience);
        var counted = all.Sum(one => memory.Count(one.Last));
        var lastSubject = all.SelectMany(one => one.Mentions).Where(one => one.First < pronoun.First && IsRelation(sheet.Tokens[one.Head].Relation, "nsubj")).Select(one => one.Head).DefaultIfEmpty(-1).Max();
        var rows = new List<float[]>(all.Count);
        for (var rank = 0; rank < all.Count; rank++)
        {
            var rival = all.Count == 1 ? null : all[rank == 0 ? 1 : 0];
            rows.Add(Row(pronoun, word, all, rank, rival, total, counted, lastSubject));
        }

        return rows;
    }

    private float[] Row(Phrase pronoun, Pronoun word, IReadOnlyList<Candidate> all, int rank, Candidate? rival, float total, int counted, int lastSubject)
    {
        var (candidate, last) = (all[rank], all[rank].Last);
        var (at, other) = (sheet.Tokens[pronoun.Head], sheet.Tokens[last.Head]);
        var mentions = candidate.Mentions;
        var isAhead = last.First > pronoun.First;
        var (up, down) = last.Sentence == pronoun.Sentence ? Steps(pronoun.Head, last.Head) : (-1, -1);
        var type = last.Cluster?.Type ?? last.Type;
        var before = memory.LastPronoun(word);
        var row = new List<float>(Names.Length);
        row.AddRange(
        [
            pronoun.Sentence - last.Sentence, isAhead ? Math.Max(-FarInTokens, pronoun.End - last.First) : Math.Min(FarInTokens, pronoun.First - last.End), mentions.Count, mentions.Count(one => one.Sentence == pronoun.Sentence),
            (float)candidate.Salience, total > 0 ? (float)candidate.Salience / total : 0, rank, all.Count, all.Count(one => one.Last.First > last.First && one.Last.First < pronoun.First), (float)candidate.Fit,
        ]);
        row.AddRange(Relations.Select(relation => One(IsRelation(other.Relation, relation))));
        row.AddRange(Relations.Select(relation => One(IsRelation(at.Relation, relation))));
        var (lastClause, clause) = (ClauseOf(last.Head), ClauseOf(pronoun.Head));
        row.AddRange(Clauses.Select(one => One(lastClause.Relation == one)));
        row.AddRange(Clauses.Select(one => One(clause.Relation == one)));
        row.AddRange(Types.Select(one => One(type == one)));
        row.AddRange(Means.Select(one => One(word.IsPerson ? one == "person" : word.Means == one)));
        row.AddRange(
        [
            One(Base(other.Relation) == Base(at.Relation)), One(last.Form == MentionForm.Name), One(last.Form == MentionForm.Pronoun), One(last.Form == MentionForm.Nominal),
            One(last.Determination == Determination.Indefinite), One(last.Determination == Determination.Definite), One(last.Determination == Determination.Possessed), last.End - last.First,
            One(mentions.Exists(one => one.Sentence < pronoun.Sentence && IsMainSubject(one))), One(mentions.Exists(one => one.Sentence == pronoun.Sentence - 1 && IsMainSubject(one))),
            One(last.First == sheet.Analysis.Sentences[last.Sentence].FirstToken), One(mentions.Exists(one => Governs(sheet, one, pronoun))), One(mentions.Exists(one => IsCoordinateSubject(one, clause.Verb))), up, down,
            One(speech.Speaks(pronoun.Head) && mentions.Exists(one => speech.Speaks(one.Head))), One(mentions.Exists(one => speech.Speaks(one.Head))), One(speech.Speaks(pronoun.Head)),
            One(speech.IsQuoted(last.Head)), One(speech.IsQuoted(pronoun.Head)), One(speech.IsQuoted(last.Head) == speech.IsQuoted(pronoun.Head)), One(IsInRelative(last.Head)),
            One(sheet.Analysis.Sentences[last.Sentence].Block == sheet.Analysis.Sentences[pronoun.Sentence].Block),
            One(mentions.Exists(one => one.Sentence == pronoun.Sentence && IsRelation(sheet.Tokens[one.Head].Relation, "nsubj"))), One(isAhead), One(candidate.Returns),
            Math.Min(FarInSentences, memory.Count(last)), counted > 0 ? (float)memory.Count(last) / counted : 0, Math.Min(FarInSentences, pronoun.Sentence - memory.FirstSentence(last)),
            One(before is not null && before.Cluster == last.Cluster && last.Cluster is not null), One(before is { Cluster: not null } && before.Cluster != last.Cluster), One(OwnsPerson(pronoun)),
            One(pronoun.First <= sheet.Analysis.Sentences[pronoun.Sentence].FirstToken + 1), One(clause.Verb == lastClause.Verb),
            rival is null ? -1 : (float)Math.Min(FarInSentences, rival.Salience / candidate.Salience), rival is null ? -1 : pronoun.Sentence - rival.Last.Sentence, rival is null ? -1 : One(IsRelation(sheet.Tokens[rival.Last.Head].Relation, "nsubj")),
            rival is null ? -1 : (float)rival.Fit, rival is null ? -1 : One(rival.Last.Form == MentionForm.Name), rival is null ? -1 : Math.Min(FarInSentences, memory.Count(rival.Last)), Math.Min(FarInSentences, pronoun.Sentence),
            ClausesUp(pronoun, mentions), One(last.Cluster is not null && memory.Speaker == last.Cluster), One(memory.Speaker is { } speaker && speaker != last.Cluster && all.Any(one => one.Last.Cluster == speaker)),
            Math.Min(FarInSentences, memory.FirstSentence(last)), Math.Clamp(memory.Count(last) - all.Where(one => one != candidate).Select(one => memory.Count(one.Last)).DefaultIfEmpty().Max(), -FarInSentences, FarInSentences),
            mentions.Count(one => IsRelation(sheet.Tokens[one.Head].Relation, "nsubj")), One(mentions.Exists(one => one.Head == lastSubject)), One(before is not null && before.Sentence == pronoun.Sentence && before.Cluster == last.Cluster && last.Cluster is not null),
            mentions.Count - all.Where(one => one != candidate).Select(one => one.Mentions.Count).DefaultIfEmpty().Max(),
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
        for (var steps = 0; steps < SentenceTree.MostSteps && at >= 0; steps++)
        {
            at = sheet.Tokens[at].Head;
            if (at == verb)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>How many clauses lie between the pronoun and the clause whose subject the candidate is: 0 for its own; -1 where it is the subject of none of them.</summary>
    private int ClausesUp(Phrase pronoun, List<Phrase> mentions)
    {
        var (at, clauses) = (pronoun.Head, 0);
        for (var steps = 0; steps < SentenceTree.MostSteps && at >= 0; steps++)
        {
            at = sheet.Tokens[at].Head;
            if (at >= 0 && mentions.Exists(one => sheet.Tokens[one.Head].Head == at && one.Head != pronoun.Head && IsRelation(sheet.Tokens[one.Head].Relation, "nsubj")))
            {
                return clauses;
            }

            clauses += at >= 0 && sheet.Tokens[at].Upos is Upos.VERB or Upos.AUX or Upos.ADJ ? 1 : 0;
        }

        return -1;
    }

    /// <summary>The word on whose clause a token hangs, and what that clause is to the sentence.</summary>
    private (int Verb, string Relation) ClauseOf(int at)
    {
        at = sheet.Tokens[at].Head;
        for (var steps = 0; steps < SentenceTree.MostSteps && at >= 0; steps++)
        {
            var relation = Base(sheet.Tokens[at].Relation);
            if (sheet.Tokens[at].Head < 0)
            {
                return (at, "root");
            }

            if (relation is "advcl" or "ccomp" or "xcomp" or "acl" or "parataxis" || (relation == "conj" && sheet.Tokens[at].Upos is Upos.VERB or Upos.AUX or Upos.ADJ))
            {
                return (at, relation);
            }

            at = sheet.Tokens[at].Head;
        }

        return (at, "root");
    }

    /// <summary>How many steps lead from each of two tokens up to the word under which both stand.</summary>
    private (int Up, int Down) Steps(int from, int to)
    {
        var path = SentenceTree.Path(sheet, to);
        var at = from;
        for (var up = 0; up < SentenceTree.MostSteps && at >= 0; up++)
        {
            if (path.IndexOf(at) is var down and >= 0)
            {
                return (up, down);
            }

            at = sheet.Tokens[at].Head;
        }

        return (-1, -1);
    }

    /// <summary>"Orlo left, and she …": the subject of the clause to which the pronoun's is joined.</summary>
    private bool IsCoordinateSubject(Phrase phrase, int verb) =>
        verb >= 0 && Base(sheet.Tokens[verb].Relation) is "conj" or "parataxis" && sheet.Tokens[phrase.Head].Head == sheet.Tokens[verb].Head && IsRelation(sheet.Tokens[phrase.Head].Relation, "nsubj");

    private bool IsMainSubject(Phrase phrase) =>
        IsRelation(sheet.Tokens[phrase.Head].Relation, "nsubj") && sheet.Tokens[phrase.Head].Head is var verb and >= 0 && sheet.Tokens[verb].Head < 0;

    private bool IsInRelative(int at) => SentenceTree.Path(sheet, at).Exists(one => Base(sheet.Tokens[one].Relation) == "acl");

    /// <summary>"his mother": what is owned is somebody.</summary>
    private bool OwnsPerson(Phrase pronoun) =>
        sheet.Tokens[pronoun.Head] is { Relation: "nmod:poss", Head: >= 0 } token && kinds.TypeOf(sheet.Tokens[token.Head].Lemma.ToLowerInvariant(), out _) == EntityType.Person;

    private static string Base(string relation) => relation.IndexOf(':', StringComparison.Ordinal) is var colon and > 0 ? relation[..colon] : relation;

    private static bool IsRelation(string relation, string wanted) =>
        wanted == "nmod" ? relation.StartsWith("nmod", StringComparison.Ordinal) && relation != "nmod:poss" : relation.StartsWith(wanted, StringComparison.Ordinal);
}
