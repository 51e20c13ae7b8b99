using OnRecord.Data;
using OnRecord.Times;

namespace OnRecord.Tests.Times;

/// <summary>No wording makes the rules look at a text more than a bounded number of times a word.</summary>
public sealed class TimeCostTests
{
    /// <summary>Each of some sixty rules looks at a handful of words from each place, and a few of them call the others once.</summary>
    private const int MostLooksAPiece = 4000;

    private static readonly TimeWords Words = new(DataFolder.English());

    [Theory]
    [InlineData("the last next of the week of the early late mid end of ")]
    [InlineData("1, 2, 3, 4, 5, 6 and ")]
    [InlineData("May 1 to May 2 and 3, 4, 5 through June 6-7-8 ")]
    [InlineData("one hundred and twenty one years and months and days ")]
    [InlineData("Monday morning night of Tuesday at 8:30 p.m. on the same day ")]
    [InlineData("2009-2010-2011/12/13.14:15:16 ")]
    [InlineData("twice a every other more than about nearly two and a half ")]
    public void Looks_grow_with_the_text_and_no_faster(string wording)
    {
        var few = Looks(wording, 4);
        var many = Looks(wording, 64);
        Assert.InRange(few.Looks, 1, MostLooksAPiece * few.Pieces);
        Assert.True(many.Looks <= few.Looks * 20, $"{few.Looks} looks at {few.Pieces} pieces, {many.Looks} at {many.Pieces}");
    }

    private static (long Looks, int Pieces) Looks(string wording, int times)
    {
        var text = string.Concat(Enumerable.Repeat(wording, times));
        var tokens = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var at = 0;
        var found = tokens.Select(form =>
        {
            var start = text.IndexOf(form, at, StringComparison.Ordinal);
            at = start + form.Length;
            return new Token { Span = new TextSpan(start, at), Form = form, Lower = form.ToLowerInvariant(), Sentence = 0, Upos = Upos.X };
        });
        var sentence = new Sentence(new TextSpan(0, text.Length), 0, tokens.Length, 0);
        var analysis = new Analysis(TextDocument.Of(text), [sentence], [.. found]);
        var scan = new Scan(analysis, Piece.Cut(analysis, sentence), Words);
        TimeFinder.ReadAll(scan);
        return (scan.Looks, scan.Count);
    }
}
