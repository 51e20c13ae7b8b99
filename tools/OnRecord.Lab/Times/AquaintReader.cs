using System.Collections.Immutable;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using NodaTime.Text;

namespace OnRecord.Lab.Times;

/// <summary>Reads AQUAINT TimeML: the text between <c>TEXT</c> marks as it is, paragraphs at empty lines.</summary>
internal static partial class AquaintReader
{
    public static IEnumerable<string> Files() => Directory.EnumerateFiles(Gold.Path("time", "aquaint-timeml"), "*.tml")
        .Where(path => Path.GetFileName(path)[0] != '.') // the archive carries macOS' own files
        .Order(StringComparer.Ordinal);

    public static GoldDocument Read(string path)
    {
        var xml = File.ReadAllText(path);
        var created = CreationDate().Match(xml).Groups[1].Value;
        var published = LocalDatePattern.Iso.Parse(created).Value;
        var body = Body().Match(xml).Groups[1].Value;
        var text = new StringBuilder();
        var times = ImmutableArray.CreateBuilder<GoldTime>();
        (int Start, string Tag)? open = null;
        foreach (Match part in TagOrText().Matches(body))
        {
            if (part.Value.StartsWith("<TIMEX3", StringComparison.Ordinal))
            {
                open = (text.Length, part.Value);
            }
            else if (part.Value == "</TIMEX3>" && open is { } timex)
            {
                times.Add(new GoldTime(new TextSpan(timex.Start, text.Length), Attribute(timex.Tag, "type"), Attribute(timex.Tag, "value")));
                open = null;
            }
            else if (part.Value[0] != '<')
            {
                text.Append(WebUtility.HtmlDecode(part.Value));
            }
        }

        var whole = text.ToString();
        return new GoldDocument(Path.GetFileName(path), GoldDocuments.Make(whole, Paragraphs(whole), published), times.ToImmutable(), []);
    }

    private static IEnumerable<TextSpan> Paragraphs(string text) =>
        Paragraph().Matches(text).Select(match => new TextSpan(match.Index, match.Index + match.Length));

    private static string Attribute(string tag, string name) =>
        Regex.Match(tag, $"{name}=\"([^\"]*)\"", RegexOptions.NonBacktracking).Groups[1].Value;

    [GeneratedRegex("<DCT>.*?value=\"(\\d{4}-\\d\\d-\\d\\d)", RegexOptions.Singleline)]
    private static partial Regex CreationDate();

    [GeneratedRegex("<TEXT>(.*?)</TEXT>", RegexOptions.Singleline)]
    private static partial Regex Body();

    [GeneratedRegex("<[^>]*>|[^<]+")]
    private static partial Regex TagOrText();

    [GeneratedRegex(@"\S(?:[^\n]|\n(?!\s*\n|\s*$))*\S|\S")]
    private static partial Regex Paragraph();
}
