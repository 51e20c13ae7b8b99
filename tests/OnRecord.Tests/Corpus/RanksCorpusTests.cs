using System.Globalization;
using OnRecord.Tests.Records;

namespace OnRecord.Tests.Corpus;

/// <summary>The labelled claims of <c>corpus/ranks</c>: what the file promises, and that ranks put first what was wanted first.</summary>
public sealed class RanksCorpusTests
{
    /// <summary>On our own pages; the Lab scores all and holds the floor.</summary>
    private const double FewestPairs = 0.8;

    private static readonly List<Label> Labels = [.. Read()];

    [Fact]
    public void There_are_six_hundred_claims_each_labelled_twice_and_once_listed()
    {
        Assert.True(Labels.Count >= 600);
        Assert.All(Labels, label => Assert.True(label is { First: >= 0 and <= 3, Second: >= 0 and <= 3, Start: >= 0 } && label.Start < label.End));
        Assert.Equal(Labels.Count, Labels.Select(label => (label.Text, label.Start)).Distinct().Count());
    }

    [Fact]
    public void On_our_own_pages_ranks_put_first_what_was_labelled_higher()
    {
        var ranked = new List<(string Text, double Label, decimal Rank)>();
        foreach (var (name, record) in SamplePages.Names.SelectMany(name => SamplePages.Read(name).Select(record => ($"{name}/{record.Document.Ordinal}", record))))
        {
            var map = new CodePointMap(record.Document.Text);
            var labels = Labels.Where(label => label.Text == name).ToDictionary(label => map.ToUtf16(label.Start));
            ranked.AddRange(record.Claims.Where(claim => labels.ContainsKey(claim.Predicate.Span.Start))
                .Select(claim => (name, labels[claim.Predicate.Span.Start].Mean, claim.Rank)));
        }

        Assert.True(ranked.Count > 0.9 * Labels.Count(label => label.Text.Contains('/', StringComparison.Ordinal)));
        var pairs = (from better in ranked from worse in ranked where better.Text == worse.Text && better.Label > worse.Label select better.Rank > worse.Rank ? 1 : better.Rank == worse.Rank ? 0.5 : 0).ToList();
        Assert.InRange(pairs.Average(), FewestPairs, 1);
    }

    [Fact]
    public void Labels_of_others_texts_stand_at_their_words()
    {
        var folder = Path.Combine(Repository.Shared ?? "", "data", "attribution", "polnear", "train", "text");
        Assert.SkipUnless(Directory.Exists(folder), "PolNeAR is not beside the checkout (../shared/data/attribution/polnear)");
        foreach (var group in Labels.Where(label => !label.Text.Contains('/', StringComparison.Ordinal)).GroupBy(label => label.Text))
        {
            var text = new CodePointMap(File.ReadAllText(Path.Combine(folder, group.Key + ".txt")));
            Assert.All(group, label => Assert.True(IsWhole(text, label), $"{label.Text} {label.Start}..{label.End}"));
        }
    }

    /// <summary>It ends with a letter or a digit, and no letter stands before its first; what is grown on ("'s") is a word of its own.</summary>
    private static bool IsWhole(CodePointMap map, Label label)
    {
        var (start, end) = (map.ToUtf16(label.Start), map.ToUtf16(label.End));
        return end <= map.Text.Length && (start == 0 || !char.IsLetter(map.Text[start]) || !char.IsLetter(map.Text[start - 1])) && char.IsLetterOrDigit(map.Text[end - 1]);
    }

    private static IEnumerable<Label> Read() => File.ReadLines(Path.Combine(Repository.Root, "corpus", "ranks", "labels.tsv"))
        .Where(line => line.Length > 0 && line[0] != '#').Skip(1).Select(line => line.Split('\t'))
        .Select(cells => new Label(cells[0], Number(cells[1]), Number(cells[2]), Number(cells[3]), Number(cells[4])));

    private static int Number(string cell) => int.Parse(cell, CultureInfo.InvariantCulture);

    private sealed record Label(string Text, int Start, int End, int First, int Second)
    {
        public double Mean => (First + Second) / 2.0;
    }
}
