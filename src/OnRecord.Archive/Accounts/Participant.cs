using OnRecord.Archive.FullText;
using OnRecord.Archive.Stories;

namespace OnRecord.Archive.Accounts;

/// <summary>Who or what plays a part in a claim, in a form in which claims of several reports are compared: by names, and by the heads of noun phrases.</summary>
/// <remarks>What stands behind "of" or "in" is no part of it: two things in one town are not the same thing.</remarks>
internal sealed class Participant
{
    /// <summary>Nobody.</summary>
    public static readonly Participant None = new([], [], [], [], isDefinite: false, isOther: false);

    private readonly string[] _nouns;

    private readonly HashSet<string> _behind;

    private Participant(HashSet<string> names, HashSet<string> described, string[] nouns, HashSet<string> behind, bool isDefinite, bool isOther)
    {
        Names = names;
        _behind = behind;
        _nouns = nouns;
        IsDefinite = isDefinite;
        IsOther = isOther;
        // "Parliament" is a name in one report and a noun in another, and "the line" is the Sall Line.
        Heads = nouns.Concat(described).Concat(names).Concat(names.Select(name => name[(name.LastIndexOf(' ') + 1)..])).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Names of those who are named, in small letters.</summary>
    public IReadOnlySet<string> Names { get; }

    /// <summary>Nouns for them, in the singular: in the claim, and elsewhere in its report.</summary>
    public IReadOnlySet<string> Heads { get; }

    /// <summary>Whether nothing tells who or what it is.</summary>
    public bool IsOpen => Names.Count == 0 && Heads.Count == 0;

    /// <summary>Whether it is one thing that a reader of the story knows: "the helicopter".</summary>
    public bool IsDefinite { get; }

    /// <summary>Whether the claim tells it from another of its kind: "its second reactor".</summary>
    public bool IsOther { get; }

    /// <summary>The noun in the claim, where nobody is named.</summary>
    public string? Noun => _nouns.FirstOrDefault();

    /// <summary>The participants that the roles of a claim name.</summary>
    public static Participant Of(ReportNames names, IEnumerable<ClaimRole> roles, StoryWords words)
    {
        var (isDefinite, isOther) = (false, false);
        var (named, described, nouns, behind) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal), new List<string>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var role in roles)
        {
            var entities = new HashSet<string>(StringComparer.Ordinal);
            nouns.AddRange(HeadsOf(names, role.Span, words, entities, named, behind, role.Role == RoleKind.Place));
            if (role.Entity is not null && entities.Count == 0)
            {
                entities.Add(role.Entity);
            }

            var phrase = WordFolding.Words(role.Span.Of(names.Text)).Select(word => word.Folded).ToList();
            isDefinite |= phrase is ["the", ..] && nouns.Count > 0 && phrase.Contains(nouns[^1]);
            isOther |= phrase.Exists(words.IsOther);
            foreach (var entity in entities)
            {
                named.UnionWith(names.Of(entity));
                described.UnionWith(names.Descriptions(entity, words));
            }
        }

        return named.Count + described.Count + nouns.Count == 0 ? None : new Participant(named, described, [.. nouns.Distinct(StringComparer.Ordinal)], behind, isDefinite, isOther);
    }

    /// <summary>Whether both may be the same: a name in common, or a noun where not both have other names.</summary>
    public bool Shares(Participant other) =>
        SharesName(other) || ((Names.Count == 0 || other.Names.Count == 0) && IsOther == other.IsOther && !IsElsewhere(other) && Heads.Overlaps(other.Heads));

    /// <summary>Whether one of them is called by a name of the other, or by words of it: "Tane" and "Orla Tane".</summary>
    public bool SharesName(Participant other) => Names.Any(name => other.Names.Any(called => AreOne(name, called)));

    /// <summary>Whether it is known that they are not the same.</summary>
    public bool Excludes(Participant other) => !IsOpen && !other.IsOpen && !Shares(other);

    /// <summary>Whether both are named, and by other names.</summary>
    public bool ExcludesByName(Participant other) => Names.Count > 0 && other.Names.Count > 0 && !SharesName(other);

    /// <summary>Whether both are told apart by names behind their nouns: "the dam at Ferrow" and "the dam at Moor".</summary>
    private bool IsElsewhere(Participant other) => _behind.Count > 0 && other._behind.Count > 0 && !_behind.Overlaps(other._behind);

    private static bool AreOne(string name, string other) =>
        name == other || IsPart(name, other) || IsPart(other, name);

    private static bool IsPart(string part, string whole) => whole.StartsWith(part + " ", StringComparison.Ordinal) || whole.EndsWith(" " + part, StringComparison.Ordinal);

    /// <summary>The last noun of each piece of a phrase that is no name, and the entities that stand as one.</summary>
    /// <remarks>Of a place names count wherever they stand ("the airport of Sund"); else those behind a preposition only tell it from others.</remarks>
    private static List<string> HeadsOf(ReportNames names, TextSpan span, StoryWords words, HashSet<string> entities, HashSet<string> unknown, HashSet<string> behind, bool isPlace)
    {
        var (heads, head, capitals, isOpen, previous) = (new List<string>(), (string?)null, "", true, 0);
        var text = span.Of(names.Text);
        foreach (var word in WordFolding.Words(text))
        {
            if (previous > 0 && text.AsSpan(previous, word.Start - previous).IndexOfAny(',', ';', '(') >= 0)
            {
                Close();
                isOpen = true;
            }

            var term = DocumentFrequencies.TermOf(word.Folded);
            if (words.IsJoint(word.Folded))
            {
                Close();
                isOpen = true;
            }
            else if (words.IsBorder(word.Folded) && previous > 0)
            {
                if (isPlace)
                {
                    Close();
                }

                // "The number of marchers" are marchers.
                isOpen &= isPlace || head is null || words.IsMeasure(head);
                (head, capitals) = isOpen ? (null, "") : (head, capitals);
            }
            else if (!isOpen && char.IsUpper(text[word.Start]))
            {
                behind.Add(word.Folded);
            }
            else if (isOpen && names.NameAt(span.Start + word.Start) is { } entity)
            {
                entities.Add(entity);
            }
            else if (isOpen && !words.IsEmpty(word.Folded) && !words.IsBorder(word.Folded) && !char.IsDigit(word.Folded[0]))
            {
                head = term;
                if (isPlace && char.IsUpper(text[word.Start]))
                {
                    unknown.Add(word.Folded);
                }

                capitals = !char.IsUpper(text[word.Start]) ? "" : word.Start == previous + 1 && text[previous] == ' ' ? (capitals + " " + word.Folded).TrimStart() : word.Folded;
            }

            previous = word.End;
        }

        Close();
        return heads;

        void Close()
        {
            // A name that nobody found is still written as one.
            if (capitals.Contains(' ', StringComparison.Ordinal) && entities.Count == 0)
            {
                unknown.Add(capitals);
            }
            else if (head is not null && !words.IsGeneric(head))
            {
                heads.Add(head);
            }

            (head, capitals) = (null, "");
        }
    }
}
