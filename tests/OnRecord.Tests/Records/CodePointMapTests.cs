using CsCheck;

namespace OnRecord.Tests.Records;

public sealed class CodePointMapTests
{
    [Theory]
    [InlineData("plain", 3, 3)]
    [InlineData("a😀b", 3, 2)]
    [InlineData("𠮷野家 opened", 2, 1)]
    [InlineData("𠮷𠮷", 4, 2)]
    [InlineData("", 0, 0)]
    public void An_offset_counts_code_points(string text, int utf16, int codePoints)
    {
        var map = new CodePointMap(text);
        Assert.Equal(codePoints, map.ToCodePoints(utf16));
        Assert.Equal(utf16, map.ToUtf16(codePoints));
    }

    [Fact]
    public void A_lone_surrogate_counts_as_one()
    {
        var map = new CodePointMap("a\ud83db😀c");
        Assert.Equal(5, map.ToCodePoints(6));
        Assert.Equal(6, map.ToUtf16(5));
    }

    [Fact]
    public void Every_border_between_code_points_comes_back() =>
        Gen.String[Gen.OneOf(Gen.Char['a', 'e'], Gen.Char['\ud83c', '\ud83d'], Gen.Char['\udc00', '\udc03'])].Sample(text =>
        {
            var map = new CodePointMap(text);
            var utf16 = 0;
            for (var codePoints = 0; utf16 < text.Length; codePoints++)
            {
                Assert.Equal(codePoints, map.ToCodePoints(utf16));
                Assert.Equal(utf16, map.ToUtf16(codePoints));
                utf16 += utf16 + 1 < text.Length && char.IsSurrogatePair(text[utf16], text[utf16 + 1]) ? 2 : 1;
            }
        });
}
