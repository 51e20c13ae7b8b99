using System.Collections.Immutable;
using System.Text;
using OnRecord.Lab.Scoring;

namespace OnRecord.Lab.TextPages;

/// <summary>What was right on one page or many.</summary>
/// <param name="Pages">Number of pages.</param>
/// <param name="Borders">Places between neighbouring units of stories where another document begins.</param>
/// <param name="RightRoles">Units, furniture too, whose block has the right role.</param>
/// <param name="Units">All units.</param>
/// <param name="Words">Words of the article's text, as a bag.</param>
/// <param name="Confusions">How often one role was read as another.</param>
internal sealed record TextPageScore(int Pages, Score Borders, int RightRoles, int Units, Score Words, ImmutableDictionary<string, int> Confusions)
{
    public double Roles => Units == 0 ? 0 : (double)RightRoles / Units;

    public static TextPageScore operator +(TextPageScore left, TextPageScore right) =>
        new(left.Pages + right.Pages, left.Borders + right.Borders, left.RightRoles + right.RightRoles, left.Units + right.Units, left.Words + right.Words,
            right.Confusions.Aggregate(left.Confusions, (sum, pair) => sum.SetItem(pair.Key, sum.GetValueOrDefault(pair.Key) + pair.Value)));

    public static TextPageScore Of(GoldPage page, ImmutableArray<Document> documents, List<string> errors)
    {
        var offsets = Offsets(page.Text);
        var owner = new (int Document, Block? Block)[page.Text.Length + 1];
        Array.Fill(owner, (-1, null));
        foreach (var document in documents)
        {
            foreach (var block in document.Blocks)
            {
                var start = Array.BinarySearch(offsets, block.Source!.ByteStart);
                var end = Array.BinarySearch(offsets, block.Source.ByteEnd);
                Array.Fill(owner, (document.Ordinal, block), Math.Max(0, start), Math.Max(0, end - start));
            }
        }

        var right = 0;
        var confusions = ImmutableDictionary.CreateBuilder<string, int>();
        foreach (var unit in page.Units)
        {
            var role = owner[(unit.Start + unit.End) / 2].Block?.Role ?? owner[unit.Start].Block?.Role;
            if (role == unit.Role)
            {
                right++;
                continue;
            }

            var key = $"{unit.Role} read as {role}";
            confusions[key] = confusions.GetValueOrDefault(key) + 1;
            errors.Add($"{page.Style} {page.Name}: {key}: {Excerpt(page, unit)} ‹{owner[(unit.Start + unit.End) / 2].Block?.Reason}›");
        }

        return new TextPageScore(1, BorderScore(page, owner, errors), right, page.Units.Count, WordScore(page, documents), confusions.ToImmutable());
    }

    private static Score BorderScore(GoldPage page, (int Document, Block? Block)[] owner, List<string> errors)
    {
        int hits = 0, predicted = 0, gold = 0;
        GoldUnit? before = null;
        foreach (var unit in page.Units.Where(unit => unit.Document >= 0))
        {
            if (before is { } last)
            {
                var isGold = last.Document != unit.Document;
                var isPredicted = owner[last.End - 1].Document != owner[unit.Start].Document;
                gold += isGold ? 1 : 0;
                predicted += isPredicted ? 1 : 0;
                hits += isGold && isPredicted ? 1 : 0;
                if (isGold != isPredicted)
                {
                    errors.Add($"{page.Style} {page.Name}: border {(isGold ? "missed" : "invented")} before {unit.Role}: {Excerpt(page, unit)} ‹{owner[unit.Start].Block?.Reason}›");
                }
            }

            // A border inside a unit is always wrong.
            for (var i = unit.Start + 1; i < unit.End; i++)
            {
                if (owner[i].Document >= 0 && owner[i - 1].Document >= 0 && owner[i].Document != owner[i - 1].Document)
                {
                    predicted++;
                }
            }

            before = unit;
        }

        return new Score(hits, predicted, gold);
    }

    private static Score WordScore(GoldPage page, ImmutableArray<Document> documents)
    {
        var gold = Bag(page.Units.Where(unit => unit.Document == 0).Select(unit => page.Text[unit.Start..unit.End]));
        var found = Bag(documents
            .Where(document => document.Kind == DocumentKind.Article)
            .SelectMany(document => document.Blocks.Where(block => block.Role != BlockRole.Boilerplate).Select(block => block.Span.Of(document.Text))));
        return new Score(gold.Sum(pair => Math.Min(pair.Value, found.GetValueOrDefault(pair.Key))), found.Values.Sum(), gold.Values.Sum());
    }

    private static Dictionary<string, int> Bag(IEnumerable<string> texts) =>
        texts.SelectMany(text => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).GroupBy(word => word).ToDictionary(group => group.Key, group => group.Count());

    private static int[] Offsets(string text)
    {
        var offsets = new int[text.Length + 1];
        for (var i = 0; i < text.Length; i++)
        {
            // The second half of a surrogate pair stands for no byte of its own; four bytes go with the first.
            offsets[i + 1] = offsets[i] + (char.IsHighSurrogate(text[i]) ? 4 : char.IsLowSurrogate(text[i]) ? 0 : Encoding.UTF8.GetByteCount(text, i, 1));
        }

        return offsets;
    }

    private static string Excerpt(GoldPage page, GoldUnit unit)
    {
        const int Shown = 110;
        return page.Text[unit.Start..Math.Min(unit.End, unit.Start + Shown)];
    }
}
