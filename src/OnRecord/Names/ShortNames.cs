namespace OnRecord.Names;

/// <summary>Types names by what the same document says of the same name elsewhere.</summary>
internal static class ShortNames
{
    /// <summary>"Foxwell" where the document also names Anna Foxwell; a place of that name only behind a preposition of place.</summary>
    public static void TakePersons(NameSheet sheet, IReadOnlyList<NameDraft> drafts)
    {
        var persons = new PersonIndex();
        foreach (var draft in drafts.Where(draft => draft is { Type: EntityType.Person, Length: > 1 }))
        {
            _ = persons.Full(draft);
        }

        foreach (var draft in drafts.Where(draft => draft.Length == 1 && (MayBeShort(draft) || IsBarePeople(sheet, draft))))
        {
            if (persons.HasFamily(draft.Text) && !(draft.Type == EntityType.Place && FollowsPlacePreposition(sheet, draft)))
            {
                draft.As(EntityType.Person, NameRules.ShortNameOfPerson);
                draft.Country = null;
            }
        }
    }

    /// <summary>
    /// An untyped name that another place of the document has typed: the type that most of them have. Weak evidence counts
    /// only where at least half of the places have it.
    /// </summary>
    public static void TakeSame(IReadOnlyList<NameDraft> drafts)
    {
        var votes = new Dictionary<string, Votes>(StringComparer.Ordinal);
        foreach (var draft in drafts)
        {
            if (!votes.TryGetValue(draft.Text, out var counts))
            {
                votes[draft.Text] = counts = new Votes();
            }

            // "the North" may be a country here, and a part of "North American" there.
            if (draft.Rule != NameRules.DirectionForCountry)
            {
                counts.Add(draft);
            }
        }

        foreach (var draft in drafts.Where(draft => draft.Type is null))
        {
            if (votes[draft.Text].Winner is { } type)
            {
                draft.As(type, NameRules.SameNameElsewhere);
            }
        }
    }

    /// <summary>
    /// Adds family names of persons named in full that open a sentence and were taken for common words there: "Jobs resigned".
    /// </summary>
    public static void AddOpeners(NameSheet sheet, List<NameDraft> drafts)
    {
        var families = drafts.Where(draft => draft is { Type: EntityType.Person, Length: > 1 })
            .Select(draft => sheet.Tokens[draft.FamilyFirst ? draft.First : draft.End - 1].Form).ToHashSet(StringComparer.Ordinal);
        var starts = drafts.Select(draft => draft.First).ToHashSet();
        var found = new List<NameDraft>();
        foreach (var sentence in sheet.Analysis.Sentences)
        {
            var first = sentence.FirstToken;
            while (first < sentence.EndToken - 1 && sheet.Tokens[first].Upos == Upos.PUNCT)
            {
                first++;
            }

            if (first + 1 < sentence.EndToken && families.Contains(sheet.Tokens[first].Form) && !starts.Contains(first)
                && (sheet.Tokens[first + 1].Upos is Upos.VERB or Upos.AUX || sheet.Tokens[first + 1].Form is "," or "'s" or "’s"))
            {
                found.Add(sheet.Draft(first, first + 1));
            }
        }

        if (found.Count > 0)
        {
            drafts.AddRange(found);
            drafts.Sort((one, other) => one.First.CompareTo(other.First));
        }
    }

    private static bool MayBeShort(NameDraft draft) => draft.Type is null or EntityType.Place || draft.Rule is NameRules.GivenName or NameRules.FamilyName;

    /// <summary>"Cuban said", without an article: one who is called like a people, and no people.</summary>
    private static bool IsBarePeople(NameSheet sheet, NameDraft draft) =>
        draft is { Type: EntityType.Group, Rule: NameRules.Demonym } && sheet.Tokens[draft.First].Relation is "nsubj" or "nmod:poss" or "appos" or "root"
        && !(draft.First > 0 && sheet.Tokens[draft.First - 1].Upos is Upos.DET or Upos.NUM) && !(draft.End < sheet.Tokens.Length && sheet.Tokens[draft.End].Upos is Upos.NOUN or Upos.PROPN);

    private static bool FollowsPlacePreposition(NameSheet sheet, NameDraft draft) =>
        draft.First > 0 && sheet.Lexicon.Neighbors.PlacePrepositions.Contains(sheet.Tokens[draft.First - 1].Lower);

    /// <summary>What the places of one name in a document say that it names.</summary>
    private sealed class Votes
    {
        private static readonly int Types = Enum.GetValues<EntityType>().Length;

        private readonly int[] _firm = new int[Types];
        private readonly int[] _weak = new int[Types];
        private int _all;

        public EntityType? Winner
        {
            get
            {
                var best = _firm.Sum() > 0 ? _firm : _weak.Max() * 2 >= _all ? _weak : null;
                return best is null || best.Max() == 0 ? null : (EntityType)Array.IndexOf(best, best.Max());
            }
        }

        public void Add(NameDraft draft)
        {
            _all++;
            if (draft.Type is { } type)
            {
                (draft.Rule is NameRules.TwoWordsOfAName or NameRules.AfterPlacePreposition or NameRules.PersonAsSubject ? _weak : _firm)[(int)type]++;
            }
        }
    }
}
