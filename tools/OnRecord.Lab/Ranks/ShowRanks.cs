using System.CommandLine;
using System.Security.Cryptography;
using System.Text;

namespace OnRecord.Lab.Ranks;

/// <summary><c>show-ranks</c>: claims with their sentence and headline and without any label, for labelling: those of <c>corpus/ranks</c> again, or some that are drawn anew.</summary>
internal static class ShowRanks
{
    public static Command Command()
    {
        var draw = new Option<int>("--draw") { Description = "Draw as many claims of each article, evenly over it; else the labelled ones are shown." };
        var step = new Option<int>("--step") { DefaultValueFactory = _ => 20, Description = "Of the articles of PolNeAR train by name every so manieth is drawn from." };
        var first = new Option<int>("--first") { DefaultValueFactory = _ => 6, Description = "The first of these." };
        var pages = new Option<bool>("--pages") { Description = "And all claims of the pages that we wrote." };
        var shuffle = new Option<bool>("--shuffle") { Description = "In an order that has nothing to do with that of the texts." };
        var command = new Command("show-ranks", "Prints claims with sentence and headline, for labelling.") { draw, step, first, pages, shuffle };
        command.SetAction(parse =>
        {
            var shown = parse.GetValue(draw) > 0 ? Drawn(parse.GetValue(draw), parse.GetValue(step), parse.GetValue(first), parse.GetValue(pages)) : RankRow.Read(RankGold.Labels).Select(row => (row.Text, row.Claim));
            Print(parse.GetValue(shuffle) ? shown.OrderBy(one => Hash(one.Text, one.Claim), StringComparer.Ordinal) : shown);
        });
        return command;
    }

    /// <summary>The main claims and details of a text; of an article as many as are drawn.</summary>
    private static IEnumerable<(RankText Text, Claim Claim)> Drawn(int draw, int step, int first, bool pages)
    {
        foreach (var text in pages ? RankTexts.OwnPages() : [])
        {
            foreach (var claim in RankRow.Rows(text))
            {
                yield return (text, claim);
            }
        }

        foreach (var text in RankTexts.Read(RankTexts.ArticleNames().Where((_, at) => at % step == first)))
        {
            var claims = RankRow.Rows(text).ToList();
            foreach (var claim in claims.Count <= draw ? claims : Enumerable.Range(0, draw).Select(at => claims[((2 * at) + 1) * claims.Count / (2 * draw)]))
            {
                yield return (text, claim);
            }
        }
    }

    private static void Print(IEnumerable<(RankText Text, Claim Claim)> shown)
    {
        foreach (var (text, claim) in shown)
        {
            var document = text.Record.Document;
            var sentence = text.Record.Sentences.FirstOrDefault(sentence => sentence.Contains(claim.Predicate.Span), claim.Span);
            var predicate = RankGold.Predicate(text, claim);
            Console.WriteLine(FormattableString.Invariant($"{text.Name}\t{predicate.Start}\t{predicate.End}"));
            Console.WriteLine($"  H {document.First(BlockRole.Headline)?.Span.Of(document.Text).ReplaceLineEndings(" ")}");
            Console.WriteLine($"  S {sentence.Of(document.Text).ReplaceLineEndings(" ")}");
            Console.WriteLine($"  C {(claim.Negated ? "(negative) " : "")}{claim.Status}, {Source(text.Record, claim)}: {claim.Statement.ReplaceLineEndings(" ")}");
        }
    }

    private static string Source(Record record, Claim claim) =>
        claim.Origin is { } origin ? origin.Span.Of(record.Document.Text).ReplaceLineEndings(" ") : claim.AttributedTo.IsEmpty ? "the article" : "nobody named";

    private static string Hash(RankText text, Claim claim) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{text.Name} {claim.Predicate.Span.Start}"))));
}
