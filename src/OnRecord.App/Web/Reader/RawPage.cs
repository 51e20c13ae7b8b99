using System.Collections.Immutable;
using OnRecord.Pages.Input;

namespace OnRecord.App.Web.Reader;

/// <summary>Characters of the page as it came: a block of the document, or what stands between; where that is long, its middle is only counted.</summary>
public sealed record RawPiece(string Text, int? Block, int LeftOut, string Rest);

/// <summary>The source of a page beside the document that was read from it: as text, never as a page.</summary>
internal static class RawPage
{
    /// <summary>Characters shown on each side of a stretch that is cut.</summary>
    private const int Shown = 240;

    /// <param name="page">The page.</param>
    /// <param name="document">The document on it.</param>
    /// <param name="blocks">So many blocks are marked, the first ones.</param>
    /// <param name="most">Characters shown; behind them nothing is.</param>
    public static ImmutableArray<RawPiece> Of(Page page, Document document, int blocks, int most)
    {
        var decoded = TextDecoder.Decode(page.Bytes, page.Charset, MediaTypes.IsHtml(page));
        var (pieces, at, shown) = (ImmutableArray.CreateBuilder<RawPiece>(), 0, 0);
        foreach (var (place, source) in document.Blocks.Take(blocks).Index().Where(block => block.Item.Source is not null).Select(block => (block.Index, block.Item.Source!)).OrderBy(block => block.Item2.ByteStart))
        {
            var (start, end) = (Math.Max(at, IndexOf(decoded, source.ByteStart)), IndexOf(decoded, source.ByteEnd));
            if (shown >= most)
            {
                return pieces.ToImmutable();
            }

            if (end <= start)
            {
                continue;
            }

            Between(decoded.Text[at..start]);
            pieces.Add(new RawPiece(decoded.Text[start..Math.Min(end, start + most - shown)], place, 0, ""));
            shown += end - start + 3 * Shown;
            at = end;
        }

        Between(decoded.Text[at..]);
        return pieces.ToImmutable();

        void Between(string text)
        {
            if (text.Length > 0)
            {
                pieces.Add(text.Length <= 3 * Shown ? new RawPiece(text, null, 0, "") : new RawPiece(text[..Shown], null, text.Length - 2 * Shown, text[^Shown..]));
            }
        }
    }

    /// <summary>The first character that begins at a byte or behind it.</summary>
    private static int IndexOf(DecodedText decoded, int offset)
    {
        int low = 0, high = decoded.Text.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = decoded.ByteOffset(middle) < offset ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
