using System.Collections.Frozen;
using OnRecord.Data;

namespace OnRecord.Names;

/// <summary>Joins he, she, his and her to the one person who may be meant.</summary>
internal sealed class Pronouns(DataFolder data)
{
    private readonly FrozenDictionary<string, Gender> _words = data.Lexicon("pronouns").Rows
        .ToFrozenDictionary(row => row["word"], row => row["gender"] == "m" ? Gender.Male : Gender.Female, StringComparer.Ordinal);

    /// <summary>The pronouns of a document; those whose person is not the only one possible go to <paramref name="open"/>.</summary>
    public List<(NameDraft Draft, EntityCluster Person)> Find(NameSheet sheet, IReadOnlyList<NameDraft> drafts, Dictionary<NameDraft, EntityCluster?> joined, List<Unresolved> open)
    {
        var found = new List<(NameDraft, EntityCluster)>();
        HashSet<EntityCluster> before = [], here = [];
        var next = 0;
        foreach (var sentence in sheet.Analysis.Sentences)
        {
            (before, here) = (here, []);
            for (; next < drafts.Count && drafts[next].First < sentence.EndToken; next++)
            {
                if (drafts[next].Type == EntityType.Person && joined[drafts[next]] is { } person)
                {
                    here.Add(person);
                }
            }

            for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
            {
                if (!_words.TryGetValue(sheet.Tokens[i].Lower, out var gender))
                {
                    continue;
                }

                var possible = here.Concat(before).Where(person => person.Gender == gender || person.Gender == Gender.Unknown).Distinct().Take(2).ToList();
                if (possible is [var only])
                {
                    only.Learn(gender);
                    here.Add(only);
                    found.Add((sheet.Draft(i, i + 1).As(EntityType.Person, NameRules.Pronoun), only));
                }
                else
                {
                    open.Add(new Unresolved(sheet.Tokens[i].Span, "mention", possible.Count == 0 ? "pronounWithoutName" : "ambiguousPronoun"));
                }
            }
        }

        return found;
    }
}
