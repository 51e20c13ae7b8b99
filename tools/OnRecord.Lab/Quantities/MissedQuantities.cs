using System.CommandLine;
using System.Text;
using OnRecord.Data;
using OnRecord.Lab.Times;
using OnRecord.Language;
using OnRecord.Quantities;
using OnRecord.Times;

namespace OnRecord.Lab.Quantities;

/// <summary><c>missed-quantities</c>: digits in the PolNeAR train texts that became neither a time nor a figure, by shape.</summary>
internal static class MissedQuantities
{
    private const int Examples = 4;

    public static Command Command()
    {
        var most = new Option<int>("--documents") { Description = "Read this many documents.", DefaultValueFactory = _ => 300 };
        var found = new Option<bool>("--found") { Description = "Print the figures found instead." };
        var command = new Command("missed-quantities", "Lists tokens with digits that became neither a time nor a figure, counted by shape.") { most, found };
        command.SetAction(parse => Run(parse.GetValue(most), parse.GetValue(found)));
        return command;
    }

    private static void Run(int most, bool printFound)
    {
        var data = DataFolder.English();
        var analyzer = new EnglishAnalyzer(data);
        var times = new TimeFinder(data);
        var finder = new QuantityFinder(data);
        var shapes = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        int digits = 0, missed = 0;
        foreach (var path in Directory.EnumerateFiles(Gold.Path("attribution", "polnear", "train", "text"), "*.txt").Order(StringComparer.Ordinal).Take(most))
        {
            var text = File.ReadAllText(path);
            var analysis = analyzer.Analyze(GoldDocuments.Make(text, MeantimeReader.Lines(text), null));
            var timeSpans = times.Find(analysis).Found;
            var quantities = finder.Find(analysis, timeSpans).Found;
            if (printFound)
            {
                foreach (var quantity in quantities)
                {
                    Console.WriteLine(FormattableString.Invariant($"{quantity.Rule,-20} {Around(text, quantity.Span)} | {quantity.Relation} {quantity.Low}..{quantity.High} {quantity.Best} {quantity.Unit} {quantity.Currency} [{quantity.Counted?.Of(text)}]"));
                }

                continue;
            }

            foreach (var token in analysis.Tokens.Where(token => token.Form.Any(char.IsAsciiDigit)))
            {
                digits++;
                if (!timeSpans.Any(time => time.Span.Overlaps(token.Span)) && !quantities.Any(quantity => quantity.Span.Overlaps(token.Span)))
                {
                    missed++;
                    var shape = Shape(token.Form);
                    shapes.TryAdd(shape, []);
                    shapes[shape].Add(Around(text, token.Span));
                }
            }
        }

        Console.WriteLine($"{digits} tokens with digits, {missed} in neither a time nor a figure");
        foreach (var (shape, all) in shapes.OrderByDescending(pair => pair.Value.Count).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(40))
        {
            Console.WriteLine($"{all.Count,5}  {shape}");
            all.Where((_, index) => index % Math.Max(1, all.Count / Examples) == 0).Take(Examples).ToList().ForEach(example => Console.WriteLine($"         {example}"));
        }
    }

    private static string Shape(string form)
    {
        var shape = new StringBuilder();
        foreach (var c in form)
        {
            var kind = char.IsAsciiDigit(c) ? '9' : char.IsUpper(c) ? 'A' : char.IsLower(c) ? 'a' : c;
            if (shape.Length < 2 || shape[^1] != kind || shape[^2] != kind)
            {
                shape.Append(kind);
            }
        }

        return shape.ToString();
    }

    private static string Around(string text, TextSpan span)
    {
        var start = Math.Max(0, span.Start - 40);
        var end = Math.Min(text.Length, span.End + 40);
        return (text[start..span.Start] + "[" + span.Of(text) + "]" + text[span.End..end]).ReplaceLineEndings(" ");
    }
}
