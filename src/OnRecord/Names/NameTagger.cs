using OnRecord.Data;
using OnRecord.Language;
using OnRecord.Language.Parsing;

namespace OnRecord.Names;

/// <summary>
/// Judges the names of persons, organisations, places and groups that the rules found, with a tagger trained on annotated names: it drops, keeps, retypes and adds.
/// Events, works, products and laws are the rules' alone; the tagger only tells that a name is one of them.
/// </summary>
internal sealed class NameTagger
{
    /// <summary>Labels: none, then begin and inside of each type; null stands for an event, work, product or law.</summary>
    public static readonly EntityType?[] Types = [EntityType.Person, EntityType.Organization, EntityType.Place, EntityType.Group, null];

    /// <summary>Least mean probability of a name that no rule has so.</summary>
    private const double LeastAlone = 0.5;

    /// <summary>The same of a name of one word, which is more often none.</summary>
    private const double LeastOfOneWord = 0.7;

    /// <summary>The same of one word behind "the", which is mostly a noun: "the North", "the University".</summary>
    private const double LeastBehindArticle = 0.8;

    /// <summary>The same of a name in small letters, as people write who use no capitals: "a night in riga".</summary>
    private const double LeastInSmallLetters = 0.6;

    /// <summary>Above this mean probability of nothing a name of the rules is dropped.</summary>
    private const double MostNothing = 0.8;

    private readonly TokenTagger _tagger;
    private readonly int _view;

    /// <summary>Opens the shipped model.</summary>
    /// <exception cref="DataFileException">It is missing or damaged.</exception>
    public NameTagger(DataFolder data)
        : this(new TokenTagger(data, Views.NameModel, NameFlags.Sizes, 1 + 2 * Types.Length), Views.Names)
    {
    }

    /// <summary>Another model, for cross-validation.</summary>
    /// <param name="tagger">The model.</param>
    /// <param name="view">Place of its view.</param>
    internal NameTagger(TokenTagger tagger, int view) => (_tagger, _view) = (tagger, view);

    /// <summary>The drafts that hold, in the order of the text.</summary>
    public List<NameDraft> Judge(NameSheet sheet, List<NameDraft> drafts)
    {
        if (sheet.Analysis.Views.Length <= _view)
        {
            return drafts;
        }

        var scores = DocumentBeliefs.Of(sheet, Score(sheet, drafts));
        var (judged, known) = (new List<NameDraft>(), new DraftsByPlace(drafts));
        var taken = new bool[sheet.Tokens.Length];
        foreach (var (tagged, end, tag) in Names(sheet, scores))
        {
            if (tag is not { } type)
            {
                continue;
            }

            var first = tagged + TitleLength(sheet, tagged, end, type);
            if (known.Holding(first, end).Any(draft => IsSurer(draft, end - first, type)))
            {
                continue;
            }

            var same = known.Same(first, end);
            var isKnown = same?.Type is { } rule && Agrees(rule, type);
            if (isKnown || (Certainty(scores, tagged, end, type) >= LeastCertainty(sheet, first, end, type) && sheet.TextOf(first, end).Count(char.IsLetter) > 1))
            {
                judged.Add(isKnown ? same! : New(sheet, (tagged, first, end), type, same));
                taken.AsSpan(judged[^1].First, judged[^1].Length).Fill(true);
            }
        }

        foreach (var draft in drafts.Where(draft => Stays(scores, draft)))
        {
            if (!taken.AsSpan(draft.First, draft.Length).Contains(true))
            {
                judged.Add(draft);
                taken.AsSpan(draft.First, draft.Length).Fill(true);
            }
        }

        return [.. judged.OrderBy(draft => draft.First)];
    }

    /// <summary>
    /// Whether the tagger cannot break up a name, "US National" of an act, "American Institute" of the one in Taiwan, nor give another type to a known one of
    /// several words: "Air Canada" is no place, and "T.S. Quornby" is none.
    /// </summary>
    private static bool IsSurer(NameDraft draft, int taggedLength, EntityType type) => draft.Rule switch
    {
        NameRules.KnownOrganization or NameRules.KnownCountry => draft.Length > 1,
        NameRules.MiddleInitial or NameRules.TitleBeforeName => draft.Type == EntityType.Person && draft.Length == taggedLength,
        NameRules.Particle => draft.Type == type && draft.Length > taggedLength,
        // Of "Mark Cuban" it is known who "Cuban" is.
        NameRules.ShortNameOfPerson => type == EntityType.Group && draft.Length == taggedLength,
        NameRules.PlaceBehindAge or NameRules.HeadOfLaw => true,
        NameRules.ModelOfMaker or NameRules.KnownProduct => draft.Length >= taggedLength,
        _ => draft.Type is EntityType.Law or EntityType.Event or EntityType.Work or EntityType.Product && draft.Length > taggedLength,
    };

    /// <summary>Tokens of titles before a person's name: "Mr" is no part of it.</summary>
    private static int TitleLength(NameSheet sheet, int first, int end, EntityType type)
    {
        var name = first;
        while (type == EntityType.Person && sheet.Lexicon.TitleAt(sheet.Tokens, name, out _) is > 0 and var length && name + length < end)
        {
            name += length;
        }

        return name - first;
    }

    /// <summary>How certain the tagger must be of a name that it alone has. Persons do not go with "the"; "the Greystone caves" is another matter. No name ends with a common noun: "Aldermere's council".</summary>
    private static double LeastCertainty(NameSheet sheet, int first, int end, EntityType type)
    {
        var isBehindArticle = first > 0 && sheet.Tokens[first - 1].Lower == "the";
        var isBeforeNoun = end < sheet.Tokens.Length && sheet.Tokens[end].Upos is Upos.NOUN or Upos.PROPN;
        var endsSmall = !sheet.Tokens[end - 1].Form.Any(letter => char.IsUpper(letter) || char.IsDigit(letter));
        if (endsSmall && sheet.TextOf(first, end) is var text && text.Any(char.IsLower) && !text.Any(char.IsUpper))
        {
            return LeastInSmallLetters;
        }

        return endsSmall || NamesNothing(sheet, first, end) || (end - first == 1 && HasPrefix(sheet.Tokens[first])) || (isBehindArticle && !isBeforeNoun && type == EntityType.Person) ? double.PositiveInfinity
            : end - first > 1 ? LeastAlone
            : isBehindArticle && !isBeforeNoun ? LeastBehindArticle
            : LeastOfOneWord;
    }

    /// <summary>Whether a word only speaks of a name: "anti-American", "pro-Tannaby".</summary>
    private static bool HasPrefix(Token token) => char.IsLower(token.Form[0]) && token.Form.Contains('-', StringComparison.Ordinal);

    /// <summary>Whether all words are numbers or such as name nothing by themselves: "No. 2".</summary>
    private static bool NamesNothing(NameSheet sheet, int first, int end)
    {
        while (first < end && (char.IsAsciiDigit(sheet.Tokens[first].Form[0]) || sheet.Lexicon.NotNames.Contains(sheet.Tokens[first].Form)))
        {
            first++;
        }

        return first == end;
    }

    /// <summary>
    /// How certain the tagger is of a name: the mean over its tokens, half for its type and half for a name of any type. A name that may be a person's or a place's is one all the same.
    /// </summary>
    private static double Certainty(float[][] scores, int first, int end, EntityType type)
    {
        var (label, sum) = (1 + 2 * Array.IndexOf(Types, type), 0.0);
        for (var i = first; i < end; i++)
        {
            sum += (Math.Exp(scores[i][i == first ? label : label + 1]) + 1 - Nothing(scores[i])) / 2;
        }

        return sum / (end - first);
    }

    /// <summary>The mean probability that a draft's tokens are no name of a type that the tagger judges.</summary>
    private static double Nothing(float[][] scores, NameDraft draft)
    {
        var sum = 0.0;
        for (var i = draft.First; i < draft.End; i++)
        {
            sum += Nothing(scores[i]);
        }

        return sum / draft.Length;
    }

    /// <summary>The probability that a token is no part of a name of a type that the tagger judges.</summary>
    private static double Nothing(float[] labels)
    {
        var other = 1 + 2 * Array.IndexOf(Types, null);
        return Math.Exp(labels[0]) + Math.Exp(labels[other]) + Math.Exp(labels[other + 1]);
    }

    /// <summary>Whether a rule's name holds though the tagger has not found it.</summary>
    private static bool Stays(float[][] scores, NameDraft draft) =>
        !IsJudged(draft.Type) || draft.Rule is NameRules.KnownCountry or NameRules.KnownOrganization or NameRules.PlaceBehindAge || (draft.Type is not null && Nothing(scores, draft) <= MostNothing);

    /// <summary>Whether the tagger knows the type.</summary>
    private static bool IsJudged(EntityType? type) => type is null or EntityType.Person or EntityType.Organization or EntityType.Place or EntityType.Country or EntityType.Group;

    private static bool Agrees(EntityType? rule, EntityType tagged) => rule == tagged || (rule == EntityType.Country && tagged == EntityType.Place);

    /// <summary>A name that no rule has so: with what lexicons and rules know of its characters.</summary>
    private static NameDraft New(NameSheet sheet, (int Tagged, int First, int End) name, EntityType type, NameDraft? rule)
    {
        var (tagged, first, end) = name;
        var length = sheet.Lexicon.KnownAt(sheet.Tokens, first, out var known);
        var isKnown = length == end - first && Agrees(known.Type, type);
        var draft = PersonParts.Settle(sheet, sheet.Draft(first, end, isKnown ? known : null));
        if (rule is not null)
        {
            (draft.Title, draft.Gender, draft.Country) = (rule.Title, rule.Gender, isKnown ? draft.Country : rule.Country);
        }

        if (draft.Title is null && tagged < first)
        {
            _ = sheet.Lexicon.TitleAt(sheet.Tokens, tagged, out var title);
            (draft.Title, draft.Gender) = (new TitleWords(tagged, first, sheet.TextOf(tagged, first)), title.Gender == Gender.Unknown ? draft.Gender : title.Gender);
        }

        return draft.Type == type ? draft : draft.As(isKnown ? known.Type : type, NameRules.Tagged);
    }

    private float[][] Score(NameSheet sheet, List<NameDraft> drafts)
    {
        var flags = NameFlags.Of(sheet, drafts);
        var view = sheet.Analysis.Views[_view];
        var sequences = sheet.Analysis.Sentences.Select(sentence => new TokenTagger.Sequence(sentence.FirstToken, flags[sentence.FirstToken..sentence.EndToken])).ToList();
        return [.. _tagger.Score(view, sequences, sheet.Analysis.Cancellation).SelectMany(sentence => sentence)];
    }

    /// <summary>The most likely names, sentence by sentence.</summary>
    private static List<(int First, int End, EntityType? Type)> Names(NameSheet sheet, float[][] scores)
    {
        var names = new List<(int First, int End, EntityType? Type)>();
        foreach (var sentence in sheet.Analysis.Sentences)
        {
            var labels = Best(scores.AsSpan(sentence.FirstToken, sentence.EndToken - sentence.FirstToken));
            for (var i = 0; i < labels.Length; i++)
            {
                if (labels[i] == 0)
                {
                    continue;
                }

                var (end, type) = (i + 1, (labels[i] - 1) / 2);
                while (end < labels.Length && labels[end] == 2 + 2 * type)
                {
                    end++;
                }

                end = Math.Min(sheet.EndBehindHyphens(sentence.FirstToken + end), sentence.EndToken) - sentence.FirstToken;
                names.Add((sentence.FirstToken + i, sentence.FirstToken + end, Types[type]));
                i = end - 1;
            }
        }

        return names;
    }

    /// <summary>The most likely sequence of labels in which inside follows begin or inside of its own type (Viterbi, 1967).</summary>
    private static int[] Best(ReadOnlySpan<float[]> scores)
    {
        var count = 1 + 2 * Types.Length;
        var from = new int[scores.Length, count];
        var sums = new double[count];
        for (var i = 0; i < scores.Length; i++)
        {
            var next = new double[count];
            for (var label = 0; label < count; label++)
            {
                var best = -1;
                for (var before = 0; before < count; before++)
                {
                    if (Follows(i == 0 ? 0 : before, label) && (best < 0 || sums[before] > sums[best]))
                    {
                        best = before;
                    }
                }

                (from[i, label], next[label]) = (best, best < 0 ? double.NegativeInfinity : sums[best] + scores[i][label]);
            }

            sums = next;
        }

        var labels = new int[scores.Length];
        var last = Array.IndexOf(sums, sums.Max());
        for (var i = scores.Length - 1; i >= 0; i--)
        {
            (labels[i], last) = (last, from[i, last]);
        }

        return labels;
    }

    private static bool Follows(int before, int label) => label == 0 || label % 2 == 1 || before == label || before == label - 1;
}
