using System.Globalization;
using System.Text;

namespace OnRecord.Lab.Archives;

/// <summary>How long questions take while an archive grows, as an SVG: both axes logarithmic, a line a question.</summary>
internal static class GrowthChart
{
    private const double Left = 60;
    private const double Top = 20;
    private const double Width = 520;
    private const double Height = 300;

    /// <summary>Colours that are told apart by people who see few (Okabe and Ito, 2008).</summary>
    private static readonly string[] Colours = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9"];

    /// <summary>A measurement.</summary>
    /// <param name="Line">What was asked.</param>
    /// <param name="Documents">Documents in the archive.</param>
    /// <param name="Milliseconds">The 95th percentile.</param>
    public sealed record Point(string Line, int Documents, double Milliseconds);

    public static string Draw(IReadOnlyList<Point> points)
    {
        var (first, last) = (Math.Floor(Math.Log10(points.Min(point => point.Documents))), Math.Ceiling(Math.Log10(points.Max(point => point.Documents))));
        var (low, high) = (Math.Floor(Math.Log10(points.Min(point => point.Milliseconds))), Math.Ceiling(Math.Log10(points.Max(point => point.Milliseconds))));
        double X(double documents) => Left + Width * (Math.Log10(documents) - first) / Math.Max(1, last - first);
        double Y(double milliseconds) => Top + Height * (high - Math.Log10(milliseconds)) / Math.Max(1, high - low);
        var svg = new StringBuilder();
        Line(svg, $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="-8 0 708 370" font-family="sans-serif" font-size="12"><rect x="-8" width="708" height="370" fill="#fff"/>""");
        for (var power = low; power <= high; power++)
        {
            var y = Y(Math.Pow(10, power));
            Line(svg, $"""<line x1="{Left}" x2="{Left + Width}" y1="{y:F1}" y2="{y:F1}" stroke="#ddd"/><text x="{Left - 6}" y="{y + 4:F1}" text-anchor="end">{Math.Pow(10, power):0.###} ms</text>""");
        }

        foreach (var size in points.Select(point => point.Documents).Distinct())
        {
            Line(svg, $"""<line x1="{X(size):F1}" x2="{X(size):F1}" y1="{Top}" y2="{Top + Height}" stroke="#eee"/><text x="{X(size):F1}" y="{Top + Height + 18}" text-anchor="middle">{size:N0}</text>""");
        }

        Line(svg, $"""<text x="{Left + Width / 2}" y="{Top + Height + 40}" text-anchor="middle">documents in the archive; the 95th percentile of each question</text>""");
        foreach (var (line, place) in points.GroupBy(point => point.Line).Select((line, place) => (line, place)))
        {
            var colour = Colours[place % Colours.Length];
            var path = string.Join(' ', line.Select(point => string.Create(CultureInfo.InvariantCulture, $"{X(point.Documents):F1},{Y(point.Milliseconds):F1}")));
            Line(svg, $"""<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/><text x="{Left + Width + 8}" y="{Top + 14 + 18 * place}" fill="{colour}">{line.Key}</text>""");
        }

        return svg.Append("</svg>\n").ToString();
    }

    private static void Line(StringBuilder svg, FormattableString line) => svg.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
